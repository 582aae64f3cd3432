/// A place as line and column: what renderers print.
package struct Place: Sendable {
  /// The true name; text for people shows `label`.
  package var file: String
  package var start: SourcePosition
  /// After the last byte.
  package var end: SourcePosition
  package var range: SourceRange

  /// `file:line:column` on one line, whatever characters the name has.
  package var label: String { "\(visible(file)):\(start)" }
}

/// A diagnostic whose places are lines and columns.
package struct LocatedDiagnostic: Sendable {
  package struct Note: Sendable {
    package var summary: String
    package var place: Place?
  }

  package var diagnostic: Diagnostic
  package var place: Place?
  package var notes: [Note]
}

/// Finds lines and columns, making the line table of each document once and only when it is needed.
package struct PlaceFinder {
  private var tables: [ObjectIdentifier: LineTable] = [:]

  package init() {}

  package mutating func place(of location: SourceLocation) -> Place {
    let key = ObjectIdentifier(location.document)
    let table = tables[key] ?? LineTable(location.document)
    tables[key] = table
    return Place(
      file: location.document.name, start: table.position(of: location.range.lower),
      end: table.position(of: location.range.upper), range: location.range)
  }
}

extension [Diagnostic] {
  /// In the order of every report: by file, place, id. Findings without a place come first.
  package func located() -> [LocatedDiagnostic] {
    var finder = PlaceFinder()
    let found = map { diagnostic in
      LocatedDiagnostic(
        diagnostic: diagnostic, place: diagnostic.location.map { finder.place(of: $0) },
        notes: diagnostic.notes.map { note in
          LocatedDiagnostic.Note(summary: note.summary, place: note.location.map { finder.place(of: $0) })
        })
    }
    // The offset in the list makes the order total, so it does not depend on the sorting algorithm.
    return found.enumerated().sorted { a, b in
      switch (a.element.place, b.element.place) {
      case (nil, _?): return true
      case (_?, nil): return false
      case (let first?, let second?) where first.file != second.file: return first.file < second.file
      // Two places can be in different pieces of a file.
      case (let first?, let second?) where first.start.line != second.start.line:
        return first.start.line < second.start.line
      case (let first?, let second?) where first.range.lower != second.range.lower:
        return first.range.lower < second.range.lower
      default: break
      }
      let names = (a.element.diagnostic.id.name, b.element.diagnostic.id.name)
      return names.0 != names.1 ? names.0 < names.1 : a.offset < b.offset
    }.map(\.element)
  }
}
