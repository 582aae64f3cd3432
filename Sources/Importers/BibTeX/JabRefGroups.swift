import DigestText

/// The groups of JabRef: a tree in comments.
///
/// - Source: `GroupsParser` and `GroupSerializer` of JabRef 5: a line a group, with its level, its kind and its
///   properties, of which the first is the name; `\` stands before a `;` and a `\` of a property. Older versions break
///   long lines anywhere and list the keys of a group after its name.
struct JabRefGroups {
  /// The paths of groups by name, without the group of all entries.
  private(set) var paths: [String: [String]] = [:]
  /// The paths of the groups that list an entry, by its key.
  private(set) var members: [String: [[String]]] = [:]
  /// Whether keywords are shown as groups.
  private(set) var showsKeywords = false

  private static let kinds: Set<String> = ["StaticGroup", "ExplicitGroup"]
  private static let mostLevels = 100

  /// - Parameter comment: what stands between the braces.
  mutating func read(_ comment: String) {
    let text = comment.trimmed
    guard let start = ["jabref-meta: groupstree:", "jabref-meta: grouping:"].first(where: text.hasPrefix)
    else { return }
    var path: [String] = []
    for group in Self.fields(text.utf8.dropFirst(start.utf8.count)) { add(group.trimmed, &path) }
  }

  private mutating func add(_ group: String, _ path: inout [String]) {
    guard let space = group.firstIndex(of: " "), let level = Int(group[..<space]), level > 0,
      level < Self.mostLevels,
      let colon = group.firstIndex(of: ":")
    else { return }
    let kind = String(group[group.index(after: space)..<colon])
    let properties = Self.fields(group[group.index(after: colon)...].utf8)
    guard let name = properties.first, !name.isEmpty else { return }
    path = Array(path.prefix(level - 1))
    while path.count < level - 1 { path.append("") }
    path.append(name)
    let labels = path.filter { !$0.isEmpty }
    if kind == "AutomaticKeywordGroup", properties.contains("keywords") { showsKeywords = true }
    guard Self.kinds.contains(kind) else { return }
    if paths[name] == nil { paths[name] = labels }
    // What follows the name and its context is how the group looks, or in older versions the keys of entries.
    for key in properties.dropFirst(2) where kind == "ExplicitGroup" && !key.isEmpty {
      members[key, default: []].append(labels)
    }
  }

  /// Parts between semicolons before which no backslash stands; one level of backslashes goes.
  private static func fields(_ bytes: some Sequence<UInt8>) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isEscaped = false
    for byte in bytes where !byte.isNewline {
      if isEscaped {
        field.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: ";") {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      } else {
        field.append(byte)
      }
    }
    if !field.isEmpty { fields.append(String(decoding: field, as: UTF8.self)) }
    return fields
  }
}
