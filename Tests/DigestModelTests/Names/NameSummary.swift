@testable import DigestModel

/// One row of a table of names: what is written, and what is read from it.
typealias NameRow = (input: String, expected: String)

extension NameList {
  /// `Last, First / {Literal} +`: the names as an index lists them, bodies in braces, `+` where there are more.
  var summary: String {
    var parts = names.map { name in
      if case .literal(let text) = name { "{\(text)}" } else { name.sortText }
    }
    .joined(separator: " / ")
    if hasMore { parts += parts.isEmpty ? "+" : " +" }
    return parts
  }

  /// `family=… given=…`: the members of CSL in the order of the schema.
  var members: String {
    names.map { $0.cslMembers.map { "\($0.member)=\($0.text)" }.joined(separator: " ") }.joined(
      separator: " / ")
  }
}

/// The names of a list in one text, as people write it.
func written(_ text: String) -> NameList { NameReader().names(in: text) }
/// The names of a field of a BibTeX file.
func bibTeX(_ text: String) -> NameList { NameReader(syntax: .bibTeX).names(in: text) }
