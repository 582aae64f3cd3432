import DigestConversion
import DigestDiagnostics
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

@testable import digest_convert

/// A worker gives what the command gives for the same document, one at a time.
@Suite struct WorkerOutputTests {
  private static let digest = """
    # Digest of September 2024
    ## TOPIC_TREE
    - Sight
      - `2409.10001`: Beta-2: sees far
      - `2409.10002`: Gamma-3 with `code`
    ## SOTA_HIGHLIGHTS
    | Rank | Paper | Tags |
    | --- | --- | --- |
    | 1 | 2409.10001 | Sight |
    | 3 | 2409.10002 | Sound |

    """

  private static let documents = [
    "good.md": digest, "empty.md": "", "words.md": "nothing here\n",
    "wrong.md": "- `2409.1000`: lost a digit\n- `2409.10001`: Beta-2\n",
    "broken.yaml": "digest: 1\npapers: [\n",
    "list.bib": "@article{a, title = {Kites}, eprint = {2409.10001}}\n",
    "untitled.txt": (1...9).map { "- 2409.1000\($0)\n" }.joined(),
    "deep.md": String(repeating: "> ", count: 3000) + "2409.10001\n",
    "nul.md": "- 2409.10001 \0\n", "latin.md": "",
  ]

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("worker-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Self.documents {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try Data([0x2D, 0x20, 0xE9, 0x0A]).write(to: folder.appendingPathComponent("latin.md"))
    try body(folder)
  }

  /// The replies to requests.
  private func ask(_ requests: [[String: Any]], in folder: URL, _ options: String = "") throws -> [[String:
    Any]]
  {
    let lines = try requests.map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) + "\n"
    }
    try Data(lines.joined().utf8).write(to: folder.appendingPathComponent("requests"))
    let result = try Shell.run("digest-convert worker \(options) < requests", in: folder)
    #expect(result.stderr == "")
    #expect(result.status == 0)
    let replies = result.stdout.split(separator: "\n")
    for (line, schema) in lines.map({ ($0[...], "worker-request.schema.json") })
      + replies.map({ ($0, "worker-reply.schema.json") })
    {
      #expect(try Self.findings(in: line, schema) == [])
    }
    return try replies.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  private static func findings(in line: Substring, _ name: String) throws -> [String] {
    let bytes = try #require(BundledSchema.named(name)).bytes
    let schema = try JSONSchema(JSONReader.read(SourceDocument(name: name, bytes: bytes)))
    return schema.validate(try JSONReader.read(SourceDocument(name: "line", text: String(line))))
      .map(\.description)
  }

  private func bytes(of file: [String: Any]) -> Data? {
    (file["text"] as? String).map { Data($0.utf8) }
      ?? (file["base64"] as? String).flatMap { Data(base64Encoded: $0) }
  }

  @Test func outputsAreThoseOfTheCommandInAllFormats() throws {
    try inFolder { folder in
      let formats = Registry.standard.exportFormats.map(\.name)
      let run = try Shell.run(
        "digest-convert good.md --to \(formats.joined(separator: ",")) --output-dir out -q", in: folder)
      #expect(run.status == 0, "\(run.stderr)")
      let replies = try ask(
        [
          ["id": 1, "path": "good.md", "to": formats],
          ["id": 2, "text": Self.digest, "name": "good.md", "to": formats],
          [
            "id": 3, "base64": Data(Self.digest.utf8).base64EncodedString(), "name": "good.md", "to": formats,
          ],
        ], in: folder)
      #expect(replies.count == 3)
      for reply in replies {
        let outputs = try #require(reply["outputs"] as? [[String: Any]])
        #expect(outputs.map { $0["format"] as? String } == formats)
        for (output, format) in zip(outputs, Registry.standard.exportFormats) {
          let layout = format.makeExporter(ExportOptions()).layout
          let place = folder.appendingPathComponent("out/" + layout.name(stem: "good"))
          guard case .directory = layout else {
            #expect(bytes(of: output) == (try Data(contentsOf: place)), "\(format.name)")
            continue
          }
          let files = try #require(output["files"] as? [[String: Any]])
          let names = files.compactMap { $0["path"] as? String }
          #expect(
            names.sorted() == (try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()))
          for (file, name) in zip(files, names) {
            #expect(bytes(of: file) == (try Data(contentsOf: place.appendingPathComponent(name))), "\(name)")
          }
        }
      }
    }
  }

  /// Options of a request, and the same on the command line.
  private static let choices: [(options: [String: any Sendable], words: String)] = [
    ([:], ""),
    (["keep-going": true], "--keep-going"),
    (["fail-on": "warning"], "--fail-on warning"),
    (["fail-on": ["loss", "warning"]], "--fail-on loss --fail-on warning"),
    (["ignore": ["digest/rank-gap"]], "--ignore digest/rank-gap"),
    (["select": "rank <= 1", "top": 1, "sort": "rank"], "--select 'rank <= 1' --top 1 --sort rank"),
    (
      ["bibtex-dialect": "bibtex", "csv-delimiter": "tab", "jats-doctype": false],
      "--bibtex-dialect bibtex --csv-delimiter tab"
    ),
    (
      ["language": "vi", "period": "2024-10", "validate": false],
      "--language vi --period 2024-10 --no-validate"
    ),
    (["input-encoding": "latin1"], "--input-encoding latin1"),
    (["select": "rank <="], "--select 'rank <='"),
  ]

  @Test(arguments: choices.indices)
  func statusesAndMessagesAreThoseOfTheCommand(choice: Int) throws {
    let (options, words) = Self.choices[choice]
    try inFolder { folder in
      let names = Self.documents.keys.sorted() + ["none.md"]
      let replies = try ask(
        names.map { ["id": $0, "path": $0, "to": ["bibtex", "opml", "csv"], "options": options] }, in: folder,
        "-j2")
      #expect(replies.map { $0["id"] as? String } == names)
      for (name, reply) in zip(names, replies) {
        let run = try Shell.run(
          "digest-convert \(name) --to bibtex,opml,csv --output-dir out \(words) --diagnostics json "
            + "--loss-report losses.json", in: folder)
        #expect(reply["status"] as? Int == Int(run.status), "\(name) \(words)")
        let said = try run.stderr.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
          try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
        }
        #expect(reply["diagnostics"] as? [NSDictionary] == said.compactMap(\.self), "\(name) \(words)")
        let outputs = try #require(reply["outputs"] as? [[String: Any]])
        #expect(outputs.isEmpty == !FileManager.default.fileExists(atPath: folder.path + "/out"))
        for (output, ending) in zip(outputs, ["bib", "opml", "csv"]) {
          let stem = name.prefix { $0 != "." }
          #expect(
            bytes(of: output)
              == (try Data(contentsOf: folder.appendingPathComponent("out/\(stem).\(ending)"))))
        }
        try? FileManager.default.removeItem(at: folder.appendingPathComponent("out"))
      }
    }
  }

  @Test func withoutAFormatADocumentIsChecked() throws {
    try inFolder { folder in
      let names = Self.documents.keys.sorted() + ["none.md"]
      let replies = try ask(names.map { ["id": $0, "path": $0] }, in: folder)
      for (name, reply) in zip(names, replies) {
        let run = try Shell.run("digest-convert check \(name) --format json", in: folder)
        #expect(reply["status"] as? Int == Int(run.status), "\(name)")
        let said = try run.stdout.split(separator: "\n").map {
          try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
        }
        #expect(reply["diagnostics"] as? [NSDictionary] == said.compactMap(\.self), "\(name)")
        #expect((reply["outputs"] as? [Any])?.isEmpty == true)
      }
    }
  }

  @Test func lossesAreThoseOfTheReport() throws {
    try inFolder { folder in
      let reply = try #require(
        try ask([["id": 1, "path": "good.md", "to": ["opml", "csv"]]], in: folder).first)
      _ = try Shell.run(
        "digest-convert good.md --to opml,csv --output-dir . --loss-report losses.json", in: folder)
      let report = try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appendingPathComponent("losses.json")))
      var expected = try #require((report as? [String: Any])?["outputs"] as? [[String: Any]])
      // The command calls an output by its path.
      for index in expected.indices { expected[index]["output"] = ["good.opml", "good.csv"][index] }
      #expect(reply["losses"] as? [NSDictionary] == expected.map { $0 as NSDictionary })
      #expect(!expected.isEmpty)
    }
  }

  @Test func completesFromTheCatalogueOfTheWorker() throws {
    try inFolder { folder in
      let made = try Shell.run("digest-convert catalogue add list.bib --catalogue c.sqlite -q", in: folder)
      #expect(made.status == 0, "\(made.stderr)")
      let text = "- 2409.10001\n"
      let replies = try ask(
        [
          ["id": 1, "text": text, "to": "csv"],
          ["id": 2, "text": text, "to": "csv", "options": ["complete": false]],
          ["id": 3, "text": text, "to": "csv", "options": ["complete": true]],
        ], in: folder, "--catalogue c.sqlite -j1")
      let hasTitle = replies.map { reply in
        (reply["outputs"] as? [[String: Any]])?.first.flatMap { $0["text"] as? String }?.contains("Kites")
      }
      #expect(hasTitle == [true, false, true])
    }
  }

  @Test func namesOfOptionsAreThoseOfTheSchemaAndOfConvert() throws {
    let bytes = try #require(BundledSchema.named("worker-request.schema.json")).bytes
    let schema = try JSONReader.read(SourceDocument(name: "schema", bytes: bytes)).root
    let options = try #require(schema["properties"]?["options"]?["properties"])
    guard case .mapping(let members) = options.content else {
      Issue.record("options are members")
      return
    }
    #expect(members.map(\.key) == DocumentOptionNames.all)
    for name in DocumentOptionNames.all {
      #expect(ConvertCommand.helpMessage().contains("--\(name)"), "\(name)")
    }
  }
}
