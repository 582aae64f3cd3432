import DigestDiagnostics
import DigestText

/// An outline as a file has it.
struct OPMLOutline {
  struct Attribute {
    /// In lower case for attributes without a prefix.
    var name: String
    /// With its prefix.
    var written: String
    var value: String
    /// Of the value.
    var range: SourceRange
  }

  /// Those without a namespace, in order.
  var attributes: [Attribute] = []
  /// Those of the namespace of our exporter, without their prefix.
  var own: [Attribute] = []
  var outlines: [OPMLOutline] = []
  /// Of its start tag.
  var range: SourceRange

  /// - Parameter name: in lower case.
  subscript(name: String) -> Attribute? { attributes.first { $0.name == name } }

  /// An attribute of our namespace.
  func own(_ name: String) -> String? { own.first { $0.name == name }?.value }

  /// The values of an attribute of ours that is a list.
  func list(_ name: String) -> [String] { own(name)?.linesOfList ?? [] }

  /// What it stands for in a file of ours.
  var kind: String? { own("kind") }

  func below(_ kind: String) -> [OPMLOutline] { outlines.filter { $0.kind == kind } }
}

extension [OPMLOutline] {
  /// Neighbours that belong together: a line about several papers, the items of a list.
  var grouped: [[OPMLOutline]] {
    var groups: [[OPMLOutline]] = []
    for outline in self {
      if let last = groups.last?.last, outline.kind == last.kind, let key = outline.groupKey,
        key == last.groupKey
      {
        groups[groups.count - 1].append(outline)
      } else {
        groups.append([outline])
      }
    }
    return groups
  }
}

extension OPMLOutline {
  fileprivate var groupKey: String? { own("line") ?? own("list") }
}

extension String {
  /// The values of an attribute of our namespace that is a list: one a line, in which `\\` is `\` and `\n` a line
  /// break.
  var linesOfList: [String] {
    var lines: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\\") where !isEscaped:
        isEscaped = true
        continue
      case 0x0A where !isEscaped: lines.append([])
      case UInt8(ascii: "n") where isEscaped: lines[lines.count - 1].append(0x0A)
      case UInt8(ascii: "\\"): lines[lines.count - 1].append(byte)
      default: lines[lines.count - 1] += isEscaped ? [UInt8(ascii: "\\"), byte] : [byte]
      }
      isEscaped = false
    }
    if isEscaped { lines[lines.count - 1].append(UInt8(ascii: "\\")) }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}
