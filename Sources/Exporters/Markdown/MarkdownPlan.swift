import DigestModel

/// In which form each part of a digest is written as Markdown: as people write it, unless that did not come back.
struct MarkdownPlan {
  /// How an entry is written. Each is tried where the one before it did not come back.
  enum Form: Int {
    /// As in the layout that digests mostly have.
    case usual
    /// With other marks, or on several lines.
    case other
    /// As a code block in the shape of our YAML.
    case encoded
  }

  /// How often a text is read and written anew before everything is encoded.
  static let mostTrials = 6

  /// The level of the headings of sections: above that of every heading inside them.
  private(set) var headingLevel = 2
  /// Whether the preamble stands in the front matter.
  private(set) var encodesPreamble: Bool
  /// Whether the text lists the papers, since the digest has no sections.
  let listsPapers: Bool
  /// What the front matter says of papers; `nil` before it is known what the text says of them.
  private(set) var records: MarkdownRecords?
  /// Sections whose heading does not say all of them.
  private var marked: Set<Int> = []
  /// By the number of the entry: it counts entries in the order of the text, each before its children.
  private var forms: [Int: Form] = [:]
  private var encodesEverything = false

  init(_ digest: Digest) {
    listsPapers = digest.sections.isEmpty && digest.papers.contains { $0.mentions.isEmpty }
    encodesPreamble = listsPapers && !digest.metadata.preamble.isEmpty
    let levels = digest.sections.lazy.flatMap(\.entries).compactMap { entry -> Int? in
      guard case .block(.heading(let heading)) = entry else { return nil }
      return heading.level
    }
    headingLevel = max(1, min(2, (levels.min() ?? 3) - 1))
    if MarkdownDigestWriter.holdControls(digest.metadata.preamble, self) { encodesPreamble = true }
  }

  func form(ofEntry number: Int) -> Form { encodesEverything ? .encoded : forms[number] ?? .usual }
  func marksSection(_ number: Int) -> Bool { encodesEverything || marked.contains(number) }

  /// For a digest that no other form brings back.
  mutating func encodeEverything() {
    encodesEverything = true
    encodesPreamble = true
    records = .complete
  }

  // MARK: - Learning

  /// Changes the form of what did not come back.
  /// - Parameter back: what the last output was read as.
  /// - Returns: whether anything has to be written anew.
  mutating func learn(from back: Digest, of digest: Digest) -> Bool {
    guard !encodesEverything else { return false }
    var isSame = true
    if back.metadata.preamble != digest.metadata.preamble, !encodesPreamble {
      encodesPreamble = true
      isSame = false
    }
    if back.sections != digest.sections {
      learn(from: back.sections, of: digest.sections)
      isSame = false
    }
    guard isSame else { return true }
    // Ids are equal whatever their subject class.
    guard back.papers != digest.papers || back.papers.map(\.id.archive) != digest.papers.map(\.id.archive)
    else { return false }
    // The sections are as they will stay, so what the text says of papers is known.
    records =
      records == nil ? MarkdownRecords(digest.papers, beyond: back.papers, isList: listsPapers) : .complete
    return true
  }

  private mutating func learn(from back: [Digest.Section], of sections: [Digest.Section]) {
    let matches = align(sections, with: back) {
      Heading(kind: $0.kind, enumerator: $0.enumerator, text: $0.heading)
    }
    var number = 0
    for (index, section) in sections.enumerated() {
      if let match = matches[index] {
        learn(from: back[match].entries, of: section.entries, from: number)
      } else {
        marked.insert(index)
      }
      number += section.entries.reduce(0) { $0 + $1.entryCount }
    }
  }

  /// - Parameter first: the number of the first entry.
  private mutating func learn(from back: [Digest.Entry], of entries: [Digest.Entry], from first: Int) {
    let matches = align(entries, with: back, by: EntryKey.init)
    var number = first
    for (index, entry) in entries.enumerated() {
      if let match = matches[index] {
        if case .topic(let topic) = entry, case .topic(let other) = back[match] {
          learn(from: other.children, of: topic.children, from: number + 1)
        }
      } else {
        forms[number] = Form(rawValue: (forms[number] ?? .usual).rawValue + 1) ?? .encoded
      }
      number += entry.entryCount
    }
  }

  private struct Heading: Hashable {
    var kind: Digest.Section.Kind
    var enumerator: String?
    var text: RichText
  }

  /// An entry without its children, which are compared on their own.
  private enum EntryKey: Hashable {
    case topic(enumerator: String?, label: RichText)
    case entry(Digest.Entry)

    init(_ entry: Digest.Entry) {
      if case .topic(let topic) = entry {
        self = .topic(enumerator: topic.enumerator, label: topic.label)
      } else {
        self = .entry(entry)
      }
    }
  }

  /// For each element of a list, which of another list it is; both in order.
  /// - Complexity: O(n).
  private func align<Element, Key: Hashable>(
    _ elements: [Element], with others: [Element], by key: (Element) -> Key
  ) -> [Int?] {
    var places: [Key: [Int]] = [:]
    for (index, other) in others.enumerated().reversed() { places[key(other), default: []].append(index) }
    var next = 0
    return elements.map { element in
      let key = key(element)
      while let place = places[key]?.last {
        places[key]?.removeLast()
        if place >= next {
          next = place + 1
          return place
        }
      }
      return nil
    }
  }
}

extension Digest.Entry {
  /// Itself and the entries below it.
  var entryCount: Int {
    guard case .topic(let topic) = self else { return 1 }
    return topic.children.reduce(1) { $0 + $1.entryCount }
  }
}
