import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads records in JSON lines that are too many for memory: a piece of whole lines at a time, and each line for
/// itself.
package final class RecordLines {
  private let document: SourceDocument
  private let context: RecordFile
  private let reader: RecordListReader
  /// A line that is not JSON says so, and the others are read.
  private var badLines: [Diagnostic] = []

  /// - Parameter document: whole lines.
  package init(_ document: SourceDocument) {
    self.document = document
    context = RecordFile(document, grammar: .json)
    reader = RecordListReader(context)
  }

  /// What was found in the lines that were read, as warnings. What is assumed of names is left out.
  package var diagnostics: [Diagnostic] { badLines + context.diagnostics }

  /// Hands over the members of the record on each line, which `paper` makes a paper of.
  package func read(_ body: (_ members: [LocatedMember], _ node: LocatedNode) -> Void) {
    var offset = document.bytes.byteOrderMarkLength
    while offset < document.bytes.count {
      let end = document.bytes[offset...].firstIndex(of: 0x0A) ?? document.bytes.count
      if document.bytes[offset..<end].contains(where: { !$0.isSpace }) {
        readLine(SourceRange(offset, end), body)
      }
      offset = end + 1
    }
  }

  private func readLine(_ line: SourceRange, _ body: ([LocatedMember], LocatedNode) -> Void) {
    do throws(DiagnosticError) {
      let node = try JSONReader.readLine(line, in: document)
      if case .mapping(let members) = node.content {
        body(members, node)
      } else {
        reader.keepUnread(node, "found \(node.described), expected a record of a paper")
      }
    } catch {
      for var diagnostic in error.diagnostics {
        diagnostic.severity = .warning
        badLines.append(diagnostic)
      }
    }
  }

  /// The paper of a record.
  /// - Parameter members: those of the record that count.
  /// - Returns: `nil`, and a finding, where the record names no paper.
  package func paper(of members: [LocatedMember], at node: LocatedNode) -> Paper? {
    reader.paper(of: members, at: node)
  }
}
