import DigestSyntax
import DigestText

/// A formula as TeX.
struct JATSFormula {
  /// Without dollar signs, on one line.
  let tex: String
  let isDisplay: Bool

  /// - Parameter element: `inline-formula`, `disp-formula`, `tex-math` or `math`.
  /// - Returns: `nil` where it is neither TeX nor MathML.
  init?(_ element: XMLNode) {
    let isDisplayed =
      element.is("disp-formula") || element["content-type"] == "display" || element["display"] == "block"
    guard let math = Self.math(in: element) else { return nil }
    let tex = math.is("tex-math") ? Self.bare(math.text) : JATSMathML.tex(of: math)
    guard !tex.isEmpty else { return nil }
    self.tex = tex
    isDisplay = isDisplayed
  }

  /// Whether Markdown reads it as mathematics between dollar signs.
  var isWritable: Bool {
    guard let first = tex.utf8.first, let last = tex.utf8.last else { return false }
    return !first.isSpace && !last.isSpace && last != UInt8(ascii: "\\")
      && !tex.utf8.contains(UInt8(ascii: "$"))
      && !tex.utf8.contains(UInt8(ascii: "`"))
  }

  /// TeX is preferred, wherever it stands.
  private static func math(in element: XMLNode) -> XMLNode? {
    if element.is("tex-math") || element.is("math") { return element }
    return element.firstDescendant("tex-math") ?? element.firstDescendant("math")
  }

  /// Without the document, the dollar signs or the brackets around it: publishers write all of these.
  private static func bare(_ text: String) -> String {
    var tex = JATSText.collapsed(text)
    if let start = range(of: "\\begin{document}", in: tex) {
      tex = String(tex[start.upperBound...])
      if let end = range(of: "\\end{document}", in: tex) { tex = String(tex[..<end.lowerBound]) }
    }
    tex = tex.trimmed
    for (open, close) in [("$$", "$$"), ("$", "$"), ("\\[", "\\]"), ("\\(", "\\)")]
    where tex.hasPrefix(open) && tex.hasSuffix(close) && tex.utf8.count >= open.utf8.count + close.utf8.count
    {
      tex = String(tex.dropFirst(open.count).dropLast(close.count)).trimmed
    }
    return tex
  }

  private static func range(of part: String, in text: String) -> Range<String.Index>? {
    let bytes = Array(text.utf8)
    let part = Array(part.utf8)
    guard bytes.count >= part.count else { return nil }
    for i in 0...(bytes.count - part.count) where bytes[i..<i + part.count].elementsEqual(part) {
      let start = text.utf8.index(text.utf8.startIndex, offsetBy: i)
      return start..<text.utf8.index(start, offsetBy: part.count)
    }
    return nil
  }
}

/// Turns presentation MathML into TeX.
enum JATSMathML {
  static func tex(of node: XMLNode) -> String { JATSText.collapsed(write(node)) }

  private static func write(_ node: XMLNode) -> String {
    if node.isText { return JATSText.collapsed(node.text) }
    let parts = node.elements
    func part(_ index: Int) -> String { index < parts.count ? group(parts[index]) : "{}" }
    switch node.localName {
    case "mi", "mn", "mo", "ms": return token(node)
    case "mtext": return "\\text{" + JATSText.collapsed(node.text) + "}"
    case "mspace": return " "
    case "msub": return part(0) + "_" + part(1)
    case "msup": return part(0) + "^" + part(1)
    case "msubsup", "munderover": return part(0) + "_" + part(1) + "^" + part(2)
    case "munder": return part(0) + "_" + part(1)
    case "mover": return "\\overset" + part(1) + part(0)
    case "mfrac": return "\\frac" + part(0) + part(1)
    case "msqrt": return "\\sqrt{" + join(node) + "}"
    case "mroot": return "\\sqrt[" + (parts.count > 1 ? write(parts[1]) : "") + "]" + part(0)
    case "mfenced":
      let separator = node["separators"] ?? ","
      return (node["open"] ?? "(") + parts.map(write).joined(separator: separator) + (node["close"] ?? ")")
    case "mtable": return "\\begin{matrix} " + parts.map(write).joined(separator: " \\\\ ") + " \\end{matrix}"
    case "mtr", "mlabeledtr": return parts.map(write).joined(separator: " & ")
    case "semantics": return parts.first.map(write) ?? ""
    case "annotation", "annotation-xml": return ""
    default: return join(node)
    }
  }

  private static func join(_ node: XMLNode) -> String { node.children.map(write).joined(separator: " ") }

  /// One sign stands by itself, anything else in braces.
  private static func group(_ node: XMLNode) -> String {
    let text = JATSText.collapsed(write(node))
    return text.unicodeScalars.count == 1 ? text : "{" + text + "}"
  }

  /// An identifier of several letters is a word; a sign of TeX is escaped.
  private static func token(_ node: XMLNode) -> String {
    let text = JATSText.collapsed(node.text)
    if node.is("mi"), text.unicodeScalars.count > 1, text.utf8.allSatisfy(\.isLetter) {
      return "\\mathrm{" + text + "}"
    }
    return text.unicodeScalars.map { "#$%&_{}".unicodeScalars.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
