import DigestModel
import DigestSyntax

/// A record of a format that says itself what each of its members means: an entry of BibTeX.
struct KnownRecord {
  struct Member {
    /// As the source has it; kept where it has no part.
    var member: LocatedMember
    /// What it says.
    var values: [(field: RecordField, node: LocatedNode)] = []
    /// Whether it says more than that.
    var isKept = false
  }

  var type: PublicationType?
  var citationKey: (key: String, anchor: SourceAnchor)?
  var members: [Member] = []
}
