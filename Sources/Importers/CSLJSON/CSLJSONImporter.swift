import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads CSL-JSON, as Zotero, pandoc and citation processors write it: a paper for each item.
public struct CSLJSONImporter: Importer {
  /// The name on the command line.
  public let name = "csl-json"
  /// What people call the format.
  public let title = "CSL-JSON"
  /// One line for `digest-convert formats`.
  public let summary = "CSL-JSON items of Zotero, pandoc and citation processors"
  /// Without the point, lower case.
  public let fileExtensions = ["csl.json", "json"]

  /// Makes an importer; it has no options.
  public init() {}

  /// Whether the first item has a type of CSL and a variable that other lists do not write so.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    CSLRecognition.recognise(JSONHead(bytes).fields)
  }

  /// Reads the whole source.
  /// - Throws: what is wrong with the JSON, or that there is no record of a paper in it.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    try CSLItems.read(JSONReader.read(source))
  }
}

/// Reads the same items in YAML, as pandoc has them in its metadata.
public struct CSLYAMLImporter: Importer {
  /// The name on the command line.
  public let name = "csl-yaml"
  /// What people call the format.
  public let title = "CSL-YAML"
  /// One line for `digest-convert formats`.
  public let summary = "the items of CSL-JSON in YAML, as pandoc has them"
  /// Without the point, lower case.
  public let fileExtensions = ["csl.yaml", "csl.yml", "yaml", "yml"]

  /// Makes an importer; it has no options.
  public init() {}

  /// Whether the first item has a type of CSL and a variable that other lists do not write so.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    let head = YAMLHead(bytes)
    guard !head.isFollowedByText, head.top.isEmpty || head.top.contains("references") else { return .none }
    return CSLRecognition.recognise(head.fields)
  }

  /// Reads the whole source.
  /// - Throws: what is wrong with the YAML, or that there is no record of a paper in it.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    try CSLItems.read(YAMLReader.read(source))
  }
}

/// Tells items of CSL from other records by the fields of the first one.
private enum CSLRecognition {
  static func recognise(_ fields: [HeadField]) -> Recognition {
    let isTyped = fields.contains {
      $0.key == "type" && $0.text.flatMap(PublicationType.init(rawValue:)) != nil
    }
    // The first item may have an unknown type.
    let isDated = ["id", "issued", "date-parts"].allSatisfy { key in fields.contains { $0.key == key } }
    // Crossref has lists of titles.
    let isOther = fields.contains {
      $0.kind == .sequence && ["title", "container-title"].contains($0.key) || $0.key == "cff-version"
    }
    guard isTyped || isDated, !isOther else { return .none }
    let marks: Set<String> = [
      "issued", "accessed", "container-title", "citation-key", "title-short", "publisher-place", "DOI", "URL",
      "ISBN",
      "ISSN", "event-title", "collection-title", "page", "author", "editor",
    ]
    let found = fields.filter { marks.contains($0.key) }
    let isCertain = found.contains { field in
      switch field.key {
      case "issued", "accessed": field.kind == .mapping || fields.contains { $0.key == "id" }
      case "page", "author", "editor":
        field.kind != .scalar && fields.contains { $0.key == "family" || $0.key == "literal" }
      default: true
      }
    }
    return isCertain ? .certain : fields.contains { $0.key == "id" } ? .possible : .none
  }
}
