import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel

/// How inputs are to be read, and what the user knows of them better than the program can find out.
struct ReadingRequest {
  var from: (any Importer)?
  var language: String?
  var period: YearMonth?
  /// A path; `-` is standard input.
  var headingAliases: String?

  /// The pipeline for this.
  func converter() throws(CommandFailure) -> Converter {
    var registry = FormatArguments.registry
    if let headingAliases {
      let source = try InputFile(path: headingAliases).read()
      do throws(DiagnosticError) {
        registry.add(MarkdownImporter(aliases: try HeadingAliasFile.read(source)))
      } catch {
        throw CommandFailure(.invalidInput, error.diagnostics)
      }
    }
    var options = ConversionOptions()
    options.language = language
    options.period = period
    return Converter(registry: registry, options: options)
  }

  /// The importer that `--from` names, as the pipeline has it.
  func importer(of converter: Converter) -> (any Importer)? {
    from.map { named in converter.registry.importers.first { $0.name == named.name } ?? named }
  }
}

/// A stream is at its end when it is read a second time.
func requireOneReader(ofStandardInput inputs: [InputFile], _ reading: ReadingRequest) throws {
  let readers = inputs.count(where: \.isStandardInput) + (reading.headingAliases == "-" ? 1 : 0)
  if readers > 1 { throw ValidationError("standard input can be read only once") }
}
