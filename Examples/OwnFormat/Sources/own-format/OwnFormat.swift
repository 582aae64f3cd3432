import DigestConvert
import Foundation

/// `own-format DIGEST`: reads any digest that digest-convert reads and prints it in the format `ids`.
@main
struct OwnFormat {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "-"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path == "-" ? "/dev/stdin" : path)))

    let source = SourceDocument(name: path, bytes: bytes)
    print(try Converter().convert(source, to: ExportFormat { _ in IDListExporter() }).text, terminator: "")
  }
}
