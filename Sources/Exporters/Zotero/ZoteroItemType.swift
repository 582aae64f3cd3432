import DigestModel

/// What Zotero calls a kind of publication, and what such items have (rule X1).
///
/// - Source: the item types and fields of Zotero 7; its translators *RDF* (2019) and *Zotero RDF*.
struct ZoteroItemType {
  /// The value of `z:itemType`.
  var name: String
  /// The class of what an item is part of; `nil` where its title is a field of the item.
  var container: StaticString?
  /// The element of those who made it, who are authors of most things.
  var authors: StaticString = "bib:authors"
  /// The type of CSL that Zotero gives such an item.
  var says: PublicationType?

  static func type(of type: PublicationType) -> ZoteroItemType { byType[type] ?? document }

  private static let document = ZoteroItemType(name: "document", says: .document)
  private static let journal = ZoteroItemType(
    name: "journalArticle", container: "bib:Journal", says: .journalArticle)

  private static let byType: [PublicationType: ZoteroItemType] = {
    var byType: [PublicationType: ZoteroItemType] = [
      .journalArticle: journal, .review: journal,
      .magazineArticle: ZoteroItemType(
        name: "magazineArticle", container: "bib:Periodical", says: .magazineArticle),
      .newspaperArticle: ZoteroItemType(
        name: "newspaperArticle", container: "bib:Newspaper", says: .newspaperArticle),
      .conferencePaper: ZoteroItemType(
        name: "conferencePaper", container: "bib:Journal", says: .conferencePaper),
      .chapter: ZoteroItemType(name: "bookSection", container: "bib:Book", says: .chapter),
      .encyclopediaEntry: ZoteroItemType(
        name: "encyclopediaArticle", container: "bib:Book", says: .encyclopediaEntry),
      .webpage: ZoteroItemType(name: "webpage", container: "z:Website", says: .webpage),
      .blogPost: ZoteroItemType(name: "blogPost", container: "z:Blog", says: .blogPost),
      .software: ZoteroItemType(name: "computerProgram", authors: "z:programmers", says: .software),
      .speech: ZoteroItemType(name: "presentation", authors: "z:presenters", says: .speech),
      .patent: ZoteroItemType(name: "patent", authors: "z:inventors", says: .patent),
    ]
    for (word, name) in words {
      guard let type = PublicationType(rawValue: word) else { continue }
      byType[type] = ZoteroItemType(name: name, says: type)
    }
    for (word, name, authors) in makers {
      guard let type = PublicationType(rawValue: word) else { continue }
      byType[type] = ZoteroItemType(name: name, authors: authors, says: type)
    }
    return byType
  }()

  private static let words = [
    ("article", "preprint"), ("book", "book"), ("thesis", "thesis"), ("report", "report"),
    ("dataset", "dataset"), ("standard", "standard"), ("manuscript", "manuscript"), ("legal_case", "case"),
    ("legislation", "statute"), ("bill", "bill"), ("hearing", "hearing"), ("post", "forumPost"),
    ("personal_communication", "letter"), ("entry-dictionary", "dictionaryEntry"),
  ]
  private static let makers: [(String, String, StaticString)] = [
    ("motion_picture", "film", "z:directors"), ("song", "audioRecording", "z:performers"),
    ("graphic", "artwork", "z:artists"), ("map", "map", "z:cartographers"),
    ("broadcast", "tvBroadcast", "z:directors"), ("interview", "interview", "z:interviewees"),
  ]
}
