import ArgumentParser
import DigestConversion
import DigestPlatform

/// What `convert` is asked to do.
struct ConvertRequest {
  var inputs: [String] = []
  var formats: [ExportFormat] = []
  var output: String?
  var outputDir: String?
  var reading = ReadingRequest()
  var exporting = ExportOptions()
  var validates = true
  var diagnostics = ReportFormat.text
  var lossReport: String?
  var failOn: [FailOn] = []
  var depfile: String?
  var touches = false
  var isVerbose = false
  var isQuiet = false

  enum FailOn: String, CaseIterable { case loss, warning }

  /// Does it and ends the program.
  /// - Throws: `ValidationError` where the arguments do not go together; nothing is read then.
  func run() throws -> Never {
    let plan = try OutputPlan.make(for: self)
    do throws(CommandFailure) {
      var converter = try reading.converter()
      converter.options.validates = validates
      converter.options.export = exporting
      var run = ConvertRun(request: self, plan: plan, converter: converter)
      let status = run.run()
      withExtendedLifetime(run) { RunningProgram.end(status: status.rawValue) }
    } catch {
      StandardStreams.write(toError: diagnostics.render(error.diagnostics))
      RunningProgram.end(status: error.status.rawValue)
    }
  }
}
