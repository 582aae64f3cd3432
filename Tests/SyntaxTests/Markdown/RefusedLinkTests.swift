import DigestSyntax
import Testing

/// Links and pictures that are not wanted become text by one backslash.
struct RefusedLinkTests {
  private static func escaped(_ markdown: String) -> String? {
    RefusedLinks.escaped(in: markdown) { !$0.contains("bad") }
  }

  @Test(arguments: [
    ("see [t](bad:1) there", #"see [t\](bad:1) there"#),
    ("![t](bad:1)", #"![t\](bad:1)"#),
    ("[![t](good)](bad)", #"[![t](good)\](bad)"#),
    ("[t]( <bad 1> \"title\")", #"[t\]( \<bad 1> "title")"#.replacing(#"\<"#, with: "<")),
    (#"[t](b\!ad)"#, nil),
    (#"[t](\bad)"#, #"[t\](\bad)"#),
    ("[t](b&#97;d)", #"[t\](b&#97;d)"#),
    ("<bad:1>", #"\<bad:1>"#),
    ("<a title='x' href=\"bad\">t</a>", #"\<a title='x' href="bad">t</a>"#),
    ("<img src=bad>", #"\<img src=bad>"#),
    ("$[t](bad)$", #"$[t\](bad)$"#),
    ("first\n[t]: bad", "first\n[t\\]: bad"),
    ("word [t]: bad", nil),
    ("`[t](bad)` and \\`[t](bad)", "`[t](bad)` and \\`[t\\](bad)"),
    (#"[t\](bad)"#, nil),
    ("[t](good) <good:1> bad", nil),
    ("[t](bad", #"[t\](bad"#),
  ])
  func escapes(markdown: String, expected: String?) {
    #expect(Self.escaped(markdown) == expected)
  }

  @Test func readsAnAddressWithoutTheBackslashesInIt() {
    let escaped = RefusedLinks.escaped(in: #"[t](java\:x) [u](java:y)"#) { !$0.hasPrefix("java:") }
    #expect(escaped == #"[t\](java\:x) [u\](java:y)"#)
  }

  @Test func takesTimeThatIsLinear() {
    let text = String(repeating: "[t](bad)", count: 100_000)
    #expect(Self.escaped(text)?.utf8.count == text.utf8.count + 100_000)
    #expect(Self.escaped(String(repeating: "](", count: 200_000)) == nil)
    #expect(Self.escaped(String(repeating: "<a", count: 200_000)) == nil)
  }
}
