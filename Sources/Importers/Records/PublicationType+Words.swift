import DigestModel

extension PublicationType {
  /// The type that a source names by one of its words: CSL, BibTeX, Zotero, Crossref, OpenAlex, DataCite, Semantic
  /// Scholar, CFF, Hayagriva, RIS, PubMed, INSPIRE.
  /// - Returns: `nil` for a word that is none of them.
  init?(word: String) {
    let folded = RecordFieldTable.folded(word)
    guard let type = Self.words[folded] else { return nil }
    self = type
  }

  private static let words: [String: PublicationType] = {
    let rows: [(PublicationType, String)] = [
      (
        .journalArticle,
        """
        articlejournal journalarticle journalpaper journal articleinjournal researcharticle reviewarticle dataarticle \
        jour scholarlyarticle lettersandcomments letter article casereport clinicaltrial articlejour metaanalysis
        """
      ),
      (
        .conferencePaper,
        """
        paperconference conferencepaper inproceedings proceedingsarticle conference conferencearticle cpaper conf \
        conferenceabstract confproc confproceedings conferenceandworkshoppapers proceedingspaper workshoppaper conferenceproceeding
        """
      ),
      (
        .preprint,
        "preprint postedcontent repository eprint workingpaper submittedversion informalpublications informalandotherpublications unpublishedpreprint"
      ),
      (.book, "book monograph books editedbook referencebook booksandtheses bookset mvbook"),
      (
        .chapter,
        "chapter bookchapter booksection bookpart inbook incollection chap incollections bookcontent anthos"
      ),
      (
        .thesis,
        "thesis dissertation phdthesis mastersthesis masterthesis doctoralthesis bachelorthesis bachelorsthesis thes"
      ),
      (.report, "report techreport technicalreport reportcomponent rprt reportseries whitepaper govdoc"),
      (.dataset, "dataset data dataandartifacts database"),
      (
        .software,
        "software softwarecode computerprogram softwareexecutable softwarecontainer comp sourcecode program code"
      ),
      (.webpage, "webpage web website online elec"), (.blogPost, "postweblog blogpost blog"),
      (.magazineArticle, "articlemagazine magazinearticle mgzn"),
      (.newspaperArticle, "articlenewspaper newspaperarticle news newspaper"),
      (.review, "review reviewbook bookreview peerreview"),
      (.encyclopediaEntry, "entryencyclopedia encyclopediaarticle referenceentry encyc reference"),
      (.patent, "patent pat"), (.standard, "standard"), (.speech, "speech presentation talk lecture slide"),
      (.manuscript, "manuscript unpublished unpb"), (.document, "document misc other gen"),
    ]
    var words: [String: PublicationType] = [:]
    for (type, names) in rows { for name in names.split(separator: " ") { words[String(name)] = type } }
    return words
  }()
}
