import Conversion
import Diagnostics
import DigestConvert
import Exporters
import Importers
import Platform
import Schemas
import Syntax
import TestSupport
import TextBytes

/// `reading-list`: makes a Markdown text of its own types and prints it as BibTeX.
@main
struct ReadingList {
  static func main() throws {
    let topic = Topic(name: "Reading list")
    let list = List(ids: ["2409.10000", "10.1000/182"])
    let section = Section(heading: Heading(topic.name).markdown, entries: list.ids)
    let block = Block(entries: section.entries.map { "- \($0)\n" })
    let source = Source(name: "list.md")
    let text = section.heading + block.entries.joined()

    let converter = Converter()
    let read = try converter.read(SourceDocument(name: source.name, bytes: Array(text.utf8)))
    let format = try converter.registry.exportFormat(named: "bibtex")
    let output = try converter.write(read.digest, as: format, named: "list.bib")
    for file in output.files { print(String(decoding: file.bytes, as: UTF8.self), terminator: "") }

    let table = Table(columns: Schema(fields: ["eprint", "doi"]).fields)
    let thread = Thread(
      title: "\(read.digest.papers.count) papers by \(table.columns.joined(separator: " or "))")
    print("% \(thread.title)")
  }
}
