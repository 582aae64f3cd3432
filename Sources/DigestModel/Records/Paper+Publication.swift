import DigestText

extension Paper {
  /// What the paper is, for every format alike: a venue means that it was published, whatever else is said (rule B17).
  package var publicationType: PublicationType {
    if let type = record.type, type != .preprint, type != .document { return type }
    return record.type == nil || venue != nil ? impliedType : record.type ?? impliedType
  }

  /// What follows from everything else that is known of it.
  package var impliedType: PublicationType {
    if let venue { return VenueTable.isProceedings(venue) ? .conferencePaper : .journalArticle }
    if let event = record.details[.event], !event.holdsNothing { return .conferencePaper }
    switch id.scheme {
    case .arxiv: return .preprint
    case .url: return .webpage
    case .isbn: return .book
    default: return .document
    }
  }

  /// The venue; `nil` where the text only says that the paper is on arXiv.
  package var venue: String? {
    guard let container = record.container, !container.holdsNothing, !VenueTable.isArchive(container) else {
      return nil
    }
    return container
  }
}

extension String {
  /// Whether it holds nothing but white space: a field of it would be empty for most readers.
  package var holdsNothing: Bool { unicodeScalars.allSatisfy(\.isWhiteSpace) }
}
