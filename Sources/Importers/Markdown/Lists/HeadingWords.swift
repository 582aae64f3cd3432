/// Headings that are not titles of papers.
enum HeadingWords {
  /// Words of headings above groups of papers or parts of a text, in lower case.
  private static let words: Set<String> = [
    "papers", "paper", "survey", "surveys", "list", "lists", "citation", "citations", "links", "link",
    "resources",
    "introduction", "abstract", "news", "updates", "update", "related", "work", "works", "references",
    "reference",
    "contents", "overview", "code", "dataset", "datasets", "benchmarks", "benchmark", "tutorials", "blogs",
    "others",
    "other", "misc", "contributing", "contribution", "license", "acknowledgements", "acknowledgement",
    "contact",
    "installation", "usage", "table", "of", "the", "and", "&", "quick", "start", "getting", "started", "faq",
    "todo",
    "results", "methods", "method", "models", "model", "projects", "project", "tools", "books", "courses",
    "talks",
    "videos", "reading", "must", "read", "featured", "recent", "latest", "awesome", "repositories", "demo",
    "features",
    "requirements", "training", "evaluation", "technical", "report", "reports", "bibtex", "bibliography",
    "further",
    "more", "about", "background", "summary", "summaries", "notes", "highlights", "key", "main", "our",
    "publications",
    "publication", "preprints", "articles", "article", "conference", "journal", "workshop", "workshops",
    "week",
    "month", "day", "daily", "weekly", "monthly", "top", "new", "all", "cite", "citing", "us", "how", "to",
    "this", "in",
    "论文", "综述", "引用", "参考", "目录", "数据集", "代码", "其他", "更新", "介绍", "简介",
  ]

  /// Whether a heading holds no other words than those of headings above groups.
  static func isGroup(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter && $0 != "&" }
    return words.isEmpty || words.allSatisfy { Self.words.contains(String($0)) || $0.count == 1 }
  }

  /// Whether a title is that of a list of papers, by one of its words.
  static func isList(_ title: String) -> Bool {
    title.lowercased().split { !$0.isLetter }.contains { lists.contains(String($0)) }
  }

  private static let lists: Set<String> = [
    "awesome", "papers", "list", "lists", "reading", "collection", "daily", "weekly", "resources", "digest",
    "roadmap",
    "curated", "surveys", "literature", "bibliography", "notes", "news", "论文", "合集",
  ]
}
