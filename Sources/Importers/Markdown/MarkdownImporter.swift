import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads digests, and any other Markdown about papers.
///
/// The seven sections are found by name and typed entry by entry. What no recogniser types stays as blocks where it
/// stood, so every word of the input is in the digest. A document without any known section becomes sections of kind
/// `other`, with its papers indexed.
public struct MarkdownImporter: Importer {
  /// Which names sections go by.
  public var aliases: SectionAliases

  /// - Parameter aliases: which names sections go by; `SectionAliases.adding(_:)` adds to the built-in ones.
  public init(aliases: SectionAliases = .standard) { self.aliases = aliases }

  /// `markdown`.
  public var name: String { "markdown" }
  /// One line for a list of formats.
  public var summary: String { "Markdown digests in the seven-section layout, or any Markdown about papers" }
  /// `md` and its relatives, and `txt`.
  public var fileExtensions: [String] { ["md", "markdown", "mdown", "mkd", "txt"] }

  /// `true`.
  public var readsAnyText: Bool { true }
  /// `Markdown`.
  public var title: String { "Markdown" }

  /// Always possible, since Markdown has no signature: this importer is asked last.
  public func recognises(_ bytes: [UInt8]) -> Recognition { .possible }

  /// `nil`: it is always UTF-8.
  public func encoding(of bytes: [UInt8]) -> SourceEncoding? { nil }

  /// Reads the whole source.
  /// - Parameter source: UTF-8; a byte order mark may stand first.
  /// - Returns: the digest, not yet normalised, the places of its nodes, and what there is to report.
  /// - Throws: `DiagnosticError` for hostile input only: nesting or size beyond `MarkdownLimits`.
  /// - Complexity: O(n log n) for n bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let context = MarkdownContext(source)
    let reader = MarkdownDigestReader(context, aliases: aliases)
    var digests = try reader.digests()
    if context.diagnostics.contains(where: { $0.id == MarkdownDiagnostics.nestingTooDeep }) {
      throw DiagnosticError(context.diagnostics)
    }
    var result = ImportResult(
      digest: digests.removeFirst(), sourceMap: context.sourceMap, diagnostics: context.diagnostics)
    result.furtherDigests = digests
    if context.isDigest { result.carriesMetadata = true }
    return result
  }
}
