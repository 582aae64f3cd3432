import DigestConversion
import DigestDiagnostics
import DigestImporters

extension FuzzTarget {
  /// Every reader with any bytes: it reads or refuses them, and what it says of them has a place in them.
  static let readers: [FuzzTarget] = Registry.standard.importers.map { importer in
    FuzzTarget(name: "read-\(importer.name)", seeds: importer.fileExtensions) { bytes in
      let source = SourceDocument(name: "input.\(importer.fileExtensions.first ?? "txt")", bytes: bytes)
      do throws(DiagnosticError) {
        demandPlaces(of: try Converter().read(source, with: importer).diagnostics, in: source)
      } catch {
        demand(!error.diagnostics.isEmpty, "refused without a word")
        demandPlaces(of: error.diagnostics, in: source)
      }
    }
  }

  /// Whatever can be read is written in every format, is valid there, and the digest comes back whole from YAML.
  static let pipeline = FuzzTarget(name: "pipeline", seeds: ["md", "bib", "ris", "yaml", "json", "csv"]) {
    bytes in
    let source = SourceDocument(name: "input", bytes: bytes)
    let converter = Converter()
    let targets = Registry.standard.exportFormats.map { ConversionTarget($0, named: "output.\($0.name)") }
    let conversion: Conversion
    do throws(DiagnosticError) {
      conversion = try converter.convert(source, to: targets)
    } catch {
      demandPlaces(of: error.diagnostics, in: source)
      return
    }
    demandPlaces(of: conversion.imported.diagnostics, in: source)
    for output in conversion.outputs {
      demand(output.findings.isEmpty, "\(output.format) is not valid: \(output.findings)")
    }
    guard conversion.imported.furtherDigests.isEmpty,
      let yaml = conversion.outputs.first(where: { $0.format == "yaml" })
    else { return }
    do throws(DiagnosticError) {
      let again = try converter.read(SourceDocument(name: "output.yaml", bytes: yaml.files[0].bytes))
      demand(again.digest == conversion.imported.digest, "YAML does not hold the digest")
    } catch {
      demand(false, "YAML of ours is refused: \(error)")
    }
  }

  /// Places of other documents, such as what was decoded, are theirs to keep.
  private static func demandPlaces(of diagnostics: [Diagnostic], in source: SourceDocument) {
    for diagnostic in diagnostics {
      let places = [diagnostic.location] + diagnostic.notes.map(\.location)
      for place in places.compactMap(\.self) {
        let count = place.document.bytes.count
        // What is missing at the end is shown one byte after it.
        demand(
          0 <= place.range.lower && place.range.lower <= place.range.upper && place.range.upper <= count + 1,
          "\(diagnostic.id) has no place in the document: \(place.range) of \(count)")
      }
    }
    // Finding lines and columns, and cutting out what is shown.
    _ = diagnostics.map(\.description)
  }
}
