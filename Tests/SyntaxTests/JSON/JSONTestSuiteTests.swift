import DigestDiagnostics
import DigestTestSupport
import Foundation
import Testing

@testable import DigestSyntax

/// Rule S1: the suite of <https://github.com/nst/JSONTestSuite>.
@Suite("JSONTestSuite", .enabled(if: SharedFolder.isPresent))
struct JSONTestSuiteTests {
  private static let folder = "corpus/JSONTestSuite/test_parsing"

  /// The files whose outcome the standard leaves open and that are read. All other `i_` files are refused: numbers
  /// beyond a double, bytes that are not UTF-8, lone surrogates.
  private static let acceptedOpenCases: Set<String> = [
    "i_number_double_huge_neg_exp.json", "i_number_real_underflow.json", "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json", "i_number_very_big_negative_int.json",
    "i_structure_500_nested_arrays.json",
    "i_structure_UTF-8_BOM_empty_object.json",
  ]

  private static var names: [String] {
    guard let folder = SharedFolder.url?.appendingPathComponent(folder).path,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    return names.sorted()
  }

  @Test("S1: y_ files are read, n_ files are refused with a place, i_ files as decided")
  func agreesWithSuite() throws {
    #expect(Self.names.count > 300)
    for name in Self.names {
      let bytes = try SharedFolder.bytes("\(Self.folder)/\(name)")
      var isRead = true
      do throws(DiagnosticError) {
        // The suite calls a repeated name well-formed; the importer's reading refuses it.
        _ = try JSONReader.read(SourceDocument(name: name, bytes: bytes), duplicateNames: .kept)
      } catch {
        isRead = false
        #expect(error.diagnostics.first?.location != nil, "\(name)")
      }
      #expect(isRead == (name.hasPrefix("y_") || Self.acceptedOpenCases.contains(name)), "\(name)")
    }
  }
}
