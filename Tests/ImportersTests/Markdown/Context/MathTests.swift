import DigestImporters
import DigestModel
import Testing

/// Mathematics by pandoc's rule: a non-space inside both ends, and no digit after the end.
@Suite struct MathTests {
  static func formulas(_ inlines: [Inline]) -> [String] {
    var found: [String] = []
    for inline in inlines {
      switch inline {
      case .math(let tex, let isDisplay): found.append(isDisplay ? "display \(tex)" : tex)
      case .emphasis(let inner), .strong(let inner), .link(let inner, _, _): found += formulas(inner)
      default: break
      }
    }
    return found
  }

  @Test(arguments: [
    // Beside letters.
    ("H$_2$O", ["_2"]), ("YBa$_2$Cu$_3$O$_7$", ["_2", "_3", "_7"]),
    ("EuFe$_2$(As$_{1-x}$P$_x$)$_2$", ["_2", "_{1-x}", "_x", "_2"]),
    ("$R^{2}$Former of $^{124}$Te", ["R^{2}", "^{124}"]),
    ("the $k$th and $n$-gram", ["k", "n"]), ("Động$x$lực", ["x"]), ("α$β$γ", ["β"]),
    ("CO$_2$: H$_2$O, $x$.", ["_2", "_2", "x"]),
    ("$O(n\\log n)$-time", ["O(n\\log n)"]), ("$a$$b$", ["a", "b"]),
    // Prices.
    ("Kites cost $5 and $10", []), ("H$_2$O for 5$ a run", ["_2"]), ("from $5", []), ("$5-$10", []),
    ("5$, 10$", []),
    ("US$5 and US$6, 5 $ or 6 $", []), ("$ x$ and $x $", []), ("\\$5$ and 6\\$", []),
    ("cost \\$5 of $x$", ["x"]),
    ("$x$5", []),
    // Code and addresses beat it, it beats emphasis.
    ("`$a$` and `b$` c$", []), ("$a `b$ c`", []), ("http://a.org/$b$ $c$", ["c"]),
    ("[t](http://a.org/$b$) $c$", ["c"]),
    ("[t](a.org \"$b$\") $c$", ["c"]), ("[from $5](http://a.org) to 6$", []), ("[$x$](http://a.org)", ["x"]),
    ("$a*b$ and $c*d$", ["a*b", "c*d"]), ("*a $b*c$ d*", ["b*c"]), ("**$x_1$**y_2", ["x_1"]),
    ("$a_1$ and $b_1$", ["a_1", "b_1"]),
    ("$f[x](y)$", ["f[x](y)"]), ("$\\{a\\$b\\}$", ["\\{a\\$b\\}"]), ("$a < b > c$", ["a < b > c"]),
    ("$x<b>y</b>$", ["x<b>y</b>"]),
    // On lines of its own.
    ("$$E=mc^2$$", ["display E=mc^2"]), ("$$ E=mc^2 $$", ["display  E=mc^2 "]), ("from $$ to $$", []),
    ("$$$ a $$$", []),
    ("$$a$ b", []), ("cafés: $, $$ and $$$", []),
  ])
  func tellsFormulasFromPrices(markdown: String, expected: [String]) {
    let text = RichText(markdown: markdown)
    #expect(Self.formulas(text.inlines) == expected)
  }

  @Test(arguments: [
    "H$_2$O and *b $c*d$ e*", "**a $x$**, $y$ and `c`", "$5 and $10", "a $*$ b * c",
  ])
  func keepsEveryWordAndSign(markdown: String) {
    let marks = markdown.hasPrefix("H") || markdown.hasPrefix("**") ? "*`" : "`"
    let plain = RichText(markdown: markdown).plainText
    #expect(plain.filter { !marks.contains($0) } == markdown.filter { !marks.contains($0) })
  }
}
