/// Whether an XML document is certainly well-formed and valid; `false` means that it has to be looked at closely.
package typealias QuickXMLCheck = @Sendable (_ document: [UInt8]) -> Bool
/// The same for a JSON or YAML document.
package typealias QuickTreeCheck = @Sendable (_ document: [UInt8], _ grammar: LocatedTree.Grammar) -> Bool

/// The quick half of validation: it sees that a document is valid, and of names alone that they are wrong.
///
/// Nearly every document that a program checks is valid, and seeing that takes less work than saying what is wrong
/// with one that is not. So a quick check says yes where it is sure; where it is not, `RelaxNG` or `JSONSchema` has to
/// look, and decides. Without a quick check the result is the same, and takes longer.
package protocol QuickValidation: Sendable {
  /// Makes the check against a RELAX NG schema.
  /// - Parameter schema: the bytes of a schema in XML syntax.
  /// - Returns: `nil` for a schema that only libxml2 knows.
  func relaxNG(_ schema: [UInt8]) -> QuickXMLCheck?

  /// Says more of a document that `RelaxNG` has found wrong: libxml2 often names an element around the fault.
  /// - Parameters:
  ///   - document: well-formed.
  ///   - schema: the bytes of a schema in XML syntax.
  /// - Returns: the first name that the schema does not allow where it stands; `nil` where something else is wrong.
  func unexpectedName(in document: [UInt8], against schema: [UInt8]) -> UnexpectedXMLName?

  /// Makes the check against a JSON Schema (draft 2020-12).
  /// - Parameter schema: the bytes of a schema.
  /// - Returns: `nil` for a schema that only `JSONSchema` knows.
  func jsonSchema(_ schema: [UInt8]) -> QuickTreeCheck?
}

/// An element or an attribute that a schema does not allow where it stands.
package struct UnexpectedXMLName: Hashable, Sendable {
  /// As written, with its prefix.
  package var name: String
  package var isAttribute: Bool
  /// The element that has it; `nil` for the root.
  package var element: String?
  /// 0-based offset of the name in the document.
  package var lower: Int

  package init(name: String, isAttribute: Bool, element: String?, lower: Int) {
    self.name = name
    self.isAttribute = isAttribute
    self.element = element
    self.lower = lower
  }
}
