import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Foundation

/// The digests of the shared corpus, read by the Markdown importer.
enum CorpusDigests {
  static let whole = "2024-09.md"

  /// The whole digest and the excerpts, by their path in the corpus.
  static let paths: [String] = {
    guard let folder = SharedFolder.url?.appendingPathComponent("corpus/excerpts") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return [whole] + names.filter { $0.hasSuffix(".md") }.sorted().map { "excerpts/" + $0 }
  }()

  static func read(_ path: String) throws -> Digest {
    let document = SourceDocument(name: path, bytes: try SharedFolder.bytes("corpus/" + path))
    var digest = try MarkdownImporter().read(document).digest
    digest.normalise()
    return digest
  }
}
