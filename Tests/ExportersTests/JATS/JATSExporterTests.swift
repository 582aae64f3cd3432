import DigestModel
import Exporters
import Foundation
import Syntax
import TestSupport
import Testing

@Suite struct JATSExporterTests {
  private func export(_ digest: Digest) throws -> (bytes: [UInt8], root: XMLElement, losses: LossLog) {
    let result = JATSExporter().export(digest)
    let bytes = result.files[0].bytes
    return (bytes, try XMLElement.parse(bytes), result.losses)
  }

  @Test func writesEveryWordInDocumentOrder() throws {
    let (bytes, root, _) = try export(WholeDigest.digest)
    if let path = ProcessInfo.processInfo.environment["JATS_DUMP"] {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    #expect(WordCollector.firstMissing(of: WholeDigest.digest, in: JATSText.words(root)) == nil)
  }
}
