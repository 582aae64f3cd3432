/// All words that a table of names knows.
enum NameVocabulary {
  static let words: Set<String> = {
    let tables: [Set<String>] = [
      NameMore.endings, NameSuffixes.words, NameDegrees.words, NameBodies.words, NameConjunctions.plain,
      NameConjunctions.cautious, NameParticles.words, NameParticles.capitalised,
      NameParticles.capitalisedFollowers,
      VietnameseSurnames.all, NamePartReader.companyForms, NamePartReader.placeholders,
    ]
    let labels = NameConjunctions.labels.flatMap { $0.split(separator: " ").map(String.init) }
    return tables.reduce(into: Set(labels)) { $0.formUnion($1) }
  }()
}
