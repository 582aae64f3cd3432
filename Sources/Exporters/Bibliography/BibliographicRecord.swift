import DigestModel
import DigestText

/// What the three bibliography formats (BibTeX, CSL-JSON, RIS) say of one paper, in plain text.
struct BibliographicRecord {
  enum Kind: Hashable {
    /// On arXiv and nowhere else that we know of, or on the web only.
    case preprint, web
    case journalArticle, proceedingsPaper
  }

  /// What somebody said of the paper in the digest.
  struct Remark {
    /// `Suy nghĩ`, the header of a column; `nil` where the source gives no word.
    var label: String?
    var text: String
    /// Where the text is.
    var anchor: SourceAnchor = .none
  }

  var kind: Kind
  var id: PaperID
  /// Of `id` alone, so that adding a paper never renames another (rule B9).
  var key: String
  /// The title given; else the first name; else the id. Never invented (rule B14).
  var title: String
  var shortTitle: String?
  var authors: [Paper.Author]
  var date: PartialDate?
  var venue: String?
  /// `2409.11340`, `math/0309136`; `nil` for what is not on arXiv.
  var eprint: String?
  /// `math.GT` of an old-style id, `math` where no class is named; new ids do not tell.
  var eprintClass: String?
  /// The highest version named.
  var version: Int?
  var doi: String?
  var url: String?
  var topics: [[String]]
  var keywords: [String]
  var rank: Int?
  var abstract: Remark?
  var remarks: [Remark]
  /// Where the title, or the name in its place, is given.
  var titleAnchor: SourceAnchor
  /// Where the short title is given.
  var shortTitleAnchor: SourceAnchor
  /// Where the paper's record is, or where it is first mentioned, for losses that concern it.
  var anchor: SourceAnchor

  /// For formats that have the archive in the id only: the subject class stands nowhere in them.
  func recordSubjectClass(in losses: inout LossLog) {
    guard id.subjectClass != nil, let eprintClass else { return }
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

  /// What is said in few words: the rank, and the version where no address tells it.
  var note: String? {
    var parts: [String] = []
    if let rank { parts.append("Rank \(rank)") }
    if let version,
      url != PaperID(scheme: id.scheme, value: id.value, version: version, subjectClass: id.subjectClass).url
    {
      parts.append("Version \(version)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
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

/// A date as precise as its source gives it.
struct PartialDate: Hashable {
  var year: Int
  /// 1-12.
  var month: Int?
  /// 1-31, only with a month.
  var day: Int?

  init(_ month: YearMonth) {
    year = month.year
    self.month = month.month
  }

  /// Reads `2024`, `2024-09`, `2024-09-13`, also with a time of day behind it.
  /// - Returns: `nil` for anything else, and for a day that its month does not have.
  init?(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.count > 10, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") {
      bytes.removeSubrange(10...)
    }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].allSatisfy { $0.isDigit } ? bytes[range].reduce(0) { $0 * 10 + $1.digitValue } : nil
    }
    guard [4, 7, 10].contains(bytes.count), let year = number(0..<4), year > 0 else { return nil }
    self.year = year
    if bytes.count >= 7 {
      guard bytes[4] == UInt8(ascii: "-"), let month = number(5..<7), (1...12).contains(month) else {
        return nil
      }
      self.month = month
    }
    if bytes.count == 10, let month {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard bytes[7] == UInt8(ascii: "-"), let day = number(8..<10), (1...lengths[month - 1]).contains(day)
      else {
        return nil
      }
      self.day = day
    }
  }

  /// `2024`, `2024-09` or `2024-09-13`, with `separator` for the hyphen.
  func text(separator: String = "-") -> String {
    var text = yearText
    if let month { text += separator + Self.padded(month, 2) }
    if let day { text += separator + Self.padded(day, 2) }
    return text
  }

  /// Four digits.
  var yearText: String { Self.padded(year, 4) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
  }
}
