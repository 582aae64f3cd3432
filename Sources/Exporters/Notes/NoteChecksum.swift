import DigestText

/// The checksum in the front matter of a note, over all other lines of it.
///
/// It tells whether somebody has changed the note, so it need not withstand forgery. Line ends do not count: programs
/// that keep files in step between systems change them.
enum NoteChecksum {
  static let key = "checksum"

  /// A note with its checksum as the last member of the front matter.
  /// - Parameter note: begins with front matter.
  static func sealed(_ note: [UInt8]) -> [UInt8] {
    guard let end = endOfFrontMatter(note) else { return note }
    let line = Array("\(key): '\(sum(of: note))'\n".utf8)
    return note[..<end] + line + note[end...]
  }

  /// Whether a note with a checksum is as it was written.
  static func isUnchanged(_ note: [UInt8]) -> Bool {
    let note = note.filter { $0 != 0x0D }
    guard let end = endOfFrontMatter(note) else { return false }
    let start = note[..<(end - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = String(decoding: note[start..<end], as: UTF8.self)
    return line == "\(key): '\(sum(of: note[..<start] + note[end...]))'\n"
  }

  /// Where the line `---` that ends the front matter begins.
  private static func endOfFrontMatter(_ note: [UInt8]) -> Int? {
    let fence = Array("---\n".utf8)
    guard note.starts(with: fence) else { return nil }
    var start = fence.count
    while start < note.count {
      if note[start...].starts(with: fence) { return start }
      guard let end = note[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
    }
    return nil
  }

  private static func sum(of note: some Sequence<UInt8>) -> String { FNV.hash(note) }
}
