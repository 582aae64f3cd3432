import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestPlatform

/// Fills in what a source leaves unsaid about itself: its language, its period, its name and hash.
///
/// A digest that already names its source was enriched when it was first read, perhaps with other results. It is left as
/// it is, so that converting an output again changes nothing.
struct Enrichment {
  /// Given by the caller; wins over what the source says.
  var language: String?
  /// Given by the caller; wins over what the source says.
  var period: YearMonth?

  /// - Parameters:
  ///   - carriesMetadata: whether the source has a word for all of this.
  ///   - isOneOfSeveral: whether the source holds other digests, too, so that its name does not say the period.
  func apply(
    to digest: inout Digest, source: SourceDocument, carriesMetadata: Bool, isOneOfSeveral: Bool = false
  ) {
    if let language { digest.metadata.language = language }
    if let period { digest.metadata.period = period }
    guard digest.metadata.source == nil else { return }
    let name = fileName(of: source.name)
    if digest.metadata.language == nil { digest.metadata.language = LanguageGuess.language(of: digest) }
    if digest.metadata.period == nil {
      digest.metadata.period = PeriodGuess.period(of: digest, fileName: isOneOfSeveral ? "" : name)
    }
    if !carriesMetadata {
      digest.metadata.source = Digest.Source(name: name, sha256: SHA256.hexDigest(of: source.bytes))
    }
  }

  /// Without folders: no machine's paths in any output.
  private func fileName(of path: String) -> String {
    path == "<stdin>" ? "stdin" : SourceDocument.fileName(ofPath: path)
  }
}
