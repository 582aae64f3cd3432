import DigestText

/// Which texts Typst reads as the values that fields of Hayagriva have. One that it cannot read makes it refuse the whole
/// file, so these ask for more than it does (rule K4).
enum HayagrivaValue {
  /// Whether a formattable string holds nothing that means something in it.
  static func isPlain(_ text: String) -> Bool {
    !text.utf8.contains { byte in
      byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "$")
        || byte == UInt8(ascii: "\\")
    }
  }

  /// Up to nine digits.
  static func isCount(_ text: String) -> Bool {
    (1...9).contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit)
  }

  /// `en`, `zh-Hans-CN`, `de-1996`.
  /// - Source: Unicode Technical Standard 35, `unicode_language_id`.
  static func isLanguage(_ text: String) -> Bool {
    var parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)[...]
    guard let language = parts.popFirst(), [2, 3, 5, 6, 7, 8].contains(language.count),
      language.allSatisfy(\.isLetter)
    else { return false }
    if let script = parts.first, script.count == 4, script.allSatisfy(\.isLetter) { parts.removeFirst() }
    if let region = parts.first {
      let isRegion =
        region.count == 2 && region.allSatisfy(\.isLetter)
        || region.count == 3 && region.allSatisfy(\.isDigit)
      if isRegion { parts.removeFirst() }
    }
    return parts.allSatisfy { variant in
      variant.allSatisfy(\.isAlphanumeric)
        && ((5...8).contains(variant.count) || variant.count == 4 && variant.first?.isDigit == true)
    }
  }

  /// An address of the web whose host is a name in ASCII.
  /// - Source: WHATWG URL, sections 3.5 and 4.4.
  static func isAddress(_ text: String) -> Bool {
    let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }.map(\.lowercased)
    guard scheme.elementsEqual("https".utf8) || scheme.elementsEqual("http".utf8),
      text.utf8.dropFirst(scheme.count).starts(with: "://".utf8)
    else { return false }
    let authority = text.utf8.dropFirst(scheme.count + 3).prefix { !"/?#\\".utf8.contains($0) }
    let host = authority.prefix { $0 != UInt8(ascii: ":") }
    return isHost(host) && isPort(authority.dropFirst(host.count))
  }

  private static func isHost(_ host: Substring.UTF8View) -> Bool {
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    // A last label of digits would make it a number of the network.
    guard let last = labels.last, last.first?.isLetter == true else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x5F }
        && !label.prefix(4).map(\.lowercased).elementsEqual("xn--".utf8)
    }
  }

  private static func isPort(_ port: Substring.UTF8View) -> Bool {
    port.isEmpty || port.count <= 5 && port.dropFirst().allSatisfy(\.isDigit)
  }
}
