internal import CMD4C
import DigestText

/// One run of md4c over one text.
final class InlineSession {
  private let handler: any InlineHandler
  private let original: UnsafeBufferPointer<UInt8>
  private let guarded: GuardedMarkdown
  /// Where the text begins in the Markdown of the caller.
  private let offset: Int
  /// The buffer during `run()`.
  private var base: UnsafePointer<CChar>?
  /// The code span that is open; its text can come in pieces.
  private var verbatim: [UInt8]?
  private var verbatimOffset = 0

  /// - Parameter original: lives as long as the session.
  init(_ handler: any InlineHandler, _ original: UnsafeBufferPointer<UInt8>, offset: Int) {
    self.handler = handler
    self.original = original
    guarded = AsteriskGuard.escape(original)
    self.offset = offset
  }

  func run() {
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS)
    parser.enter_block = { _, _, _ in 0 }
    parser.leave_block = { _, _, _ in 0 }
    parser.enter_span = { type, detail, user in session(user)?.enter(type, detail) ?? 1 }
    parser.leave_span = { type, _, user in session(user)?.leave(type) ?? 1 }
    parser.text = { type, text, size, user in session(user)?.text(type, text, Int(size)) ?? 1 }
    // The texts of the callbacks point into `guarded.bytes`; handlers copy them before the closure ends.
    guarded.bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        base = chars.baseAddress
        withExtendedLifetime(self) {
          _ = md_parse(
            chars.baseAddress, MD_SIZE(chars.count), &parser, Unmanaged.passUnretained(self).toOpaque())
        }
        base = nil
      }
    }
  }

  private func enter(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> CInt {
    switch type {
    case MD_SPAN_EM: handler.enter(.emphasis)
    case MD_SPAN_STRONG: handler.enter(.strong)
    case MD_SPAN_A:
      guard let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee else { return 1 }
      handler.enter(
        .link(destination: string(link.href), title: link.title.text == nil ? nil : string(link.title)))
    case MD_SPAN_IMG:
      guard let image = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee else { return 1 }
      handler.enter(
        .image(source: string(image.src), title: image.title.text == nil ? nil : string(image.title)))
    case MD_SPAN_CODE: verbatim = []
    default: return 1
    }
    return 0
  }

  private func leave(_ type: MD_SPANTYPE) -> CInt {
    switch type {
    case MD_SPAN_CODE:
      guard let bytes = verbatim else { return 1 }
      verbatim = nil
      bytes.withUnsafeBufferPointer { handler.code($0, at: verbatimOffset) }
    default: handler.leave()
    }
    return 0
  }

  private func text(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) -> CInt {
    guard let text, let base else { return 1 }
    let bytes = UnsafeRawBufferPointer(start: text, count: size).bindMemory(to: UInt8.self)
    let distance = text - base
    // md4c reports line ends from constants of its own; a heading has none.
    let isInBuffer = distance >= 0 && distance < guarded.bytes.count
    let place = isInBuffer ? offset + guarded.original(distance) : offset
    if verbatim != nil {
      if verbatim?.isEmpty == true { verbatimOffset = place }
      verbatim?.append(contentsOf: restored(bytes, at: distance))
      return 0
    }
    switch type {
    case MD_TEXT_ENTITY:
      let decoded = Array(CharacterReference.decode(bytes).utf8)
      decoded.withUnsafeBufferPointer { handler.text($0, at: place) }
    case MD_TEXT_NULLCHAR:
      let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
      replacement.withUnsafeBufferPointer { handler.text($0, at: place) }
    case MD_TEXT_BR, MD_TEXT_SOFTBR: handler.lineBreak()
    default: self.text(bytes, at: distance)
    }
    return 0
  }

  /// Text with what its placeholders stand for.
  private func text(_ bytes: UnsafeBufferPointer<UInt8>, at distance: Int) {
    var lower = 0
    for place in guarded.placeholders(in: distance..<distance + bytes.count) {
      let upper = place.offset - distance
      words(bytes, lower..<upper, at: distance)
      tell(place)
      lower = upper + 1
    }
    words(bytes, lower..<bytes.count, at: distance)
  }

  private func words(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at distance: Int) {
    guard !range.isEmpty else { return }
    handler.text(
      UnsafeBufferPointer(rebasing: bytes[range]), at: offset + guarded.original(distance + range.lowerBound))
  }

  private func tell(_ place: GuardedMarkdown.Placeholder) {
    switch place.content {
    case .math(let range, let isDisplay):
      handler.math(UnsafeBufferPointer(rebasing: original[range]), isDisplay: isDisplay)
    case .code(let range):
      let code = UnsafeBufferPointer(rebasing: original[range])
      guard code.contains(UInt8(ascii: "&")) else {
        handler.code(code, at: offset + range.lowerBound)
        return
      }
      Array(CharacterReference.decodeAll(code).utf8).withUnsafeBufferPointer {
        handler.code($0, at: offset + range.lowerBound)
      }
    case .tag(let tag):
      handler.tag(
        tag, UnsafeBufferPointer(rebasing: original[place.original]), at: offset + place.original.lowerBound)
    case .image(let source, let description, let title):
      handler.enter(.image(source: source, title: title))
      Array(description.utf8).withUnsafeBufferPointer { if !$0.isEmpty { handler.text($0, at: offset) } }
      handler.leave()
    case .lineBreak: handler.lineBreak()
    }
  }

  /// Verbatim text as it was: what the guard takes for text or for a formula may be code to md4c.
  private func restored(_ bytes: UnsafeBufferPointer<UInt8>, at distance: Int) -> [UInt8] {
    var result: [UInt8] = []
    var places = guarded.placeholders(in: distance..<distance + bytes.count)
    for (i, byte) in bytes.enumerated() where !guarded.isInsertion(distance + i) {
      if let place = places.first, place.offset == distance + i {
        result.append(contentsOf: original[place.original])
        places.removeFirst()
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private func string(_ attribute: MD_ATTRIBUTE) -> String {
    guard let text = attribute.text, attribute.size > 0 else { return "" }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(attribute.size)).bindMemory(to: UInt8.self)
    var result = ""
    var part = 0
    while Int(attribute.substr_offsets[part]) < bytes.count {
      let range = Int(attribute.substr_offsets[part])..<Int(attribute.substr_offsets[part + 1])
      let piece = UnsafeBufferPointer(rebasing: bytes[range])
      result +=
        attribute.substr_types[part] == MD_TEXT_ENTITY
        ? CharacterReference.decode(piece) : String(decoding: piece, as: UTF8.self)
      part += 1
    }
    return result
  }
}

private func session(_ user: UnsafeMutableRawPointer?) -> InlineSession? {
  user.map { Unmanaged<InlineSession>.fromOpaque($0).takeUnretainedValue() }
}
