/// A number with its noun: `1 paper`, `3 papers`, `2 entries`, `1,204 papers`.
/// - Parameter plural: `nil` where it is the noun with an `s`.
package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// A number for people: `1,204`.
package func grouped(_ count: Int) -> String {
  var groups: [Substring] = []
  var rest = String(count.magnitude)[...]
  while rest.count > 3 {
    groups.insert(rest.suffix(3), at: 0)
    rest = rest.dropLast(3)
  }
  return (count < 0 ? "-" : "") + ([rest] + groups).joined(separator: ",")
}
