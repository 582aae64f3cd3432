import DigestText

/// Inline Markdown prepared for md4c, with the way back to the offsets of the original.
struct GuardedMarkdown {
  /// `# `, the text with the signs escaped that are text, ` #`: in a heading md4c sees inline markup only.
  var bytes: [UInt8]
  /// Offsets in `bytes` of the backslashes that were put in, ascending.
  var insertions: [Int]
  static let prefixCount = 2

  /// The offset in the original of an offset in `bytes`.
  func original(_ offset: Int) -> Int {
    var low = 0
    var high = insertions.count
    while low < high {
      let middle = (low + high) / 2
      if insertions[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return offset - Self.prefixCount - low
  }

  /// Whether the byte at an offset is a backslash that was put in.
  func isInsertion(_ offset: Int) -> Bool {
    var low = 0
    var high = insertions.count
    while low < high {
      let middle = (low + high) / 2
      if insertions[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < insertions.count && insertions[low] == offset
  }
}

/// Tells asterisks and dollar signs that are markup from those that are text, and `<1661::AID>` from an address.
enum AsteriskGuard {
  private struct Run {
    /// `*`, `$` or `<`.
    var sign: UInt8
    var lower: Int
    var count: Int
    var canOpen: Bool
    var canClose: Bool
    var isPaired = false
  }

  /// - Complexity: O(n) for texts whose openers find a partner; each run is looked at once as a closer.
  static func escape(_ bytes: UnsafeBufferPointer<UInt8>) -> GuardedMarkdown {
    var runs = findRuns(bytes)
    pair(&runs)
    var result = GuardedMarkdown(bytes: [], insertions: [])
    result.bytes.reserveCapacity(bytes.count + 8)
    result.bytes += [0x23, 0x20]
    var position = 0
    for run in runs where !run.isPaired {
      result.bytes.append(contentsOf: bytes[position..<run.lower])
      for _ in 0..<run.count {
        result.insertions.append(result.bytes.count)
        result.bytes.append(UInt8(ascii: "\\"))
        result.bytes.append(run.sign)
      }
      position = run.lower + run.count
    }
    result.bytes.append(contentsOf: bytes[position...])
    result.bytes += [0x20, 0x23]
    return result
  }

  /// Runs of asterisks and of dollar signs outside code spans and addresses, not escaped; those of dollar signs that
  /// are mathematics are paired.
  private static func findRuns(_ bytes: UnsafeBufferPointer<UInt8>) -> [Run] {
    var runs: [Run] = []
    var i = 0
    var codeSearch = CodeSpanSearch()
    var openDollar: Int?
    // A backslash in a bare address would end it.
    var addressEnd = 0
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "`"): i = codeSearch.end(ofSpanAt: i, in: bytes)
      case UInt8(ascii: "*"):
        let lower = i
        while i < bytes.count, bytes[i] == UInt8(ascii: "*") { i += 1 }
        runs.append(run(bytes, lower, i))
      case UInt8(ascii: "$"):
        let lower = i
        while i < bytes.count, bytes[i] == UInt8(ascii: "$") { i += 1 }
        if lower >= addressEnd { append(dollars(bytes, lower, i), to: &runs, open: &openDollar) }
      case UInt8(ascii: "<"):
        guard let end = endOfAutolink(bytes, at: i) else {
          i += 1
          continue
        }
        if bytes[i + 1].isLetter {
          i = end
        } else {
          // A scheme begins with a letter (CommonMark 0.30, section 6.5); md4c 0.4.8 takes any character.
          runs.append(Run(sign: UInt8(ascii: "<"), lower: i, count: 1, canOpen: false, canClose: false))
          i += 1
        }
      case UInt8(ascii: ":"):
        if i >= addressEnd, i + 2 < bytes.count, bytes[i + 1] == 0x2F, bytes[i + 2] == 0x2F {
          addressEnd = bytes[i...].firstIndex { $0.isSpace } ?? bytes.count
        }
        i += 1
      default: i += 1
      }
    }
    return runs
  }

  private static func run(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Run {
    let before: UInt8 = lower > 0 ? bytes[lower - 1] : 0x20
    let after: UInt8 = upper < bytes.count ? bytes[upper] : 0x20
    // CommonMark 0.30, section 6.2: left- and right-flanking. Bytes above ASCII count as letters here, spaces and
    // punctuation among them too: that only makes a run more ready to mark up.
    var canOpen = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
    var canClose = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
    if upper - lower == 1 {
      // Stricter than CommonMark: a single asterisk inside or after an ASCII word opens nothing, one before a word closes
      // nothing.
      if before.isAlphanumeric { canOpen = false }
      if after.isAlphanumeric { canClose = false }
    }
    return Run(
      sign: UInt8(ascii: "*"), lower: lower, count: upper - lower, canOpen: canOpen, canClose: canClose)
  }

  /// The rule of pandoc's `tex_math_dollars`, and of the BibTeX reader: a non-space follows what opens and precedes what
  /// closes, and no letter or digit follows that. So `$5 and $10` are prices.
  private static func dollars(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Run {
    let isMath = upper - lower <= 2
    let canOpen = isMath && upper < bytes.count && !bytes[upper].isSpace
    let canClose =
      isMath && lower > 0 && !bytes[lower - 1].isSpace
      && !(upper < bytes.count && bytes[upper].isAlphanumeric)
    return Run(
      sign: UInt8(ascii: "$"), lower: lower, count: upper - lower, canOpen: canOpen, canClose: canClose)
  }

  /// What opens is closed by the very next run, or is text.
  private static func append(_ run: Run, to runs: inout [Run], open: inout Int?) {
    runs.append(run)
    if let opener = open, run.canClose, runs[opener].count == run.count {
      runs[opener].isPaired = true
      runs[runs.count - 1].isPaired = true
      open = nil
    } else {
      open = run.canOpen ? runs.count - 1 : nil
    }
  }

  /// The offset after `<scheme:address>`, where a backslash would be part of the address (CommonMark 0.30, section 6.5).
  private static func endOfAutolink(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var i = start + 1
    while i < bytes.count, bytes[i].isAlphanumeric || "+.-".utf8.contains(bytes[i]) { i += 1 }
    guard i > start + 1, i < bytes.count, bytes[i] == UInt8(ascii: ":") else { return nil }
    while i < bytes.count, !bytes[i].isSpace, bytes[i] != UInt8(ascii: "<") {
      if bytes[i] == UInt8(ascii: ">") { return i + 1 }
      i += 1
    }
    return nil
  }

  /// A closer takes the nearest open run of its length; openers in between stay without partner.
  private static func pair(_ runs: inout [Run]) {
    // Open runs by length: 1, 2, 3 and more.
    var open: [[Int]] = [[], [], []]
    for i in runs.indices where runs[i].sign == UInt8(ascii: "*") {
      let length = min(runs[i].count, 3) - 1
      if runs[i].canClose, let opener = open[length].last {
        runs[opener].isPaired = true
        runs[i].isPaired = true
        // What was opened inside the pair and not closed is text.
        for k in 0..<3 { while let last = open[k].last, last >= opener { open[k].removeLast() } }
      } else if runs[i].canOpen {
        open[length].append(i)
      }
    }
  }
}

/// Finds where code spans end in time linear in the text: a length of backticks that was not found after some place
/// is not looked for again.
package struct CodeSpanSearch {
  private var isAbsent: Set<Int> = []

  package init() {}

  /// - Returns: the offset after the code span that begins at `start`, or after its backticks where no span does.
  package mutating func end(ofSpanAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var i = start
    while i < bytes.count, bytes[i] == UInt8(ascii: "`") { i += 1 }
    let length = i - start
    guard !isAbsent.contains(length) else { return i }
    var k = i
    while k < bytes.count {
      guard bytes[k] == UInt8(ascii: "`") else {
        k += 1
        continue
      }
      let run = k
      while k < bytes.count, bytes[k] == UInt8(ascii: "`") { k += 1 }
      if k - run == length { return k }
    }
    isAbsent.insert(length)
    return i
  }
}
