import ArgumentParser
import DigestConversion
import DigestImporters

/// Reads format names while arguments are parsed, so that an unknown one is refused before any file is touched.
enum FormatArguments {
  static let registry = Registry.standard

  /// `--from FORMAT`.
  static func importer(_ name: String) throws(ValidationError) -> any Importer {
    do {
      return try registry.importer(named: name)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// `--to FORMAT[,FORMAT…]`; `all` stands for those that no other of them replaces, and others may stand beside it.
  static func exportFormats(_ names: String) throws(ValidationError) -> [ExportFormat] {
    let words = names.split(separator: ",", omittingEmptySubsequences: false)
    let named = try words.filter { $0 != "all" }
      .map { (name) throws(ValidationError) in try exportFormat(String(name)) }
    guard words.contains("all") else { return named }
    return registry.exportFormats.filter(\.isPartOfAll) + named.filter { !$0.isPartOfAll }
  }

  /// A format to write.
  static func exportFormat(_ name: String) throws(ValidationError) -> ExportFormat {
    do {
      return try registry.exportFormat(named: name)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// The name of the format that a word or an extension stands for, or that is spelt nearly so.
  static func exportFormat(likelyMeantBy word: String) -> String? {
    do { return try registry.exportFormat(named: word).name } catch { return error.nearest }
  }

  /// The format of a name; `nil` where none has it.
  static func knownExportFormat(_ name: String) -> ExportFormat? {
    do { return try registry.exportFormat(named: name) } catch { return nil }
  }

  /// The name of a format to read or to write, or the one that another word stands for; `nil` where there is none.
  static func formatName(_ word: String) -> String? {
    if let format = knownExportFormat(word) { return format.name }
    do { return try registry.importer(named: word).name } catch { return nil }
  }

  /// The names of all formats, of those first that are read.
  static var formatNames: [String] {
    let read = registry.importers.map(\.name)
    return read + registry.exportFormats.map(\.name).filter { !read.contains($0) }
  }

  static let importerNames = registry.importers.map(\.name).joined(separator: ", ")
  /// What `all` does not stand for.
  static let namesOutsideAll = registry.exportFormats.filter { !$0.isPartOfAll }.map(\.name)
    .joined(separator: ", ")
  static let exporterNames = registry.exportFormats.map(\.name).joined(separator: ", ")
}
