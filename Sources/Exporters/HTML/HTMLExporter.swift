public import DigestModel
import DigestSyntax

/// Writes a digest as one page for a browser that needs nothing else: no network, no framework, and no script to be read.
///
/// The page is HTML and well-formed XML alike (W3C, *Polyglot Markup*). The text of a digest is never markup or script in
/// it, and a Content Security Policy lets no other style and script run than those of this package (rule H2). Papers have
/// context objects (COinS), by which reference managers take them out of the page.
public struct HTMLExporter: Exporter {
  /// The program that writes the page, with its version: `digest-convert 1.0.0`.
  public var converter: String?

  /// Makes an exporter.
  /// - Parameter converter: name and version of the program that writes the page; `nil` to name none.
  public init(converter: String? = nil) { self.converter = converter }

  /// The name on the command line.
  public var name: String { "html" }
  /// One line for `digest-convert formats`.
  public var summary: String { "one page to read, search and print, which needs nothing but a browser" }
  /// The output is one file.
  public var layout: OutputLayout { .file(fileExtension: "html") }
  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { HTMLCapabilities.all }

  /// Writes the whole digest; never throws.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    var writer = HTMLWriter([digest], HTMLPlaces(digest), converter: converter)
    writer.writePage()
    return ExportResult(files: [OutputFile(bytes: writer.xml.finish())], losses: writer.losses)
  }

  /// Writes several digests as one page: the digests by month, and each paper once with all its appearances; one digest
  /// is written as it is alone. Never throws.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    guard collection.digests.count != 1 else { return export(collection.digests[0]) }
    var writer = HTMLWriter(collection.digests, HTMLPlaces(collection), converter: converter)
    writer.writePage(of: collection)
    return ExportResult(files: [OutputFile(bytes: writer.xml.finish())], losses: writer.losses)
  }
}
