/// The types and tags that are written; to be held beside the RIS specification (Research Information Systems, 2011).
package enum RISFieldTable {
  /// A field of a reference.
  package enum Tag: String, CaseIterable {
    case type = "TY"
    case author = "AU"
    case title = "TI"
    case shortTitle = "ST"
    case editor = "ED"
    case secondaryTitle = "T2"
    case tertiaryTitle = "T3"
    case volume = "VL"
    case issue = "IS"
    case startPage = "SP"
    case endPage = "EP"
    case publisher = "PB"
    case place = "CY"
    case edition = "ET"
    case serialNumber = "SN"
    case language = "LA"
    case year = "PY"
    case date = "DA"
    case doi = "DO"
    case address = "UR"
    case accessionNumber = "AN"
    case id = "ID"
    case keyword = "KW"
    case abstract = "AB"
    case note = "N1"
    case visited = "Y2"
    case shortContainer = "J2"
    case database = "DP"
    case callNumber = "CN"

    /// Whether a reference may have several.
    package var isRepeatable: Bool {
      self == .author || self == .editor || self == .serialNumber || self == .keyword || self == .note
    }
  }
}
