import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Papers by month as a picture for a report: a bar a month, papers that are new below those that were there before.
public struct StatisticsPlot {
  // Lengths in pixels.
  private static let width = 760
  private static let height = 380
  private static let plot = (left: 56, right: 724, top: 72, bottom: 324)
  /// Of a label such as 2024-09, with the space to the next.
  private static let labelWidth = 60
  private static let widestBar = 56.0
  /// Months without a digest between others are shown up to so many months in all.
  private static let mostMonths = 600

  private struct Bar {
    /// `nil` for digests without a month.
    var month: YearMonth?
    var new = 0
    var again = 0
    var label: String { month?.description ?? "no month" }
  }

  private let bars: [Bar]
  /// The number at the top of the axis, and between two lines.
  private let scale: (top: Int, step: Int)
  private var xml = XMLWriter()

  /// The picture as SVG 1.1.
  public static func svg(of statistics: DigestStatistics) -> [UInt8] {
    var plot = StatisticsPlot(statistics)
    plot.write(statistics)
    return plot.xml.finish()
  }

  private init(_ statistics: DigestStatistics) {
    bars = Self.bars(statistics.months)
    scale = Self.scale(upTo: bars.map { $0.new + $0.again }.max() ?? 0)
  }

  /// With the months that have no digest.
  private static func bars(_ months: [DigestStatistics.MonthCount]) -> [Bar] {
    var bars: [Bar] = []
    for month in months {
      if let period = month.month, let last = bars.last?.month, period.number - last.number < mostMonths {
        for number in (last.number + 1)..<max(last.number + 1, period.number) {
          bars.append(Bar(month: YearMonth(number: number)))
        }
      }
      bars.append(Bar(month: month.month, new: month.new, again: month.again))
    }
    return bars
  }

  /// At most five lines above 0, at round numbers.
  private static func scale(upTo most: Int) -> (top: Int, step: Int) {
    var power = 1
    while true {
      for factor in [1, 2, 5] where factor * power * 5 >= most {
        let step = factor * power
        return (max(step, (most + step - 1) / step * step), step)
      }
      power *= 10
    }
  }

  // MARK: Writing

  private mutating func write(_ statistics: DigestStatistics) {
    xml.start("svg")
    xml.attribute("xmlns", "http://www.w3.org/2000/svg")
    xml.attribute("width", "\(Self.width)")
    xml.attribute("height", "\(Self.height)")
    xml.attribute("viewBox", "0 0 \(Self.width) \(Self.height)")
    xml.attribute("role", "img")
    xml.attribute("aria-labelledby", "title desc")
    xml.attribute("font-family", "sans-serif")
    xml.attribute("font-size", "12")
    xml.attribute("fill", "#222222")
    named("title", "title", "Papers by month")
    named("desc", "desc", description(statistics))
    rectangle(0, 0, Double(Self.width), Double(Self.height), "#ffffff")
    text("Papers by month", x: Double(Self.plot.left), y: 26, size: 16, isBold: true)
    text(
      "\(counted(statistics.papers, "paper")) in \(counted(statistics.digests.count, "digest"))",
      x: Double(Self.plot.left), y: 46)
    writeLegend()
    writeLines()
    for (number, bar) in bars.enumerated() { write(bar, number) }
    writeLabels()
    text("papers", x: Double(Self.plot.left - 8), y: Double(Self.plot.top - 10), anchor: "end")
    text(
      "month", x: Double(Self.plot.left + Self.plot.right) / 2, y: Double(Self.height - 14), anchor: "middle")
    xml.end()
  }

  private func description(_ statistics: DigestStatistics) -> String {
    let most = bars.max { $0.new + $0.again < $1.new + $1.again }
    let range = [bars.first, bars.last].compactMap { $0?.label }
    let span = range.first == range.last ? range.prefix(1).joined() : range.joined(separator: " to ")
    return "\(counted(statistics.papers, "paper")) in \(counted(statistics.digests.count, "digest"))"
      + (span.isEmpty ? "" : ", \(span)")
      + (most.map { "; the most, \($0.new + $0.again), in \($0.label)" } ?? "")
  }

  private mutating func writeLegend() {
    let y = 36.0
    rectangle(Double(Self.plot.right) - 222, y, 12, 12, Self.newColor)
    text("new", x: Double(Self.plot.right) - 204, y: y + 10)
    rectangle(Double(Self.plot.right) - 158, y, 12, 12, Self.againColor)
    text("in an earlier month, too", x: Double(Self.plot.right) - 140, y: y + 10)
  }

  private mutating func writeLines() {
    for value in stride(from: 0, through: scale.top, by: scale.step) {
      let y = self.y(value)
      rectangle(
        Double(Self.plot.left), y - 0.5, Double(Self.plot.right - Self.plot.left), 1,
        value == 0 ? "#222222" : "#dddddd")
      text("\(value)", x: Double(Self.plot.left - 8), y: y + 4, anchor: "end")
    }
  }

  private mutating func write(_ bar: Bar, _ number: Int) {
    guard bar.new + bar.again > 0 else { return }
    let width = min(Self.widestBar, slot * 0.7)
    let left = center(of: number) - width / 2
    xml.start("g")
    xml.element("title", "\(bar.label): \(bar.new) new, \(bar.again) in an earlier month, too")
    if bar.new > 0 {
      rectangle(left, y(bar.new), width, y(0) - y(bar.new), Self.newColor)
    }
    if bar.again > 0 {
      let top = y(bar.new + bar.again)
      rectangle(left, top, width, y(bar.new) - top, Self.againColor)
    }
    xml.end()
  }

  /// As many as have room, at equal distances; the one for digests without a month stands last.
  private mutating func writeLabels() {
    let distance = max(1, Int((Double(Self.labelWidth) / slot).rounded(.up)))
    let step = [1, 2, 3, 6, 12].first { $0 >= distance } ?? (distance + 11) / 12 * 12
    let special = bars.last.flatMap { $0.month == nil ? bars.count - 1 : nil }
    var lastLabel = -distance
    for (number, bar) in bars.enumerated() {
      let isRound = bar.month.map { step == 1 || $0.number % step == 0 } ?? false
      let hasRoom = number - lastLabel >= distance && special.map { $0 - number >= distance } ?? true
      guard number == special || isRound && hasRoom else { continue }
      lastLabel = number
      text(bar.label, x: center(of: number), y: Double(Self.plot.bottom + 20), anchor: "middle")
    }
  }

  // MARK: Places

  private static let newColor = "#2f6f9f"
  private static let againColor = "#e0a030"

  private var slot: Double { Double(Self.plot.right - Self.plot.left) / Double(max(1, bars.count)) }
  private func center(of number: Int) -> Double { Double(Self.plot.left) + slot * (Double(number) + 0.5) }
  private func y(_ value: Int) -> Double {
    let height = Double(Self.plot.bottom - Self.plot.top)
    return Double(Self.plot.bottom) - height * Double(value) / Double(scale.top)
  }

  // MARK: Elements

  private mutating func named(_ element: StaticString, _ id: String, _ content: String) {
    xml.start(element, .mixed)
    xml.attribute("id", id)
    xml.text(content)
    xml.end()
  }

  private mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: String
  ) {
    xml.start("rect")
    for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)]
      as [(StaticString, Double)]
    {
      xml.attribute(name, Self.number(value))
    }
    xml.attribute("fill", color)
    xml.end()
  }

  private mutating func text(
    _ content: String, x: Double, y: Double, anchor: String = "start", size: Int? = nil, isBold: Bool = false
  ) {
    xml.start("text", .mixed)
    xml.attribute("x", Self.number(x))
    xml.attribute("y", Self.number(y))
    if anchor != "start" { xml.attribute("text-anchor", anchor) }
    if let size { xml.attribute("font-size", "\(size)") }
    if isBold { xml.attribute("font-weight", "bold") }
    xml.text(content)
    xml.end()
  }

  /// At most two digits after the point.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
    let sign = hundredths < 0 && whole == 0 ? "-" : ""
    if rest == 0 { return "\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }
}

extension YearMonth {
  /// Months since year 0.
  fileprivate var number: Int { year * 12 + month - 1 }
  fileprivate init?(number: Int) { self.init(year: number / 12, month: number % 12 + 1) }
}
