import Testing

@testable import DigestSyntax

/// Rules C1 and C2.
@Suite("CSV writer")
struct CSVWriterTests {
  private func write(_ records: [[CSVCell]], _ dialect: CSVDialect = CSVDialect()) throws -> String {
    var writer = CSVWriter(dialect: dialect)
    for record in records { try writer.append(record) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "C1: quotes stand where they are needed and nowhere else",
    arguments: [
      ("plain", "plain"),
      ("a,b", "\"a,b\""),
      ("a;b", "a;b"),
      ("say \"x\"", "\"say \"\"x\"\"\""),
      ("\"", "\"\"\"\""),
      ("\"\"", "\"\"\"\"\"\""),
      ("a\nb", "\"a\nb\""),
      ("a\rb", "\"a\rb\""),
      (" lead", "\" lead\""),
      ("trail ", "\"trail \""),
      ("\ttab", "\"\ttab\""),
      ("in\tside", "in\tside"),
      ("", "\"\""),
      ("Nguyễn ế 😀 שלום", "Nguyễn ế 😀 שלום"),
    ])
  func quotesWhereNeeded(text: String, field: String) throws {
    #expect(try write([[.text(text), .text("x")]]) == field + ",x\r\n")
  }

  @Test("C1: LF on request, and any of the three delimiters")
  func honoursDialect() throws {
    let record: [CSVCell] = [.text("a,b"), .text("c;d"), .text("e\tf")]
    #expect(try write([record], CSVDialect(terminator: .lf)) == "\"a,b\",c;d,e\tf\n")
    #expect(try write([record], CSVDialect(delimiter: .semicolon)) == "a,b;\"c;d\";e\tf\r\n")
    #expect(try write([record], CSVDialect(delimiter: .tab)) == "a,b\tc;d\t\"e\tf\"\r\n")
  }

  @Test("C2: no byte order mark unless asked for")
  func writesByteOrderMarkOnRequest() throws {
    #expect(try write([[.text("a"), .text("b")]]).utf8.first == UInt8(ascii: "a"))
    #expect(try write([[.text("a"), .text("b")]], CSVDialect(hasByteOrderMark: true)) == "\u{FEFF}a,b\r\n")
  }

  @Test("C6: a missing cell and an empty text are different bytes")
  func tellsMissingFromEmpty() throws {
    #expect(try write([[.text("a"), .missing, .text("")]]) == "a,,\"\"\r\n")
    #expect(try write([[.missing]]) == "\"\"\r\n")
  }

  @Test("C1: a record of another width is refused")
  func refusesRaggedRecord() throws {
    var writer = CSVWriter()
    try writer.append([.text("a"), .text("b")])
    #expect(throws: CSVWidthError(expected: 2, found: 1)) { try writer.append([.text("a")]) }
  }
}
