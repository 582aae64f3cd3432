/// A name with the namespace that its prefix stands for.
struct XMLExpandedName: Hashable, Sendable {
  var namespace: String
  var local: String

  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}
