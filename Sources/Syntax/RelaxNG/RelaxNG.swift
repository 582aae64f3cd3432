internal import CLibXML2
import DigestDiagnostics

/// Validates XML documents against RELAX NG schemas (XML syntax), with libxml2.
///
/// The document streams through `xmlTextReader`, so that the depth of the document takes no stack. libxml2 validates an element as it streams only if its content model is free of `interleave`,
/// `mixed`, `data` and optional attributes; the subtree of any other element is built first. The schemas of
/// this package keep to that for the elements with much content.
///
/// Nothing is loaded: no DTD, no entities from outside, no network; and nothing is printed.
package enum RelaxNG {
  /// A place where a document is not what the schema or XML asks for.
  package struct Violation: Hashable, Sendable {
    /// One clause, lower-case start, no full stop.
    package var summary: String
    /// The start tag's `<name` of the element it is about, or the place where the document is not well-formed.
    package var range: SourceRange
    /// Whether the document breaks the schema, and not the rules of XML.
    package var isOfSchema: Bool
  }

  /// The schema itself cannot be used.
  package struct SchemaError: Error, Hashable, Sendable {
    package var summary: String
    /// 1-based line in the schema; `nil` where libxml2 gives none.
    package var line: Int?
  }

  /// Finds where a document breaks a schema.
  /// - Parameters:
  ///   - document: the bytes of the document, UTF-8.
  ///   - schema: the bytes of a RELAX NG schema without `include` and `externalRef`.
  ///   - limit: how many violations to collect before giving up. libxml2 loses its place in the content model at the
  ///     first element it does not expect, so the violations after that are often consequences.
  /// - Returns: the violations in document order, none for a valid document.
  /// - Throws: where libxml2 cannot compile the schema.
  /// - Complexity: O(n) for deterministic content models.
  package static func violations(
    in document: [UInt8], against schema: [UInt8], limit: Int = 1
  ) throws(SchemaError) -> [Violation] {
    let result: Result<[Violation], SchemaError> = withSchema(schema) { compiled in
      stream(document, compiled, limit: limit)
    }
    return try result.get()
  }

  /// Compiles a schema for the duration of `body`, and frees it on every path.
  private static func withSchema<T>(
    _ schema: [UInt8], _ body: (xmlRelaxNGPtr) -> T
  ) -> Result<T, SchemaError> {
    LibXML2.prepare()
    let log = XMLErrorLog()
    return withExtendedLifetime(log) {
      schema.withUnsafeBytes { bytes in
        // Errors of the XML parser that reads the schema go to this thread's handler, by default to stderr.
        xmlSetStructuredErrorFunc(log.context, XMLErrorLog.handler)
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard let parser = xmlRelaxNGNewMemParserCtxt(start, Int32(clamping: bytes.count)) else {
          return .failure(SchemaError(summary: "the schema is empty", line: nil))
        }
        defer { xmlRelaxNGFreeParserCtxt(parser) }
        xmlRelaxNGSetParserStructuredErrors(parser, XMLErrorLog.handler, log.context)
        let compiled = xmlRelaxNGParse(parser)
        defer { xmlRelaxNGFree(compiled) }
        guard let compiled, log.errors.isEmpty else {
          let first = log.errors.first
          return .failure(
            SchemaError(
              summary: first?.summary ?? "the schema cannot be compiled",
              line: first.flatMap { $0.line > 0 ? $0.line : nil }))
        }
        return .success(body(compiled))
      }
    }
  }

  private static func stream(_ document: [UInt8], _ schema: xmlRelaxNGPtr, limit: Int) -> [Violation] {
    let log = XMLErrorLog()
    let places = withExtendedLifetime(log) {
      document.withUnsafeBytes { bytes -> [XMLErrorLog.Place] in
        guard let reader = LibXML2.makeReader(bytes) else { return [.line(1, column: 1)] }
        defer { xmlFreeTextReader(reader) }
        log.reader = reader
        xmlTextReaderSetStructuredErrorHandler(reader, XMLErrorLog.handler, log.context)
        guard xmlTextReaderRelaxNGSetSchema(reader, schema) == 0 else { return [.line(1, column: 1)] }
        while log.errors.count < limit, xmlTextReaderRead(reader) == 1 {
          // With one node kept, the reader frees none. libxml2 2.9.14 reports stray text and missing elements at the
          // last element that began, which the reader may have freed by then.
          if xmlTextReaderDepth(reader) == 0 { xmlTextReaderPreserve(reader) }
          if xmlTextReaderNodeType(reader) == LibXML2.elementNode {
            log.noteStart(depth: Int(xmlTextReaderDepth(reader)))
          }
        }
        log.reader = nil
        return log.errors.map(\.place)
      }
    }
    return Array(violations(log.errors, places: places, in: document).prefix(limit))
  }

  private static func violations(
    _ errors: [XMLErrorLog.Entry], places: [XMLErrorLog.Place], in document: [UInt8]
  ) -> [Violation] {
    if places.isEmpty { return [] }
    let finder = XMLPlaceFinder(document)
    // Consequences of a violation are reported at the same element; the first message says why.
    var seen = Set<SourceRange>()
    var violations: [Violation] = []
    for (index, place) in places.enumerated() {
      let error = index < errors.count ? errors[index] : nil
      let violation = Violation(
        summary: error?.summary ?? "the document cannot be read", range: finder.range(of: place),
        isOfSchema: error?.isOfSchema ?? false)
      if seen.insert(violation.range).inserted { violations.append(violation) }
    }
    return violations
  }
}
