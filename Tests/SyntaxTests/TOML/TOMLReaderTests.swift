import DigestDiagnostics
import DigestSyntax
import Testing

/// TOML as front matter has it.
@Suite struct TOMLReaderTests {
  private static func dump(_ node: LocatedNode) -> String {
    switch node.content {
    case .scalar(let scalar):
      scalar.kind == .text ? "'\(scalar.text)'" : "\(scalar.kind.rawValue) \(scalar.text)"
    case .sequence(let items): "[\(items.map(dump).joined(separator: ", "))]"
    case .mapping(let members): "{\(dump(members))}"
    }
  }

  private static func dump(_ members: [LocatedMember]) -> String {
    members.map { "\($0.key): \(dump($0.value))" }.joined(separator: ", ")
  }

  private static func read(_ text: String) -> TOMLReader {
    TOMLReader(Array(text.utf8), in: 0..<text.utf8.count)
  }

  @Test(arguments: [
    ("a = \"b\"", "a: 'b'"), ("a='b\\n'", "a: 'b\\n'"),
    ("a = \"q\\\"\\u00e9\\t\\U0001F600\"", "a: 'q\"é\t😀'"),
    ("a = \"\"\"\nb\n\nc \\\n  d\"\"\"", "a: 'b\n\nc d'"), ("a = '''\n'b'\\x'''", "a: ''b'\\x'"),
    ("a = \"\"", "a: ''"),
    ("a = \"\"\"b\"\"\"\"", "a: 'b\"'"),
    (
      "a = 1_000\nb = -1.5e3\nc = true\nd = false",
      "a: number 1_000, b: number -1.5e3, c: boolean true, d: boolean false"
    ),
    (
      "a = 2024-01-05\nb = 07:32:00\nc = 1979-05-27 07:32:00\nd = 1979-05-27T07:32:00Z",
      "a: '2024-01-05', b: '07:32:00', c: '1979-05-27 07:32:00', d: '1979-05-27T07:32:00Z'"
    ),
    ("a = [\"b\", 'c', [1]]", "a: ['b', 'c', [number 1]]"),
    ("a = [ # x\n \"b\",\n # y\n \"c\",\n]", "a: ['b', 'c']"),
    ("a = []\nb = {}", "a: [], b: {}"), ("a = {b = 1, c.d = \"e\"}", "a: {b: number 1, c: {d: 'e'}}"),
    ("# c\na = 1 # d\r\n\r\n\"x y\" = 2\n", "a: number 1, x y: number 2"),
    ("a.b = 1\na.c = 2", "a: {b: number 1, c: number 2}"),
    ("[t]\na = 1\n[t.u]\nb = 2\n[v]\nc = 3", "t: {a: number 1, u: {b: number 2}}, v: {c: number 3}"),
    ("[[p]]\na = 1\n[[p]]\na = 2\n[p.q]\nb = 3", "p: [{a: number 1}, {a: number 2, q: {b: number 3}}]"),
    ("tác_giả = \"A\"", "tác_giả: 'A'"),
  ])
  func readsEveryKindOfValue(text: String, expected: String) {
    let reader = Self.read(text)
    #expect(Self.dump(reader.members) == expected)
    #expect(reader.unread.isEmpty)
  }

  @Test(arguments: [
    ("a = 1\nwords\nb = 2", "a: number 1, b: number 2", ["words"]),
    ("a = b\nc = \"d", "", ["a = b", "c = \"d"]),
    ("a = 1\na = 2", "a: number 1", ["a = 2"]), ("a = [1\nb = 2", "b: number 2", ["a = [1"]),
    ("[t\na = 1", "a: number 1", ["[t"]),
    ("a = 1 b\n", "", ["a = 1 b"]), ("= 1", "", ["= 1"]),
    ("a = \"\\q\"  \nb = 1", "b: number 1", ["a = \"\\q\""]),
    ("a = 1\n[a]\nb = 2\n[a.c]", "a: number 1, b: number 2", ["[a]", "[a.c]"]),
    ("a = 1\r\n???\r\n", "a: number 1", ["???"]),
  ])
  func readsOnAfterALineThatIsNotTOML(text: String, expected: String, unread: [String]) {
    let reader = Self.read(text)
    #expect(Self.dump(reader.members) == expected)
    let bytes = Array(text.utf8)
    #expect(reader.unread.map { String(decoding: bytes[$0.lower..<$0.upper], as: UTF8.self) } == unread)
  }

  @Test func knowsThePlacesOfKeysAndValues() {
    let text = "x = 1\nkey = \"value\"\n"
    let member = Self.read(text).members[1]
    #expect(member.keyRange == SourceRange(6, 9))
    #expect(member.value.range == SourceRange(12, 19))
  }

  @Test("hostile input ends soon", .timeLimit(.minutes(20)))
  func endsSoon() {
    for part in [
      "[", "a = [", "{", "a=\"\"\"", "[[a]]\n", "a.b.c.", "a = {b=", "[a.a]\n", "\"", "a\(1) = 1\n",
    ] {
      _ = Self.read(String(repeating: part, count: 20_000))
    }
    _ = Self.read((0..<20_000).map { "k\($0) = 1\n" }.joined())
    _ = Self.read("a = " + String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000))
  }
}
