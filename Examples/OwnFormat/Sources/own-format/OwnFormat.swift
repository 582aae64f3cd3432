import DigestConvert
import Foundation

/// `own-format DIGEST`: reads any digest that digest-convert reads and prints it in the format `ids`.
@main
struct OwnFormat {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "-"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path == "-" ? "/dev/stdin" : path)))

    var registry = Registry.standard
    registry.add(ExportFormat { _ in IDListExporter() })
    let converter = Converter(registry: registry)

    let read = try converter.read(SourceDocument(name: path, bytes: bytes))
    let output = try converter.write(read.digest, as: registry.exportFormat(named: "ids"), named: "<stdout>")
    for file in output.files { FileHandle.standardOutput.write(Data(file.bytes)) }
  }
}
