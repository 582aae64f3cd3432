import Testing

@testable import DigestModel

/// Bodies that sign papers: their names are never split.
@Suite struct NameBodyTests {
  static let bodies = [
    "OpenAI", "DeepSeek-AI", "01.AI", "Gemma Team", "The Llama Team", "Qwen Team", "Team Kite",
    "KITE Collaboration", "The KITE Collaboration",
    "Google DeepMind", "Google Research", "Meta AI", "Mistral AI", "Stability AI", "Microsoft Research",
    "LLM-Core Xiaomi", "NVIDIA", "AI @ Meta",
    "Kite Consortium", "Kite Working Group", "Kite Project", "Kite Initiative", "Kite Foundation",
    "Kite Institute", "Kite University",
    "University of Kites", "Institute for Kites", "Max Planck Institute for Kites", "Department of Kites",
    "Kite Labs", "Kite Lab", "Kite Inc.",
    "Kite Ltd", "Kite GmbH", "Kite Society", "Kite Association", "Kite Task Force", "Kite Committee",
    "Kite Developers", "Kite Contributors",
    "Department of Health and Human Services", "Barnes and Noble, Inc.", "{Barnes and Noble, Inc.}",
    "Universität Bee", "Université de Bee",
    "Kite Organisation", "World Health Organization", "Hugging Face", "Anonymous Authors", "AT&T Labs",
    "International Kite Union",
  ]

  @Test(arguments: bodies) func keepsABodyWhole(_ text: String) {
    let name = text.hasPrefix("{") ? String(text.dropFirst().dropLast()) : text
    #expect(written(text).names == [.literal(name)])
    #expect(NameReader().name(in: text).names == [.literal(name)])
  }

  static let lists: [NameRow] = [
    ("DeepSeek-AI, Ann Bee, Cee Dee", "{DeepSeek-AI} / Bee, Ann / Dee, Cee"),
    ("OpenAI, Ann Bee", "{OpenAI} / Bee, Ann"),
    ("Gemma Team, Ann Bee, Cee Dee", "{Gemma Team} / Bee, Ann / Dee, Cee"),
    ("Gemma Team, Google DeepMind", "{Gemma Team} / {Google DeepMind}"),
    ("Ann Bee and the Kite Team", "Bee, Ann / {the Kite Team}"),
    ("Ann Bee for the KITE Collaboration", "Bee, Ann / {KITE Collaboration}"),
    ("Ann Bee, on behalf of the KITE Collaboration", "Bee, Ann / {KITE Collaboration}"),
    ("Kimi Team: Ann Bee, Cee Dee", "{Kimi Team} / Bee, Ann / Dee, Cee"),
    ("Llama Team, AI @ Meta", "{Llama Team} / {AI @ Meta}"),
    ("Ann Bee, NASA, Cee Dee", "Bee, Ann / {NASA} / Dee, Cee"),
    ("Ann Bee, Kite Inc., Cee Dee", "Bee, Ann / {Kite Inc.} / Dee, Cee"),
    ("KITE Collaboration; Bee, Ann", "{KITE Collaboration} / Bee, Ann"),
    ("The KITE Collaboration, G. Bee, B. Dee", "{The KITE Collaboration} / Bee, G. / Dee, B."),
  ]

  @Test(arguments: lists) func partsBodiesFromPersons(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }
}
