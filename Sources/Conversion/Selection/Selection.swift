public import DigestDiagnostics
import DigestModel

/// Which papers of a digest to keep: the expression after `--select`.
///
/// ```swift
/// var selection = try Selection("topic = Vision and rank <= 5 and not in library.bib")
/// try selection.readFiles { name in try read(name) }
/// ```
///
/// A condition is a question about a paper as its digest knows it: each digest is asked for itself, so to select and then
/// to merge is to merge and then to select. What is left of a digest is said at `SelectedDigest`.
public struct Selection: Sendable {
  private(set) var program = SelectionProgram()
  /// The papers of the files that the expression names, in their order.
  private(set) var lists: [PaperSet] = []

  /// Reads expressions, all of which have to be true.
  /// - Parameters:
  ///   - expressions: `rank <= 5 and since 2024-06`.
  ///   - name: what messages call each of them.
  /// - Throws: `DiagnosticError` with what was expected and where.
  /// - Complexity: O(n).
  public init(_ expressions: String..., named name: String = "--select") throws(DiagnosticError) {
    try self.init(all: expressions, named: name)
  }

  /// Reads expressions, all of which have to be true.
  /// - Throws: `DiagnosticError` with what was expected and where.
  public init(all expressions: [String], named name: String = "--select") throws(DiagnosticError) {
    for expression in expressions {
      try SelectionParser.add(SourceDocument(name: name, text: expression), to: &program)
    }
    lists = program.files.map { _ in PaperSet() }
  }

  /// The files that the expression names, and where it does.
  public var files: [(name: String, location: SourceLocation)] { program.files }

  /// Reads the files that the expression names; without this they hold no paper.
  /// - Throws: what `read` throws.
  public mutating func readFiles<Failure: Error>(
    _ read: (_ name: String, _ location: SourceLocation) throws(Failure) -> PaperSet
  ) throws(Failure) {
    var lists: [PaperSet] = []
    for file in program.files { lists.append(try read(file.name, file.location)) }
    self.lists = lists
  }
}

extension Selection {
  /// The fields of an expression, a line each: its name and what it is.
  public static var fieldTable: String {
    SelectionField.allCases.map { field in
      let name = field.rawValue
      return name + String(repeating: " ", count: 10 - name.utf8.count) + field.summary + "\n"
    }.joined()
  }

  /// What sections are called after `in`: `reading-list`.
  public static var sectionNames: [String] {
    Digest.Section.Kind.allCases.map { kind in
      kind.rawValue.utf8.reduce(into: "") { name, byte in
        if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { name += "-" }
        name += String(decoding: [byte], as: UTF8.self).lowercased()
      }
    }
  }
}
