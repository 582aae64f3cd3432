import ArgumentParser
import Conversion

/// The choices of each format, as typed flags `--FORMAT-CHOICE`.
struct FormatOptions: ParsableArguments {
  var exportOptions: ExportOptions {
    let options = ExportOptions()
    return options
  }
}
