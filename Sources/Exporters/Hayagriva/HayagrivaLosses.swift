import DigestDiagnostics
import DigestModel

extension BibliographicRecord {
  /// Records what an entry of Hayagriva has no field for.
  func recordHayagrivaLosses(
    _ type: HayagrivaType, _ parents: HayagrivaParents, in losses: inout LossLog
  ) {
    recordSubjectClass(in: &losses)
    recordMoreContributors("Hayagriva", in: &losses)
    recordType(type.says, as: "'\(type.entry)'", in: &losses)
    var details: [Paper.Detail] = isPublishedByArXiv ? [.publisher, .number] : []
    if let language = self.details[.language], !HayagrivaValue.isLanguage(language) {
      details.append(.language)
    }
    var roles = [ContributorRole.reviewedAuthor]
    if self.details[.series] == nil { roles.append(.collectionEditor) }
    let numbers = parents.serialNumbers
    recordWithoutField(
      details,
      identifiers: identifiers().filter { id in
        HayagrivaParents.key(of: id).map { key in !numbers.contains { $0 == key } } ?? true
      },
      roles: roles, "Hayagriva", in: &losses)
    if let keyAlias {
      losses.record(
        .paperCitationKey, .dropped,
        "a key has letters, digits and '_'; \(quoted(keyAlias)) is left out", at: anchor)
    }
    if let date, date != EDTFDate(start: date.start, isApproximate: date.isApproximate) {
      losses.record(
        .paperDate, .degraded, "Hayagriva has one date; \(quoted(date.description)) says more", at: anchor)
    }
    for field in [OtherField.pageCount, .volumeCount] {
      if case .text(let count)? = otherFields[field], !HayagrivaValue.isCount(count) {
        recordWithoutField(field, "Hayagriva", in: &losses)
      }
    }
    if url.map(HayagrivaValue.isAddress) != true { recordWithoutField(.visited, "Hayagriva", in: &losses) }
  }
}
