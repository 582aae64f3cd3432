/// The types and tags that are written; to be held beside the RIS specification (Research Information Systems, 2011).
package enum RISFieldTable {
  /// What a reference is: the value of `TY`.
  package enum ReferenceType: String, CaseIterable {
    case unpublished = "UNPB"
    case generic = "GEN"
    case electronic = "ELEC"
    case journal = "JOUR"
    case conference = "CONF"
  }

  /// A field of a reference.
  package enum Tag: String, CaseIterable {
    case type = "TY"
    case author = "AU"
    case title = "TI"
    case shortTitle = "ST"
    case secondaryTitle = "T2"
    case year = "PY"
    case date = "DA"
    case doi = "DO"
    case address = "UR"
    case accessionNumber = "AN"
    case id = "ID"
    case keyword = "KW"
    case abstract = "AB"
    case note = "N1"

    /// Whether a reference may have several.
    package var isRepeatable: Bool { self == .author || self == .keyword || self == .note }
  }
}
