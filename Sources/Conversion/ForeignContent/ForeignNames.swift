import DigestDiagnostics

/// Knows files that no importer reads by the extensions of their names, where their content says nothing sure.
enum ForeignNames {
  /// - Parameter name: a file name or path; case does not matter.
  static func kind(ofFile name: String) -> ForeignContent? {
    let base = SourceDocument.fileName(ofPath: name)
    guard let point = base.utf8.lastIndex(of: UInt8(ascii: ".")), point != base.startIndex else { return nil }
    return kinds[base[base.utf8.index(after: point)...].lowercased()]
  }

  private static let kinds: [String: ForeignContent] = {
    var kinds: [String: ForeignContent] = [:]
    for (extensions, kind) in rows {
      for name in extensions.split(separator: " ") { kinds[String(name)] = kind }
    }
    return kinds
  }()

  private static let rows: [(extensions: String, kind: ForeignContent)] = [
    ("html htm xhtml mhtml", .webPage), ("tex ltx latex sty cls bbl aux dtx bbx cbx lbx dbx", .latex),
    ("bst", .bibliographyStyle),
    ("doc docx odt", .wordDocument), ("xls xlsx ods", .spreadsheet), ("pdf", .pdf),
    (
      "c h cc cpp cxx hpp m mm cs java kt scala swift py pyi rb pl pm php js mjs cjs jsx ts tsx vue go rs hs ml lua r jl "
        + "sh bash zsh fish ps1 bat sql css scss less el lisp clj ex exs erl dart zig f90 asm cu cmake mk gradle",
      .sourceCode
    ),
    ("toml ini cfg conf env properties lock editorconfig", .file("a file of settings")),
    ("log", .log), ("diff patch", .file("a patch")), ("ipynb", .file("a Jupyter notebook")),
    ("eml mbox", .file("an e-mail")), ("ics", .file("a calendar")), ("vcf", .file("an address book")),
    ("srt vtt", .file("a file of subtitles")), ("svg", .picture),
    ("rst", .document("reStructuredText")), ("org", .document("an Org document")),
    ("adoc asciidoc", .document("AsciiDoc")), ("typ", .document("Typst")), ("textile", .document("Textile")),
    ("rtf", .document("a rich text document (RTF)")),
    ("enl enw enlx", .references("a library of EndNote")),
    ("sqlite sqlite3 db", .database),
  ]
}
