internal import DigestPage

/// The style sheet and the script of every page: `Sources/Page`.
package enum PageFiles {
  package static let style = packed(dc_page_style)
  package static let script = packed(dc_page_script)

  // Exporters compute no checksums. The validator of pages does, so a test that writes a page fails with the right ones.
  private static let styleHash = "sha256-ZaWQoFMDIVvnEbu/U5eYFcsek9SxfzEpeG8rV2Fxiwg="
  private static let scriptHash = "sha256-f0OZv8hvzWdSRik4CijJDgbRkCvZVSt1aGU8JstQYOo="

  /// Nothing is loaded, sent or framed, and no other style and script is let in (rule H2).
  package static let policy =
    "default-src 'none'; style-src '\(styleHash)'; script-src '\(scriptHash)'; base-uri 'none'; form-action 'none'"

  /// Without the space before lines and the lines that are comments.
  private static func packed(_ file: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> [UInt8] {
    var count = 0
    guard let start = file(&count) else { return [] }
    var packed: [UInt8] = []
    packed.reserveCapacity(count)
    var isComment = false
    for line in UnsafeBufferPointer(start: start, count: count).split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 }
      if text.starts(with: "//".utf8) { continue }
      if text.starts(with: "/*".utf8) { isComment = true }
      if !isComment, !text.isEmpty {
        packed += text
        packed.append(0x0A)
      }
      if isComment, text.suffix(2).elementsEqual("*/".utf8) { isComment = false }
    }
    return packed
  }
}

extension PageFiles {
  /// Whether a page may lead to an address as it stands.
  package static func mayLead(to address: String) -> Bool { HTMLAddress.href(address) == address }
}
