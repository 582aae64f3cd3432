import DigestModel
import DigestText

/// The addresses that a page may lead to.
enum HTMLAddress {
  static let refusal = "a page leads to the web, to mail, to DOIs and to arXiv alone; another address is text"

  /// What `href` is for an address; `nil` where a page may not lead there. An address without a scheme leads to a place
  /// beside the source, or to a part of it.
  static func href(_ address: String) -> String? {
    for scheme in schemes where begins(address, with: scheme) { return address }
    for scheme in names where begins(address, with: scheme) {
      guard let id = PaperID(address), id.scheme == .doi || id.scheme == .arxiv else { return nil }
      return id.url
    }
    return nil
  }

  private static let schemes: [StaticString] = ["https://", "http://", "mailto:"]
  private static let names: [StaticString] = ["doi:", "arxiv:"]

  private static func begins(_ address: String, with scheme: StaticString) -> Bool {
    var scheme = UnsafeBufferPointer(start: scheme.utf8Start, count: scheme.utf8CodeUnitCount).makeIterator()
    var address = address.utf8.makeIterator()
    while let byte = scheme.next() {
      guard address.next()?.lowercased == byte else { return false }
    }
    return true
  }
}
