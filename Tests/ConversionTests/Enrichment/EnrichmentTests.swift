import DigestImporters
import DigestModel
import Testing

@testable import DigestConversion

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    (
      "The model is trained with a loss that is robust to noise, and the results are good for all of the tasks.",
      "en"
    ),
    (
      "Mô hình này đề xuất cơ chế chú ý tuyến tính cho các bài toán sinh ảnh (linear attention, diffusion).",
      "vi"
    ),
    (
      "Das Modell ist für die Verarbeitung von Sprache und Bildern gedacht, nicht für eine Simulation mit Text.",
      "de"
    ),
    (
      "Les modèles sont évalués dans une étude qui porte sur des données publiques et pour la recherche.",
      "fr"
    ),
    (
      "Los modelos se evalúan con una prueba para medir el rendimiento del sistema, y por eso son más útiles.",
      "es"
    ),
    ("Os modelos não são avaliados com uma base pública, mais a análise dos dados em um conjunto.", "pt"),
    ("本文提出了一种新的注意力机制，用于长文本的大语言模型推理加速。Transformer LLM", "zh"),
    ("本研究では、大規模言語モデルの推論を高速化する新しい手法を提案する。", "ja"),
    ("이 논문은 대규모 언어 모델의 추론을 가속하는 새로운 방법을 제안한다.", "ko"),
    ("В работе предложен новый метод ускорения вывода больших языковых моделей.", "ru"),
    ("У роботі запропоновано новий метод прискорення висновків великих мовних моделей і їх аналіз.", "uk"),
    ("تقترح هذه الورقة طريقة جديدة لتسريع الاستدلال في نماذج اللغة الكبيرة.", "ar"),
  ])
  func tellsALanguage(text: String, language: String) {
    #expect(LanguageGuess.language(of: Array(text.utf8)) == language)
  }

  /// Names with diacritics in an English text do not make it Vietnamese.
  @Test func isNotMisledByNames() {
    let text =
      "The work of Nguyễn and Trần is the first that scales with data, and it is used by all of the others."
    #expect(LanguageGuess.language(of: Array(text.utf8)) == "en")
  }

  /// Four of a hundred letters decide, whatever stands around them and wherever they stand.
  @Test(arguments: 0..<8)
  func countsEveryLetterOnce(shift: Int) {
    let signs = String(repeating: " ", count: shift) + "@[`{/:09 \u{E9}\u{F3}→ạạạạ"
    let letters = String(repeating: "AZaz", count: 23) + "xx"
    #expect(LanguageGuess.language(of: Array((signs + letters).utf8)) == "vi")
    #expect(LanguageGuess.language(of: Array((signs + letters + "z").utf8)) == nil)
  }

  @Test(arguments: ["", "2409.10000 2409.10001", "Mamba LoRA FlashAttention"])
  func saysNothingWhereNothingDecides(text: String) {
    #expect(LanguageGuess.language(of: Array(text.utf8)) == nil)
  }
}

@Suite struct PeriodGuessTests {
  @Test(arguments: [
    ("2024-09.md", "2024-09"), ("digest_2024_09.md", "2024-09"), ("202409.md", "2024-09"),
    ("papers-2024-09-15.md", "2024-09"), ("20240915-notes.md", "2024-09"), ("september-2024.md", "2024-09"),
    ("Sep2024.md", "2024-09"), ("2024-sept.md", "2024-09"), ("Digest for September 2024", "2024-09"),
    ("September 15, 2024", "2024-09"), ("Tháng 9 năm 2024", "2024-09"), ("tháng 9/2024", "2024-09"),
    ("09-2024.yaml", "2024-09"), ("2024年9月", "2024-09"), ("2024/09", "2024-09"),
  ])
  func findsAMonth(text: String, month: String) {
    #expect(MonthScanner.month(in: text)?.description == month)
  }

  /// The DOI of a serial item holds the month of that item, which is not the digest's.
  @Test(
    arguments: [
      ("See 10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2 first.", nil),
      ("*[as here](https://doi.org/10.1000/2024-09)*", nil), ("**10.1000/x.1998-08** in 2024-09", "2024-09"),
    ] as [(String, String?)])
  func takesNoMonthFromAnID(text: String, month: String?) {
    var digest = Digest()
    digest.metadata.preamble = [.paragraph(RichText(markdown: text))]
    #expect(PeriodGuess.period(of: digest, fileName: "digest.md")?.description == month)
    digest.metadata = Digest.Metadata()
    digest.metadata.title = RichText(markdown: text)
    #expect(PeriodGuess.period(of: digest, fileName: "digest.md")?.description == month)
  }

  @Test(arguments: [
    "digest.md", "2024.md", "2409.10000.md", "v1.2024", "2024-13.md", "1024-09", "12:30", "list-2.md", "",
    "1234567890123", "mayor 2024x",
  ])
  func findsNoMonthWhereThereIsNone(text: String) {
    #expect(MonthScanner.month(in: text) == nil)
  }

  @Test func takesTheMonthOfMostPapers() {
    let papers = ["2409.00001", "2409.00002", "2408.00001", "2409.00003"].compactMap { PaperID($0) }
      .map { Paper(id: $0, month: $0.month) }
    #expect(PeriodGuess.majority(of: papers) == YearMonth("2024-09"))
    #expect(PeriodGuess.majority(of: Array(papers[..<2])) == nil)
  }
}
