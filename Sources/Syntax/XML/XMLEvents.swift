internal import CLibXML2
import DigestDiagnostics

/// Receives what libxml2's SAX2 parser reads, says where it stands, and hands it to a builder. Lives as long as the closure
/// that borrowed the bytes.
final class XMLEvents {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Offset after a byte order mark.
  let start: Int
  let strictness: XMLReader.Strictness
  var builder: XMLTreeBuilder
  /// The parser of the document; `nil` before and after parsing.
  var parser: xmlParserCtxtPtr?
  private var entities = XMLEntities()
  private var nameNumbers: [NameKey: Int] = [:]

  /// libxml2 keeps each name once, so that names are equal where their addresses are.
  private struct NameKey: Hashable {
    var local: UnsafePointer<xmlChar>?
    var prefix: UnsafePointer<xmlChar>?
    var namespace: UnsafePointer<xmlChar>?
  }

  init(
    document: SourceDocument, bytes: UnsafeBufferPointer<UInt8>, start: Int, strictness: XMLReader.Strictness
  ) {
    self.bytes = bytes
    self.start = start
    self.strictness = strictness
    builder = XMLTreeBuilder(document: document, start: start)
  }

  func finish() {
    builder.finish()
    entities.free()
  }

  // MARK: - What libxml2 calls

  static func install(in handler: UnsafeMutablePointer<xmlSAXHandler>) {
    handler.pointee.startElementNs = startElement
    handler.pointee.endElementNs = endElement
    handler.pointee.characters = characters
    // The same function: libxml2 then does not ask which white space may be ignored.
    handler.pointee.ignorableWhitespace = characters
    handler.pointee.cdataBlock = characters
    handler.pointee.comment = { context, _ in XMLEvents.of(context)?.noteMarkup() }
    handler.pointee.processingInstruction = { context, _, _ in XMLEvents.of(context)?.noteMarkup() }
    handler.pointee.reference = nil
    handler.pointee.getEntity = { context, name in XMLEvents.of(context)?.entity(name, context) }
    handler.pointee.getParameterEntity = { context, name in
      XMLEvents.of(context)?.parameterEntity(name, context)
    }
    handler.pointee.serror = { context, error in
      guard let error else { return }
      XMLEvents.of(context)?.receive(error.pointee)
    }
  }

  private static let startElement: startElementNsSAX2Func = {
    context, local, prefix, namespace, _, _, attributeCount, defaultedCount, attributes in
    guard let events = XMLEvents.of(context) else { return }
    events.start(
      name: events.number(local, prefix, namespace), isDirect: events.isDirect(context),
      attributes: UnsafeBufferPointer(start: attributes, count: 5 * Int(attributeCount)),
      writtenCount: Int(attributeCount - defaultedCount))
  }

  private static let endElement: endElementNsSAX2Func = { context, _, _, _ in
    guard let events = XMLEvents.of(context) else { return }
    events.end(isDirect: events.isDirect(context))
  }

  private static let characters: charactersSAXFunc = { context, text, count in
    guard let events = XMLEvents.of(context), let text else { return }
    events.add(UnsafeBufferPointer(start: text, count: Int(count)), isDirect: events.isDirect(context))
  }

  /// The events that a parser, or one that it started for the content of an entity, belongs to.
  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
    guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let events = parser.pointee._private
    else { return nil }
    return Unmanaged<XMLEvents>.fromOpaque(events).takeUnretainedValue()
  }

  // MARK: - Places

  /// Whether what a parser reads stands in the document itself, not in an entity.
  private func isDirect(_ context: UnsafeMutableRawPointer?) -> Bool {
    guard let parser else { return false }
    return context == UnsafeMutableRawPointer(parser) && parser.pointee.inputNr <= 1
  }

  private var input: xmlParserInput? { parser?.pointee.inputTab?.pointee?.pointee }

  /// The offset that the parser has come to.
  private var offset: Int {
    guard let input, let base = input.base, let cur = input.cur else { return bytes.count }
    return min(max(start + Int(input.consumed) + (cur - base), 0), bytes.count)
  }

  /// The last place of a byte before an offset, not before an earlier one.
  private func last(_ byte: UInt8, before upper: Int, notBefore lower: Int) -> Int {
    var i = upper - 1
    while i >= lower, bytes[i] != byte { i -= 1 }
    return i >= lower ? i : upper
  }

  /// The reference to the entity whose content is read.
  private var reference: SourceRange {
    let upper = offset
    return SourceRange(last(UInt8(ascii: "&"), before: upper, notBefore: start), upper)
  }

  // MARK: - Events

  private func noteMarkup() { builder.markupEnd = offset }

  private func start(
    name: Int, isDirect: Bool, attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>, writtenCount: Int
  ) {
    guard let parser else { return }
    let place: SourceRange
    var tag: XMLStartTag?
    if isDirect {
      // The parser stands before the `>` or `/>`, and no value holds a `<`. Elements that it gave up have no end.
      let end = offset
      let lower = last(UInt8(ascii: "<"), before: end, notBefore: builder.markupEnd)
      place = SourceRange(
        lower, min(end + (end < bytes.count && bytes[end] == UInt8(ascii: "/") ? 2 : 1), bytes.count))
      tag = XMLStartTag(bytes, lower: lower, upper: end)
      builder.closeElements(downTo: Int(parser.pointee.nameNr), upper: lower)
    } else {
      place = reference
    }
    builder.start(name: name, place: place)
    for i in 0..<attributes.count / 5 {
      guard let lower = attributes[5 * i + 3], let upper = attributes[5 * i + 4] else { continue }
      let local = attributes[5 * i]
      let prefix = attributes[5 * i + 1]
      let number = number(local, prefix, attributes[5 * i + 2])
      var written: XMLStartTag.Attribute?
      if i < writtenCount { written = nextAttribute(of: &tag, named: number) }
      builder.addAttribute(
        name: number, value: UnsafeBufferPointer(start: lower, count: upper - lower), written: written,
        tag: place,
        bytes: bytes)
    }
  }

  /// Goes to an attribute in a start tag, over declarations of namespaces.
  private func nextAttribute(of tag: inout XMLStartTag?, named number: Int) -> XMLStartTag.Attribute? {
    let name = builder.names[number]
    while let attribute = tag?.next() {
      if isWritten(name, at: attribute.name) { return attribute }
    }
    return nil
  }

  private func isWritten(_ name: XMLName, at range: SourceRange) -> Bool {
    var written = bytes[range.lower..<range.upper]
    if let prefix = name.prefix {
      guard written.starts(with: prefix.utf8) else { return false }
      written = written.dropFirst(prefix.utf8.count)
      guard written.first == UInt8(ascii: ":") else { return false }
      written = written.dropFirst()
    }
    return written.elementsEqual(name.local.utf8)
  }

  private func end(isDirect: Bool) {
    guard let parser else { return }
    let upper = offset
    if isDirect {
      builder.closeElements(downTo: Int(parser.pointee.nameNr), upper: upper)
      builder.markupEnd = upper
    }
    builder.end(upper: upper)
  }

  private func add(_ text: UnsafeBufferPointer<UInt8>, isDirect: Bool) {
    guard let address = text.baseAddress else { return }
    if isDirect, let input, let base = input.base, let end = input.end, address >= base,
      address + text.count <= end
    {
      let lower = start + Int(input.consumed) + (address - base)
      builder.addVerbatim(SourceRange(lower, lower + text.count), bytes)
    } else {
      let range = isDirect ? SourceRange(builder.markupEnd, offset) : reference
      builder.add(text, in: range, bytes)
    }
  }

  private func number(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> Int {
    let key = NameKey(local: local, prefix: prefix, namespace: namespace)
    if let number = nameNumbers[key] { return number }
    func string(_ text: UnsafePointer<xmlChar>?) -> String? { text.map { String(cString: $0) } }
    let name = XMLName(local: string(local) ?? "", prefix: string(prefix), namespace: string(namespace))
    builder.names.append(name)
    nameNumbers[key] = builder.names.count - 1
    return builder.names.count - 1
  }

  // MARK: - Entities and errors

  private func entity(_ name: UnsafePointer<xmlChar>?, _ context: UnsafeMutableRawPointer?) -> xmlEntityPtr? {
    guard let name, let parser else { return nil }
    if let declared = xmlSAX2GetEntity(context, name),
      declared.pointee.etype != XML_EXTERNAL_GENERAL_PARSED_ENTITY
    {
      return declared
    }
    let isExternal = xmlSAX2GetEntity(context, name) != nil
    let (entity, isNew, isKnown) = entities.entity(String(cString: name))
    if isNew, isExternal || !isKnown || parser.pointee.hasExternalSubset == 0 {
      let lower = last(UInt8(ascii: "&"), before: offset, notBefore: builder.markupEnd)
      let place = SourceRange(lower, min(lower + String(cString: name).utf8.count + 2, bytes.count))
      builder.report(
        entities.finding(String(cString: name), isExternal: isExternal, isKnown: isKnown), at: place)
    }
    return entity
  }

  /// One of another file would be loaded, so an empty one takes its place.
  private func parameterEntity(
    _ name: UnsafePointer<xmlChar>?, _ context: UnsafeMutableRawPointer?
  ) -> xmlEntityPtr? {
    guard let name, let declared = xmlSAX2GetParameterEntity(context, name) else { return nil }
    guard declared.pointee.etype == XML_EXTERNAL_PARAMETER_ENTITY else { return declared }
    let (entity, isNew) = entities.emptyParameterEntity(String(cString: name))
    if isNew {
      let finding = entities.finding(String(cString: name), isExternal: true, isKnown: false)
      builder.report(finding, at: SourceRange(at: offset))
    }
    return entity
  }

  private func receive(_ error: xmlError) {
    guard error.domain != XML_FROM_NAMESPACE.rawValue else { return receiveNamespaceError(error) }
    guard error.level == XML_ERR_FATAL else { return }
    var finding = XMLErrorText.finding(error, open: builder.openElements, names: builder.names)
    let offset = offset
    var range = SourceRange(at: offset)
    if finding.isAboutTag, offset > 0, bytes[offset - 1] == UInt8(ascii: ">") {
      range = SourceRange(last(UInt8(ascii: "<"), before: offset, notBefore: start), offset)
    }
    finding.isRepaired = strictness == .repairing && finding.id == XMLDiagnostics.syntax
    builder.report(finding, at: range)
  }

  private func receiveNamespaceError(_ error: xmlError) {
    guard error.level != XML_ERR_WARNING else { return }
    let prefix = error.str1.map { String(cString: $0) } ?? ""
    let summary =
      error.code == XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue
      ? "the prefix \(quoted(prefix)) is not declared" : XMLErrorLog.summary(error.message)
    let lower = last(UInt8(ascii: "<"), before: offset, notBefore: builder.markupEnd)
    builder.report(
      XMLFinding(XMLDiagnostics.undeclaredPrefix, summary, isOncePerSummary: true),
      at: SourceRange(lower, offset))
  }
}
