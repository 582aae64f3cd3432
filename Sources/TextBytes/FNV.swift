/// 64 bits of FNV-1a: the same in every run and on every machine (rule M2).
/// - Source: Fowler, Noll, Vo and Eastlake, *The FNV Non-Cryptographic Hash Algorithm*, draft-eastlake-fnv.
package enum FNV {
  package static func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// 16 hexadecimal digits.
  package static func hash(_ bytes: some Sequence<UInt8>) -> String {
    let hex = String(number(bytes), radix: 16)
    return String(repeating: "0", count: 16 - hex.utf8.count) + hex
  }
}
