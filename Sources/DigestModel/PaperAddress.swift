import DigestText

/// Tells which paper a web address is of, from the address alone.
///
/// `PaperSites` says which pages of which sites are papers and where their ids stand; the scheme `http` may be left
/// out. What comes after the id (`.pdf`, `v2`, `/`, `?download=1`, `#S1`) is part of the address.
package enum PaperAddress {
  /// Which addresses count.
  package enum Scope: Sendable {
    /// Pages of arXiv, of its mirrors, and of the resolvers of DOIs: what counts in running text.
    case arxivAndDOI
    /// All pages whose address names a paper.
    case known
  }

  /// The paper whose page an address is, or `nil` where the address does not say.
  ///
  /// - Parameter address: with or without `https://`, without spaces around.
  /// - Complexity: O(n).
  package static func identify(_ address: String) -> PaperID? {
    var address = address
    return address.withUTF8 { bytes in
      match(bytes, at: 0, scope: .known).flatMap { $0.upper == bytes.count ? $0.id : nil }
    }
  }

  /// The address that starts at `start`, if it is a paper's; the byte before it is not looked at.
  static func match(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, scope: Scope) -> PaperIDScanner.Match?
  {
    let host = hostStart(bytes, at: start)
    guard let slash = hostEnd(bytes, from: host), slash > host else { return nil }
    let page = PaperPage(bytes, address: start, host: host..<slash)
    for site in PaperSites.arxiv where site.holds(page) {
      if let match = page.match(site) { return match }
    }
    if PaperSites.resolvers.contains(where: { $0.isEqual(bytes, in: page.site) }),
      let match = page.doiMatch(at: slash + 1, isPublisher: false)
    {
      return match
    }
    guard scope == .known else { return nil }
    for site in PaperSites.others where site.holds(page) {
      if let match = page.match(site) { return match }
    }
    return page.publisherMatch()
  }

  /// Where the host begins: after `https://` or `//`, or at once.
  private static func hostStart(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var i = start
    if bytes.starts(with: "http", at: i) {
      i += 4
      if i < bytes.count, bytes[i].lowercased == UInt8(ascii: "s") { i += 1 }
      return bytes.starts(with: "://", at: i) ? i + 3 : start
    }
    return bytes.starts(with: "//", at: i) ? i + 2 : i
  }

  /// Where the `/` after the host stands; `nil` where there is no host with a dot before one.
  private static func hostEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var i = start
    var hasDot = false
    while i < bytes.count, bytes[i].isAlphanumeric || bytes[i] == UInt8(ascii: "-") || bytes[i] == 0x2E {
      if bytes[i] == 0x2E { hasDot = true }
      i += 1
    }
    // A port says nothing of the paper.
    if hasDot, i < bytes.count, bytes[i] == UInt8(ascii: ":") {
      i += 1
      while i < bytes.count, bytes[i].isDigit { i += 1 }
    }
    return hasDot && i < bytes.count && bytes[i] == UInt8(ascii: "/") ? i : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text stands at an offset, in any case of its letters.
  /// - Parameter text: in lower case.
  func starts(with text: StaticString, at i: Int) -> Bool {
    guard i + text.utf8CodeUnitCount <= count else { return false }
    for k in 0..<text.utf8CodeUnitCount where self[i + k].lowercased != text.utf8Start[k] { return false }
    return true
  }
}

extension StaticString {
  /// Whether this text in lower case is what stands in a range, in any case of its letters.
  func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    range.count == utf8CodeUnitCount && bytes.starts(with: self, at: range.lowerBound)
  }
}
