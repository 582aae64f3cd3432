import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// What is noticed while records are read and said once a file.
struct RecordNotes: Sendable {
  /// Records that name no paper, as they are.
  var unreadable: [DataValue] = []
  /// How many records were read, and how many could not be.
  var counts = (read: 0, unread: 0)
  private var assumptions: NameAssumptions = []
  private var degrees: (first: String?, count: Int) = (nil, 0)
  private var misspelled: [String: (member: LocatedMember, name: String, count: Int)] = [:]
  private var misspelledOrder: [String] = []

  /// How many records say what only papers have, and how many have what lists of tasks or of other things have.
  private var shares = (all: 0, proven: 0, identified: 0, odd: 0, tasks: 0)

  /// Notes how like a paper a record is.
  mutating func note(_ likeness: RecordLikeness) {
    shares.all += 1
    if likeness.isProven { shares.proven += 1 }
    if likeness.isIdentified { shares.identified += 1 }
    if likeness.isOdd { shares.odd += 1 }
    if likeness.isTask { shares.tasks += 1 }
  }

  /// Whether the records can be papers where nothing but themselves says so: one of them has what only papers have, or
  /// most have nothing else than papers do; and they are not tasks.
  var arePapers: Bool {
    if shares.identified > 0 { return true }
    if shares.tasks * 2 >= shares.all && shares.tasks > 0 { return false }
    return shares.proven > 0 || shares.odd * 2 < max(shares.all, 1)
  }

  private var commands: [String: (range: SourceRange, count: Int)] = [:]
  private var commandOrder: [String] = []

  /// Notes a command of TeX that is not known.
  /// - Parameter range: of the field that holds it.
  mutating func noteCommand(_ name: String, in range: SourceRange, count: Int = 1) {
    if commands[name] == nil { commandOrder.append(name) }
    commands[name, default: (range, 0)].count += count
  }

  private var types: [String: (range: SourceRange, count: Int)] = [:]
  private var typeOrder: [String] = []

  /// Notes a type of records that is not known.
  /// - Parameter range: where it stands.
  mutating func noteType(_ word: String, in range: SourceRange, count: Int = 1) {
    if types[word] == nil { typeOrder.append(word) }
    types[word, default: (range, 0)].count += count
  }

  /// Notes what was assumed of names and left out of them.
  mutating func note(_ list: NameList) {
    assumptions.formUnion(list.assumptions)
    degrees.first = degrees.first ?? list.degrees.first
    degrees.count += list.degrees.count
  }

  /// - Parameter name: the known field that is meant.
  mutating func noteMisspelled(_ member: LocatedMember, _ name: String, count: Int = 1) {
    if misspelled[member.key] == nil { misspelledOrder.append(member.key) }
    misspelled[member.key, default: (member, name, 0)].count += count
  }

  /// Adds what was noticed in records that stand after those of this one.
  mutating func append(_ later: RecordNotes) {
    unreadable += later.unreadable
    counts.read += later.counts.read
    counts.unread += later.counts.unread
    assumptions.formUnion(later.assumptions)
    degrees.first = degrees.first ?? later.degrees.first
    degrees.count += later.degrees.count
    for key in later.misspelledOrder {
      if let found = later.misspelled[key] { noteMisspelled(found.member, found.name, count: found.count) }
    }
    for word in later.typeOrder {
      if let found = later.types[word] { noteType(word, in: found.range, count: found.count) }
    }
    for name in later.commandOrder {
      if let found = later.commands[name] { noteCommand(name, in: found.range, count: found.count) }
    }
  }

  // MARK: - Findings

  /// - Parameter keyPlaces: where keys stand that no record has beside its values: the header of a table.
  func report(to context: any RecordContext, _ keyPlaces: [String: SourceRange]) {
    for key in misspelledOrder {
      guard let found = misspelled[key] else { continue }
      let count = found.count > 1 ? " in \(found.count) records" : ""
      context.report(
        Diagnostic(
          RecordDiagnostics.misspelledField, "field \(quoted(key)) is not known\(count)",
          at: context.location(keyPlaces[key] ?? found.member.keyRange),
          help: "did you mean \(quoted(found.name))?"))
    }
    reportTypes(to: context)
    reportCommands(to: context)
    let start = context.location(context.start)
    let assumed: [(NameAssumptions, String)] = [
      (.familyCharactersFirst, "the first character of Chinese and Korean names is the family name"),
      (.japaneseFamilyLength, "the first two characters of Japanese names are the family name"),
      (.vietnameseOrder, "the last word of Vietnamese names is the family name"),
      (.initialsAfterFamily, "initials at the end are given names"),
      (.alternatingCommas, "commas part family and given names in turn"),
    ]
    for (assumption, clause) in assumed where assumptions.contains(assumption) {
      context.report(Diagnostic(RecordDiagnostics.assumedName, "it was assumed that \(clause)", at: start))
    }
    guard let first = degrees.first else { return }
    let more = degrees.count > 1 ? " and \(degrees.count - 1) more" : ""
    context.report(
      Diagnostic(
        RecordDiagnostics.droppedDegree, "\(quoted(first))\(more) is not part of a name and was left out",
        at: start))
  }

  private func reportTypes(to context: any RecordContext) {
    for word in typeOrder {
      guard let (range, count) = types[word] else { continue }
      let records = count > 1 ? "\(count) records are" : "the record is"
      context.report(
        Diagnostic(
          RecordDiagnostics.unknownType, "type \(quoted(word)) is not known; \(records) read without it",
          at: context.location(range)))
    }
  }

  private func reportCommands(to context: any RecordContext) {
    let bytes = context.document.bytes
    for name in commandOrder {
      guard let (range, count) = commands[name] else { continue }
      let command = Array("\\\(name)".utf8)
      let place = (range.lower..<range.upper).first { offset in
        let end = offset + command.count
        return end <= range.upper && bytes[offset..<end].elementsEqual(command)
          && (end == bytes.count || !bytes[end].isLetter)
      }
      let found = place.map { SourceRange($0, $0 + command.count) } ?? range
      let fields = count > 1 ? " in \(count) fields" : ""
      context.report(
        Diagnostic(
          RecordDiagnostics.unknownCommand,
          "command \(quoted("\\\(name)")) is not known and stays as text\(fields)",
          at: context.location(found)))
    }
  }
}
