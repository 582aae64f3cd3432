import DigestModel
import DigestText

/// Names of notes, without extension: letters, digits and `_`, no two alike without regard to case, none that a system
/// keeps for itself. They depend on the paper or the topic alone, so that notes keep their names from run to run.
enum NoteName {
  /// The citation key of the paper, as in our BibTeX.
  static func paper(_ paper: Paper, _ keys: inout CitationKeys) -> String {
    let key = keys.key(of: paper)
    return isSafe(key) ? key : CitationKey.key(of: paper.id)
  }

  /// `topic_image_generation_` and a hash of the whole path, since another topic may have the same label.
  static func topic(_ path: [String]) -> String {
    CitationKey.key(prefix: "topic", readable: path.last ?? "", of: path.joined(separator: "\u{1F}"))
  }

  /// Windows keeps some names for devices, whatever their extension; file names have at most 255 bytes.
  private static func isSafe(_ key: String) -> Bool {
    let name = key.lowercased()
    let device = name.utf8.count == 4 && name.utf8.last?.isDigit == true ? String(name.dropLast()) : name
    let devices: Set<String> = ["con", "prn", "aux", "nul", "com", "lpt"]
    return !devices.contains(device) && !name.hasPrefix("topic_") && name.utf8.count <= 100
  }
}
