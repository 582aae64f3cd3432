public import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestSyntax

extension Configuration {
  /// Reads a configuration.
  /// - Parameters:
  ///   - source: YAML; an empty file chooses nothing.
  ///   - options: the names of all choices of formats, as on the command line, without the dashes.
  ///   - registry: the formats there are.
  /// - Throws: `DiagnosticError` with every key and value that is wrong.
  public init(
    _ source: SourceDocument, options: [String], registry: Registry
  ) throws(DiagnosticError) {
    self.init()
    let isEmpty = String(decoding: source.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .allSatisfy { $0.drop { $0 == " " }.first.map { $0 == "#" } ?? true }
    if isEmpty { return }
    try checkSource(source)
    let tree = try YAMLReader.read(source)
    var reader = ConfigurationReader(tree: tree, optionNames: options, registry: registry)
    reader.read()
    guard reader.wrong.isEmpty else { throw DiagnosticError(reader.wrong) }
    self = reader.configuration
  }
}

/// Walks the tree of a configuration and collects what is wrong.
private struct ConfigurationReader {
  let tree: LocatedTree
  let optionNames: [String]
  let registry: Registry
  var configuration = Configuration()
  var wrong: [Diagnostic] = []

  private static let keys = ["to", "output-dir", "catalogue", "language", "aliases", "options", "severities"]

  mutating func read() {
    for member in members(of: tree.root, "the file") {
      switch member.key {
      case "to": readFormats(member.value)
      case "output-dir": configuration.outputDirectory = text(member)
      case "catalogue": configuration.catalogue = text(member)
      case "language": configuration.language = text(member)
      case "aliases": readAliases(member.value)
      case "options": readOptions(member.value)
      case "severities": readSeverities(member.value)
      default: report(unknown: member.keyRange, member.key, "a key", Self.keys)
      }
    }
  }

  private mutating func readFormats(_ node: LocatedNode) {
    var formats: [ExportFormat] = []
    let nodes = if case .sequence(let nodes) = node.content { nodes } else { [node] }
    for node in nodes {
      guard let name = scalar(node)?.text else {
        report(node.range, "found \(node.kindName), expected the name of a format")
        continue
      }
      do {
        formats.append(try registry.exportFormat(named: name))
      } catch {
        report(node.range, error.description)
      }
    }
    configuration.formats = Configuration.Entry(value: formats, location: tree.location(node.range))
  }

  private mutating func readAliases(_ node: LocatedNode) {
    var aliases: [(String, Digest.Section.Kind)] = []
    for member in members(of: node, "'aliases'") {
      guard let word = scalar(member.value)?.text, let kind = Digest.Section.Kind(rawValue: word) else {
        let word = scalar(member.value)?.text ?? member.value.kindName
        let kinds = Digest.Section.Kind.allCases.map(\.rawValue)
        report(unknown: member.value.range, word, "a kind of section", kinds)
        continue
      }
      aliases.append((member.key, kind))
    }
    configuration.aliases = Configuration.Entry(
      value: SectionAliases.standard.adding(aliases), location: tree.location(node.range))
  }

  private mutating func readOptions(_ node: LocatedNode) {
    for member in members(of: node, "'options'") {
      guard optionNames.contains(member.key) else {
        report(unknown: member.keyRange, member.key, "a choice of a format", optionNames)
        continue
      }
      guard let value = scalar(member.value)?.text else {
        report(member.value.range, "found \(member.value.kindName), expected one word")
        continue
      }
      configuration.options.append(
        Configuration.Option(name: member.key, value: value, location: tree.location(member.value.range)))
    }
  }

  private static let levels = Severity.allCases.map(\.rawValue) + ["ignore"]

  private mutating func readSeverities(_ node: LocatedNode) {
    for member in members(of: node, "'severities'") {
      guard let id = DiagnosticCatalogue.id(named: member.key) else {
        report(
          member.keyRange, "\(quoted(member.key)) is not the id of a diagnostic",
          help: DiagnosticCatalogue.nearestName(to: member.key).map { "did you mean '\($0)'?" }
            ?? "'digest-convert explain' lists them all",
          ConfigurationDiagnostics.unknownKey)
        continue
      }
      let level = scalar(member.value)?.text ?? member.value.kindName
      if let severity = Severity(rawValue: level) {
        configuration.severities.levels[id] = severity
      } else if level == "ignore" {
        configuration.severities.ignored.insert(id)
      } else {
        report(unknown: member.value.range, level, "a severity", Self.levels)
        continue
      }
      configuration.severityPlaces.append((id, level, tree.location(member.keyRange)))
    }
  }

  // MARK: Nodes

  private mutating func text(_ member: LocatedMember) -> Configuration.Entry<String>? {
    guard let scalar = scalar(member.value), scalar.kind == .text, !scalar.text.isEmpty else {
      report(member.value.range, "found \(member.value.kindName) in \(quoted(member.key)), expected text")
      return nil
    }
    return Configuration.Entry(value: scalar.text, location: tree.location(member.value.range))
  }

  private func scalar(_ node: LocatedNode) -> LocatedScalar? {
    if case .scalar(let scalar) = node.content { scalar } else { nil }
  }

  private mutating func members(of node: LocatedNode, _ name: String) -> [LocatedMember] {
    if case .mapping(let members) = node.content { return members }
    report(node.range, "found \(node.kindName) in \(name), expected keys with values")
    return []
  }

  private mutating func report(
    unknown range: SourceRange, _ word: String, _ expected: String, _ known: [String]
  ) {
    let help =
      suggestion(for: word, among: known)
      ?? "there are \(known.joined(separator: ", "))"
    let isKey = expected == "a key" || expected == "a choice of a format"
    report(
      range, "\(quoted(word)) is not \(expected)", help: help,
      isKey ? ConfigurationDiagnostics.unknownKey : ConfigurationDiagnostics.wrongValue)
  }

  private mutating func report(
    _ range: SourceRange, _ summary: String, help: String? = nil,
    _ id: DiagnosticID = ConfigurationDiagnostics.wrongValue
  ) {
    wrong.append(Diagnostic(id, summary, at: tree.location(range), help: help))
  }
}
