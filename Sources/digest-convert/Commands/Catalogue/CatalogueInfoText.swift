import DigestCatalogue
import DigestDiagnostics

/// What is in a catalogue, in lines of text.
struct CatalogueInfoText {
  private let summary: CatalogueSummary

  init(_ summary: CatalogueSummary) { self.summary = summary }

  func overview(of path: String) -> String {
    var text = "\(visible(path)): \(Self.bytes(summary.size))\n"
    for source in summary.sources {
      text +=
        "\(visible(source.name)) (\(source.kind)): \(Self.papers(source.papers)), added \(Self.day(source.added))"
      if Self.day(source.updated) != Self.day(source.added) {
        text += ", read again \(Self.day(source.updated))"
      }
      text += "\n"
    }
    if summary.sources.isEmpty { text += "it is empty\n" }
    if let first = summary.months.first?.month, let last = summary.months.last?.month {
      let count = summary.months.reduce(0) { $0 + $1.papers }
      let span = (last.year - first.year) * 12 + last.month - first.month + 1
      let months = span == summary.months.count ? "\(span)" : "\(summary.months.count) of \(span)"
      text += "ids of arXiv: \(Self.papers(count)) in \(months) \(span == 1 ? "month" : "months"), "
      text += first == last ? "\(first)\n" : "\(first) to \(last)\n"
    }
    if let asked = summary.asked {
      text += "ids that no service knows: \(summary.unknown), last asked \(Self.day(asked))\n"
    }
    return text
  }

  /// One line for each month.
  var months: String {
    summary.months.map { "\($0.month): \(Self.papers($0.papers)), the highest number is \($0.highest)\n" }
      .joined()
  }

  private static func papers(_ count: Int) -> String { "\(count) \(count == 1 ? "paper" : "papers")" }

  /// `2024-11-28` of `2024-11-28T13:58:40Z`
  private static func day(_ time: String) -> Substring { time.prefix(10) }

  /// In units of 1000: `1.3 GB`.
  static func bytes(_ count: Int) -> String {
    var tenths = count * 10
    for unit in ["bytes", "kB", "MB"] {
      if tenths < 10_000 {
        return unit == "bytes" ? "\(count) bytes" : "\(tenths / 10).\(tenths % 10) \(unit)"
      }
      tenths /= 1000
    }
    return "\(tenths / 10).\(tenths % 10) GB"
  }
}
