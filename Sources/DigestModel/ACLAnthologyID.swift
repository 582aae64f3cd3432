import DigestText

/// The ids of papers in the ACL Anthology.
/// - Source: <https://aclanthology.org/info/ids/>.
package enum ACLAnthologyID {
  /// `2024.acl-long.1` as it is, `p19-1001` as `P19-1001`; `nil` for what is not the id of a paper.
  package static func canonical(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    if bytes.count == 8, bytes[0].isLetter, bytes[3] == UInt8(ascii: "-"),
      (bytes[1...2] + bytes[4...]).allSatisfy(\.isDigit)
    {
      return text.uppercased()
    }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(\.isDigit), parts[1].count > 2,
      parts[1].allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }),
      !parts[2].isEmpty, parts[2].allSatisfy(\.isDigit)
    else { return nil }
    return text
  }
}
