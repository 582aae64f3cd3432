import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestExporters

/// Formats that the names of outputs tell.
extension FormatArguments {
  /// The format of the extension of `-o`.
  /// - Parameter path: `nil` or `-` for standard output.
  /// - Throws: where it tells none, or several.
  static func exportFormat(
    ofFile path: String?, _ options: ExportOptions
  ) throws(ValidationError) -> ExportFormat {
    guard let path, path != "-" else {
      throw ValidationError("--to is missing; formats are \(exporterNames)")
    }
    var fitting = registry.exportFormats(forFile: path)
    if fitting.isEmpty, let format = knownExportFormat(fileExtension(of: path)),
      case .file = format.makeExporter(options).layout
    {
      fitting = [format]
    }
    guard fitting.count == 1 else {
      throw ValidationError(
        "the name \(quoted(path, limit: .max)) does not show the format; \(advice(onFormatOf: path, fitting))"
      )
    }
    return fitting[0]
  }

  /// `use --to json or csl-json`; for `a.docx`, that nothing is written so.
  private static func advice(onFormatOf path: String, _ fitting: [ExportFormat]) -> String {
    if !fitting.isEmpty { return "use --to \(fitting.map(\.name).joined(separator: " or "))" }
    let word = fileExtension(of: path)
    if word.isEmpty { return "use --to" }
    if let format = exportFormat(likelyMeantBy: word) { return "use --to \(format)" }
    return "nothing is written as \(quoted("." + word)); formats for --to are \(exporterNames)"
  }

  /// Without the point; empty where there is none.
  static func fileExtension(of path: String) -> String {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    let point = path.utf8[start...].lastIndex(of: UInt8(ascii: "."))
    return point.map { String(path[path.utf8.index(after: $0)...]) } ?? ""
  }
}
