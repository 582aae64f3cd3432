import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// What the bibliography formats (BibTeX, CSL-JSON, RIS, Hayagriva) say of one paper, in plain text.
struct BibliographicRecord {
  /// What somebody said of the paper in the digest.
  struct Remark {
    /// `Suy nghĩ`, the header of a column; `nil` where the source gives no word.
    var label: String?
    var text: String
    /// Where the text is.
    var anchor: SourceAnchor = .none
  }

  var type: PublicationType
  /// Whether the source says the type; else it follows from what else is known.
  var isTypeSaid: Bool
  var id: PaperID
  /// The key of the source where the format can write it, else one made of `id` alone, so that adding a paper never
  /// renames another (rule B9).
  var key: String
  /// The key of the source where the format cannot write it as one.
  var keyAlias: String?
  /// Whether nothing is known that could stand for a title.
  var isUntitled: Bool
  /// The title given; else the first name; else the id. Never invented (rule B14).
  var title: String
  /// The title with its marks, for formats that have some.
  var markedTitle: MarkedText
  var shortTitle: String?
  var originalTitle: String?
  /// Names that say something, a group a role.
  var contributors: [ContributorGroup]
  var date: EDTFDate?
  /// Without what says nothing; the container is a venue.
  var details: [Paper.Detail: String]
  /// `2409.11340`, `math/0309136`; `nil` for what is not on arXiv.
  var eprint: String?
  /// `math.GT` of an old-style id, `math` where no class is named; the primary category of a new one, where it is known.
  var eprintClass: String?
  /// The highest version named.
  var version: Int?
  var doi: String?
  var url: String?
  /// Ids besides those.
  var identifiers: [PaperID]
  /// What records have no part for, and the format has a field.
  var otherFields: OtherFields
  var topics: [[String]]
  /// Links besides the address.
  var links: [Paper.Link]
  /// Keywords of the ranked table, of the source, and its categories.
  var keywords: [String]
  /// Those that the digest does not give, for formats that tell the two apart.
  var automaticTags: Set<String>
  var rank: Int?
  /// What each of several digests says in few words: its period, the rank there. Empty for a paper of one digest alone.
  var appearances: [String] = []
  /// The paper's own.
  var abstract: Remark?
  var remarks: [Remark]
  /// Where the title, or the name in its place, is given.
  var titleAnchor: SourceAnchor
  /// Where the short title is given.
  var shortTitleAnchor: SourceAnchor
  /// Where the paper's record is, or where it is first mentioned, for losses that concern it.
  var anchor: SourceAnchor

  /// The entry type of BibTeX where the source says more by it than by the type, in lower case.
  var entryType: String? { otherFields.entryType }

  /// What each format calls its type.
  var form: PublicationForm { PublicationForm.form(of: type) }

  /// Whether arXiv is its publisher, and its id there its number.
  var isPublishedByArXiv: Bool { type == .preprint && eprint != nil }

  /// Those of a role; an empty group where there are none.
  func group(_ role: ContributorRole) -> ContributorGroup {
    contributors.first { $0.role == role } ?? ContributorGroup(role: role)
  }

  /// For formats that have no word for `et al.`
  func recordMoreContributors(_ format: String, in losses: inout LossLog) {
    for group in contributors where group.hasMore {
      losses.record(
        group.role == .author ? .paperAuthors : .paperContributors, .degraded,
        "\(format) cannot say that there are more names than those given", at: anchor)
    }
  }

  /// Ids that are neither in the address nor of the schemes that a format has fields for.
  func identifiers(besides schemes: [PaperID.Scheme] = []) -> [PaperID] {
    identifiers.filter { !schemes.contains($0.scheme) && $0.url != url }
  }

  /// The id where no field and no address says it: `dblp:conf/kites/Bee24`.
  var idWithoutField: PaperID? {
    Self.schemesWithFields.contains(id.scheme) || id.url != nil ? nil : id
  }

  private static let schemesWithFields: Set<PaperID.Scheme> = [
    .arxiv, .doi, .url, .isbn, .pmid, .pmcid, .title,
  ]

  /// Records the details, ids and contributors that a format has no field for.
  /// - Parameter format: `RIS`, `@online`.
  func recordWithoutField(
    _ details: [Paper.Detail], identifiers: [PaperID], roles: [ContributorRole], _ format: String,
    in losses: inout LossLog
  ) {
    for detail in details {
      guard let text = self.details[detail] else { continue }
      let part: ModelPart =
        detail == .container ? .paperVenue : detail == .language ? .paperComment : .paperPublication
      losses.record(
        part, .dropped, "\(format) has no field for the \(detail.rawValue) \(quoted(text))", at: anchor)
    }
    for id in identifiers {
      losses.record(.paperIdentifiers, .dropped, "\(format) has no field for \(quoted(id.label))", at: anchor)
    }
    for role in roles where !group(role).isEmpty {
      losses.record(
        .paperContributors, .dropped, "\(format) has no field for the role '\(role.rawValue)'", at: anchor)
    }
  }

  /// Records a field that the kind of entry does not have.
  func recordWithoutField(_ field: OtherField, _ format: String, in losses: inout LossLog) {
    guard let value = otherFields[field] else { return }
    losses.record(
      .paperExtra, .dropped, "\(format) has no field for \(quoted(value.description))", at: anchor)
  }

  /// For formats that have the archive in the id only: the subject class stands nowhere in them.
  func recordSubjectClass(in losses: inout LossLog) {
    guard let eprintClass, eprintClass != id.archive || id.subjectClass != nil,
      !keywords.contains(eprintClass)
    else {
      return
    }
    losses.record(.paperExtra, .dropped, "the subject class '\(eprintClass)' has no place there", at: anchor)
  }
}

extension BibliographicRecord {
  /// All remarks as one text; bullets stand between them.
  var joinedRemarks: String {
    var joined = ""
    for remark in remarks {
      if !joined.isEmpty { joined += " • " }
      if let label = remark.label {
        joined += label
        joined += ": "
      }
      joined += remark.text
    }
    return joined
  }

  /// Topics and keywords as one list, ` > ` between the levels of a topic.
  func keywordList(_ keyword: inout KeywordText) -> [String] {
    topics.map { path in path.map { keyword.clean($0, isLevel: true) }.joined(separator: " > ") }
      + keywords.map { keyword.clean($0) }
  }

  /// What is said in few words: the rank, or the digests with the rank in each, the version where no address tells it, and the authors' comment.
  var note: String? {
    var parts: [String] = []
    if !appearances.isEmpty {
      parts += appearances
    } else if let rank {
      parts.append("Rank \(rank)")
    }
    if let version = versionOfNote { parts.append("Version \(version)") }
    if let comment = details[.comment] { parts.append(comment) }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// The version where no address tells it.
  var versionOfNote: Int? {
    guard let version,
      url != PaperID(scheme: id.scheme, value: id.value, version: version, subjectClass: id.subjectClass).url
    else { return nil }
    return version
  }

  /// Records a character that the format replaced, at each text of the paper that holds it.
  func recordReplaced(_ scalar: Unicode.Scalar, _ reason: String, in losses: inout LossLog) {
    let texts =
      [(title, titleAnchor), (shortTitle ?? "", shortTitleAnchor)]
      + ([abstract].compactMap(\.self) + remarks).map { ($0.text, $0.anchor) }
    var anchors: [SourceAnchor] = []
    for (text, anchor) in texts {
      if text.unicodeScalars.contains(scalar) || composed(text).unicodeScalars.contains(scalar) {
        anchors.append(anchor)
      }
    }
    if anchors.isEmpty { anchors = [anchor] }
    for anchor in anchors { losses.record(.characters, .degraded, reason, at: anchor) }
  }
}
