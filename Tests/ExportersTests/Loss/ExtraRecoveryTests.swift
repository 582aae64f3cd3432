import DigestExporters
import DigestModel
import DigestTestSupport
import Testing

/// What the model has no word for is written as JSON pointers in CSV and OPML, and comes back as it was.
@Suite("Recovery of other members") struct ExtraRecoveryTests {
  private typealias Leaf = (pointer: String, type: String, value: String)

  /// - Parameter prefix: what all pointers begin with.
  private func fields(_ leaves: [Leaf], below prefix: String = "") -> DataValue {
    var root: DataValue? = .mapping([])
    for leaf in leaves {
      let path = leaf.pointer.dropFirst(prefix.count + 1).split(
        separator: "/", omittingEmptySubsequences: false
      )
      .map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
      insert(value(leaf), at: path[...], into: &root)
    }
    return root ?? .null
  }

  private func value(_ leaf: Leaf) -> DataValue {
    switch leaf.type {
    case "null": .null
    case "boolean": .bool(leaf.value == "true")
    case "number": .number(leaf.value)
    case "empty_list": .sequence([])
    case "empty_mapping": .mapping([])
    default: .string(leaf.value)
    }
  }

  private func insert(_ leaf: DataValue, at path: ArraySlice<String>, into node: inout DataValue?) {
    guard let first = path.first else {
      node = leaf
      return
    }
    let isIndex = !first.isEmpty && first.allSatisfy { $0.isASCII && $0.isNumber }
    switch node ?? (isIndex ? .sequence([]) : .mapping([])) {
    case .sequence(var items):
      let index = Int(first) ?? 0
      var child = index < items.count ? items[index] : nil
      insert(leaf, at: path.dropFirst(), into: &child)
      if let child, index < items.count {
        items[index] = child
      } else if let child {
        items.append(child)
      }
      node = .sequence(items)
    case .mapping(var fields):
      let index =
        fields.firstIndex { $0.key.unicodeScalars.elementsEqual(first.unicodeScalars) } ?? fields.count
      var child = index < fields.count ? fields[index].value : nil
      insert(leaf, at: path.dropFirst(), into: &child)
      let field = ExtraField(key: first, value: child ?? .null)
      if index < fields.count { fields[index] = field } else { fields.append(field) }
      node = .mapping(fields)
    default: break
    }
  }

  /// Texts and keys without what is replaced, and reported, and with one space for white space.
  private func cleaned(_ value: DataValue) -> DataValue {
    switch value {
    case .string(let text): .string(RecoveredPaper.words(text) ?? "")
    case .sequence(let items): .sequence(items.map(cleaned))
    case .mapping(let fields):
      .mapping(fields.map { ExtraField(key: RecoveredPaper.words($0.key) ?? "", value: cleaned($0.value)) })
    case .null, .bool, .number: value
    }
  }

  private func expectRecovery(_ digest: Digest, _ comment: Comment) throws {
    let expected = cleaned(.mapping(digest.metadata.extra))
    let files = try CSVBundleExporter().export(digest).files
    let rows = CSVTableReader(files.first { $0.name == "metadata.csv" }?.bytes ?? []).rows
    let table = rows.filter { $0["field_name"]?.hasPrefix("/extra") == true }.map { row -> Leaf in
      (row["field_name"] ?? "", row["value_type"] ?? "", row["value_text"] ?? "")
    }
    #expect(cleaned(fields(table, below: "/extra")) == expected, "\(comment), CSV")
    let extra = try readOPML(OPMLExporter().export(digest).files[0].bytes).metadata.extra
    #expect(cleaned(.mapping(extra)) == expected, "\(comment), OPML")
  }

  @Test(arguments: 0..<120)
  func recoversGeneratedMembers(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    try expectRecovery(generator.digest(), "seed \(seed)")
  }

  /// A mapping with keys like the places of a list is none.
  @Test func keepsAMappingOfNumbers() throws {
    let extra = [
      ExtraField(key: "0", value: .mapping([ExtraField(key: "0", value: .string("a"))])),
      ExtraField(key: "list", value: .sequence([.string("a"), .mapping([]), .sequence([.null])])),
      ExtraField(key: "a/b~c", value: .mapping([ExtraField(key: "", value: .number("1.50"))])),
    ]
    try expectRecovery(Digest(metadata: Digest.Metadata(extra: extra)), "by hand")
  }
}
