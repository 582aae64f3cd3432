import DigestModel

extension Digest {
  /// The digest as an indented outline, one node a line, for expectations that a person can read.
  public var outline: String {
    var dump = DigestDump()
    if let title = metadata.title { dump.line("title \(title.markdown)") }
    if !metadata.preamble.isEmpty {
      dump.line("preamble")
      dump.nested { $0.add(metadata.preamble) }
    }
    for section in sections {
      dump.line("\(section.kind) \(dump.numbered(section.enumerator, section.heading.markdown))")
      dump.nested { $0.add(section.entries) }
    }
    return dump.text
  }
}

private struct DigestDump {
  var text = ""
  private var depth = 0

  mutating func line(_ line: String) { text += String(repeating: "  ", count: depth) + line + "\n" }

  mutating func nested(_ body: (inout DigestDump) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  func numbered(_ number: String?, _ text: String) -> String { (number.map { $0 + " " } ?? "") + "«\(text)»" }

  private func ids(_ papers: [Citation]) -> String {
    "[" + papers.map(\.written).joined(separator: ", ") + "]"
  }

  private func parts(_ parts: [(String, RichText?)]) -> String {
    parts.compactMap { name, text in text.map { " \(name)«\($0.markdown)»" } }.joined()
  }

  mutating func add(_ entries: [Digest.Entry]) { for entry in entries { add(entry) } }

  private mutating func add(_ entry: Digest.Entry) {
    switch entry {
    case .topic(let topic):
      line("topic " + numbered(topic.enumerator, topic.label.markdown))
      nested { $0.add(topic.children) }
    case .paper(let mention):
      line(
        "paper \(ids(mention.papers))"
          + parts([("name", mention.name), ("summary", mention.summary), ("note", mention.note)])
          + (mention.isDuplicate ? " duplicate" : ""))
      nested { $0.add(mention.details) }
    case .placeholder(let text): line("placeholder «\(text.markdown)»")
    case .highlights(let table):
      line("highlights " + table.columns.map { "\($0.role)«\($0.header.markdown)»" }.joined(separator: " "))
      for row in table.rows {
        let row =
          "\(row.rankText ?? "-") \(ids(row.papers))" + parts([("name", row.name)]) + " \(row.keywords)"
          + row.cells.map { " «\($0.markdown)»" }.joined()
        nested { $0.line(row) }
      }
    case .contribution(let item):
      line(
        "contribution \(ids(item.papers))"
          + parts([
            ("technique", item.technique), ("label", item.remarkLabel), ("remark", item.remark),
            ("opinion label", item.opinionLabel), ("opinion", item.opinion), ("kind", item.kindTag),
          ]))
      nested { $0.add(item.details) }
    case .gap(let gap):
      line("gap" + parts([("", gap.title)]))
      nested { dump in for part in gap.parts { dump.add(part) } }
    case .idea(let idea):
      line(
        "idea" + parts([("label", idea.label), ("", idea.title)]) + (idea.tags.isEmpty ? "" : " \(idea.tags)")
      )
      for field in idea.fields {
        nested { dump in
          dump.line("\(field.role)" + dump.parts([("", field.label)]))
          dump.nested { $0.add(field.content) }
        }
      }
    case .reading(let item):
      line(
        "reading " + (item.enumerator.map { $0 + " " } ?? "") + ids(item.papers)
          + parts([("name", item.name), ("reason", item.reason)]))
      nested { $0.add(item.details) }
    case .block(let block): add([block])
    }
  }

  private mutating func add(_ part: Digest.Gap.Part) {
    line("\(part.role)" + parts([("label", part.label), ("", part.text)]))
    nested { dump in
      for inner in part.parts { dump.add(inner) }
      dump.add(part.details)
    }
  }

  mutating func add(_ blocks: [Digest.Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let text): line("p «\(text.markdown)»")
      case .heading(let heading): line("h\(heading.level) «\(heading.text.markdown)»")
      case .list(let list):
        line(list.isOrdered ? "ol" : "ul")
        for item in list.items {
          nested { dump in
            dump.line("li" + (item.enumerator.map { " " + $0 } ?? ""))
            dump.nested { $0.add(item.blocks) }
          }
        }
      case .quote(let quote):
        line("quote")
        nested { $0.add(quote.blocks) }
      case .code(let code): line("code \(code.info) \(code.text.debugDescription)")
      case .table(let table):
        line("table " + table.header.map { "«\($0.markdown)»" }.joined(separator: " "))
        for row in table.rows {
          nested { $0.line(row.cells.map { "«\($0.markdown)»" }.joined(separator: " ")) }
        }
      case .thematicBreak: line("hr")
      }
    }
  }
}
