import ArgumentParser

@main
struct DigestConvert: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "digest-convert")
  func run() throws {}
}
