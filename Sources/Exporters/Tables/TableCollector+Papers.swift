import DigestModel

// Papers: the part of the walk that is not in the sections.

extension TableCollector {
  mutating func addPapers(_ papers: [Paper]) {
    for (index, paper) in papers.enumerated() {
      let anchor = paper.anchor
      self.papers.append(
        PaperRow(
          position: index + 1, paper: paper, links: BibliographyLinks(paper), summary: paper.listingText,
          readingReason: paper.text(of: .readingList), anchor: anchor))
      let id = paper.id.label
      addContributors(of: paper, id)
      addTerms([(.name, paper.names), (.keyword, paper.keywords)], id, at: anchor)
      addRecordTerms(of: paper, id)
      addTopics(of: paper, id)
      addAddresses(of: paper, id)
      addExtras(of: paper, id)
    }
  }

  /// What a digest of a collection says of its papers, and all that is known of those that no earlier digest names.
  mutating func addPapers(of digest: Int, in tables: CollectedPapers) {
    for (index, appearance) in tables.appearances[digest].enumerated() {
      let collected = tables.collection.papers[appearance.paper]
      let isNew = collected.appearances.first?.digest == digest
      let (id, own) = (collected.paper.id.label, appearance.own)
      paperDigests.append(PaperDigestRow(paperID: id, position: index + 1, paper: own, isNew: isNew))
      addTerms([(.name, own.names), (.keyword, own.keywords)], id, at: own.anchor)
      addTopics(of: own, id)
      guard isNew else { continue }
      let paper = collected.paper
      papers.append(
        PaperRow(
          position: appearance.paper + 1, paper: paper, links: BibliographyLinks(paper),
          summary: paper.listingText, readingReason: paper.text(of: .readingList),
          appearances: tables.appearances(of: collected), anchor: paper.anchor))
      addContributors(of: paper, id)
      addRecordTerms(of: paper, id)
      addAddresses(of: paper, id)
      addExtras(of: paper, id)
    }
  }

  private mutating func addContributors(of paper: Paper, _ id: String) {
    for group in paper.record.contributors {
      let anchor = paper.record.origins[.contributors(group.role)]
      for (index, name) in group.names.enumerated() {
        authors.append(
          AuthorRow(paperID: id, role: group.role, position: index + 1, name: name, anchor: anchor))
      }
      if group.hasMore {
        authors.append(
          AuthorRow(paperID: id, role: group.role, position: group.names.count + 1, anchor: anchor))
      }
    }
  }

  private mutating func addRecordTerms(of paper: Paper, _ id: String) {
    addTerms(
      [(.tag, paper.record.keywords), (.category, paper.record.categories)], id, at: paper.anchor)
  }

  private mutating func addTerms(
    _ terms: [(kind: PaperTermRow.Kind, texts: [String])], _ id: String, at anchor: SourceAnchor
  ) {
    for (kind, texts) in terms {
      for (index, text) in texts.enumerated() {
        paperTerms.append(
          PaperTermRow(paperID: id, kind: kind, position: index + 1, text: text, anchor: anchor))
      }
    }
  }

  private mutating func addTopics(of paper: Paper, _ id: String) {
    for (path, labels) in paper.topics.enumerated() {
      for (depth, label) in labels.enumerated() {
        paperTopics.append(
          PaperTopicRow(paperID: id, path: path + 1, depth: depth + 1, label: label, anchor: paper.anchor))
      }
    }
  }

  private mutating func addAddresses(of paper: Paper, _ id: String) {
    let record = paper.record
    for (index, other) in record.identifiers.enumerated() {
      paperIdentifiers.append(
        PaperIdentifierRow(
          paperID: id, position: index + 1, id: other, anchor: record.origins[.identifiers]))
    }
    for (index, link) in record.links.enumerated() {
      paperLinks.append(
        PaperLinkRow(paperID: id, position: index + 1, link: link, anchor: record.origins[.links]))
    }
  }

  private mutating func addExtras(of paper: Paper, _ id: String) {
    var position = 0
    for field in paper.record.extra {
      for leaf in field.value.leaves(at: "/" + field.key.escapedForPointer) {
        position += 1
        paperExtras.append(
          PaperExtraRow(
            paperID: id, position: position, key: leaf.key, type: leaf.type, value: leaf.text,
            anchor: field.anchor))
      }
    }
  }
}

extension Paper {
  /// What the tree says of it at the first place that says something, else any other list.
  var listingText: RichText? { text(of: .topicTree) ?? text(of: .other) }

  func text(of kind: Digest.Section.Kind) -> RichText? {
    for mention in mentions where mention.kind == kind {
      if let text = mention.text { return text }
    }
    return nil
  }
}
