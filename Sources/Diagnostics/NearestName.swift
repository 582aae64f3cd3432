/// Finds the name that was probably meant.
///
/// - Returns: the candidate with the fewest edits, ignoring case, or `nil` where none is near: at most a third of the
///   longer name's bytes may differ (at least one). Of equally near ones the first.
/// - Complexity: O(candidates × length²); names are cut at 64 bytes.
package func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().utf8.prefix(64))
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let bytes = Array(candidate.lowercased().utf8.prefix(64))
    let distance = editDistance(wanted, bytes)
    let isPrefix = wanted.count >= 2 && bytes.starts(with: wanted)
    guard isPrefix || distance <= max(1, max(wanted.count, bytes.count) / 3),
      distance < best?.distance ?? .max
    else { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// What to ask about a word that is not known: `did you mean 'check'?`
/// - Returns: `nil` where no known word is near.
package func suggestion(for word: String, among known: some Sequence<String>) -> String? {
  nearestName(to: word, in: known).map { "did you mean \(quoted($0))?" }
}

/// Edits between two names: insert, delete, replace, swap of neighbours (optimal string alignment).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
