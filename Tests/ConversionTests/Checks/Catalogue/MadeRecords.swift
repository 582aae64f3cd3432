import DigestCatalogue
import DigestModel
import DigestTestSupport

/// Records of papers that do not exist, written as titles and abstracts are: the same seed makes the same ones.
struct MadeRecords {
  private var random: SplitMix64
  private var names: Set<String> = []
  private var keys: Set<String> = []

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  mutating func entries(_ count: Int) -> [CatalogueEntry] {
    var ids: Set<String> = []
    return (0..<count).compactMap { _ in
      var id = ""
      repeat {
        id =
          "24\(pick(["08", "09", "09", "09", "09", "10"])).\(String(100_000 + number(1, 19_999)).dropFirst())"
      } while !ids.insert(id).inserted
      return entry(id)
    }
  }

  mutating func entry(_ id: String) -> CatalogueEntry? {
    guard let id = PaperID(id) else { return nil }
    let field = pick(Self.fields)
    // Of the words of a field a paper has some.
    let words = (Self.shuffled(field.words, &random).prefix(10) + rareWords())[...]
    let name = name()
    let form = number(0, 9)
    let title =
      form < 5
      ? "\(name): \(capitalised(phrase(words))) for \(capitalised(phrase(words)))"
      : form < 8
        ? "\(capitalised(phrase(words))) via \(capitalised(phrase(words)))"
        : "\(name), a \(capitalised(phrase(words))) Approach to \(capitalised(phrase(words)))"
    var sentences = (0..<number(4, 7)).map { _ in sentence(words) }
    // The name stands in the abstract of those without a name in the title, too, and in a few nowhere.
    if form < 5 && chance(70) || form >= 5 && chance(80) {
      sentences.insert(
        "We present \(name), which \(pick(Self.verbs)) \(phrase(words)) with \(phrase(words)).", at: 1)
    }
    var record = Paper.Record(
      title: RichText(plain: title), abstract: RichText(plain: sentences.joined(separator: " ")),
      categories: [field.category])
    record.names = [name]
    return CatalogueEntry(id: id, record: record, sources: ["made.jsonl"])
  }

  // MARK: - Text

  private mutating func sentence(_ words: ArraySlice<String>) -> String {
    let parts = [
      "\(pick(Self.starts)) \(phrase(words)) \(pick(Self.links)) \(phrase(words))",
      "on \(pick(Self.things)) of \(phrase(words)), our method \(pick(Self.verbs)) \(phrase(words)) by a large margin",
      "\(pick(Self.starts)) that \(phrase(words)) \(pick(Self.verbs)) \(phrase(words)) and \(phrase(words))",
    ]
    let text = pick(parts)
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private mutating func phrase(_ words: ArraySlice<String>) -> String {
    let base = words.startIndex
    let first = words[base + number(0, words.count - 1)]
    let second = words[base + number(0, words.count - 1)]
    return chance(60) && first != second
      ? "\(pick(Self.adjectives)) \(first) \(second)" : "\(first) \(second)"
  }

  private func capitalised(_ text: String) -> String {
    text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  /// A few names are taken by several papers, as in life.
  private mutating func name() -> String {
    if chance(1), let taken = names.sorted().first { return taken }
    var name = ""
    repeat {
      let parts = (0..<3).map { _ in pick(Self.syllables) }
      switch number(0, 3) {
      case 0: name = capital(parts[0] + parts[1]) + parts[2].uppercased()
      case 1: name = capital(parts[0]) + capital(parts[1] + parts[2])
      case 2: name = (parts[0] + parts[1]).uppercased()
      default: name = capital(parts[0] + parts[1]) + "-\(number(2, 9))B"
      }
    } while !keys.insert(name.lowercased()).inserted
    names.insert(name)
    return name
  }

  private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Words that few papers share: those of a subject of its own.
  private mutating func rareWords() -> [String] {
    (0..<8).map { _ in
      // The first of the pool are in more papers than the others.
      var pool = SplitMix64(state: UInt64(min(number(0, 2500), number(0, 2500))))
      return (0..<3).map { _ in Self.syllables[Int.random(in: 0..<Self.syllables.count, using: &pool)] }
        .joined()
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0, elements.count - 1)]
  }
  private mutating func number(_ low: Int, _ high: Int) -> Int { Int.random(in: low...high, using: &random) }
  private mutating func chance(_ percent: Int) -> Bool { number(1, 100) <= percent }

  private static func shuffled(_ words: [String], _ random: inout SplitMix64) -> [String] {
    words.shuffled(using: &random)
  }

  private struct Field {
    var category: String
    var words: [String]

    init(_ category: String, _ words: String) {
      self.category = category
      self.words = words.split(separator: " ").map(String.init)
    }
  }

  private static let fields = [
    Field(
      "cs.CV",
      "diffusion latent denoising pixel portrait inpainting texture video frames resolution camera stereo depth optical segmentation masks occlusion lighting rendering gaussian splatting mesh pose avatar"
    ),
    Field(
      "cs.CL",
      "tokens decoding prompting hallucination alignment preference reward instruction dialogue translation multilingual summarisation retrieval reasoning arithmetic context attention pretraining distillation bilingual grammar tokenizer speculative"
    ),
    Field(
      "cs.SD",
      "speech audio music codec vocoder singing melody timbre waveform spectrogram speaker acoustic rhythm lyrics enhancement reverberation microphone phoneme prosody emotion"
    ),
    Field(
      "cs.RO",
      "robot grasping manipulation locomotion quadruped gripper tactile planning trajectory navigation drone manipulator teleoperation contact bimanual dexterous legged collision simulator terrain"
    ),
    Field(
      "cs.LG",
      "graph federated clients privacy gradient bandit regret causal treatment tabular forecasting anomaly kernel boosting calibration uncertainty ensembles pruning quantization sparsity lottery optimizer momentum"
    ),
    Field(
      "cs.CR",
      "malware backdoor poisoning watermark jailbreak adversarial perturbation certificate encryption enclave phishing fuzzing vulnerability exploit sandbox blockchain contracts ledger wallet signature"
    ),
    Field(
      "q-bio.QM",
      "protein folding ligand docking genome expression cells microscopy antibody enzyme molecule peptide binding mutation sequencing transcription pathology histology tumour biopsy"
    ),
    Field(
      "cs.SE",
      "repository commits compiler patches debugging refactoring unittest bytecode verification invariants solver symbolic execution coverage regression documentation completion linting dependency"
    ),
    Field(
      "cs.IR",
      "recommendation users clicks ranking session embeddings sequential popularity cold-start advertising conversion auctions query passages reranking index latency catalogue playlists feedback"
    ),
    Field(
      "physics.ao-ph",
      "weather precipitation cyclone ocean salinity climate radar satellite aerosol wildfire drought flood monsoon downscaling assimilation turbulence boundary radiation glacier emission"
    ),
  ]

  private static let syllables = [
    "ko", "ri", "ta", "mel", "zu", "vex", "lin", "or", "qua", "fen", "dra", "bo", "sil", "nor", "pax", "gly",
    "tor",
    "ush", "kip", "wen", "jat", "rho", "cel", "mu", "hax", "yor", "ib", "stra",
  ]
  private static let endings = [
    "den", "ast", "ique", "olo", "mag", "neph", "ter", "ive", "scop", "ann", "ulu", "phy", "gent", "ard",
    "esce", "pli",
    "cath", "ode", "lys", "erg",
  ]
  private static let adjectives = [
    "sparse", "adaptive", "hierarchical", "robust", "joint", "causal", "lightweight", "scalable", "unified",
    "dynamic",
    "self-supervised", "zero-shot", "long-range", "fine-grained", "cross-domain",
  ]
  private static let starts = [
    "we show", "we study", "we propose", "recent work considers", "existing approaches need",
    "it remains unclear how",
    "we introduce",
  ]
  private static let links = [
    "from", "under", "together with", "in place of", "guided by", "without", "beyond",
  ]
  private static let verbs = [
    "improves", "replaces", "controls", "combines", "predicts", "compresses", "explains",
  ]
  private static let things = [
    "benchmarks", "twelve datasets", "simulations", "human studies", "large corpora",
  ]
}
