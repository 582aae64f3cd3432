import DigestModel

// Outlines of free text, and of the records of papers.

extension OPMLDigestWriter {
  private static let noBlock = "a plain outline does not say what kind of block it is"

  mutating func blocks(_ blocks: [Digest.Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let text): writer.write(OPMLOutline(.paragraph, plain(text)))
      case .heading(let heading):
        lose(.headings, Self.noBlock, at: heading.text.anchor)
        var outline = OPMLOutline(.heading, plain(heading.text))
        outline.attribute("digest:level", String(heading.level))
        writer.write(outline)
      case .list(let list): write(list)
      case .quote(let quote):
        lose(.quotes, Self.noBlock, at: quote.anchor)
        write(OPMLOutline(.quote), quote.blocks)
      case .code(let code):
        lose(.codeBlocks, Self.noBlock, at: code.anchor)
        var outline = OPMLOutline(.code, checked(code.text, at: code.anchor))
        if !code.info.isEmpty { outline.attribute("digest:info", checked(code.info, at: code.anchor)) }
        writer.write(outline)
      case .table(let table): write(table)
      case .thematicBreak: writer.write(OPMLOutline(.break, "———"))
      }
    }
  }

  /// Items stand where the list stood; `digest:list` has the same number for all items of a list.
  private mutating func write(_ list: Digest.List) {
    groupCount += 1
    let number = String(groupCount)
    lose(.lists, Self.noBlock, at: list.anchor)
    for item in list.items {
      var outline = OPMLOutline(.item, lead: item.enumerator.lead)
      outline.attribute("digest:list", number)
      outline.attribute("digest:ordered", list.isOrdered ? "yes" : nil)
      outline.attribute("digest:number", checked(optional: item.enumerator, at: item.anchor))
      write(outline, item.blocks)
    }
  }

  /// An outline that shows the first paragraph of what it holds; the rest is below.
  private mutating func write(_ outline: OPMLOutline, _ content: [Digest.Block]) {
    var outline = outline
    var rest = content[...]
    if case .paragraph(let first)? = rest.first {
      outline.main = plain(first)
      rest = rest.dropFirst()
    }
    writer.start(outline)
    blocks(Array(rest))
    writer.end()
  }

  /// A row shows its first cell; the others are below it, each with its header.
  private mutating func write(_ table: Digest.Table) {
    lose(.tables, Self.noBlock, at: table.anchor)
    let headers = table.header.map { plain($0) }
    var outline = OPMLOutline(.table, headers.joined(separator: " | "))
    if !headers.isEmpty { outline.attribute("digest:headers", headers.joinedAsLines) }
    writer.start(outline)
    for row in table.rows {
      let cells = row.cells.map { plain($0) }
      var outline = OPMLOutline(.row, cells.first ?? "")
      if cells.isEmpty { outline.attribute("digest:cells", "0") }
      writer.start(outline)
      for (index, cell) in cells.enumerated().dropFirst() {
        let header = index < headers.count ? headers[index] : ""
        writer.write(OPMLOutline(.cell, cell, lead: header.isEmpty ? "" : header + ": "))
      }
      writer.end()
    }
    writer.end()
  }

  // MARK: - Records

  /// The papers of which a source says more than the outlines that name them do.
  var records: [Paper] {
    digest.papers.filter { paper in
      if !paper.record.isEmpty || paper.mentions.isEmpty { return true }
      let named = paper.mentions.lazy.map(\.citation.id)
      return !named.contains { $0.version == paper.version }
        || !named.contains { $0.subjectClass == paper.id.subjectClass }
    }
  }

  /// What sources say of papers outright.
  mutating func write(_ papers: [Paper]) {
    writer.start(OPMLOutline(.papers, "Papers"))
    for paper in papers {
      let record = paper.record
      let title = plain(record.title)
      var outline = OPMLOutline(
        .record, title ?? "", lead: paper.id.description + (title == nil ? "" : " – "))
      outline.link = Citation(paper.versionedID, written: paper.versionedID.description)
      outline.categories = record.keywords.map(\.categoryWord)
      outline.note = plain(record.abstract)
      let members: [(StaticString, String?)] = [
        ("digest:date", record.date?.description), ("digest:venue", record.container),
        ("digest:doi", record.identifiers.first { $0.scheme == .doi }?.value),
        ("digest:url", record.address(.landingPage)),
        ("digest:archive", paper.id.subjectClass == nil ? nil : paper.id.archive),
      ]
      for (name, value) in members {
        outline.attribute(name, checked(optional: value, at: record.anchor))
      }
      if !record.keywords.isEmpty {
        outline.attribute("digest:tags", checked(record.keywords.joinedAsLines, at: record.anchor))
      }
      writer.start(outline)
      if !writer.options.profile.hasNamespace { write(below: outline) }
      if !record.authors.isEmpty {
        lose(.paperAuthors, "a plain outline does not tell the parts of a name", at: record.anchor)
      }
      for author in record.authors {
        var outline = OPMLOutline(.note, checked(author.displayText, at: record.anchor))
        outline.attribute("digest:family", author.familyText)
        outline.attribute("digest:given", author.person?.given)
        outline.attribute("digest:corporate", author.person == nil ? "yes" : nil)
        writer.write(outline)
      }
      for field in record.extra {
        for leaf in field.value.leaves(at: "/" + field.key.escapedForPointer) {
          var outline = OPMLOutline(
            .extra, checked(leaf.text, at: field.anchor),
            lead: checked(leaf.key, at: field.anchor) + ": ")
          outline.attribute("digest:type", leaf.type)
          writer.write(outline)
        }
      }
      writer.end()
    }
    writer.end()
  }

  /// What would stand in attributes of our namespace, as outlines: `date: 2024-09-13`.
  private mutating func write(below outline: OPMLOutline) {
    let prefix = "digest:".utf8.count
    for (name, value) in outline.attributes {
      writer.write(OPMLOutline(.extra, value, lead: "\("\(name)".dropFirst(prefix)): "))
    }
  }
}
