extension String {
  /// Without ASCII white space at the ends.
  package var trimmed: String {
    utf8.first?.isSpace == true || utf8.last?.isSpace == true ? self[...].trimmed : self
  }
}

extension Substring {
  /// Without ASCII white space at the ends.
  package var trimmed: String {
    let bytes = utf8.drop { $0.isSpace }
    guard let last = bytes.lastIndex(where: { !$0.isSpace }) else { return "" }
    return String(Substring(bytes[...last]))
  }
}
