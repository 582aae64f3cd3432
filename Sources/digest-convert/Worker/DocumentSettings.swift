import DigestCatalogue
import DigestConversion

/// How documents are read and written whose requests have the same options.
struct DocumentSettings {
  /// As on the command line of `convert`, without inputs and outputs.
  var request: ConvertRequest
  var converter: Converter
  /// What is asked about papers; `nil` for nothing.
  var catalogue: CatalogueFile?

  init(_ options: DocumentOptionWords, _ catalogue: WorkerCatalogue) throws(CommandFailure) {
    do { request = try ConvertOptions.parse(options.words).request } catch {
      throw CommandFailure(.usage, RequestFailure.options(error))
    }
    request.catalogue = catalogue.choice(for: options.completes)
    self.catalogue = try catalogue.opened(as: request.catalogue)
    converter = try request.reading.converter()
    let selection = try request.selecting.selection(by: converter)
    converter.options.selection = selection
    converter.options.order = request.selecting.order
    converter.options.validates = request.validates
    converter.options.export = request.exporting
    converter.options.catalogue = self.catalogue
    // Other documents have the other processors.
    converter.options.threads = 1
  }
}
