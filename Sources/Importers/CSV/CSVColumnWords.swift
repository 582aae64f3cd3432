import DigestModel

/// What the programs that write tables of papers call their columns, where the table of field names does not know it or
/// means something else by it.
///
/// - Source: exports of the programs; Web of Science Core Collection, *Field Tags*.
struct CSVProgram {
  /// Headers that only tables of this program have together, folded.
  var signature: [String]
  /// The language of its texts.
  var dialect: RecordDialect
  /// A folded header, and the name that the table of field names knows it by; an empty one for a column that says nothing
  /// of the paper, or nothing better than another column.
  var words: [String: String]

  /// - Parameter words: lines with a name of the table of field names and the headers that stand for it; `-` for none.
  private init(_ signature: String, _ dialect: RecordDialect, _ words: String) {
    self.signature = signature.split(separator: " ").map(String.init)
    self.dialect = dialect
    self.words = CSVColumnWords.words(words)
  }

  /// - Parameter headers: folded.
  static func program(of headers: Set<String>) -> CSVProgram? {
    all.first { program in program.signature.allSatisfy(headers.contains) }
  }

  private static let all: [CSVProgram] = [
    zotero, webOfScienceTags, webOfScience, scopus, dimensions, pubMed, publishOrPerish, openAlex, ieee,
  ]

  private static let zotero = CSVProgram(
    "key itemtype publicationyear abstractnote", .html,
    """
    keywords: manualtags automatictags
    eventtitle: conferencename meetingname
    number: seriesnumber
    -: key dateadded datemodified accessdate archive librarycatalog rights notes fileattachments linkattachments
    """)

  private static let webOfScienceTags = CSVProgram(
    "pt au ti so", .html,
    """
    authorsparsed: af
    authors: au
    title: ti
    publicationtitle: so
    editors: be ed
    collectiontitle: se
    language: la
    type: dt
    eventtitle: ct
    authorkeywords: de
    abstract: ab
    publisher: pu
    publisherplace: pi
    issn: sn
    eissn: ei
    isbn: bn
    month: pd
    year: py
    volume: vl
    issue: is
    startpage: bp
    endpage: ep
    articlenumber: ar
    doi: di
    uid: ut
    pmid: pm
    -: pt id
    """)

  private static let webOfScience = CSVProgram(
    "publicationtype authorfullnames articletitle sourcetitle", .html,
    """
    authorsparsed: authorfullnames
    month: publicationdate
    uid: utuniquewosid utuniqueid
    type: documenttype
    publisherplace: publishercity
    editors: bookeditors
    -: publicationtype
    """)

  private static let scopus = CSVProgram(
    "title sourcetitle eid", .html,
    """
    authorsparsed: authorfullnames
    articlenumber: artno
    -: source affiliations
    """)

  private static let dimensions = CSVProgram(
    "publicationid dimensionsurl", .html,
    """
    editors: bookeditors
    booktitle: anthologytitle
    -: rank publicationdateprint dimensionsurl
    """)

  private static let pubMed = CSVProgram(
    "pmid title firstauthor createdate", .library,
    """
    publicationtitle: journalbook
    -: createdate citation firstauthor
    """)

  private static let publishOrPerish = CSVProgram(
    "cites authors title gsrank", .html,
    """
    publicationtitle: source
    -: type age
    """)

  private static let openAlex = CSVProgram(
    "displayname publicationyear authorshipsauthordisplayname", .html,
    """
    openalex: id ids.openalex
    authorsparsed: authorshipsauthordisplayname
    authors: authorshipsrawauthorname
    -: authorshipsauthorposition
    """)

  private static let ieee = CSVProgram(
    "documenttitle documentidentifier", .html,
    """
    authorkeywords: authorkeywords
    -: onlinedate issuedate meetingdate dateaddedtoxplore
    """)
}

/// Headers of tables in general.
enum CSVColumnWords {
  /// A folded header, and the name that the table of field names knows it by.
  static let general = words(
    """
    title: documenttitle paperstitle titleofthepaper titleofarticle publicationtitles
    publicationtitle: sourcetitle secondarytitle journalbook journalconference journalorconference bookorjournal
    pages: pagination artno pagenumbers
    month: publishedmonth
    language: languageoforiginaldocument
    publisherplace: publishercity
    collectiontitle: bookseriestitle
    type: referencetype bibliographytype
    citationkey: bibtexkey
    authors: authorsnames namesofauthors
    arxiv: arxivlinks linktoarxiv
    url: linktopaper papersurl
    openalex: idsopenalex
    -: access accessed
    """)

  /// - Parameter rows: lines with a name and the headers that stand for it; `-` for none.
  static func words(_ rows: String) -> [String: String] {
    var words: [String: String] = [:]
    for row in rows.split(separator: "\n") {
      let parts = row.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      for header in parts[1].split(separator: " ") {
        words[String(header)] = parts[0] == "-" ? "" : String(parts[0])
      }
    }
    return words
  }
}
