import DigestModel

/// Headings among other parts of a text: one goes if there was something below it and all of it goes.
enum HeadingScopes {
  /// The parts that stay.
  /// - Parameters:
  ///   - heading: the level of a heading; `nil` for other parts.
  ///   - keep: what stays of a part.
  static func kept<Element>(
    _ elements: [Element], heading: (Element) -> Int?, _ keep: (Element) -> Element?
  ) -> [Element] {
    var result: [(element: Element, level: Int?)] = []
    /// Headings whose text has not ended: their places in `result`, and whether anything below them went.
    var open: [(place: Int, level: Int, hasLost: Bool)] = []
    func close(to level: Int) {
      while let last = open.last, last.level >= level {
        open.removeLast()
        if last.hasLost, last.place == result.count - 1 {
          result.removeLast()
          if !open.isEmpty { open[open.count - 1].hasLost = true }
        }
      }
    }
    for element in elements {
      let level = heading(element)
      if let level { close(to: level) }
      if let kept = keep(element) {
        if let level { open.append((result.count, level, false)) }
        result.append((kept, level))
      } else if !open.isEmpty {
        open[open.count - 1].hasLost = true
      }
    }
    close(to: 0)
    return result.map(\.element)
  }
}

extension Digest.Block {
  var headingLevel: Int? { if case .heading(let heading) = self { heading.level } else { nil } }
}

extension Digest.Entry {
  var headingLevel: Int? { if case .block(let block) = self { block.headingLevel } else { nil } }
}
