import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads `@set{key, entryset = {a, b}}`: several entries that are cited as one.
/// - Source: biblatex 3.18, section 3.13.5.
struct BibTeXEntrySets {
  private let library: BibTeXLibrary
  private let file: RecordFile
  private let hasEntry: (String) -> Bool

  /// - Parameter hasEntry: whether the file has an entry of a key.
  init(_ library: BibTeXLibrary, _ file: RecordFile, hasEntry: @escaping (String) -> Bool) {
    self.library = library
    self.file = file
    self.hasEntry = hasEntry
  }

  /// A mapping of the key, the members as a list, and the other fields.
  func read(_ entry: BibTeXLibrary.Entry) -> DataValue {
    var values = [ExtraField(key: "citationKey", value: .string(library.text(entry.key)))]
    var count = 0
    for field in library.fields[entry.fields] {
      let name = library.text(field.name).lowercased()
      guard name == "entryset" else {
        values.append(ExtraField(key: name, value: .string(library.text(field))))
        continue
      }
      let keys = library.text(field).split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
      count += keys.count
      values.append(ExtraField(key: name, value: .sequence(keys.map(DataValue.string))))
      for key in keys where !hasEntry(key) {
        file.report(
          Diagnostic(
            BibTeXReadingDiagnostics.missingParent, "no entry has the key \(quoted(key)) of this set",
            at: file.location(field.value)))
      }
    }
    file.report(
      Diagnostic(
        BibTeXReadingDiagnostics.entrySet,
        "the set \(quoted(library.text(entry.key))) of \(counted(count, "entry", "entries")) is kept as data",
        at: file.location(entry.type)))
    return .mapping(values)
  }
}
