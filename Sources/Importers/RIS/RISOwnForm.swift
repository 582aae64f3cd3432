import DigestSyntax

/// Tells files of our own, whose text is what it says, from those of others, which may have TeX in it.
///
/// RIS has no place for the name of a program that no reader takes for something else. But no other program writes these
/// tags in this order: each reference has a key, after the address and before the keywords.
enum RISOwnForm {
  /// As they are written; those that repeat stand together.
  private static let order = "TY AU ED TI ST T2 T3 VL IS PB CY ET SN LA SP EP PY DA DO UR AN ID KW AB N1"
    .split(separator: " ").map(String.init)

  /// - Complexity: O(n); most files of others differ in their first reference.
  static func isOurs(_ file: RISFile, _ bytes: [UInt8]) -> Bool {
    guard file.form == .ris, file.strays.isEmpty, bytes.starts(with: "TY  - ".utf8),
      let end = bytes.firstIndex(of: 0x0A), bytes[end - 1] == 0x0D
    else { return false }
    return file.references.allSatisfy { reference in
      var rest = order[...]
      for field in reference.fields {
        guard let place = rest.firstIndex(of: field.tag) else { return false }
        rest = rest[place...]
      }
      return reference["ID"] != nil && reference["TI"] != nil
    }
  }
}
