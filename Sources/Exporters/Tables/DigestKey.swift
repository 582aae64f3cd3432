import DigestDiagnostics
import DigestModel
import DigestText

/// Which digest the records of a table belong to (rule C7): the value of `digest_id`, and the end of every key.
///
/// `2024-09-kqvbnpgtrdxm`: the month of the digest, else the name of the file it was first read from, then twelve
/// letters made of its content. Two digests never share one, so their tables can be put together as they are.
struct DigestKey {
  let id: String

  init(_ digest: Digest) {
    let metadata = digest.metadata
    let name = metadata.period?.description ?? Self.slug(metadata.source?.name ?? "")
    id = (name.isEmpty ? "digest" : name) + "-" + Self.letters(DigestFingerprint(digest).value)
  }

  private init(id: String) { self.id = id }

  /// Those of several digests, in their order. Two that are equal in everything are told by a number.
  static func all(_ digests: [Digest]) -> [DigestKey] {
    var taken: Set<String> = []
    return digests.enumerated().map { number, digest in
      let key = DigestKey(digest)
      return taken.insert(key.id).inserted ? key : DigestKey(id: "\(key.id)-\(number + 1)")
    }
  }

  /// `topic-12@2024-09-kqvbnpgtrdxm`.
  func key(_ local: String) -> String { local + "@" + id }

  /// Without vowels, digits and `e`: never a word, and nothing that a spreadsheet takes for a number or a date.
  private static let alphabet = Array("bcdfghjkmnpqrtvx".utf8)

  private static func letters(_ number: UInt64) -> String {
    var rest = number
    var letters: [UInt8] = []
    for _ in 0..<12 {
      letters.append(alphabet[Int(rest & 15)])
      rest >>= 4
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// The stem of a file's name in lower-case ASCII letters and digits, at most 24 of them, with `-` for everything else.
  private static func slug(_ fileName: String) -> String {
    var slug: [UInt8] = []
    for byte in SourceDocument.stem(ofPath: fileName).utf8 where slug.count < 24 {
      if byte.isAlphanumeric {
        slug.append(byte.lowercased)
      } else if let last = slug.last, last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }
}
