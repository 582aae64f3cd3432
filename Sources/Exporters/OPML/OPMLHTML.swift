import DigestModel

// The text of an outline for programs that take it for HTML (`OPMLOptions.TextForm.html`).

extension OPMLOutline {
  /// The text with its markup escaped; the id of the paper that it is about is an anchor.
  var html: String {
    let words = (main + tail).escapedForHTML
    guard let link, let url = link.id.url ?? address, let written = lead.split(at: link.written) else {
      return lead.escapedForHTML + words
    }
    return """
      \(written.before.escapedForHTML)<a href="\(url.escapedForHTML)">\(link.written.escapedForHTML)</a>\
      \(written.after.escapedForHTML)\(words)
      """
  }
}

extension String {
  /// With references for the characters of markup (HTML, section 13.3, *Escaping a string*).
  var escapedForHTML: String {
    guard utf8.contains(where: { Self.htmlReference(for: $0) != nil }) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      if let reference = Self.htmlReference(for: byte) {
        bytes.append(
          contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func htmlReference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// What stands before and after the first occurrence of a part.
  fileprivate func split(at part: String) -> (before: String, after: String)? {
    let (text, part) = (Array(utf8), Array(part.utf8))
    guard !part.isEmpty, text.count >= part.count else { return nil }
    for i in 0...(text.count - part.count) where text[i...].starts(with: part) {
      return (
        String(decoding: text[..<i], as: UTF8.self),
        String(decoding: text[(i + part.count)...], as: UTF8.self)
      )
    }
    return nil
  }
}
