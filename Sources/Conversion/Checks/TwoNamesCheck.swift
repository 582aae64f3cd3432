import DigestDiagnostics
import DigestModel

/// Papers that two places call by different names: mostly one of the ids is wrong.
struct TwoNamesCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/paper-with-two-names", .warning,
    "The digest calls one id by two names that have nothing in common. Mostly one of the two lines has a wrong id. "
      + "Only made-up names are compared, such as `Emu3`, and not where the digest says both of the paper.")

  let ids = [Self.id]

  /// How many names of a paper are compared with each other; no digest that people read has so many.
  private static let mostNames = 200

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    var uses: [PaperID: [PaperNameUses.Use]] = [:]
    // Brackets hold names of methods, too.
    for use in PaperNameUses(of: subject.digest).all where use.source != .bracket {
      if uses[use.paper, default: []].count < Self.mostNames { uses[use.paper, default: []].append(use) }
    }
    return subject.digest.papers.compactMap { paper in
      guard let uses = uses[paper.id], uses.count > 1 else { return nil }
      return finding(for: paper, uses, subject)
    }
  }

  private func finding(for paper: Paper, _ uses: [PaperNameUses.Use], _ subject: CheckSubject) -> Diagnostic?
  {
    for (index, first) in uses.enumerated() where first.source == .field {
      for other in uses[(index + 1)...]
      where areDifferent(first.written, other.written) && !says(paper, first, other) {
        return Diagnostic(
          Self.id,
          "\(quoted("\(paper.id)")) is called \(quoted(other.written)) here but \(quoted(first.written)) elsewhere",
          at: subject.location(of: other.anchor),
          notes: [
            Diagnostic.Note(
              "it is called \(quoted(first.written)) here", at: subject.location(of: first.anchor))
          ],
          help: "mend the id or the name that is wrong")
      }
    }
    return nil
  }

  /// Whether two names have no made-up word in common, nor one the letters of the other.
  private func areDifferent(_ first: String, _ second: String) -> Bool {
    let (words, others) = (PaperName.tellingWords(of: first), PaperName.tellingWords(of: second))
    guard !words.isEmpty, !others.isEmpty, words.isDisjoint(with: others) else { return false }
    let (key, other) = (PaperName.key(first), PaperName.key(second))
    return !contains(key, other) && !contains(other, key) && !isShort(key, second) && !isShort(other, first)
  }

  private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.count >= part.count && (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// Whether letters are the first ones of words: `VPTQ` of `Vector Post-Training Quantization`.
  private func isShort(_ letters: [UInt8], _ name: String) -> Bool {
    let initials = name.lowercased().split { " -/:(),&".contains($0) }.compactMap { $0.utf8.first }
    return initials.count > 1 && contains(letters, initials)
  }

  /// Whether what the digest says of the paper holds both names: one is that of its dataset or method.
  private func says(_ paper: Paper, _ first: PaperNameUses.Use, _ second: PaperNameUses.Use) -> Bool {
    let texts = paper.mentions.compactMap { $0.text?.plainText } + paper.keywords
    func holds(_ name: String) -> Bool { texts.contains { PaperName.stands(name, in: $0) } }
    return holds(first.written) && holds(second.written)
  }
}
