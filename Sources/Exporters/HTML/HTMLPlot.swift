import DigestModel
import DigestSyntax

/// A bar of a plot, and what it is called.
struct HTMLBar {
  var label: String
  var count: Int
  /// How many of them were there in an earlier month, too.
  var again = 0
}

// Papers by topic and by month as SVG without a scale of its own: bars are as wide as a share of the page, and words stay
// as large as they are, on a phone, too.
extension HTMLWriter {
  /// The share of the width that the longest bar takes, in hundredths.
  private static let widest = 78
  private static let mostTopics = 24
  /// Pixels.
  private static let (rowHeight, barHeight, monthWidth) = (33, 7, 92)

  /// Papers by topic of the first level, those with the most first.
  mutating func writeTopicPlot(_ papers: [Paper]) {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for paper in papers {
      for topic in Set(paper.topics.compactMap(\.first)) where topic.hasWords {
        if counts.updateValue((counts[topic] ?? 0) + 1, forKey: topic) == nil { order.append(topic) }
      }
    }
    guard order.count > 1 else { return }
    let sorted = order.enumerated().sorted {
      (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
    }
    var bars = sorted.prefix(Self.mostTopics).map {
      HTMLBar(label: $0.element, count: counts[$0.element] ?? 0)
    }
    let rest = sorted.dropFirst(Self.mostTopics)
    if !rest.isEmpty {
      bars.append(HTMLBar(label: "\(words.otherTopics): \(rest.count)", count: 0))
    }
    startPlot(words.byTopic, height: bars.count * Self.rowHeight, bars)
    let most = bars.map(\.count).max() ?? 1
    for (row, bar) in bars.enumerated() {
      let y = row * Self.rowHeight
      text(bar.label, y: y + 13)
      guard bar.count > 0 else { continue }
      text("\(bar.count)", x: "100%", y: y + 13, atEnd: true)
      rectangle("b", x: "0", y: y + 18, share: bar.count, of: most)
    }
    endPlot()
  }

  /// Papers by month: what is new, and after it what an earlier month has, too.
  mutating func writeMonthPlot(_ collection: DigestCollection) {
    var seen: Set<Int> = []
    let labels = collection.labels
    let bars = collection.places.enumerated().map { number, places in
      let papers = Set(places)
      let again = papers.count { seen.contains($0) }
      seen.formUnion(papers)
      return HTMLBar(label: labels[number], count: papers.count, again: again)
    }
    let row = 22
    startPlot(words.byMonth, height: (bars.count + 1) * row, bars)
    let most = max(1, bars.map(\.count).max() ?? 1)
    for (index, bar) in bars.enumerated() {
      let y = index * row
      text(bar.label.beginning(atMost: 12), y: y + 14)
      start("svg")
      xml.attribute("x", "\(Self.monthWidth)")
      let new = bar.count - bar.again
      rectangle("b", x: "0", y: y + 5, share: new, of: most, widest: 60)
      rectangle(
        "o", x: Self.percent(new, of: most, widest: 60), y: y + 5, share: bar.again, of: most, widest: 60)
      start("text")
      xml.attribute("x", Self.percent(bar.count, of: most, widest: 60))
      xml.attribute("dx", "8")
      xml.attribute("y", "\(y + 14)")
      xml.text("\(bar.count)")
      xml.end()
      xml.end()
    }
    writeLegend(y: bars.count * row)
    endPlot()
  }

  private mutating func writeLegend(y: Int) {
    for (kind, x, name) in [("b", "0", words.new), ("o", "35%", words.again)] {
      start("rect", class: kind)
      xml.attribute("x", x)
      xml.attribute("y", "\(y + 7)")
      xml.attribute("width", "10")
      xml.attribute("height", "10")
      xml.end()
      start("text")
      xml.attribute("x", x)
      xml.attribute("dx", "16")
      xml.attribute("y", "\(y + 16)")
      xml.text(name)
      xml.end()
    }
  }

  // MARK: Elements

  /// A reader that cannot see the plot is told its numbers.
  private mutating func startPlot(_ name: String, height: Int, _ bars: [HTMLBar]) {
    newLine()
    start("figure")
    start("figcaption")
    markWords()
    xml.text(name)
    xml.end()
    start("svg")
    xml.attribute("xmlns", "http://www.w3.org/2000/svg")
    xml.attribute("height", "\(height)")
    xml.attribute("role", "img")
    xml.attribute("aria-label", bars.map { "\($0.label): \($0.count)" }.joined(separator: "; "))
  }

  private mutating func endPlot() {
    xml.end()
    xml.end()
  }

  private mutating func rectangle(
    _ kind: String, x: String, y: Int, share: Int, of most: Int, widest: Int = HTMLWriter.widest
  ) {
    guard share > 0 else { return }
    start("rect", class: kind)
    xml.attribute("x", x)
    xml.attribute("y", "\(y)")
    xml.attribute("width", Self.percent(share, of: most, widest: widest))
    xml.attribute("height", "\(Self.barHeight)")
    xml.end()
  }

  private mutating func text(_ content: String, x: String = "0", y: Int, atEnd: Bool = false) {
    start("text")
    xml.attribute("x", x)
    xml.attribute("y", "\(y)")
    if atEnd { xml.attribute("text-anchor", "end") }
    write(plain: content)
    xml.end()
  }

  /// With one digit after the point.
  private static func percent(_ share: Int, of most: Int, widest: Int) -> String {
    let tenths = share * widest * 10 / max(1, most)
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
