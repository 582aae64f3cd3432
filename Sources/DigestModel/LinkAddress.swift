import DigestText

/// Which addresses an output may make a link of. A link to any other is written as text: a reader who follows
/// `javascript:` or `data:` runs what the author of the digest wrote.
package enum LinkAddress {
  /// What may stand before the colon. Schemes of programs (`zotero:`) start the program on the reader's machine, and
  /// `file:` leads into that machine, so they are not here.
  ///
  /// - Source: *Uniform Resource Identifier (URI) Schemes*, the registry of IANA.
  package static let schemes: [StaticString] = [
    // Pages and files.
    "http", "https", "ftp", "ftps", "sftp", "gopher", "gemini",
    // People.
    "mailto", "tel", "sms", "xmpp", "irc", "ircs", "news", "nntp",
    // Names of works, which resolvers know.
    "doi", "hdl", "urn", "info", "arxiv", "pmid", "pmcid", "isbn", "issn", "ark", "swh", "geo",
    // Repositories of code.
    "git", "ssh", "svn",
  ]

  /// Why a link is text; one clause for a loss.
  package static let refusal = "a link that does not lead to the web, to mail or to a named work is text"

  /// Whether an address has one of these schemes, or none, as `../notes.md` and `#part`.
  ///
  /// Browsers skip tabs and line ends in a scheme, and control characters and spaces before it (WHATWG URL, section
  /// 4.4); programs that resolve character references twice see another scheme. So these count for nothing here, and
  /// what is not surely a scheme of the table or a path is not a link.
  /// - Complexity: O(n).
  package static func isAllowed(_ address: String) -> Bool {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return schemes.contains { isEqual(scheme, $0) }
      // A reference that our parsers do not know.
      case UInt8(ascii: ";"): if scheme.contains(UInt8(ascii: "&")) { return false }
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"):
        // `&#58;`
        if byte == UInt8(ascii: "#"), scheme.last == UInt8(ascii: "&") { return false }
        return true
      default: if byte > 0x20, byte != 0x7F { scheme.append(byte.lowercased) }
      }
    }
    return true
  }

  private static func isEqual(_ bytes: [UInt8], _ text: StaticString) -> Bool {
    bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
