import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel

/// How inputs are to be read, and what the user knows about them.
struct ReadingRequest {
  var from: (any Importer)?
  var language: String?
  var period: YearMonth?
  /// A path; `-` is standard input.
  var headingAliases: String?
  /// Names of sections that a configuration adds; those of the command line count instead.
  var aliases: SectionAliases?
  /// The encoding of inputs, as `iconv` knows it.
  var inputEncoding: String?

  /// The pipeline that reads as requested.
  func converter() throws(CommandFailure) -> Converter {
    var registry = Registry.standard
    if headingAliases == nil, let aliases { registry.add(MarkdownImporter(aliases: aliases)) }
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
    options.inputEncoding = inputEncoding
    return Converter(registry: registry, options: options)
  }

  /// The pipeline's importer of the name that `--from` gives.
  func importer(of converter: Converter) -> (any Importer)? {
    from.map { named in converter.registry.importers.first { $0.name == named.name } ?? named }
  }
}

/// A stream that is read a second time is at its end.
func requireOneReader(ofStandardInput inputs: [InputFile], _ reading: ReadingRequest)
  throws(ValidationError)
{
  let readers = inputs.count(where: \.isStandardInput) + (reading.headingAliases == "-" ? 1 : 0)
  if readers > 1 { throw ValidationError("standard input can be read only once") }
}
