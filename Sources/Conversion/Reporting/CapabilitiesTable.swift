import DigestDiagnostics
import DigestExporters
import DigestModel

/// What each format does with each part of a digest, from the declarations of the exporters.
public struct CapabilitiesTable: Sendable {
  private let importers: [(name: String, summary: String, extensions: [String])]
  private let exporters: [any Exporter]
  /// For each exporter, the importer that reads what it writes.
  private let readers: [String?]
  private let schemas: [BundledSchema?]

  /// - Parameters:
  ///   - registry: the formats to show.
  ///   - options: what to choose about each format, since its capabilities may depend on it.
  public init(_ registry: Registry, options: ExportOptions = ExportOptions()) {
    importers = registry.importers.map { ($0.name, $0.summary, $0.fileExtensions) }
    exporters = registry.exportFormats.map { $0.makeExporter(options) }
    readers = registry.exportFormats.map { format in
      registry.importers.first { $0.name == format.readBackAs }?.name
    }
    schemas = registry.exportFormats.map(\.schema)
  }

  /// Three tables in columns, for a terminal of 80 columns.
  public var text: String {
    "Formats to read\n\n" + columns(readRows, wrapping: 1) + "\nFormats to write\n\n"
      + columns(writeRows, wrapping: 1)
      + "\nWhat becomes of each part of a digest; what is exact or encoded comes back when\nthe output is read\n\n"
      + narrow(partRows).map { columns($0) }.joined(separator: "\n")
  }

  /// What there is to know of one format.
  /// - Parameter name: that of an importer or exporter: `bibtex`.
  /// - Returns: `nil` where no format has this name.
  public func text(of name: String) -> String? {
    var rows: [[String]] = []
    if let importer = importers.first(where: { $0.name == name }) {
      rows += [
        ["read", importer.summary],
        ["extensions", importer.extensions.map { ".\($0)" }.joined(separator: " ")],
      ]
    }
    if let index = exporters.firstIndex(where: { $0.name == name }) {
      let exporter = exporters[index]
      rows += [
        ["written", exporter.summary], ["output", exporter.layout.description(of: "STEM")],
        ["schema", schemas[index]?.name ?? "rules of this program"],
        ["read back as", readers[index] ?? "-"],
      ]
      rows += Fidelity.allCases.compactMap { fidelity in
        let parts = ModelPart.allCases.filter { (exporter.capabilities[$0] ?? .dropped) == fidelity }
        return parts.isEmpty ? nil : [fidelity.rawValue, parts.map(\.rawValue).joined(separator: " ")]
      }
    }
    return rows.isEmpty ? nil : name + "\n\n" + columns(rows, wrapping: 1)
  }

  /// The same tables as GitHub-flavoured Markdown.
  public var markdown: String {
    [readRows, writeRows, partRows].map(Self.markdown).joined(separator: "\n")
  }

  private var readRows: [[String]] {
    [["read", "what it is", "extensions"]]
      + importers.map { [$0.name, $0.summary, $0.extensions.map { ".\($0)" }.joined(separator: " ")] }
  }

  private var writeRows: [[String]] {
    [["write", "what it is", "output", "read back as"]]
      + zip(exporters, readers).map { exporter, reader in
        [exporter.name, exporter.summary, exporter.layout.description(of: "STEM"), reader ?? "-"]
      }
  }

  private var partRows: [[String]] {
    [["part"] + exporters.map(\.name)]
      + ModelPart.allCases.map { part in
        [part.rawValue] + exporters.map { ($0.capabilities[part] ?? .dropped).rawValue }
      }
  }

  /// The width of a terminal that every table fits.
  private static let width = 80

  /// - Parameter flexible: the column whose cells are broken at spaces where a row would be too wide.
  private func columns(_ rows: [[String]], wrapping flexible: Int? = nil) -> String {
    var widths = Self.widths(of: rows)
    if let flexible {
      let others = widths.reduce(0, +) - widths[flexible] + 2 * (widths.count - 1)
      widths[flexible] = min(widths[flexible], Self.width - others)
    }
    return rows.flatMap { row in
      let cells = row.indices.map { column in
        column == flexible ? wrapped(row[column], width: widths[column]) : [row[column]]
      }
      return (0..<(cells.map(\.count).max() ?? 0)).map { line in
        Self.line(cells.map { line < $0.count ? $0[line] : "" }, widths)
      }
    }.joined()
  }

  /// Of each column the widest cell.
  private static func widths(of rows: [[String]]) -> [Int] {
    (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let line = zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count))
    }
    .joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
  }

  /// A table in several that are narrow enough, each with the first column.
  private func narrow(_ rows: [[String]]) -> [[[String]]] {
    let widths = Self.widths(of: rows)
    var groups: [[Int]] = []
    var used = 0
    for column in widths.indices.dropFirst() {
      if groups.isEmpty || used + 2 + widths[column] > Self.width {
        groups.append([])
        used = widths[0]
      }
      groups[groups.count - 1].append(column)
      used += 2 + widths[column]
    }
    return groups.map { group in rows.map { row in [row[0]] + group.map { row[$0] } } }
  }

  private static func markdown(_ rows: [[String]]) -> String {
    var lines = rows.map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: " --- |", count: rows.first?.count ?? 0), at: 1)
    return lines.joined(separator: "\n") + "\n"
  }
}

extension OutputLayout {
  /// `STEM.bib`, `STEM-csv/`.
  fileprivate func description(of stem: String) -> String {
    switch self {
    case .file(let fileExtension): "\(stem).\(fileExtension)"
    case .directory(let suffix): "\(stem)\(suffix)/"
    }
  }
}
