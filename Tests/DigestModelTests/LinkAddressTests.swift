import DigestModel
import Testing

/// What an output may make a link of.
struct LinkAddressTests {
  @Test(arguments: [
    "https://arxiv.org/abs/2409.10000", "HTTP://x.org", "ftp://x.org/a", "mailto:ann@x.org",
    "doi:10.1000/182",
    "urn:isbn:9780131103627", "../notes.md", "notes.md#a:b", "#part", "?q=javascript:1", "//x.org/a", "/a:b",
    "R&D.md", "", "a/javascript:1",
  ])
  func allows(address: String) {
    #expect(LinkAddress.isAllowed(address))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)",
    "java\tscript:alert(1)", "java\nscript:alert(1)", "java\r\nscript:alert(1)", "javascript\u{0}:alert(1)",
    "javascript :alert(1)", "java\u{200B}script:alert(1)", "\u{FEFF}javascript:alert(1)",
    "javascript&colon;alert(1)", "javascript&#58;alert(1)", "&#106;avascript:alert(1)",
    "java&NewLine;script:alert(1)", "data:text/html,<p>", "vbscript:msgbox", "blob:https://x.org/1",
    "view-source:javascript:1", "jar:https://x.org!/a", "file:///etc/passwd", "C:\\notes.md",
    "zotero://select/1",
    "x:y", ":x",
  ])
  func refuses(address: String) {
    #expect(!LinkAddress.isAllowed(address))
  }
}
