/// A number with its noun: `1 paper`, `3 papers`, `2 entries`.
/// - Parameter plural: `nil` where it is the noun with an `s`.
package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
