import DigestModel
import DigestSyntax
import DigestText

/// One outline before it is written.
struct OPMLOutline {
  /// What the outline stands for.
  enum Kind: String {
    case digest, section, topic, paper, placeholder, highlights, highlight, keyword, cell, contribution, gap,
      gapPart
    case idea, field, paragraph, heading, item, quote, code, table, row, `break`, papers, record, contributor,
      extra, note
  }

  /// The value of `digest:kind`.
  let kind: String
  /// What is shown before the words: a number, ids, a label; noted in `digest:lead`.
  var lead = ""
  /// The words.
  var main = ""
  /// What is shown after the words and is said elsewhere in the file; noted in `digest:tail`.
  var tail = ""
  /// The only paper it is about: makes it a link.
  var link: Citation?
  /// Where the link leads if the id of its paper is not an address.
  var address: String?
  /// Slash-separated paths and plain words, without commas.
  var categories: [String] = []
  var note: String?
  /// Attributes of our namespace in the order in which they are written.
  var attributes: [(StaticString, String)] = []

  init(_ kind: Kind, _ main: String = "", lead: String = "") {
    self.init(kind: kind.rawValue, main, lead: lead)
  }

  /// - Parameter kind: the type of an entry, or what a part of one is called.
  init(kind: String, _ main: String, lead: String) {
    self.kind = kind
    self.main = main
    self.lead = lead
  }

  mutating func attribute(_ name: StaticString, _ value: String?) {
    if let value { attributes.append((name, value)) }
  }
}

/// Writes outlines. OPML 2.0, section *text attribute*: every outline has one, and rule O1 asks that it says something.
struct OPMLOutlineWriter {
  private(set) var xml: XMLWriter
  let options: OPMLOptions

  /// The namespace of everything OPML has no word for (OPML 2.0, *Extending OPML*). Part of the format: never change.
  static let namespace: StaticString = "urn:digest-convert:opml:1"
  /// Stands where a text without characters would be; `digest:empty` says so.
  static let filler = "…"

  init(options: OPMLOptions) {
    self.options = options
    xml = XMLWriter()
  }

  mutating func start(_ outline: OPMLOutline) {
    let text = outline.lead + outline.main + outline.tail
    let isBlank = text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    xml.start("outline")
    xml.attribute("text", isBlank ? Self.filler : options.textForm == .plain ? text : outline.html)
    if let url = outline.link?.id.url ?? outline.address {
      xml.attribute("type", "link")
      xml.attribute("url", url)
    }
    if !outline.categories.isEmpty { xml.attribute("category", outline.categories.joined(separator: ",")) }
    if let note = outline.note, options.profile.hasNotes {
      xml.attribute("_note", options.textForm == .plain ? note : note.escapedForHTML)
    }
    if options.profile.hasNamespace { writeOwnAttributes(of: outline, isBlank ? outline.main : nil) }
    if let note = outline.note, !options.profile.hasNotes {
      start(OPMLOutline(.note, note))
      end()
    }
  }

  /// What OPML has no word for (rule O5).
  /// - Parameter blank: the words, if they say nothing and something else is shown.
  private mutating func writeOwnAttributes(of outline: OPMLOutline, _ blank: String?) {
    xml.attribute("digest:kind", outline.kind)
    if let blank {
      xml.attribute("digest:empty", blank)
    } else {
      if !outline.lead.isEmpty { xml.attribute("digest:lead", outline.lead) }
      if !outline.tail.isEmpty { xml.attribute("digest:tail", outline.tail) }
    }
    if let link = outline.link {
      xml.attribute("digest:id", link.id.description)
      if link.written != link.id.description { xml.attribute("digest:written", link.written) }
    }
    for (name, value) in outline.attributes { xml.attribute(name, value) }
  }

  mutating func end() { xml.end() }

  /// An outline with nothing below it.
  mutating func write(_ outline: OPMLOutline) {
    start(outline)
    end()
  }

  /// An element of the head.
  mutating func element(_ name: StaticString, _ text: String) { xml.element(name, text) }

  mutating func startDocument() {
    xml.start("opml")
    xml.attribute("version", "2.0")
    if options.profile.hasNamespace { xml.attribute("xmlns:digest", "\(Self.namespace)") }
  }

  mutating func startElement(_ name: StaticString) { xml.start(name) }
  mutating func attribute(_ name: StaticString, _ value: String) { xml.attribute(name, value) }
  mutating func finish() -> [UInt8] { xml.finish() }
}

extension [String] {
  /// The values of an attribute of the private namespace that is a list: one a line, in which `\` is `\\` and a line break `\n`.
  var joinedAsLines: String {
    map { value in
      guard value.utf8.contains(where: { $0 == 0x0A || $0 == UInt8(ascii: "\\") }) else { return value }
      var bytes: [UInt8] = []
      for byte in value.utf8 {
        switch byte {
        case UInt8(ascii: "\\"): bytes += [byte, byte]
        case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        default: bytes.append(byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }.joined(separator: "\n")
  }
}

extension String {
  /// One category of OPML: a comma would end it, a slash would begin a level (OPML 2.0, *category attribute*).
  var categoryWord: String {
    let isClean = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.firstOffset(
        from: 0, where: { $0 < 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") },
        { min($0.distance(below: 0x20), min($0 ^ UInt8(ascii: ","), $0 ^ UInt8(ascii: "/"))) })
        == bytes.count
    }
    if isClean == true { return self }
    var bytes: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: ","): bytes.append(UInt8(ascii: ";"))
      case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "-"))
      case 0x09, 0x0A, 0x0D: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first words, at most so many Unicode scalars, with `…` where something was cut.
  func beginning(atMost limit: Int) -> String {
    var text = self
    let (end, isWhole, lastSpace) = text.withUTF8 { bytes -> (Int, Bool, Int?) in
      var count = 0
      var lastSpace: Int?
      for (index, byte) in bytes.enumerated() where !byte.isContinuation {
        if byte == 0x0A || count == limit { return (index, false, byte == 0x0A ? index : lastSpace) }
        if byte == 0x20 { lastSpace = index }
        count += 1
      }
      return (bytes.count, true, nil)
    }
    if isWhole { return self }
    // Without a space there is no good place: cut between characters, so that none is taken apart.
    guard let cut = lastSpace, cut > 0 else { return prefix(max(1, limit)) + "…" }
    return String(decoding: utf8.prefix(min(cut, end)), as: UTF8.self) + "…"
  }
}
