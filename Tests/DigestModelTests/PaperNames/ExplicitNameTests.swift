import Testing

@testable import DigestModel

/// `NAME: text` at the beginning of what is said of a paper.
@Suite struct ExplicitNameTests {
  /// The words before the colon if they are a name, and the text after it.
  private func split(_ text: String) -> (name: String, rest: String)? {
    ExplicitName.find(in: text).map { place in
      (
        String(decoding: text.utf8.prefix(place.end), as: UTF8.self),
        String(decoding: text.utf8.dropFirst(place.next), as: UTF8.self)
      )
    }
  }

  @Test(
    "words for a kind of paper are not a name, in any language",
    arguments: [
      "Survey", "survey", "SURVEY", "Surveys", "A Survey", "Systematic Review", "A Comprehensive Survey",
      "Literature Review", "Survey & Benchmark", "Benchmark/Dataset", "Dataset + Benchmark", "Meta-Analysis",
      "Meta Analysis", "Position Paper", "Position", "Technical Report", "Case Study (Finance)",
      "Benchmark (1M)",
      "Review (2024)", "Overview", "Tutorial", "Empirical Study", "White Paper", "Framework",
      "Tổng quan", "TỔNG QUAN", "Tổng Quan", "Khảo sát", "Bài khảo sát", "Bài báo định vị", "Bộ dữ liệu",
      "Phân tích",
      "Nghiên cứu thực nghiệm", "Đánh giá", "Phương pháp", "Kết quả",
      "Überblick", "Übersicht", "Datensatz", "Positionspapier", "Revue systématique", "Étude",
      "Jeu de données",
      "Revisión sistemática", "Conjunto de datos", "Estudio de caso", "Revisão", "Rassegna", "Обзор",
      "Набор данных",
      "综述", "系统性综述", "数据集", "基准测试", "立场论文", "サーベイ", "データセット", "리뷰", "서베이", "데이터셋",
    ])
  func knowsKindsOfPaper(words: String) {
    #expect(PaperName.isKind(words))
    #expect(split("\(words): text") == nil)
    #expect(split("\(words)：text") == nil)
  }

  @Test(
    "words after a bracket that closes nothing count",
    arguments: ["Survey) PROX", "Review (2024)) PROX", "Survey】 PROX", ") PROX", "Survey (2024) PROX"])
  func keepsWordsAfterBrackets(words: String) {
    #expect(!PaperName.isKind(words))
  }

  @Test(
    "a field of research before a colon is a topic",
    arguments: ["LLM", "LLMs", "RL", "LLM Survey", "RAG Benchmark"])
  func leavesFields(words: String) {
    #expect(split("\(words): text") == nil)
  }

  @Test(
    "a name may have many words, signs and other scripts",
    arguments: [
      "NEO", "Emu3", "Voilà", "Élan", "SPPO", "S1", "3D-GPT", "o1-mini", "jina-embeddings-v3", "ToolChain*",
      "NEO Scaling Law", "Spatial Speech Translation System", "Semantic Verification for Formal Math",
      "Rocket Bench & RL for Rocket Design", "SkillMimic-V9 (STG, STF, ATS, HE)",
      "Traj-Boot (+DB-Select, +Ex-Select)", "Neural Memory Machines for Very Long Video Streams",
      "Molmo/PixMo",
      "LLaVA-Mini + Plus", "Look, Listen and Answer", "The AI Scientist", "AlphaGo (Zero)",
      "DAPO (Decoupled Clip: and more)", "Qwen2.5-Coder technical report", "Für Elise-2", "Кандинский 3",
      "悟道", "紫东太初", "하이퍼클로바X", "Model Soups", "Data Mixing Laws", "Phi-3.5 Vision", "R&D-Agent",
      "A Survey of LLMs",
    ])
  func readsNames(name: String) throws {
    let ascii = try #require(split("\(name): does this: and that"))
    #expect(ascii == (name, " does this: and that"))
    let wide = try #require(split("\(name)：does"))
    #expect(wide == (name, "does"))
  }

  @Test(
    "prose before a colon is not a name",
    arguments: [
      "Đề xuất phương pháp mới", "Trong đó", "Hai đóng góp", "Phương pháp gồm hai bước", "This paper shows",
      "We find", "Given two models", "该方法有两个优点", "通过以下方法", "提案手法の利点", "It works. NEO", "a; B", "2024", "12",
      "Is it good?", "\"NEO\"", "Emu3 (2409.18869)", "2409.18869", "(NEO)", "+", "NEO for", "softmax",
      "– NEO",
    ])
  func leavesProse(words: String) {
    #expect(split("\(words): text") == nil)
  }

  @Test("the colon stands outside brackets and code, has a blank after it and something before it")
  func looksForTheColonOfTheName() {
    #expect(split("NEO") == nil)
    #expect(split("NEO:") == nil)
    #expect(split("NEO:text") == nil)
    #expect(split(": text") == nil)
    #expect(split("NEO (a: b) text") == nil)
    #expect(split("NEO (a: b") == nil)
    #expect(split("`NEO: a` text") == nil)
    #expect(split("https://example.org: text") == nil)
    #expect(split(String(repeating: "Neo ", count: 40) + ": text") == nil)
  }

  @Test(
    "a text that holds an id is never a name",
    arguments: ["cũng là 2502.22222", "NEO 2409.18869", "arXiv:2409.18869"])
  func refusesIDs(text: String) {
    #expect(!PaperName.isPossible(text))
  }
}
