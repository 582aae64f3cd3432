package import DigestDiagnostics
package import DigestExporters
import DigestSyntax
import DigestText

/// What `worker` answers to a request: a line of JSON.
package struct DocumentReply: Sendable {
  package struct Output: Sendable {
    /// The name of the format.
    package var format: String
    /// Whether the output is a directory.
    package var isDirectory: Bool
    package var files: [OutputFile]

    package init(format: String, isDirectory: Bool, files: [OutputFile]) {
      self.format = format
      self.isDirectory = isDirectory
      self.files = files
    }
  }

  /// That of the request; `nil` where it has none that can be read.
  package var id: RequestID?
  /// How the command would end.
  package var status: Int32
  package var outputs: [Output] = []
  package var diagnostics: [Diagnostic] = []
  package var losses: [LossReport.Output] = []

  package init(id: RequestID?, status: Int32) {
    self.id = id
    self.status = status
  }

  /// One line with its end.
  package func line() -> [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.beginMapping()
    writer.key("id")
    if let id { id.write(to: &writer) } else { writer.null() }
    writer.member("status", Int(status))
    writer.key("outputs")
    writer.beginSequence()
    for output in outputs { Self.write(output, to: &writer) }
    writer.endSequence()
    writer.key("diagnostics")
    writer.beginSequence()
    JSONLinesRenderer.write(diagnostics, to: &writer)
    writer.endSequence()
    writer.key("losses")
    writer.beginSequence()
    LossReport(outputs: losses).writeOutputs(to: &writer)
    writer.endSequence()
    writer.endMapping()
    return writer.finish()
  }

  private static func write(_ output: Output, to writer: inout JSONWriter) {
    writer.beginMapping()
    writer.member("format", output.format)
    if output.isDirectory {
      writer.key("files")
      writer.beginSequence()
      for file in output.files {
        writer.beginMapping()
        writer.member("path", file.name ?? "")
        write(file.bytes, to: &writer)
        writer.endMapping()
      }
      writer.endSequence()
    } else {
      write(output.files.first?.bytes ?? [], to: &writer)
    }
    writer.endMapping()
  }

  /// A database and a workbook have zero bytes from their first line on, text never has.
  private static func write(_ bytes: [UInt8], to writer: inout JSONWriter) {
    let hasZero = bytes.withUnsafeBufferPointer { $0.firstOffset(of: 0) } != nil
    if !hasZero, bytes.firstInvalidUTF8Offset == nil {
      writer.key("text")
      writer.text(utf8: bytes)
    } else {
      writer.member("base64", Base64.text(of: bytes))
    }
  }
}
