import DigestText
import Testing

@Suite struct TextDecodingTests {
  private func text(_ result: Result<[UInt8], UndecodableByte>) -> String? {
    do { return String(decoding: try result.get(), as: UTF8.self) } catch { return nil }
  }

  private func offset(_ result: Result<[UInt8], UndecodableByte>) -> Int? {
    do {
      _ = try result.get()
      return nil
    } catch {
      return error.offset
    }
  }

  @Test func readsUTF16OfBothOrdersWithoutItsMark() {
    // U+0041 and U+1F600, which is a pair of surrogates.
    let little: [UInt8] = [0x41, 0x00, 0x3D, 0xD8, 0x00, 0xDE]
    let big: [UInt8] = [0x00, 0x41, 0xD8, 0x3D, 0xDE, 0x00]
    #expect(text(TextDecoding.utf16(little, isBigEndian: false)) == "A😀")
    #expect(text(TextDecoding.utf16([0xFF, 0xFE] + little, isBigEndian: false)) == "A😀")
    #expect(text(TextDecoding.utf16([0xFE, 0xFF] + big, isBigEndian: true)) == "A😀")
    // The mark elsewhere is a character.
    #expect(text(TextDecoding.utf16(big + [0xFE, 0xFF], isBigEndian: true)) == "A😀\u{FEFF}")
  }

  @Test func saysWhereUTF16IsBroken() {
    #expect(offset(TextDecoding.utf16([0x41, 0x00, 0x42], isBigEndian: false)) == 2)
    #expect(offset(TextDecoding.utf16([0x41, 0x00, 0x00, 0xDC], isBigEndian: false)) == 2)
    #expect(offset(TextDecoding.utf16([0x3D, 0xD8, 0x41, 0x00], isBigEndian: false)) == 0)
  }

  @Test func readsWindows1252AndSaysWhatIsNone() {
    #expect(text(TextDecoding.windows1252([0x93, 0x41, 0x94, 0x20, 0xE9, 0x80])) == "“A” é€")
    for byte in [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8] {
      #expect(offset(TextDecoding.windows1252([0x41, byte])) == 1)
    }
  }
}
