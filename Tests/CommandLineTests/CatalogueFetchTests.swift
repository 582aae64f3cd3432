import DigestTestSupport
import Foundation
import Testing

/// Runs `catalogue fetch` against a server that knows some papers. Each service is asked once, so nothing is waited for.
struct CatalogueFetchTests {
  private static let entries = [
    "2409.00001": "Kites", "2409.00002": "Dragons",
  ].mapValues { title in
    """
    <title>\(title)</title><published>2024-09-05T10:00:00Z</published>
    <author><name>Ann Bee</name></author><category term="cs.CL"/>
    """
  }

  private static func answer(_ request: LoopbackServer.Request) -> PlayedAnswer {
    guard request.target.contains("/arxiv?") else { return .response(404, "Resource not found.") }
    let found = entries.filter { request.target.contains($0.key) }.sorted { $0.key < $1.key }
      .map { "<entry><id>http://arxiv.org/abs/\($0.key)v1</id>\($0.value)</entry>" }
    let feed =
      #"<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id>"# + found.joined()
      + "</feed>"
    return .response(200, feed, type: "application/atom+xml")
  }

  /// - Parameter list: what `list.md` holds.
  private func run(
    _ arguments: String, list: String = "", in folder: URL, _ server: LoopbackServer
  ) throws -> CommandResult {
    try Data(list.utf8).write(to: folder.appendingPathComponent("list.md"))
    return try Shell.run(
      "digest-convert catalogue fetch --catalogue papers.sqlite --arxiv-api \(server.url)/arxiv "
        + "--crossref-api \(server.url)/works --datacite-api \(server.url)/dois/ \(arguments)", in: folder)
  }

  private func withServer(
    _ answer: @escaping @Sendable (LoopbackServer.Request) -> PlayedAnswer = Self.answer,
    in place: URL? = nil,
    _ body: (URL, LoopbackServer) throws -> Void
  ) throws {
    let folder =
      place ?? FileManager.default.temporaryDirectory.appendingPathComponent("fetch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = try LoopbackServer(answer)
    defer { server.stop() }
    try body(folder, server)
  }

  @Test func fetchesThePapersOfAFile() throws {
    try withServer { folder, server in
      let result = try run(
        "list.md", list: "- 2409.00001\n- 2409.00002\n- https://example.org/kites\n", in: folder, server)
      #expect(result.stdout == "")
      #expect(result.stderr == "2 of 2 papers fetched\n")
      #expect(result.status == 0)
      let shown = try Shell.run(
        "digest-convert catalogue show 2409.00002 --catalogue papers.sqlite", in: folder)
      #expect(shown.stdout.contains("    title: Dragons\n"))
      #expect(shown.stdout.contains("        - name: arXiv API\n"))
      #expect(server.requests.first?.headers["user-agent"]?.hasPrefix("digest-convert/") == true)
    }
  }

  @Test func asksOnlyForWhatIsMissing() throws {
    try withServer { folder, server in
      #expect(try run("2409.00001 --quiet", in: folder, server).stderr == "")
      let second = try run("2409.00001v2 2409.00002 --contact me@example.org", in: folder, server)
      #expect(second.stderr == "1 of 1 paper fetched, 1 in the catalogue already\n")
      let third = try run("2409.00001", in: folder, server)
      #expect(third.stderr == "nothing to fetch, 1 in the catalogue already\n")
      #expect(third.status == 0)
      let fourth = try run("2409.00001 --refresh", in: folder, server)
      #expect(fourth.stderr == "1 of 1 paper fetched\n")
      #expect(
        server.requests.map { $0.target.dropFirst(15).prefix(10) }
          == ["2409.00001", "2409.00002", "2409.00001"])
      #expect(server.requests[1].headers["user-agent"]?.hasSuffix(" (mailto:me@example.org)") == true)
    }
  }

  @Test(arguments: [("TERM", 143), ("KILL", 137)])
  func whatWasAnsweredBeforeTheEndIsKept(signal: String, status: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fetch-\(UUID().uuidString)")
    let asked = folder.appendingPathComponent("asked")
    let hanging: @Sendable (LoopbackServer.Request) -> PlayedAnswer = { request in
      guard request.target.hasPrefix("/works/10.1000%2Fkites") else {
        _ = FileManager.default.createFile(atPath: asked.path, contents: nil)
        return PlayedAnswer(.waitForClient)
      }
      let record =
        #"{"message": {"DOI": "10.1000/kites", "title": ["Kites"], "author": [{"family": "Bee"}]}}"#
      return .response(200, record, type: "application/json")
    }
    try withServer(hanging, in: folder) { folder, server in
      let ended = try run(
        """
        10.1000/kites 10.1000/dragons &
        while [ ! -e asked ]; do sleep 0.1; done
        kill -\(signal) $! && wait $!
        """, in: folder, server)
      let summary = "1 of 2 papers fetched, 1 left when it was interrupted\n"
      // The shell says that a program was killed.
      #expect(signal == "TERM" ? ended.stderr.hasPrefix(summary) : !ended.stderr.contains("fetched"))
      #expect(ended.status == Int32(status))
      let preview = try run("10.1000/kites 10.1000/dragons --dry-run", in: folder, server)
      #expect(preview.stdout == "Crossref: 1 paper in 1 request\n1 in the catalogue already\n")
    }
  }

  @Test func asksAProxy() throws {
    try withServer { folder, server in
      let result = try Shell.run(
        "http_proxy=\(server.url) digest-convert catalogue fetch 2409.00001 --catalogue papers.sqlite "
          + "--arxiv-api http://arxiv.invalid/arxiv --datacite-api http://datacite.invalid/dois", in: folder)
      #expect(result.stderr == "1 of 1 paper fetched\n")
      #expect(
        server.requests.map(\.target)
          == ["http://arxiv.invalid/arxiv?id_list=2409.00001&start=0&max_results=100"])
    }
  }

  @Test func namesWhatNoServiceKnows() throws {
    try withServer { folder, server in
      let result = try run("list.md", list: "- 2409.00001\n- 2409.00003\n", in: folder, server)
      #expect(
        result.stderr == """
          list.md:2:3: warning: neither arXiv API nor DataCite knows '2409.00003' [fetch/unknown-paper]
          1 of 2 papers fetched, 1 not found

          """)
      #expect(result.status == 1)
      #expect(try run("2409.00003 --quiet", in: folder, server).stderr == "")
    }
  }

  @Test func asksNotAgainSoonForWhatNoServiceKnows() throws {
    try withServer { folder, server in
      #expect(try run("2409.00003 --quiet", in: folder, server).status == 1)
      let asked = server.requests.count
      let second = try run("2409.00003", in: folder, server)
      #expect(second.status == 1)
      let day = try #require(second.stderr.firstMatch(of: /20\d\d-\d\d-\d\d/)).output
      #expect(
        second.stderr == """
          warning: no service knew '2409.00003' on \(day) [fetch/unknown-paper]
          help: --again asks once more
          nothing to fetch, 1 not known when last asked

          """)
      let info = try Shell.run("digest-convert catalogue info --catalogue papers.sqlite", in: folder)
      #expect(info.stdout.hasSuffix("it is empty\nids that no service knows: 1, last asked \(day)\n"))
      let check = try Shell.run(
        "echo '# A\n- 2409.00003' > d.md; digest-convert check d.md --catalogue papers.sqlite", in: folder)
      #expect(
        check.stdout.contains(
          "warning: '2409.00003' does not exist: arXiv did not know it on \(day) [catalogue/no-such-paper]\n"),
        "\(check.stdout)")
      #expect(server.requests.count == asked)
      #expect(
        try run("2409.00003 --again", in: folder, server).stderr == """
          warning: neither arXiv API nor DataCite knows '2409.00003' [fetch/unknown-paper]
          0 of 1 paper fetched, 1 not found

          """)
      #expect(server.requests.count > asked)
    }
  }

  @Test func asksCrossrefWhereAPaperOfArXivAppeared() throws {
    let published: @Sendable (LoopbackServer.Request) -> PlayedAnswer = { request in
      if request.target.hasPrefix("/works/10.1000%2Fkites") {
        let record =
          #"{"message": {"DOI": "10.1000/kites", "type": "journal-article", "title": ["Kites"], "#
          + #""container-title": ["Journal of Kites"], "volume": "7", "author": [{"family": "Bee"}]}}"#
        return .response(200, record, type: "application/json")
      }
      guard request.target.contains("/arxiv?") else { return .response(404, "Resource not found.") }
      let feed = #"""
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry>
        <id>http://arxiv.org/abs/2409.00001v1</id><title>Kites</title><author><name>Ann Bee</name></author>
        <published>2024-09-05T10:00:00Z</published><arxiv:doi>10.1000/kites</arxiv:doi></entry></feed>
        """#
      return .response(200, feed, type: "application/atom+xml")
    }
    try withServer(published) { folder, server in
      let result = try run("2409.00001", in: folder, server)
      #expect(result.stderr == "1 of 1 paper fetched, 1 of 1 journal found\n")
      #expect(result.status == 0)
      let shown = try Shell.run(
        "digest-convert catalogue show 2409.00001 --catalogue papers.sqlite", in: folder)
      #expect(shown.stdout.contains("    container: Journal of Kites\n"), "\(shown.stdout)")
      let asked = server.requests.count
      #expect(
        try run("2409.00001", in: folder, server).stderr
          == "nothing to fetch, 1 in the catalogue already\n")
      #expect(server.requests.count == asked)
    }
  }

  @Test func saysWhereAServiceGaveNoAnswer() throws {
    let refusing: @Sendable (LoopbackServer.Request) -> PlayedAnswer = { _ in .response(403, "") }
    try withServer(refusing) { folder, server in
      let result = try run("2409.00001", in: folder, server)
      #expect(
        result.stderr == """
          error: arXiv API gave no answer for 1 paper: status 403 [fetch/service-failed]
          help: run the command again later; it asks only for what is missing
          error: DataCite gave no answer for 1 paper: status 403 [fetch/service-failed]
          help: run the command again later; it asks only for what is missing
          0 of 1 paper fetched, 1 not answered

          """)
      #expect(result.status == 7)
    }
  }

  @Test func asksNothingInADryRun() throws {
    try withServer { folder, server in
      let result = try run(
        "list.md 10.1000/kites openreview:abcDEF123 --dry-run", list: "- 2409.00001\n- 2409.00002\n",
        in: folder,
        server)
      #expect(
        result.stdout == """
          arXiv API: 2 papers in 1 request
          Crossref: 1 paper in 1 request
          1 without an id of arXiv or a DOI

          """)
      #expect(result.stderr == "")
      #expect(result.status == 0)
      #expect(server.requests == [])
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("papers.sqlite").path))
    }
  }

  @Test(arguments: [
    (
      "kites.md", 3,
      "kites.md:1:1: error: there is no such file, and it is not the id of a paper [file/missing]\n"
    ),
    ("list.md", 4, "list.md:1:1: error: the input is empty [source/empty]\n"),
  ])
  func asksNothingWhereAWordCannotBeRead(words: String, status: Int32, message: String) throws {
    try withServer { folder, server in
      let result = try run("2409.00001 \(words)", in: folder, server)
      #expect(result.stderr == message)
      #expect(result.status == status)
      #expect(server.requests == [])
    }
  }

  @Test(arguments: ["me", "me@", "@example.org", "a@b@c", "'me@example.org, you@example.org'"])
  func takesOnlyAddressesOfMailAsContact(contact: String) throws {
    try withServer { folder, server in
      let result = try run("2409.00001 --contact \(contact)", in: folder, server)
      #expect(result.stderr.contains("is not an address of mail such as me@example.org"))
      #expect(result.status == 2)
    }
  }
}
