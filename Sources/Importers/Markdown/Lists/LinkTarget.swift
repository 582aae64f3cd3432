import DigestModel
import DigestText

/// What an address is of, as far as the address says.
enum LinkTarget: Sendable {
  /// A paper with an id.
  case paper(PaperID)
  /// A page of a publisher, of proceedings or of an archive that is about one paper.
  case page(PaperID)
  /// A PDF somewhere.
  case file(PaperID)
  case code, data, video, social, badge
  case project(PaperID)
  /// Any other page.
  case web(PaperID)
  /// A place in the same document or a file beside it.
  case local

  init(_ address: String) {
    guard let id = PaperID(address) else {
      self = .local
      return
    }
    guard id.scheme == .url else {
      self = .paper(id)
      return
    }
    let (host, path) = Self.parts(of: address)
    if let kind = LinkHosts.kind(of: host) {
      switch kind {
      case .badge: self = .badge
      case .social: self = .social
      case .video: self = .video
      case .code where !Self.isFile(path): self = LinkHosts.isData(host, path) ? .data : .code
      case .project where !Self.isFile(path): self = .project(id)
      default: self = .file(id)
      }
      return
    }
    if LinkHosts.isPaper(host, path) {
      self = .page(id)
    } else if Self.isFile(path) {
      self = .file(id)
    } else {
      self = .web(id)
    }
  }

  private static func isFile(_ path: String) -> Bool {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    let name = path[..<end]
    return name.hasSuffix(".pdf") || name.hasSuffix(".ps") || name.hasSuffix(".ps.gz")
  }

  /// Host without `www.`, and path with its first slash, both in lower case.
  private static func parts(of address: String) -> (host: String, path: String) {
    var rest = address.lowercased()[...]
    if let scheme = rest.range(ofText: "://") { rest = rest[scheme.upperBound...] }
    let slash = rest.unicodeScalars.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    var host = rest[..<slash]
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    return (String(host), String(rest[slash...]))
  }
}

extension Substring {
  /// The first place of a text, without Foundation.
  fileprivate func range(ofText text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
