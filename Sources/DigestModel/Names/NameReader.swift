/// Reads the names of authors and editors as people write them.
///
/// A reader is a value without state: one serves a whole file.
///
/// ```swift
/// let reader = NameReader()
/// reader.names(in: "Bee, A., Dee, C., & Eff, E.").names.map(\.sortText)  // ["Bee, A.", "Dee, C.", "Eff, E."]
/// reader.name(in: "Ludwig van Beethoven").names.first?.sortText  // "van Beethoven, Ludwig"
/// ```
public struct NameReader: Sendable {
  /// Who wrote the text.
  public enum Syntax: Sendable {
    /// A person, for persons: any separator, Markdown, HTML and TeX marks, `Bee A.`, `danah boyd`.
    case written
    /// A field of a BibTeX file: ` and ` alone parts names, only TeX marks are marks, and the rule of BibTeX for the
    /// `von` holds to the letter.
    case bibTeX
  }

  /// Where the family name of a Vietnamese name stands that says nothing of it.
  public enum VietnameseOrder: Sendable {
    /// At the end, as in any other name, which is reported as an assumption.
    case asWritten
    /// At the beginning, because the record says so.
    case familyFirst
  }

  /// Who wrote the texts that this reader reads.
  public var syntax: Syntax
  /// Where it looks for the family name of a Vietnamese name.
  public var vietnameseOrder: VietnameseOrder
  /// Turns a part of a name from TeX into plain text. Names are split before, on what is written, and braces that are
  /// left are removed after.
  public var decode: @Sendable (String) -> String

  /// Makes a reader.
  /// - Parameters:
  ///   - syntax: who wrote the texts.
  ///   - vietnameseOrder: where the family name of a Vietnamese name stands.
  ///   - decode: turns a part of a name from TeX into plain text; without it, only braces are removed.
  public init(
    syntax: Syntax = .written, vietnameseOrder: VietnameseOrder = .asWritten,
    decode: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.syntax = syntax
    self.vietnameseOrder = vietnameseOrder
    self.decode = decode
  }

  /// The names of a list in one text: `Ann Bee, Cee Dee and 3 others`.
  /// - Complexity: O(n).
  public func names(in text: String) -> NameList { read(text, as: .list) }

  /// - Parameter memory: of names that this reader has read.
  func names(in text: String, remembering memory: NameMemory) -> NameList {
    read(text, as: .list, remembering: memory)
  }

  /// The name of one author, an element of a list that its source has split: a comma in it parts family and given
  /// names, unless there are clearly several names.
  ///
  /// - Returns: no name for a text such as `and 3 others`, more than one for `Ann Bee; Cee Dee`.
  /// - Complexity: O(n).
  public func name(in text: String) -> NameList { read(text, as: .element) }

  /// The names of a list that its source has split into elements.
  public func names(in elements: some Sequence<String>) -> NameList {
    var list = NameList()
    for element in elements { list.append(name(in: element)) }
    return list
  }

  /// A name that its source has split into family and given names: particles, suffixes, titles and degrees are still
  /// to be told apart.
  ///
  /// - Parameters:
  ///   - family: with or without particles (`van Beethoven`, `King, Jr.`); a body where there is no given name and the
  ///     words are those of one.
  ///   - given: with or without particles at the end (`Ludwig van`).
  ///   - suffix: given apart, if it is.
  /// - Returns: no name where nothing is said.
  public func name(family: String?, given: String?, suffix: String? = nil) -> NameList {
    var builder = NameBuilder(reader: self)
    builder.add(family: family ?? "", given: given ?? "", suffix: suffix ?? "")
    return builder.list
  }

  enum Expectation { case list, element }

  private func read(
    _ text: String, as expectation: Expectation, remembering memory: NameMemory? = nil
  ) -> NameList {
    var cleaner = NameCleaner(text, syntax)
    let clean = cleaner.clean()
    var builder = NameBuilder(reader: self)
    builder.list.hasMore = cleaner.hasMore
    builder.list.remarks = cleaner.remarks
    switch syntax {
    case .bibTeX: BibTeXNameList(memory).read(clean[...], into: &builder)
    case .written: WrittenNameList(expectation).read(clean, into: &builder)
    }
    return builder.list
  }
}
