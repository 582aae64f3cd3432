/// Words in and around lists of authors.
enum NamesWords {
  /// What may stand before authors, in lower case.
  static let introductions = [
    "authors:", "author:", "author(s):", "authors：", "by ", "by: ", "作者：", "作者:", "著者：", "著者:", "저자:",
    "tác giả:", "autoren:",
    "auteurs :", "auteurs:", "autores:", "autori:", "авторы:", "автор:",
  ]

  /// Ends of lists that name only the first authors, in lower case, the longer first.
  static let more = ["et.al", "et al", "etal", "and others", "等人", "ほか", "等"]

  static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ten", "zu",
    "af",
    "al", "bin", "ibn", "el", "y", "e", "das", "do", "des", "las", "los", "san", "st.", "jr", "jr.", "sr",
    "sr.", "vom",
    "zum", "abu", "ben", "dal", "lo", "mac", "van't", "'t", "op", "tot",
  ]

  /// Words before a full stop that does not end a sentence, in lower case.
  static let abbreviations: Set<String> = [
    "al", "vs", "jr", "sr", "st", "dr", "prof", "eg", "ie", "cf", "no", "vol", "proc", "conf", "int", "trans",
    "fig",
    "ch", "ph", "mr", "mrs", "ms", "etc", "inc", "ltd", "approx", "resp", "univ", "dept",
  ]

  /// Words that are no part of the names of people, in lower case.
  static let never: Set<String> = [
    "learning", "network", "networks", "model", "models", "neural", "deep", "language", "vision", "visual",
    "data",
    "survey", "benchmark", "university", "institute", "conference", "proceedings", "lab", "labs", "research",
    "google", "deepmind", "microsoft", "meta", "openai", "nvidia", "apple", "amazon", "tencent", "alibaba",
    "baidu",
    "huawei", "intelligence", "artificial", "machine", "systems", "system", "planning", "reasoning",
    "generation",
    "detection", "segmentation", "recognition", "training", "agents", "agent", "towards", "toward",
    "analysis",
    "introduction", "paper", "code", "technical", "report", "the", "with", "without", "via",
    "using",
    "from", "for", "of", "at", "is", "are", "how", "what", "why", "when", "where",
    "does",
    "journal", "transactions", "letters", "college", "school", "department", "academy", "center", "centre",
    "group",
    "team", "science", "sciences", "technology", "engineering", "optimization", "transformers", "transformer",
    "diffusion", "attention", "multi", "large", "small", "fast", "robust", "efficient", "self-supervised",
    "zero-shot",
    "few-shot", "open-source", "real-time", "reinforcement", "supervised", "unsupervised", "generative",
    "adversarial",
    "inference", "knowledge", "graph", "graphs", "image", "images", "video", "videos", "speech", "audio",
    "text",
    "robot", "robots", "robotics", "robotic", "driving", "autonomous", "control", "memory", "evaluation",
    "framework",
    "dataset", "datasets", "version", "arxiv", "preprint", "workshop", "oral", "spotlight", "poster", "award",
    "best",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december",
    "nature", "communications", "press", "springer", "elsevier", "review", "applications", "methods",
    "method",
    "algorithm", "algorithms", "theory", "computer", "computing", "software", "hardware", "security",
    "privacy",
    "safety", "alignment", "estimation", "prediction", "classification", "retrieval", "search", "question",
    "answering", "translation", "tracking", "navigation", "manipulation", "grasping", "locomotion", "bodies",
    "objects", "object", "linear", "rigid", "deformable", "fluids", "world", "foundation", "challenges",
    "opportunities", "perspectives", "trends", "advances", "future", "directions", "and", "or",
  ]
}
