import DigestModel
import DigestText

/// Ids that somebody meant who wrote another one: of arXiv since April 2007, where a month and a number make an id.
enum NeighbourIDs {
  /// Those with one other digit, two digits that changed places, or a month or a year before or after, each once.
  static func all(of id: PaperID) -> [PaperID] {
    guard isNumbered(id) else { return [] }
    let digits = Array(id.value.utf8)
    var found: [PaperID] = []
    var seen: Set<String> = [id.value]
    func add(_ value: [UInt8]) {
      let text = String(decoding: value, as: UTF8.self)
      guard seen.insert(text).inserted, let neighbour = PaperID(text), neighbour.scheme == .arxiv else {
        return
      }
      found.append(neighbour)
    }
    for i in digits.indices.dropLast()
    where digits[i] != digits[i + 1] && digits[i].isDigit && digits[i + 1].isDigit {
      var swapped = digits
      swapped.swapAt(i, i + 1)
      add(swapped)
    }
    for i in digits.indices where digits[i].isDigit {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
        var changed = digits
        changed[i] = digit
        add(changed)
      }
    }
    for month in months(beside: id) { add(month + digits[4...]) }
    return found
  }

  /// Whether one can have been written for the other by a slip.
  static func areNear(_ a: PaperID, _ b: PaperID) -> Bool {
    guard isNumbered(a), isNumbered(b), a.value.utf8.count == b.value.utf8.count else { return false }
    let (first, second) = (Array(a.value.utf8), Array(b.value.utf8))
    let differences = first.indices.filter { first[$0] != second[$0] }
    if differences.count == 1 { return true }
    if differences.count == 2, differences[1] == differences[0] + 1,
      first[differences[0]] == second[differences[1]],
      first[differences[1]] == second[differences[0]]
    {
      return true
    }
    return first[4...] == second[4...] && months(beside: a).contains(Array(second[..<4]))
  }

  /// Whether an id is a month, a point and a number.
  static func isNumbered(_ id: PaperID) -> Bool {
    id.scheme == .arxiv && id.value.utf8.count >= 9 && id.value.utf8.dropFirst(4).first == UInt8(ascii: ".")
  }

  /// The number of the month: 10000 of `2409.10000`.
  static func number(of id: PaperID) -> Int? {
    isNumbered(id) ? Int(Substring(id.value.utf8.dropFirst(5))) : nil
  }

  /// As four digits: the month before and after, and that of the year before and after.
  private static func months(beside id: PaperID) -> [[UInt8]] {
    guard let month = id.month else { return [] }
    let count = month.year * 12 + month.month - 1
    return [count - 1, count + 1, count - 12, count + 12].map { count in
      let digits = (count / 12 % 100) * 100 + count % 12 + 1
      return Array(String(10_000 + digits).utf8.dropFirst())
    }
  }
}

extension YearMonth {
  /// How many months lie between.
  func months(to other: YearMonth) -> Int { abs((year - other.year) * 12 + month - other.month) }
}
