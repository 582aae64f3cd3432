import DigestTestSupport
import Testing

@testable import DigestText

/// What looks at many bytes at once says the same as what looks at one after the other.
@Suite("Scanning bytes")
struct ByteScanTests {
  /// The offset by the standard library.
  private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let character): offset += character.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  private static let characters: [[UInt8]] = [
    "a", "z", " ", "\n", "é", "ư", "ế", "–", "中", "\u{FFFD}", "\u{800}", "\u{D7FF}", "\u{E000}", "😀",
    "\u{10000}",
    "\u{10FFFF}", "word", "two words that fill more than one block of bytes",
  ].map { Array($0.utf8) }

  @Test("UTF-8: the place of the first fault is that of the standard library, whatever stands around it")
  func findsTheFirstFault() {
    var random = SplitMix64(state: 20_261_128)
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        bytes += Self.characters.randomElement(using: &random) ?? []
      }
      if !bytes.isEmpty, Int.random(in: 0..<5, using: &random) > 0 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0x70...0xFF, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &random), at: place)
        }
      }
      // What begins like a character is reported at its first byte.
      #expect(bytes.firstInvalidUTF8Offset == firstInvalid(bytes), "\(bytes)")
    }
  }

  @Test("UTF-8: every pair and many triples of bytes, in the middle of a block and at its edges")
  func knowsEveryPair() {
    for place in [29, 30, 31, 32, 40] {
      for first in UInt8(0x80)...0xFF {
        for second in [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xF0, 0xFF]
          as [UInt8]
        {
          for rest in [[], [0x80], [0x80, 0x80], [0x80, 0x80, 0x80], [0xBF, 0x61]] as [[UInt8]] {
            let bytes = [UInt8](repeating: 0x61, count: place) + [first, second] + rest
            let padded = bytes + [UInt8](repeating: 0x61, count: 40)
            #expect(bytes.firstInvalidUTF8Offset == firstInvalid(bytes), "\(bytes)")
            #expect(padded.firstInvalidUTF8Offset == firstInvalid(padded), "\(padded)")
          }
        }
      }
    }
  }

  @Test("the first mark is found wherever it stands and wherever the search begins")
  func findsMarks() {
    for count in [0, 1, 31, 32, 33, 63, 64, 65, 100] {
      for mark in 0...count {
        for byte in [0x00, 0x1F, 0x26, 0xEF, 0xFF] as [UInt8] {
          // `'` is near a mark and is none: a block with it is looked at byte by byte.
          var bytes = [UInt8](repeating: mark.isMultiple(of: 2) ? 0x61 : 0x27, count: count)
          if mark < count { bytes[mark] = byte }
          for start in [0, 1, 5, 40] where start <= count {
            let found = bytes.withUnsafeBufferPointer { buffer in
              buffer.firstOffset(
                from: start, where: { $0 < 0x20 || $0 == 0x26 || $0 >= 0xEF },
                { min(min($0.distance(below: 0x20), $0.distance(from: 0xEF)), ($0 | 1) ^ 0x27) })
            }
            #expect(found == (mark >= start ? mark : count))
          }
        }
      }
    }
  }

  @Test("distances are 0 exactly where they say")
  func measuresDistances() {
    for byte in UInt8.min...UInt8.max {
      for bound in [1, 0x15, 0x20, 0x80, 0xFF] as [UInt8] {
        #expect((byte.distance(below: bound) == 0) == (byte < bound))
        #expect((byte.distance(from: bound) == 0) == (byte >= bound))
      }
    }
  }
}
