import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestSyntax
import Testing

@testable import DigestConversion
@testable import DigestExporters

/// What a bibliography of another program says, written as BibTeX and as biblatex.
@Suite("A bibliography of others, written again") struct BibTeXSourceTypeTests {
  /// The entry with its fields as they are written, and what was lost of it.
  private func written(
    _ text: String, _ dialect: BibTeXOptions.Dialect = .biblatex,
    _ place: Testing.SourceLocation = #_sourceLocation
  ) throws -> (entry: String, losses: [String]) {
    var digest = try BibTeXImporter().read(SourceDocument(name: "a.bib", text: text)).digest
    digest.normalise()
    let options = BibTeXOptions(dialect: dialect, encoding: .utf8)
    let result = BibTeXExporter(options: options).export(digest)
    let findings = BibTeXValidator(options: options).validate(result.files[0], named: "a.bib")
    #expect(findings.map(\.summary) == [], sourceLocation: place)
    let lines = String(decoding: result.files[0].bytes, as: UTF8.self).split(separator: "\n")
    let entry = lines.prefix { $0 != "}" }.map { line in
      line.trimmingPrefix("  ").hasSuffix(",")
        ? String(line.trimmingPrefix("  ").dropLast()) : String(line.trimmingPrefix("  "))
    }
    return (entry.joined(separator: "; "), result.losses.losses.map(\.reason))
  }

  @Test(
    "an entry keeps its type with the fields that the source has, whatever it lacks",
    arguments: [
      ("@book{k, title={T}, editor={A, B}, publisher={P}, year=2000}", "@collection{k", "@book{k"),
      ("@book{k, title={T}, publisher={P}}", "@book{k", "@book{k"),
      ("@collection{k, title={T}, editor={A, B}, date={2000}}", "@collection{k", "@book{k"),
      // It has an author, which biblatex's collection has not.
      ("@collection{k, title={T}, author={A, B}, editor={C, D}, date={2000}}", "@book{k", "@book{k"),
      ("@inbook{k, title={T}, author={A, B}, chapter={3}, pages={1-9}, year=2000}", "@book{k", "@inbook{k"),
      ("@inbook{k, title={T}, booktitle={B}, author={A, B}, year=2000}", "@inbook{k", "@inbook{k"),
      ("@incollection{k, title={T}, booktitle={B}, author={A, B}}", "@incollection{k", "@incollection{k"),
      ("@proceedings{k, title={T}, editor={A, B}, year=2000}", "@proceedings{k", "@proceedings{k"),
      ("@manual{k, title={T}, organization={O}}", "@manual{k", "@manual{k"),
      ("@booklet{k, title={T}, howpublished={H}}", "@booklet{k", "@booklet{k"),
      ("@unpublished{k, title={T}, note={N}}", "@unpublished{k", "@unpublished{k"),
      ("@techreport{k, title={T}, author={A, B}}", "@report{k", "@techreport{k"),
      ("@mastersthesis{k, title={T}, author={A, B}, school={S}}", "@thesis{k", "@mastersthesis{k"),
      ("@thesis{k, title={T}, type={mathesis}, author={A, B}}", "@thesis{k", "@mastersthesis{k"),
      ("@mvbook{k, title={T}, author={A, B}, volumes={3}}", "@mvbook{k", "@book{k"),
      ("@inreference{k, title={T}, booktitle={B}}", "@inreference{k", "@incollection{k"),
      ("@periodical{k, title={T}, issn={1234-5678}}", "@periodical{k", "@misc{k"),
      ("@software{k, title={T}, version={1.2}}", "@software{k", "@misc{k"),
      ("@dataset{k, title={T}}", "@dataset{k", "@misc{k"), ("@patent{k, title={T}}", "@patent{k", "@misc{k"),
      ("@article{k, title={T}, journal={J}}", "@article{k", "@article{k"),
      ("@inproceedings{k, title={T}}", "@inproceedings{k", "@inproceedings{k"),
      ("@online{k, title={T}}", "@online{k", "@misc{k"),
      ("@misc{k, title={T}, url={https://a.b}}", "@misc{k", "@misc{k"),
      ("@video{k, title={T}, url={https://a.b}}", "@misc{k", "@misc{k"),
    ])
  func keepsTypes(source: String, biblatex: String, bibtex: String) throws {
    for (dialect, expected) in [(BibTeXOptions.Dialect.biblatex, biblatex), (.bibtex, bibtex)] {
      let entry = try written(source, dialect).entry
      #expect(entry.hasPrefix(expected + "; title = {T}"), "\(entry)")
      #expect(!entry.contains("XXXX"))
    }
  }

  @Test(
    "a field arrives under its name in biblatex",
    arguments: [
      ("article", "eid = {e12}"), ("software", "version = {1.2}"), ("misc", "howpublished = {Talk}"),
      ("booklet", "howpublished = {Copied}"), ("inproceedings", "organization = {IEEE}"),
      ("manual", "organization = {GNU}"), ("misc", "organization = {W3C}"),
      ("patent", "holder = {{Barnes and Noble} and Bee, Ann}"), ("book", "sorttitle = {Kites 1}"),
      ("book", "sortname = {Bee, Ann}"), ("book", "sortkey = {k}"), ("book", "pagetotal = {300}"),
      ("collection", "pagetotal = {300}"), ("incollection", "chapter = {3}"), ("book", "pages = {1-9}"),
      ("book", "maintitle = {Works}"),
      ("proceedings", "location = {Rome}"), ("mvbook", "volumes = {3}"), ("book", "shorthand = {KrV}"),
      ("thesis", "pagetotal = {9}"), ("article", "entrysubtype = {letter}"), ("report", "version = {2}"),
    ])
  func keepsFields(type: String, field: String) throws {
    let (entry, losses) = try written("@\(type){k, title = {T}, \(field)}")
    #expect(entry.contains("; \(field)"), "\(entry)")
    #expect(losses == [])
  }

  @Test("whatever CSL-JSON has a variable for is in its schema")
  func writesFieldsOfTheSchema() throws {
    let schema = try #require(BundledSchema.named("csl-data.schema.json"))
    let text = String(decoding: schema.bytes, as: UTF8.self)
    for field in OtherField.allCases {
      guard let name = field.names.cslJSON else { continue }
      #expect(text.contains("\n        \"\(name)\": {"), "\(name)")
    }
  }

  @Test(
    "a field arrives under its name in BibTeX",
    arguments: [
      ("article", "eid = {e12}"), ("misc", "howpublished = {Talk}"), ("booklet", "howpublished = {Copied}"),
      ("inproceedings", "organization = {IEEE}"), ("manual", "organization = {GNU}"),
      ("inbook", "chapter = {3}"), ("inbook", "pages = {1-9}"), ("proceedings", "address = {Rome}"),
      ("manual", "address = {Rome}"), ("booklet", "address = {Rome}"), ("article", "year = {in press}"),
      ("book", "year = {n.d.}"), ("mastersthesis", "school = {ETH}"), ("techreport", "institution = {CERN}"),
    ])
  func keepsFieldsInBibTeX(type: String, field: String) throws {
    let (entry, losses) = try written("@\(type){k, title = {T}, \(field)}", .bibtex)
    #expect(entry.contains("; \(field)"), "\(entry)")
    #expect(losses == [])
  }

  @Test(
    "what is known as a state of publication is one, in the words of biblatex",
    arguments: [("in press", "inpress"), ("To appear", "forthcoming"), ("submitted", "submitted")])
  func keepsStates(words: String, state: String) throws {
    let (entry, losses) = try written("@article{k, title = {T}, journal = {J}, year = {\(words)}}")
    #expect(entry == "@article{k; title = {T}; journaltitle = {J}; pubstate = {\(state)}")
    #expect(losses == [])
  }

  @Test("a body that two fields name is written once; two bodies have a field each")
  func writesBodiesOnce() throws {
    #expect(
      try written("@inproceedings{k, title={T}, booktitle={B}, publisher={P}, organization={O}}").entry
        == "@inproceedings{k; title = {T}; booktitle = {B}; organization = {O}; publisher = {P}")
    #expect(
      try written("@misc{k, title={T}, howpublished={H}, organization={O}}").entry
        == "@misc{k; title = {T}; organization = {O}; howpublished = {H}")
    #expect(
      try written("@misc{k, title={T}, publisher={P}}").entry == "@misc{k; title = {T}; howpublished = {P}")
    #expect(
      try written("@online{k, title={T}, publisher={P}}").entry
        == "@online{k; title = {T}; organization = {P}")
    let (entry, losses) = try written("@misc{k, title={T}, howpublished={H}, publisher={P}}")
    #expect(entry == "@misc{k; title = {T}; howpublished = {H}")
    #expect(losses == ["@misc has no field for the publisher 'P'"])
  }

  @Test("what no source has named has all that its type expects, in both dialects")
  func expectsAllOfImpliedTypes() throws {
    for options in BibTeXOptions.Dialect.allCases.map({ BibTeXOptions(dialect: $0) }) {
      for record in Self.recordsWithoutType {
        for id in ["2409.10000", "10.1000/1", "https://a.b", "isbn:9783161484100", "title:kites"] {
          guard let id = PaperID(identifier: id) else { continue }
          var digest = Digest(papers: [Paper(id: id, record: record)])
          digest.normalise()
          let file = BibTeXExporter(options: options).export(digest).files[0]
          let validator = BibTeXValidator(options: options, expectsAll: true)
          let findings = validator.validate(file, named: "a.bib").map(\.summary)
          #expect(findings == [], "\(String(decoding: file.bytes, as: UTF8.self))")
        }
      }
    }
  }

  /// With and without each of what types require.
  private static let recordsWithoutType: [Paper.Record] = (0..<64).map { bits in
    func has(_ bit: Int) -> Bool { bits >> bit & 1 == 1 }
    var record = Paper.Record(title: RichText(plain: "Kites"))
    let bee = ContributorName.person(PersonName(family: "Bee", given: "Ann"))
    if has(0) { record.authors = [bee] }
    if has(1) { record[.editor] = ContributorGroup(role: .editor, names: [bee]) }
    if has(2) { record.details[.container] = has(3) ? "Proc. of Kites" : "Journal of Kites" }
    if has(4) { record.date = EDTFDate(edtf: "2024-05") }
    if has(5) { record.details[.publisher] = "Kite Press" }
    return record
  }

  @Test("the data model allows in each type what the exporter can write in it, and nothing else")
  func agreesWithTheDataModel() throws {
    for dialect in BibTeXOptions.Dialect.allCases {
      let model = try BibTeXDataModel.model(of: dialect).get()
      for type in model.entryTypes {
        let contents = BibTeXFieldTable.Content.all
        var names = Set(contents.compactMap { BibTeXFieldTable.name($0, in: type.name, dialect) })
        if names.contains("year") { names.insert("month") }
        let allowed = model.fields.indices.filter { type.allowed.contains(.init($0)) }
        #expect(
          names.subtracting(allowed.map { model.fields[$0].name }) == [], "\(dialect) @\(type.name)")
        #expect(
          Set(allowed.map { model.fields[$0].name }).subtracting(names) == [], "\(dialect) @\(type.name)")
      }
    }
  }
}
