import DigestText

/// A web address split into host and path, and how the id of a paper is read from it.
struct PaperPage {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the address begins.
  private let start: Int
  /// The host without `www.`.
  let site: Range<Int>
  /// Where the path begins, after the slash.
  private let path: Int

  /// - Parameters:
  ///   - bytes: a text that holds the address.
  ///   - address: where the address begins.
  ///   - host: the host, which a slash follows; a port may stand at its end.
  init(_ bytes: UnsafeBufferPointer<UInt8>, address: Int, host: Range<Int>) {
    self.bytes = bytes
    start = address
    let first = bytes.starts(with: "www.", at: host.lowerBound) ? host.lowerBound + 4 : host.lowerBound
    let port = host.firstIndex { bytes[$0] == UInt8(ascii: ":") } ?? host.upperBound
    site = min(first, port)..<port
    var path = host.upperBound + 1
    while path < bytes.count, bytes[path] == UInt8(ascii: "/") { path += 1 }
    self.path = path
  }

  /// The paper, if the path is one of the site's and an id follows it.
  func match(_ known: PaperSites.Site) -> PaperIDScanner.Match? {
    for prefix in known.paths where bytes.starts(with: prefix, at: path) {
      var id = path + prefix.utf8CodeUnitCount
      while id < bytes.count, bytes[id] == UInt8(ascii: "/") { id += 1 }
      if id < bytes.count, let match = match(known.form, at: id) { return match }
    }
    return nil
  }

  // MARK: - Ids

  private func match(_ form: PaperSites.IDForm, at id: Int) -> PaperIDScanner.Match? {
    switch form {
    case .arxiv: arxiv(at: id)
    case .openReview: parameter("id=", from: id).flatMap { value($0, .openReview, where: Self.isOpenReview) }
    case .aclAnthology: aclAnthology(from: id)
    case .pmid: part(at: id).flatMap { value($0, .pmid) { $0.allSatisfy(\.isDigit) && $0.count < 10 } }
    case .pmcid: pmcid(at: id)
    case .openAlex: part(at: id).flatMap { value($0, .openAlex, where: Self.isOpenAlex) }
    case .semanticScholar: semanticScholar(from: id)
    }
  }

  private func arxiv(at id: Int) -> PaperIDScanner.Match? {
    var i = id
    if bytes.starts(with: "arxiv:", at: i) { i += 6 }
    guard i < bytes.count, var match = PaperIDScanner.arxiv(bytes, at: i, from: start) else { return nil }
    if bytes.starts(with: ".pdf", at: match.upper) { match.upper += 4 }
    match.upper = end(after: match.upper)
    return match
  }

  private func pmcid(at id: Int) -> PaperIDScanner.Match? {
    guard let part = part(at: id) else { return nil }
    let digits = bytes.starts(with: "pmc", at: id) ? part.dropFirst(3) : part
    guard !digits.isEmpty, bytes[digits].allSatisfy(\.isDigit) else { return nil }
    let value = "PMC" + String(decoding: bytes[digits], as: UTF8.self)
    return PaperIDScanner.Match(
      lower: start, upper: end(after: part.upperBound),
      id: PaperID(scheme: .pmcid, value: value, version: nil))
  }

  /// The last part of `P/P19/P19-1001/`, without `.pdf`.
  private func aclAnthology(from first: Int) -> PaperIDScanner.Match? {
    for part in parts(from: first).reversed() {
      var id = part
      if bytes.starts(with: ".pdf", at: id.upperBound - 4), id.count > 4 { id = id.dropLast(4) }
      let value = String(decoding: bytes[id], as: UTF8.self)
      guard let canonical = ACLAnthologyID.canonical(value) else { continue }
      return PaperIDScanner.Match(
        lower: start, upper: end(after: part.upperBound),
        id: PaperID(scheme: .aclAnthology, value: canonical, version: nil))
    }
    return nil
  }

  private func semanticScholar(from first: Int) -> PaperIDScanner.Match? {
    for part in parts(from: first) {
      if bytes.starts(with: "corpusid:", at: part.lowerBound), part.count > 9 {
        return value(part, .semanticScholar) { $0.dropFirst(9).allSatisfy(\.isDigit) }
      }
      if let match = value(
        part, .semanticScholar, where: { $0.count == 40 && $0.allSatisfy(Self.isHexadecimal) })
      {
        return match
      }
    }
    return nil
  }

  private static func isOpenReview(_ id: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    id.count > 5 && id.count < 24
      && id.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  private static func isOpenAlex(_ id: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    id.count > 1 && id.first?.lowercased == UInt8(ascii: "w") && id.dropFirst().allSatisfy(\.isDigit)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool { byte.isDigit || byte.lowercased &- 0x61 < 6 }

  /// An id that is a part of the address as it stands.
  private func value(
    _ part: Range<Int>, _ scheme: PaperID.Scheme, where isID: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> PaperIDScanner.Match? {
    guard !part.isEmpty, isID(bytes[part]) else { return nil }
    var value = String(decoding: bytes[part], as: UTF8.self)
    if scheme == .openAlex { value = value.uppercased() }
    return PaperIDScanner.Match(
      lower: start, upper: end(after: part.upperBound),
      id: PaperID(scheme: scheme, value: value, version: nil))
  }

  // MARK: - DOIs

  /// A DOI in the address of a publisher: after `/doi/`, `/article/` and the like, or in the query.
  func publisherMatch() -> PaperIDScanner.Match? {
    let end = PaperIDScanner.endOfAddress(bytes, from: path, mayHoldAngles: true)
    guard path < end else { return nil }
    var i = path - 1
    while i < end {
      if bytes[i] == UInt8(ascii: "/"), bytes.starts(with: "10.", at: i + 1), mayHoldDOI(before: i) {
        return doiMatch(at: i + 1, isPublisher: true)
      }
      if bytes[i] == UInt8(ascii: "?") || bytes[i] == UInt8(ascii: "&") {
        for name in PaperSites.doiParameters where bytes.starts(with: name, at: i + 1) {
          let id = i + 1 + name.utf8CodeUnitCount
          if bytes.starts(with: "10.", at: id) { return doiMatch(at: id, isPublisher: true) }
        }
      }
      i += 1
    }
    return nil
  }

  /// Whether a DOI can follow the part of a path that ends at a slash.
  private func mayHoldDOI(before slash: Int) -> Bool {
    guard slash >= path else { return true }
    let part = lastPart(before: slash)
    return PaperSites.partsBeforeDOI.contains { $0.isEqual(bytes, in: part) }
  }

  private func lastPart(before slash: Int) -> Range<Int> {
    var first = slash
    while first > path, bytes[first - 1] != UInt8(ascii: "/") { first -= 1 }
    return first..<slash
  }

  /// - Parameter isPublisher: whether words of the page may follow the DOI.
  func doiMatch(at id: Int, isPublisher: Bool) -> PaperIDScanner.Match? {
    var id = id
    while id < bytes.count, bytes[id] == UInt8(ascii: "/") { id += 1 }
    if bytes.starts(with: "doi:", at: id) { id += 4 }
    guard bytes.starts(with: "10.", at: id) else { return nil }
    let upper = PaperIDScanner.endOfAddress(bytes, from: id, mayHoldAngles: true)
    let inQuery = bytes[start..<id].contains(UInt8(ascii: "?"))
    let end = bytes[id..<upper].firstIndex {
      $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") || inQuery && $0 == UInt8(ascii: "&")
    }
    var doi = Self.decoded(bytes[id..<(end ?? upper)])
    while doi.last == UInt8(ascii: "/") { doi.removeLast() }
    if isPublisher { removePageWords(from: &doi, at: id) }
    let match = doi.withUnsafeBufferPointer { doi in
      doi.isEmpty ? nil : PaperIDScanner.match(doi, at: 0, allowAnyURL: false)
    }
    guard let match, match.upper == doi.count else { return nil }
    return PaperIDScanner.Match(lower: start, upper: upper, id: match.id)
  }

  private func removePageWords(from doi: inout [UInt8], at id: Int) {
    removeNumber(from: &doi, at: id)
    while let word = PaperSites.partsAfterDOI.first(where: { doi.ends(with: $0) }) {
      doi.removeLast(word.utf8CodeUnitCount)
    }
    guard PaperSites.withVersions.contains(where: { $0.isEqual(bytes, in: site) }),
      let mark = doi.lastIndex(where: { !$0.isDigit }), mark + 1 < doi.count, doi[mark] == UInt8(ascii: "v")
    else { return }
    doi.removeSubrange(mark...)
  }

  /// `article/doi/10.1162/tacl_a_00012/43333/Words-of-the-Title`: the number of the page in that catalogue and all after
  /// it are not part of the DOI.
  private func removeNumber(from doi: inout [UInt8], at id: Int) {
    let word = lastPart(before: id - 1)
    guard word.lowerBound > path, bytes.starts(with: "doi", at: word.lowerBound),
      bytes.starts(with: "article", at: lastPart(before: word.lowerBound - 1).lowerBound)
    else { return }
    let slashes = doi.indices.filter { doi[$0] == UInt8(ascii: "/") }
    for (slash, next) in zip(slashes, slashes.dropFirst() + [doi.count]).dropFirst()
    where next - slash > 4 && doi[slash + 1..<next].allSatisfy(\.isDigit) {
      doi.removeSubrange(slash...)
      return
    }
  }

  /// Without the escapes of an address, but for those of signs that would end it.
  private static func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var result: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.endIndex, isHexadecimal(bytes[i + 1]),
        isHexadecimal(bytes[i + 2])
      {
        let byte = hexadecimalValue(bytes[i + 1]) << 4 | hexadecimalValue(bytes[i + 2])
        if byte > 0x20, byte < 0x7F, !"#?%\"`".utf8.contains(byte) {
          result.append(byte)
          i += 3
          continue
        }
      }
      result.append(bytes[i])
      i += 1
    }
    return result
  }

  private static func hexadecimalValue(_ byte: UInt8) -> UInt8 {
    byte.isDigit ? byte & 0x0F : byte.lowercased &- 0x57
  }

  // MARK: - Parts of the address

  /// What stands between an offset and the next slash, question mark or end of the address.
  private func part(at first: Int) -> Range<Int>? {
    let end = PaperIDScanner.endOfAddress(bytes, from: first)
    let stop = bytes[first..<end].firstIndex { "/?#&".utf8.contains($0) } ?? end
    return stop > first ? first..<stop : nil
  }

  private func parts(from first: Int) -> [Range<Int>] {
    let end = PaperIDScanner.endOfAddress(bytes, from: first)
    let stop = bytes[first..<end].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? end
    var parts: [Range<Int>] = []
    var start = first
    for i in first...stop where i == stop || bytes[i] == UInt8(ascii: "/") {
      if i > start { parts.append(start..<i) }
      start = i + 1
    }
    return parts
  }

  /// The value of a parameter of the query.
  private func parameter(_ name: StaticString, from first: Int) -> Range<Int>? {
    let end = PaperIDScanner.endOfAddress(bytes, from: first)
    var i = first
    while i < end, bytes[i] != UInt8(ascii: "#") {
      if bytes[i] == UInt8(ascii: "?") || bytes[i] == UInt8(ascii: "&"), bytes.starts(with: name, at: i + 1) {
        return part(at: i + 1 + name.utf8CodeUnitCount)
      }
      i += 1
    }
    return nil
  }

  /// Where the address ends whose id ends at an offset.
  private func end(after id: Int) -> Int {
    guard id < bytes.count, "/?#&".utf8.contains(bytes[id]) else { return id }
    return max(id, PaperIDScanner.endOfAddress(bytes, from: id))
  }
}

extension PaperSites.Site {
  /// Whether a page is one of this site.
  func holds(_ page: PaperPage) -> Bool { page.isBelow(host, orSubdomain: hasSubdomains) }
}

extension PaperPage {
  fileprivate func isBelow(_ host: StaticString, orSubdomain: Bool) -> Bool {
    let length = host.utf8CodeUnitCount
    guard site.count >= length, bytes.starts(with: host, at: site.upperBound - length) else { return false }
    return site.count == length || orSubdomain && bytes[site.upperBound - length - 1] == UInt8(ascii: ".")
  }
}

extension [UInt8] {
  fileprivate func ends(with text: StaticString) -> Bool {
    guard count > text.utf8CodeUnitCount else { return false }
    return withUnsafeBufferPointer { $0.starts(with: text, at: count - text.utf8CodeUnitCount) }
  }
}
