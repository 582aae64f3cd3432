import DigestExporters
import DigestModel

/// What each format does with each part of a digest, from the declarations of the exporters.
public struct CapabilitiesTable: Sendable {
  private let importers: [(name: String, summary: String, extensions: [String])]
  private let exporters: [any Exporter]
  /// For each exporter, the importer that reads what it writes.
  private let readers: [String?]

  /// - Parameters:
  ///   - registry: the formats to show.
  ///   - options: what to choose about each format, since its capabilities may depend on it.
  public init(_ registry: Registry, options: ExportOptions = ExportOptions()) {
    importers = registry.importers.map { ($0.name, $0.summary, $0.fileExtensions) }
    exporters = registry.exportFormats.map { $0.makeExporter(options) }
    readers = registry.exportFormats.map { format in
      registry.importers.first { $0.name == format.readBackAs }?.name
    }
  }

  /// Three tables in columns, for a terminal.
  public var text: String {
    "Formats to read\n\n" + columns(readRows) + "\nFormats to write\n\n" + columns(writeRows)
      + "\nWhat becomes of each part of a digest; what is exact or encoded comes back when the output is read\n\n"
      + columns(partRows)
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

  private func columns(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let line = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      .joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
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
