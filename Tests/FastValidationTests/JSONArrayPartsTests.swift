import DigestTestSupport
import DigestText
import Testing

@testable import DigestFastValidation

/// A long list is looked at in parts; what is wrong in one of them, or between two, is still seen.
@Suite struct JSONArrayPartsTests {
  private static let items = (0..<20_000).map { "  {\n    \"id\": \"kite \($0)\"\n  }" }
  private static let schema = """
    {"type": "array", "items": {"type": "object", "required": ["id"], "additionalProperties": false, "properties": {"id": {"type": "string"}}}}
    """

  private func accepts(_ text: String, _ schema: String = schema) throws -> Bool {
    let schema = try #require(QuickJSONSchema(Array(schema.utf8)))
    let bytes = Array(text.utf8)
    let answer = schema.accepts(json: bytes, with: .backwards(3))
    #expect(answer == schema.accepts(json: bytes))
    return answer
  }

  private func list(_ items: [String]) -> String { "[\n" + items.joined(separator: ",\n") + "\n]\n" }

  @Test func takesAValidList() throws {
    let text = list(Self.items)
    #expect(try #require(JSONArrayParts(Array(text.utf8), for: .backwards(3))).count > 2)
    #expect(try accepts(text))
  }

  @Test(arguments: [0, 1, 833, 10_000, 19_999])
  func seesAWrongElementAnywhere(position: Int) throws {
    var items = Self.items
    items[position] = "  {\n    \"id\": 5\n  }"
    #expect(try !accepts(list(items)))
    items[position] = "  {\n    \"id\": \"a\"\n  },"
    #expect(try !accepts(list(items)))
  }

  @Test(arguments: ["]", "x", ",", "[]", "5"])
  func seesWhatFollowsTheList(rest: String) throws { #expect(try !accepts(list(Self.items) + rest)) }

  @Test func leavesASchemaThatSaysMoreOfTheListAlone() throws {
    let schema = Self.schema.replacing(
      "\"items\": {\"type\": \"object\"", with: "\"maxItems\": 10, \"items\": {\"type\": \"object\"")
    #expect(try !accepts(list(Self.items), schema))
  }
}
