import DigestModel
import DigestText

/// What the fields of records are called.
///
/// - Source: the metadata of arXiv (API, OAI-PMH, the dump on Kaggle), Semantic Scholar, OpenAlex, Crossref, DataCite,
///   DBLP, Zotero, CSL-JSON, CFF, Hayagriva, OpenReview, Hugging Face, Papers with Code, PubMed, Europe PMC, bioRxiv,
///   INSPIRE, NASA ADS, Unpaywall, and lists in public repositories.
enum RecordFieldTable {
  /// A part, and the names of its fields in the order of their fitness, in lower case and without signs. A point stands
  /// between the names of a field and of a field inside it.
  static let rows: [(part: RecordPart, names: String)] = [
    (
      .scheme("arxiv"),
      """
      arxiv arxivid paperarxivid arxivids arxivnumber arxivnum arxivurl arxivlink arxivabs arxivpaper arxivpdf urlarxiv linkarxiv \
      eprint eprintid entryid arxiveprints arxiveprints.value arxiveprint \
      preprint preprinturl urlpreprint eprinturl
      """
    ),
    (
      .scheme("doi"),
      "doi dois doiids doiurl arxivdoi doivalue urldoi doilink articledoi paperdoi prismdoi publisheddoi"
    ),
    (.scheme("pmid"), "pmid pubmed pubmedid medlinepmid"), (.scheme("pmcid"), "pmcid pmc"),
    (
      .scheme("openreview"),
      "openreview openreviewid openreviewurl openreviewlink forum forumid openreviewforum urlopenreview"
    ),
    (.scheme("acl"), "acl aclid anthologyid aclanthology aclanthologyid aclurl aclanthologyurl"),
    (.scheme("openalex"), "openalex openalexid openalexurl"),
    (.scheme("s2"), "s2id s2paperid semanticscholar semanticscholarid semanticscholarurl paperid sha ssid"),
    (.scheme("corpusid"), "corpusid s2corpusid"),
    (.scheme("mag"), "mag magid"), (.scheme("dblp"), "dblp dblpid dblpkey"),
    (.scheme("hal"), "hal halids halid"),
    (.scheme("bibcode"), "bibcode adsbibcode"), (.scheme("inspire"), "inspireid"),
    (
      .ids,
      "externalids archiveid archivelocation ids articleids identifiers identifier serialnumber alternateidentifiers alternativeid pids lensids externalid uid"
    ),
    (.id, "id arxivordoi recordid articleid uniqueid"),
    (.citationKey, "citationkey citekey bibkey bibtexkey bibtexid refkey reflabel key"),
    (.parentType, "parent.type"),
    (
      .type,
      """
      itemtype type publicationtype publicationtypes pubtype entrytype documenttype doctype typecrossref subtype \
      types.resourcetypegeneral types.citeproc types.ris resourcetype resourcetype.type genre kind
      """
    ),
    (
      .title,
      """
      title papertitle papername titleofpaper articletitle fulltitle titles displayname dctitle citationtitle \
      worktitle titlename titletext headline 标题 論文名 论文标题 题目 论文名称 tiêuđề タイトル
      """
    ),
    (.subtitle, "subtitle subtitles"), (.shortTitle, "shorttitle titleshort"),
    (.originalTitle, "originaltitle titleoriginal"),
    (
      .contributors(.author),
      """
      authorsparsed authors author authorlist authornames authorships creators creator authorstring \
      authorslist allauthors fullauthors authorfullnames authorsfull dccreator citationauthor authorname \
      rawauthors writers authfullnames zauthors contributors 作者 tácgiả 著者
      """
    ),
    (.contributors(.editor), "editors editor parent.editor"),
    (.contributors(.translator), "translator translators"),
    (.contributors(.collectionEditor), "collectioneditor seriseditor serieseditor"),
    (.contributors(.containerAuthor), "containerauthor bookauthor"),
    (.contributors(.reviewedAuthor), "reviewedauthor"), (.contributors(.contributor), "contributor"),
    (.hasMoreAuthors, "hasmoreauthors"),
    (
      .date,
      """
      date publicationdate datepublished publisheddate pubdate issued published publishedprint produceddates publishedonline \
      publishedat datepub publicationdateonline firstpublicationdate electronicpublicationdate publishdate dateissued \
      releasedate releasedat preprintdate earliestdate dateonline versions dateofpublication prismcoverdate coverdate \
      citationpublicationdate submitteddate submissiondate datesubmitted submitted posteddate posted \
      firstposted v1date datereleased dates createddate created createdat datecreated 日期 发布日期 发表时间 时间 ngày ngàyđăng
      """
    ),
    (.unixTime, "pdate odate cdate tcdate"),
    (
      .year,
      "year pubyear publicationyear publicationdateyi publishedyear yearpublished publishyear dateyear 年份 năm"
    ),
    (.month, "month pubmonth publicationmonth"), (.day, "day"),
    (
      .detail(.container),
      """
      containertitle publicationtitle booktitle proceedingstitle venue venuename conference journaltitle journal \
      journalref journalname arxivjournalref journalrefs conferencename publicationvenue.name journal.name journal.title journal.displayname \
      primarylocation.source.displayname hostvenue.displayname journalinfo.journal.title journalinfo.title \
      container.title container source.title hostvenue.name fulljournalname prismpublicationname publicationname journaltitles journals.title journaltitleabbreviation \
      containertitleshort journalabbreviation shortcontainertitle journalnameraw journalbookname pub \
      publication publishedin appearedin encyclopediatitle dictionarytitle websitetitle blogtitle \
      forumtitle journalconf proceeding proceedings parent.title venueid publicationinfo.journaltitle \
      publicationinfo.pubinfofreetext server 期刊 会议 发表 hộinghị tạpchí
      """
    ),
    (.detail(.series), "collectiontitle series seriestitle"),
    (
      .detail(.volume),
      "volume journalvolume biblio.volume prismvolume parent.volume journal.volume journalinfo.volume publicationinfo.journalvolume vol"
    ),
    (
      .detail(.issue),
      "issue journalissue biblio.issue prismissueidentifier parent.issue journal.issue journalinfo.issue publicationinfo.journalissue issuenumber"
    ),
    (.number, "number reportno reportnumber reportnumbers"),
    (
      .detail(.pages),
      """
      pages page pagerange pageinfo journal.pages biblio.pages publicationinfo.pages prismpagerange articlenumber \
      journalpages publicationinfo.artid elocationid
      """
    ),
    (
      .firstPage,
      "firstpage biblio.firstpage startingpage startpage pagestart journal.start publicationinfo.pagestart"
    ),
    (.lastPage, "lastpage biblio.lastpage endingpage endpage pageend journal.end publicationinfo.pageend"),
    (
      .detail(.publisher),
      """
      publisher publishername publisher.name parent.publisher parent.publisher.name institution school university institutionname \
      institution.name publisherinfo
      """
    ),
    (
      .detail(.place),
      "publisherplace place address publisherlocation placeofpublication publisher.location parent.publisher.location parent.location"
    ),
    (.detail(.edition), "edition"),
    (
      .detail(.event),
      "eventtitle event event.name conferencetitle conference.name meetingname"
    ),
    (.detail(.isbn), "isbn isbns parent.serialnumber.isbn"),
    (
      .detail(.issn),
      "issn issnl issns eissn journalissn journalissnl journalissns journalinfo.journal.issn parent.serialnumber.issn"
    ),
    (.detail(.language), "language lang languages"),
    (.detail(.comment), "comments comment arxivcomment authorcomment authorscomment"),
    (
      .abstract,
      """
      abstract abstractnote abstracttext paperabstract fullabstract abstractinvertedindex dcdescription \
      dctermsabstract articleabstract abstracts summary descriptions description desc tldr tldrtext \
      摘要 tómtắt 概要
      """
    ),
    (
      .keywords,
      """
      keywords keyword tags tag labels subjects subject keywordlist authorkeywords fieldsofstudy \
      s2fieldsofstudy mesh keywordlist.keyword concepts 关键词 từkhóa
      """
    ),
    (
      .categories,
      """
      primarycategory arxivprimarycategory primarysubject primaryclass categories category arxivcategories \
      arxivcategory arxiveprints.categories subjectareas primaryarea
      """
    ),
    (.topics, "topics topic researchtopics chủđề 主题"),
    (.addressOrTitle, "paper paperlink paperurl linktopaper"),
    (
      .link(.landingPage),
      """
      url link href paperurlabs urlabs abs absurl abslink abstracturl landingpageurl primarylocation.landingpageurl \
      landingpage paperpage html htmlurl fulltexturl puburl site articleurl articlelink sourceurl originalurl \
      publicationurl urlpaper publisherurl webpage uri uris alternate ee 链接 论文链接 liênkết primarylocation.url \
      resource.primary.url
      """
    ),
    (
      .link(.pdf),
      """
      pdf pdfurl urlpdf paperurlpdf paperpdf pdflink linkpdf openaccesspdf openaccesspdf.url \
      primarylocation.pdfurl bestoalocation.pdfurl bestoalocation.urlforpdf fulltextpdf oaurl downloadurl openaccess.oaurl fileurl
      """
    ),
    (
      .link(.code),
      """
      code codeurl codelink urlcode linkcode github githuburl githubrepo githublink repo repository repourl repositoryurl \
      repositorycode officialcode codebase codes sourcecode implementation implementationurl git gitlab coderepo 代码 \
      coderepository officialcodeurl paperrepo mãnguồn
      """
    ),
    (
      .link(.project),
      "project projectpage projecturl projectlink urlproject projectwebsite website homepage demopage 项目主页 项目"
    ),
    (.link(.data), "dataset dataseturl datasetlink datasets urldataset data dataurl datalink 数据集"),
    (.link(.video), "video videourl videolink youtube urlvideo videos"),
    (
      .link(.other),
      "slides slidesurl urlslides poster posterurl urlposter demo blog blogpost supplementary urlsource"
    ),
    (.links, "links urls websites fulltexturllist fulltexturllist.fulltexturl"),
    (.name, "names name acronym shortname alias aliases nickname modelname"),
    (.rank, "rank ranking"), (.bibTeX, "bibtex bib bibtexentry bibentry bibtexcitation"),
    (.more, "extra note"),
  ]

  private static let entries: (fields: [String: RecordField], containers: Set<String>) = {
    var fields: [String: RecordField] = [:]
    var containers: Set<String> = []
    for row in rows {
      for (fitness, name) in row.names.split(separator: " ").enumerated() {
        let name = String(name)
        if fields[name] == nil { fields[name] = RecordField(part: row.part, fitness: fitness) }
        var path = name[...]
        while let point = path.lastIndex(of: ".") {
          path = path[..<point]
          containers.insert(String(path))
        }
      }
    }
    return (fields, containers)
  }()

  /// - Parameter name: folded.
  static func field(_ name: String) -> RecordField? { entries.fields[name] }

  /// Whether fields inside a mapping of this folded name are in the table.
  static func isContainer(_ name: String) -> Bool { entries.containers.contains(name) }

  /// Lower case, without signs and white space.
  static func folded(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    var hasOther = false
    for byte in name.utf8 where byte.isAlphanumeric || byte.isNonASCII {
      bytes.append(byte.lowercased)
      hasOther = hasOther || byte.isNonASCII
    }
    let folded = String(decoding: bytes, as: UTF8.self)
    return hasOther ? folded.lowercased() : folded
  }
}

/// What the keys of one file mean; each is folded once.
struct RecordKeys {
  enum Meaning {
    case field(RecordField)
    /// A mapping of which some fields are in the table, by its folded name.
    case container(String)
    case both(RecordField, String)
    /// A field of the format that a record has no part for.
    case kept
    case unknown
  }

  private let vocabulary: RecordVocabulary
  private var meanings: [String: Meaning] = [:]
  private var inner: [String: [String: Meaning]] = [:]
  private var dialects: [String: RecordDialect] = [:]

  /// - Parameter vocabulary: that of the format, which counts before the table.
  init(_ vocabulary: RecordVocabulary = RecordVocabulary()) { self.vocabulary = vocabulary }

  mutating func meaning(of key: String) -> Meaning {
    if let known = meanings[key] { return known }
    let meaning = said(key) ?? Self.meaning(ofPath: RecordFieldTable.folded(key, keepingPoints: true))
    meanings[key] = meaning
    if let dialect = RecordDialect(key: key) { dialects[key] = dialect }
    return meaning
  }

  /// Says what a key means in this file.
  /// - Parameter name: the name of a field of the table; empty for a key that has no part.
  mutating func define(_ key: String, as name: String) {
    meanings[key] = name.isEmpty ? .unknown : Self.meaning(ofPath: name)
  }

  /// The dialect that a key tells, once its meaning was asked.
  mutating func dialect(of key: String) -> RecordDialect? {
    _ = meaning(of: key)
    return dialects.isEmpty ? nil : dialects[key]
  }

  /// - Parameter container: the folded name of the mapping that the key stands in.
  mutating func meaning(of key: String, in container: String) -> Meaning {
    if let known = inner[container]?[key] { return known }
    let path = container + "." + RecordFieldTable.folded(key)
    let meaning = said(path) ?? Self.meaning(ofPath: path)
    inner[container, default: [:]][key] = meaning
    return meaning
  }

  /// What the vocabulary says of a field.
  private func said(_ name: String) -> Meaning? {
    guard let field = vocabulary[name] else { return nil }
    let path = RecordFieldTable.folded(name, keepingPoints: true)
    let isContainer = RecordFieldTable.isContainer(path)
    guard let field else { return isContainer ? .container(path) : .kept }
    return isContainer ? .both(field, path) : .field(field)
  }

  private static func meaning(ofPath path: String) -> Meaning {
    let isContainer = RecordFieldTable.isContainer(path)
    guard let field = RecordFieldTable.field(path) else { return isContainer ? .container(path) : .unknown }
    return isContainer ? .both(field, path) : .field(field)
  }
}

extension RecordFieldTable {
  /// `primary_location.source.display_name` as a key of its own, as tables flattened to JSON have it.
  static func folded(_ name: String, keepingPoints: Bool) -> String {
    guard keepingPoints, name.utf8.contains(UInt8(ascii: ".")) else { return folded(name) }
    let path = name.split(separator: ".").map { folded(String($0)) }.joined(separator: ".")
    return field(path) == nil ? folded(name) : path
  }
}
