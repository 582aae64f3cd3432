import DigestSyntax
import Testing

/// Mathematics reaches the documents of whoever cites a paper, so it holds nothing but commands of mathematics.
@Suite("Commands of mathematics") struct LaTeXMathCommandTests {
  private func encode(_ text: String) -> (text: String, foreign: [String]) {
    var encoder = LaTeXEncoder(repertoire: .unicode)
    let bytes = encoder.encode(text)
    return (String(decoding: bytes, as: UTF8.self), encoder.foreignCommands)
  }

  @Test(
    "is written as it is",
    arguments: [
      #"$\alpha_s^2 \leq \frac{1}{2}$"#, #"$\mathcal{O}(\sqrt{n}\,\log n)$"#,
      #"$\left\{x \mid x \in \mathbb{R}\right\}$"#,
      #"$p_{\text{train}}$"#, #"$e^+e^- \to \mu^+\mu^-$"#, #"$\begin{smallmatrix}a\\b\end{smallmatrix}$"#,
      #"$\operatorname{argmin}\limits_{\bm{x}}$"#, #"$$\sum_i x_i$$"#, #"$\hat{\boldsymbol\theta}$"#,
      #"$K\!\pi$"#,
      #"$50\%$"#, #"$x$"#, #"$\Lambda_{c}^{+}$"#,
    ])
  func keepsMathematics(text: String) {
    let (encoded, foreign) = encode(text)
    #expect(encoded == text && foreign == [])
  }

  @Test(
    "what TeX would run is text",
    arguments: [
      (#"$\input{secret.txt}$"#, #"\input"#), (#"$\write18{ls}$"#, #"\write"#),
      (#"$\immediate\openout5=x$"#, #"\immediate"#), (#"$\def\x{y}$"#, #"\def"#),
      (#"$\csname input\endcsname x$"#, #"\csname"#), (#"$^^5cinput{x}$"#, "^^"),
      (#"$x^{^^5cinput x}$"#, "^^"),
      (#"$\in^^70ut{x}$"#, "^^"), (#"$\alpha\include{x}$"#, #"\include"#),
      (#"$\text{\input x}$"#, #"\input"#),
      (#"$\begin{filecontents}x\end{filecontents}$"#, #"\begin"#), (#"$\begin x$"#, #"\begin"#),
      (#"$\end{document}$"#, #"\end"#), (#"$\catcode`x=0$"#, #"\catcode"#), (#"$\@@input x$"#, #"\@"#),
      (#"$\lowercase{x}$"#, #"\lowercase"#), (#"$\directlua{x}$"#, #"\directlua"#),
      (#"$\href{x}{y}$"#, #"\href"#),
      (#"$\loop\repeat$"#, #"\loop"#), (#"$a \)b$"#, #"\)"#),
    ])
  func writesForeignCommandsAsText(text: String, command: String) {
    let (encoded, foreign) = encode(text)
    #expect(foreign == [command])
    #expect(encoded.hasPrefix(#"\$"#) && encoded.hasSuffix(#"\$"#))
    let commands = encoded.replacing(#"\textbackslash{}"#, with: "").replacing(
      #"\textasciicircum{}"#, with: "")
    #expect(!commands.contains(command) && !encoded.contains("^^"))
  }

  @Test("only the mathematics that holds it is text") func keepsOthers() {
    #expect(encode(#"$x$ and $\input y$"#).text == #"$x$ and \$\textbackslash{}input y\$"#)
  }
}
