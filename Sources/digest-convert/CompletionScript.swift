/// Scripts for shells, in which a line without the name of a command is completed as one of the default command.
///
/// ArgumentParser completes `digest-convert a.md --to ` with the names of commands.
enum CompletionScript {
  /// - Parameter script: what ArgumentParser makes; another text is returned as it is.
  static func completed(_ script: String) -> String {
    if script.hasPrefix("#!/bin/bash\n") { return bash(script) }
    if script.hasPrefix("#compdef ") { return zsh(script) }
    if script.hasPrefix("function __digest-convert_") { return fish(script) }
    return script
  }

  private static let names = CommandName.allCases.map(\.rawValue)
  private static let ownOptions = ["-h", "--help", "--version"]
  private static let remark = "# A line without the name of a command is one of 'convert'."

  private static func bash(_ script: String) -> String {
    let words = (names + ownOptions).joined(separator: "|")
    let start = "_digest-convert() {\n"
    let insertion = """
          \(remark)
          if [[ "${COMP_CWORD}" -gt 1 || "${2}" = -* ]]; then
              case "${COMP_WORDS[1]}" in
              \(words)) ;;
              *)
                  local -a COMP_WORDS=("${COMP_WORDS[0]}" convert "${COMP_WORDS[@]:1}")
                  local -i COMP_CWORD=$((COMP_CWORD + 1))
                  ;;
              esac
          fi

      """
    let list = names.joined(separator: " ")
    return withoutSecondHelp(script).replacing(
      "\n" + start, with: "\n" + start + insertion, maxReplacements: 1
    )
    .replacing("compgen -W '\(list) help'", with: "compgen -W '\(list)'")
    .replacing(
      "        COMPREPLY+=($(compgen -W '\(list)' -- \"${cur}\"))\n",
      with:
        "        COMPREPLY+=($(compgen -W '\(list)' -- \"${cur}\"))\n        __digest-convert_add_completions -f\n"
    )
  }

  private static func zsh(_ script: String) -> String {
    let words = (names + ownOptions).joined(separator: "|")
    let start = "_digest-convert() {\n    emulate -RL zsh -G\n"
    let insertion = """
          \(remark)
          if [[ ${words[2]} != (\(words)) && ( ${CURRENT} -gt 2 || ${words[2]} = -* ) ]]; then
              words[1]=("${words[1]}" convert)
              (( CURRENT += 1 ))
          fi

      """
    return withoutSecondHelp(withoutOwnHelp(script))
      .replacing(start, with: start + insertion, maxReplacements: 1)
      .replacing(
        "        _describe -V subcommand subcommands && ret=0\n",
        with: "        _describe -V subcommand subcommands && ret=0\n        _files && ret=0\n",
        maxReplacements: 1)
  }

  private static func fish(_ script: String) -> String {
    let start = "    set -l unparsed_tokens (__digest-convert_tokens -pc)\n"
    let insertion = """
          \(remark)
          if test (count $unparsed_tokens) -gt 1; or string match -q -- '-*' (commandline -t)
              if not contains -- "$unparsed_tokens[2]" \((names + ownOptions).joined(separator: " "))
                  set unparsed_tokens $unparsed_tokens[1] convert $unparsed_tokens[2..]
              end
          end

      """
    let condition = #"'__digest-convert_should_offer_completions_for_positional "digest-convert" -eq 1'"#
    return withoutOwnHelp(script).replacing(start, with: start + insertion, maxReplacements: 1)
      + "\ncomplete -c 'digest-convert' -n \(condition) -F\n"
  }

  /// A second function for the command `help` would take the place of the first.
  private static func withoutSecondHelp(_ script: String) -> String {
    let parts = script.split(separator: "\n_digest-convert_help() {\n", omittingEmptySubsequences: false)
    guard parts.count == 3, let end = parts[2].firstRange(of: "\n}\n") else { return script }
    return parts[0] + "\n_digest-convert_help() {\n" + parts[1] + "\n" + parts[2][end.upperBound...]
  }

  /// ArgumentParser adds its own command `help` to the one of this program.
  private static func withoutOwnHelp(_ script: String) -> String {
    script.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("Show subcommand help information.") }.joined(separator: "\n")
  }
}
