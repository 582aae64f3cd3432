import DigestSyntax
import DigestText

/// Knows texts that are not Markdown, by their beginning and by the shape of their lines.
struct TextContent {
  private let bytes: [UInt8]
  /// After a byte order mark and white space.
  private let start: Int
  /// The first lines that are not empty, without white space around them.
  private let lines: [ArraySlice<UInt8>]

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let first = bytes.byteOrderMarkLength
    start = bytes[first...].firstIndex { !$0.isSpace } ?? bytes.count
    lines = bytes[start...].prefix(1 << 16).split(maxSplits: 400, whereSeparator: \.isNewline).prefix(400)
      .map(\.trimmedSpace).filter { !$0.isEmpty }
  }

  /// - Complexity: O(1): the first 64 KiB are looked at, and the last 256 bytes.
  var kind: ForeignContent? {
    if isOwnPage { return .ownPage }
    for (signature, kind) in Self.signatures where begins(with: signature) { return kind }
    if begins(with: "<") { return markup }
    if isBibliographyStyle { return .bibliographyStyle }
    if isLog { return .log }
    return isLaTeX ? .latex : nil
  }

  /// Whether it is an output of ours: `html` names its program in its first bytes.
  private var isOwnPage: Bool {
    begins(with: "<!DOCTYPE html>")
      && bytes[start...].prefix(512).withUnsafeBufferPointer { head in
        head.firstOffset(of: #"<meta name="generator" content="digest-convert"#, from: 0) != nil
      }
  }

  /// Source code, of which only the lines say what it is.
  var code: ForeignContent? { begins(with: "<") ? nil : CodeLines(lines).kind }

  /// A table whose header says nothing of papers: rows with as many separators as the header, which is names alone.
  var table: ForeignContent? {
    let rows = lines.prefix(5)
    guard let header = rows.first, rows.count > 1 else { return nil }
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
      let columns = header.split(separator: separator, omittingEmptySubsequences: false)
      guard columns.count > 2, columns.allSatisfy(isColumnName) else { continue }
      let count = columns.count - 1
      if rows.dropFirst().allSatisfy({ row in row.count { $0 == separator } >= count }) { return .table }
    }
    return nil
  }

  private func isColumnName(_ cell: ArraySlice<UInt8>) -> Bool {
    !cell.isEmpty && cell.allSatisfy { $0.isAlphanumeric || [0x22, 0x5F, 0x2D].contains($0) }
  }

  /// Without regard to case.
  private func begins(with text: String) -> Bool { bytes[start...].begins(with: text) }

  private static let signatures: [(text: String, kind: ForeignContent)] = [
    ("<!doctype html", .webPage), ("<html", .webPage), ("<head>", .webPage), ("<body", .webPage),
    ("<!doctype netscape-bookmark", .webPage),
    ("{\\rtf", .document("a rich text document (RTF)")), ("%!ps", .document("PostScript")),
    ("%PDF-", .pdf),
    ("#!", .sourceCode), ("<?php", .sourceCode), ("diff --git ", .file("a patch")),
    ("version https://git-lfs.github.com/spec/", .file("a pointer of Git LFS")),
    ("begin:vcalendar", .file("a calendar")), ("begin:vcard", .file("an address book")),
    ("-----begin ", .file("a key or certificate")), ("mime-version:", .file("a message with parts")),
    ("return-path:", .file("an e-mail")), ("received: ", .file("an e-mail")),
    ("%0 ", .references("a file of references in EndNote's own format")),
    ("sqlite format 3", .database), ("create table ", .sourceCode), ("begin transaction;", .sourceCode),
    ("-- mysql dump", .sourceCode), ("--\n-- postgresql database dump", .sourceCode),
  ]

  // MARK: - Markup

  /// XML, or a page of one element. A file that begins with a tag and goes on as Markdown is Markdown.
  private var markup: ForeignContent? {
    guard let root = XMLRoot.peek(bytes) else { return nil }
    let name = root.prefix.map { $0 + ":" + root.localName } ?? root.localName
    let isDeclared = begins(with: "<?xml") || begins(with: "<!doctype")
    guard isDeclared || ends(withTag: name) else { return nil }
    if Self.webElements.contains(name.lowercased()) { return .webPage }
    return Self.roots[root.localName] ?? .xml(root: name)
  }

  private static let webElements: Set<String> = [
    "html", "head", "body", "div", "table", "ul", "ol", "dl", "main", "section", "script", "style", "span",
    "p", "h1",
  ]

  /// What other programs write, by the root elements without prefixes. EndNote's is called `xml`.
  private static let roots: [String: ForeignContent] = [
    "xml": .references("a library of EndNote"), "Sources": .references("a bibliography of Word"),
    "mods": .references("a bibliography in MODS"), "modsCollection": .references("a bibliography in MODS"),
    "svg": .picture, "TEI": .document("a document in TEI"),
  ]

  private func ends(withTag name: String) -> Bool {
    let tail = bytes.suffix(256).trimmedSpace
    return tail.suffix(name.utf8.count + 3).elementsEqual("</\(name)>".utf8)
  }

  // MARK: - Logs

  /// Whether nearly every line begins with a point in time: `2024-09-05 10:11:12`, `[2024-09-05T10:11:12Z]`.
  private var isLog: Bool {
    lines.count > 2 && lines.count { Self.beginsWithTime($0) } * 5 >= lines.count * 4
  }

  private static func beginsWithTime(_ line: ArraySlice<UInt8>) -> Bool {
    let time = line.drop { $0 == UInt8(ascii: "[") }.prefix(16)
    guard time.count == 16 else { return false }
    return zip(time, "0000-00-00 00:00".utf8).allSatisfy { byte, form in
      switch form {
      case UInt8(ascii: "0"): byte.isDigit
      case UInt8(ascii: "-"): byte == form || byte == UInt8(ascii: "/")
      case 0x20: byte == form || byte == UInt8(ascii: "T")
      default: byte == form
      }
    }
  }

  // MARK: - LaTeX

  /// Whether it declares the fields of entries and functions, as programs for BibTeX do.
  /// - Source: Oren Patashnik, *Designing BibTeX Styles*, section 5.1.
  private var isBibliographyStyle: Bool {
    let lines = lines.filter { $0.first != UInt8(ascii: "%") }
    func begins(_ line: ArraySlice<UInt8>, _ word: String) -> Bool { line.starts(with: word.utf8) }
    guard let first = lines.first, Self.styleCommands.contains(where: { begins(first, $0) }) else {
      return false
    }
    return lines.contains { begins($0, "FUNCTION {") || begins($0, "FUNCTION{") }
  }

  private static let styleCommands = ["ENTRY", "INTEGERS", "STRINGS", "FUNCTION", "MACRO"]

  /// Text that begins with a command, or of which every fifth line does.
  private var isLaTeX: Bool {
    let lines = lines.filter { $0.first != UInt8(ascii: "%") }
    func isCommand(_ line: ArraySlice<UInt8>) -> Bool {
      line.count > 2 && line.first == UInt8(ascii: "\\") && line[line.startIndex + 1].isLetter
    }
    guard let first = lines.first else { return false }
    if isCommand(first), Self.openings.contains(where: { first.dropFirst().begins(with: $0) }) { return true }
    return lines.count { isCommand($0) } * 5 >= lines.count && lines.count { isCommand($0) } > 2
  }

  private static let openings = [
    "document", "begin", "section", "chapter", "usepackage", "input", "newcommand", "relax", "bibitem",
    "title", "author",
    "providecommand", "def", "requirepackage", "needstexformat", "part", "subsection",
  ]
}

extension ArraySlice<UInt8> {
  /// Whether it begins with a text, without regard to the case of its ASCII letters.
  func begins(with text: String) -> Bool {
    let head = prefix(text.utf8.count)
    return head.elementsEqual(text.utf8) { $0.lowercased == $1.lowercased }
  }

  fileprivate var trimmedSpace: ArraySlice<UInt8> {
    let head = drop { $0.isSpace }
    guard let last = head.lastIndex(where: { !$0.isSpace }) else { return head }
    return head[...last]
  }
}
