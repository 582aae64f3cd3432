import DigestDiagnostics
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

@testable import DigestFastValidation

/// What the scanner is sure of, libyaml reads the same; what the writer writes, the scanner is sure of.
@Suite("YAML scanner")
struct YAMLScannerTests {
  /// The pieces of a document as text; a key twice is refused, as readers do.
  private struct Recorder: StructureHandler {
    var pieces: [String] = []
    private var keys: [Set<String>] = []

    mutating func begin(isMapping: Bool) -> Bool {
      pieces.append(isMapping ? "{" : "[")
      keys.append([])
      return keys.count < 100
    }

    mutating func end() -> Bool {
      pieces.append("end")
      return keys.popLast() != nil
    }

    mutating func key(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
      let name = String(decoding: name, as: UTF8.self)
      pieces.append("key \(name)")
      guard !keys.isEmpty else { return false }
      return keys[keys.count - 1].insert(name).inserted
    }

    mutating func scalar(_ kind: LocatedScalar.Kind, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
      pieces.append("\(kind) \(String(decoding: text, as: UTF8.self))")
      return true
    }
  }

  private func scan(_ bytes: [UInt8]) -> [String]? {
    bytes.withUnsafeBufferPointer { buffer in
      let (isSure, recorder) = YAMLScanner.read(buffer, Recorder())
      return isSure ? recorder.pieces : nil
    }
  }

  /// The same from libyaml.
  private func read(_ bytes: [UInt8]) throws -> [String] {
    var pieces: [String] = []
    func walk(_ node: LocatedNode) {
      switch node.content {
      case .scalar(let scalar): pieces.append("\(scalar.kind) \(scalar.text)")
      case .sequence(let items):
        pieces.append("[")
        for item in items { walk(item) }
        pieces.append("end")
      case .mapping(let members):
        pieces.append("{")
        for member in members {
          pieces.append("key \(member.key)")
          walk(member.value)
        }
        pieces.append("end")
      }
    }
    walk(try YAMLReader.read(SourceDocument(name: "t", bytes: bytes)).root)
    return pieces
  }

  @Test(
    "takes what the writer writes",
    arguments: [
      "--- x\n", "--- []\n", "--- {}\n", "--- '1'\n", "---\na: b\n", "---\n- a\n- b c\n",
      "---\na:\n  b:\n    - c: 1\n      d: ['2409.10000', x y, [], [a, [b]]]\n    - - e\n      - f\n  g: null\n",
      "---\na: |-\n  one\n\n  two\n    three\nb: |\n  four\nc: |2-\n    five\n  six\n",
      "---\n- |-\n  one\n- a: |-\n    two\n",
      "---\n'a''b': 'it''s'\n\"a\\tb\": \"\\0\\t\\n\\r\\\"\\\\\\N\\L\\P\\x9F\\uFEFF\"\n",
      "---\nSố: Ngày\nb: a:b c#d [e], {f} & * ! % @ ` | > '\n",
    ])
  func takesWritten(text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try scan(bytes) == read(bytes))
  }

  @Test(
    "gives up at what it does not know, whether or not it is YAML",
    arguments: [
      "", "a: b\n", "---", "---\n", "---\na: b", "--- x", "--- x\n---\n", "---\na: b\n...\n",
      "---\na: b # c\n",
      "---\na:\n  b\n", "---\na: b\n  c\n", "---\na: b\n c: d\n", "---\na:\n   b: c\n", "---\na:\n- b\n",
      "---\na:\n",
      "---\na: b: c\n", "---\na: b:\n", "---\na: b \n", "---\na:  b\n", "---\na: &x b\n", "---\na: !!str b\n",
      "---\na: *x\n", "---\na: >-\n  b\n", "---\na: |+\n  b\n", "---\na: |-\n\n  b\n", "---\na: |-\n   b\n",
      "---\na: |-\n  b\n\nc: d\n", "---\na: |-\n  b\n   \n  c\n", "---\na: |-\n  b \n  c\n",
      "---\na: 'b\n  c'\n",
      "---\na: \"b\\\n  c\"\n", "---\na: \"\\e\"\n", "---\na: \"\\ud800\"\n", "---\na: 'b' c\n",
      "---\na: [b,c]\n",
      "---\na: [b, ]\n", "---\na: [b\n", "---\na: [b: c]\n", "---\na: {b: c}\n", "---\n? a\n: b\n",
      "---\na:\tb\n",
      "---\n\na: b\n", "---\na: \u{2028}b\n", "---\na: \u{85}b\n", "---\n# a\nb: c\n", "---\n- a\nb: c\n",
      "---\na: -1\n", "---\na: 'b\n", "---\n-a: b\n", "---\n- a\n - b\n", "---\na: b\r\n", "---\na: \u{1}\n",
      "---\na: 'b'\n  c\n",
    ])
  func givesUp(text: String) {
    #expect(scan(Array(text.utf8)) == nil)
  }

  @Test("gives up at a key that libyaml takes for too long, and at bytes that are not UTF-8")
  func knowsLimits() {
    #expect(scan(Array("---\n\(String(repeating: "k", count: 1000)): b\n".utf8)) != nil)
    #expect(scan(Array("---\n\(String(repeating: "k", count: 1001)): b\n".utf8)) == nil)
    #expect(scan(Array("---\na: b".utf8) + [0xC3, 0x0A]) == nil)
  }

  // MARK: Random documents

  private static let words = [
    "word", "two words", "2409.10000", "1", "-1", "yes", "null", "~", "", " ", "a: b", "a:b", "a #b", "it's",
    "\"q\"",
    "line\nline", "line\n\n\nline\n", "\nx", " indented\nx", "x \ny", "tab\there", "Tiếng Việt", "中文，标点",
    "[x]", "{x}", "a, b", "- x", "? x", "| x", "> x", "& x", "* x", "! x", "% x", "@ x", "` x", "# x", "---",
    "...",
    "a\\b", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{1}", "e\u{301}", "😀", "\u{A0}x", "x\u{3000}", "x:", "<<",
    "=",
    String(repeating: "long ", count: 30) + "text", "0x1F", "1e5", ".5", "2024-09-01", "a 'b' \"c\" \\ d",
  ]

  private func writeValue(_ writer: inout YAMLWriter, _ random: inout SplitMix64, depth: Int, isFlow: Bool) {
    switch Int.random(in: 0..<(depth > 5 ? 4 : 8), using: &random) {
    case 0: writer.quoted(Self.words.randomElement(using: &random) ?? "")
    case 1: writer.number(Int.random(in: 0..<100_000, using: &random))
    case 2: writer.boolean(Bool.random(using: &random))
    case 4, 5:
      let isLine = isFlow || Bool.random(using: &random)
      writer.beginSequence(isLine ? .line : .block)
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        writeValue(&writer, &random, depth: depth + 1, isFlow: isLine)
      }
      writer.endSequence()
    // No writer puts a mapping between brackets.
    case 6 where !isFlow, 7 where !isFlow:
      writer.beginMapping()
      var keys: Set<String> = []
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        let key = Self.words.randomElement(using: &random) ?? ""
        guard keys.insert(key).inserted else { continue }
        writer.key(key)
        writeValue(&writer, &random, depth: depth + 1, isFlow: false)
      }
      writer.endMapping()
    default: writer.text(Self.words.randomElement(using: &random) ?? "")
    }
  }

  private func randomDocument(_ random: inout SplitMix64) -> [UInt8] {
    var writer = YAMLWriter()
    writer.beginMapping()
    writer.key("root")
    writeValue(&writer, &random, depth: 0, isFlow: false)
    writer.key("more")
    writeValue(&writer, &random, depth: 0, isFlow: false)
    writer.endMapping()
    return writer.finish()
  }

  @Test("takes random structures as they are written, and reads them as libyaml does")
  func takesRandomDocuments() throws {
    var random = SplitMix64(state: 20_261_126)
    for _ in 0..<1500 {
      let bytes = randomDocument(&random)
      // `<<` in quotes is a key as any other, and a reader merges it only where it is plain.
      #expect(try scan(bytes) == read(bytes), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("reads nothing else than libyaml in documents that were changed at random")
  func agreesOnChangedDocuments() throws {
    var random = SplitMix64(state: 20_261_127)
    let signs = Array(" \n:#-'\"|[]{},\t\\&*!?%@`~0ax.".utf8)
    let rounds = Int(ProcessInfo.processInfo.environment["YAML_ROUNDS"] ?? "") ?? 4000
    var taken = 0
    for _ in 0..<rounds {
      var bytes = randomDocument(&random)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = signs.randomElement(using: &random) ?? 0
        case 2: bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
        default:
          let end = min(bytes.count, place + Int.random(in: 1...12, using: &random))
          bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      guard let pieces = scan(bytes) else { continue }
      taken += 1
      #expect((try? read(bytes)) == pieces, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
    // Else the test says nothing.
    #expect(taken > rounds / 10)
  }
}
