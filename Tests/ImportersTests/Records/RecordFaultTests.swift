import DigestDiagnostics
import DigestModel
import Testing

@Suite("Lists of papers: what is wrong with a record")
struct RecordFaultTests {
  @Test("a record that cannot be read never refuses the others, and is kept")
  func keepsWhatItCannotRead() throws {
    let text = #"[{"id": "2401.00011", "title": "A"}, {"note": 1}, 7, ["x"], {"id": "2401.00013"}]"#
    let digest = try RecordSource.read(text).digest
    #expect(digest.papers.map(\.id.description) == ["2401.00011", "2401.00013"])
    #expect(
      digest.metadata.extra == [
        ExtraField(
          key: "unreadRecords",
          value: .sequence([
            .mapping([ExtraField(key: "note", value: .number("1"))]), .number("7"), .sequence([.string("x")]),
          ]))
      ])
    #expect(
      RecordSource.messages(text) == [
        "1:38: warning: record has no id, no title and no link, expected one [record/unreadable]",
        "1:51: warning: found number '7', expected a record of a paper or an id [record/unreadable]",
        "1:54: warning: found a list, expected a record of a paper [record/unreadable]",
      ])
  }

  @Test("what is not a name in a list of names does not take the others with it")
  func readsOtherNamesOfLists() throws {
    let text =
      #"[{"id": "2401.00011", "authors": ["Ann Bee", 5, {"website": "https://a.org"}, {"name": "Cee Dee"}]}]"#
    #expect(
      RecordSource.messages(text) == [
        "1:46: warning: found number '5', expected a name [record/impossible-value]",
        "1:49: warning: found mapping, expected a name [record/impossible-value]",
      ])
    let record = try #require(try RecordSource.read(text).digest.papers.first?.record)
    #expect(record.authors.map(\.sortText) == ["Bee, Ann", "Dee, Cee"])
    #expect(record.extra.map(\.key) == ["authors"])
  }

  @Test("an impossible value is reported at its place and kept; what is possible of a date counts")
  func keepsImpossibleValues() throws {
    let text = """
      - id: 2401.00011
        authors: 5
        title: [1, 2]
        doi: foo
        date: 2024-02-30

      """
    #expect(
      RecordSource.messages(text) == [
        "2:12: warning: found number '5', expected names [record/impossible-value]",
        "3:10: warning: found list, expected a title [record/impossible-value]",
        "4:8: warning: found text 'foo', expected a DOI [record/impossible-value]",
        "5:9: warning: date '2024-02-30': 2024-02 has no day 30 [record/impossible-value]",
      ])
    let record = try #require(try RecordSource.read(text).digest.papers.first?.record)
    #expect(record.date?.description == "2024-02")
    #expect(record.extra.map(\.key) == ["authors", "title", "doi", "date"])
  }

  @Test("I4: an id that lost digits is explained, never padded; the title still names the paper")
  func explainsLostDigits() throws {
    let help = "help: write the whole id in quotes; as a number it loses its zeros"
    let text = "- {id: 2409.1, title: A}\n- id: 704.0001\n- {id: 2413.00001}\n- {id: 1412, title: B}\n"
    #expect(
      RecordSource.messages(text).map { $0.replacing("t:", with: "") } == [
        "1:8: warning: id '2409.1' has 1 digit after the point, expected 5 [record/impossible-value] | 1:8: \(help)",
        "2:7: warning: id '704.0001' has 3 digits before the point, expected 4 [record/unreadable] | 2:7: \(help)",
        "3:8: warning: id '2413.00001' has month 13; months run from 01 to 12 [record/unreadable]",
      ])
    #expect(try RecordSource.read(text).digest.papers.map(\.id.description) == ["title:a", "title:b"])
  }

  @Test("a misspelt field is reported once, with the name that was meant, and kept")
  func reportsMisspeltFields() throws {
    let text =
      "- {id: 2401.00011, titel: A, auhtors: [Ann Bee], absract: B, stars: 5}\n- {id: 2401.00012, titel: C, date: 2024}\n"
    #expect(
      RecordSource.messages(text) == [
        "1:20: warning: field 'titel' is not known in 2 records [record/misspelled-field] | 1:20: help: did you mean 'title'?",
        "1:30: warning: field 'auhtors' is not known [record/misspelled-field] | 1:30: help: did you mean 'authors'?",
        "1:50: warning: field 'absract' is not known [record/misspelled-field] | 1:50: help: did you mean 'abstract'?",
      ])
    #expect(
      try RecordSource.read(text).digest.papers[0].record.extra.map(\.key) == [
        "titel", "auhtors", "absract", "stars",
      ])
  }

  @Test("a list in which nothing can be read is refused with the reasons")
  func refusesUnreadableLists() {
    #expect(
      RecordSource.messages("- {id: 2409.1}\n- {note: x}\n").map { String($0.prefix(70)) } == [
        "1:1: error: found a list without a readable record of a paper, expected a digest"
      ].map { String($0.prefix(70)) } + [
        "1:8: warning: id '2409.1' has 1 digit after the point, expected 5 [rec",
        "2:3: warning: record has no id, no title and no link, expected one [re",
      ])
  }

  @Test(
    "damaged ids below a name of lists of papers are told where there is nothing else",
    arguments: ["papers: [{id: 2409.1}]\n", "papers:\n  - 2409.1\n", #"{"references": [{"id": 2409.1}]}"#])
  func explainsListsOfDamagedIDs(text: String) {
    let messages = RecordSource.messages(text)
    #expect(messages.count == 2)
    #expect(messages[0].hasPrefix("1:1: error: found a mapping without readable records of papers, expected"))
    #expect(
      messages[1].contains(
        " warning: id '2409.1' has 1 digit after the point, expected 5 [record/unreadable]"))
  }

  @Test(
    "a number with a point elsewhere is not an id",
    arguments: ["versions: [{id: 2409.1}]\n", "papers: [{size: 2409.1}]\n"])
  func takesNoOtherNumberForAnID(text: String) {
    #expect(
      RecordSource.messages(text).map { String($0.prefix(53)) } == [
        "1:1: error: found a mapping without records of papers"
      ])
  }

  @Test("what was assumed of names is told once a file")
  func reportsAssumptions() {
    let text =
      "- {id: 2401.00011, authors: [王小明, 李雷]}\n- {id: 2401.00012, authors: ['韩梅梅', 'Ann Bee, PhD']}\n"
    #expect(
      RecordSource.messages(text) == [
        "1:1: note: it was assumed that the first character of Chinese and Korean names is the family name [record/assumed-name]",
        "1:1: note: 'PhD' is not part of a name and was left out [record/dropped-degree]",
      ])
  }
}
