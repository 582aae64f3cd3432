import DigestDiagnostics
import DigestSyntax

/// What stands before the Markdown of a file and says what it is: members, as in YAML.
struct FrontMatter {
  enum Form {
    /// Between `---` and `---` or `...`.
    case yaml
    /// Between two `+++`.
    case toml
    /// `% title`, `% authors`, `% date`.
    case pandoc
    /// `Key: value` of MultiMarkdown.
    case keyLines
    /// `key:: value` of Logseq and Obsidian.
    case properties
  }

  var form: Form
  /// Its bytes in the source, with fences.
  var range: Range<Int>
  /// In the order of the source; what no two forms of it mean differently.
  var members: [LocatedMember]

  init(_ form: Form, _ range: Range<Int>, _ members: [LocatedMember]) {
    self.form = form
    self.range = range
    self.members = members
  }
}
