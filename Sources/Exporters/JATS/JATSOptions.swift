/// How an article of JATS is written.
public struct JATSOptions: Hashable, Sendable {
  /// Whether a DOCTYPE names the DTD of the tag set. Programs that know ids only from a DTD need one; a validating
  /// reader loads the DTD, about 2 MB in 90 files.
  public var hasDoctype: Bool

  /// Makes options; by default there is no DOCTYPE.
  public init(hasDoctype: Bool = false) { self.hasDoctype = hasDoctype }
}

extension JATSOptions {
  /// The formal public identifier of the Archiving tag set 1.3 and the name of its file, as the head of the DTD gives
  /// them. The name alone, as archives want it: where the file lies is the business of a catalogue or a search path.
  static let doctype: (publicID: StaticString, systemID: StaticString) = (
    "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.3 20210610//EN",
    "JATS-archivearticle1-3-mathml3.dtd"
  )
}
