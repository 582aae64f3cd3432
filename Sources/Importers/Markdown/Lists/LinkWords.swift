/// Words that links have instead of a title, in lower case.
enum LinkWords {
  /// A label of more words is never one of these.
  static let most = 7

  private static let paper = [
    "paper", "papers", "pdf", "pdfs", "arxiv", "arxiv.org", "preprint", "preprints", "report", "abs",
    "abstract",
    "html", "doi", "openreview", "oepnreview", "article", "manuscript", "publication", "proceedings",
    "journal",
    "conference", "cvf", "thecvf", "pmlr", "acm", "ieee", "ieeexplore", "xplore", "springer", "springerlink",
    "elsevier", "sciencedirect", "wiley", "sage", "anthology", "biorxiv", "medrxiv", "chemrxiv", "techrxiv",
    "ssrn", "hal", "pubmed", "pmc", "nature", "science", "dblp", "alphaxiv", "ar5iv", "alphaarxiv",
    "researchgate",
    "semanticscholar", "fulltext", "ps", "thesis", "dissertation", "whitepaper", "eprint", "arxivpdf",
    "axriv",
    "arix", "archive",
    "artículo", "articulo", "papier", "artikel", "aufsatz", "artigo", "articolo", "makale", "artykuł",
    "článek",
    "статья", "стаття", "препринт", "báo", "bài", "مقاله", "ورقة",
    "论文", "原文", "論文", "文献", "文章", "预印本", "논문", "原論文", "ペーパー", "技术报告", "報告", "报告",
  ]
  private static let code = [
    "code", "codes", "github", "gitlab", "git", "repo", "repository", "implementation", "implementations",
    "source", "pytorch", "tensorflow", "tf", "jax", "keras", "caffe", "mxnet", "paddle", "paddlepaddle",
    "matlab", "python", "torch", "bitbucket", "gitee", "colab", "notebook", "star", "stars", "código",
    "codigo",
    "código-fonte", "kod", "код", "mã", "nguồn", "代码", "源码", "代碼", "程式碼", "开源", "コード", "実装", "코드",
    "깃허브", "仓库",
  ]
  private static let project = [
    "project", "projects", "website", "homepage", "web", "site", "webpage", "proj", "projectpage",
    "homepages",
    "demo", "demos", "space", "spaces", "projekt", "proyecto", "projeto", "progetto", "проект", "dự", "án",
    "项目", "主页", "網站", "网站", "首页", "专案", "専案", "プロジェクト", "サイト", "デモ", "프로젝트", "홈페이지", "演示", "官网",
  ]
  private static let data = [
    "dataset", "datasets", "data", "benchmark", "leaderboard", "corpus", "datos", "dados", "daten", "данные",
    "数据集", "数据", "資料集", "データセット", "データ", "데이터셋", "데이터", "model", "models", "weights", "checkpoint",
    "checkpoints", "huggingface", "hugging", "hf", "modelscope", "模型", "权重", "モデル", "모델",
  ]
  private static let video = [
    "video", "videos", "youtube", "bilibili", "talk", "vídeo", "видео", "视频", "影片", "動画", "영상",
    "비디오",
  ]
  private static let other = [
    "slides", "slide", "presentation", "poster", "blog", "blogpost", "post", "tweet", "twitter", "x",
    "thread", "news", "media",
    "review", "reviews", "bib", "bibtex", "cite", "citation", "citations", "supp", "supplement",
    "supplementary",
    "supplemental", "suppl", "appendix", "notes", "note", "summary", "docs", "doc", "documentation",
    "podcast",
    "interview", "reddit", "zhihu", "medium", "wechat", "discord", "linkedin", "kaggle", "api", "app",
    "tutorial",
    "scholar", "discussion", "license", "license:", "issue", "issues", "readme", "wiki", "playground",
    "博客", "知乎", "推特", "解读", "笔记", "ブログ", "블로그", "スライド", "슬라이드", "幻灯片", "公众号", "解説",
  ]
  private static let unknown = [
    "link", "links", "here", "url", "download", "view", "open", "read", "more", "this", "page", "click",
    "enlace", "lien", "ici", "aquí", "hier", "qui", "aqui", "ссылка", "тут", "здесь", "liên", "kết", "đây",
    "链接", "这里", "鏈接", "連結", "此处", "地址", "下载", "リンク", "こちら", "링크", "여기", "点击",
  ]
  /// Words beside those above.
  static let fillers: Set<String> = [
    "the", "a", "an", "and", "or", "of", "on", "in", "at", "to", "for", "full", "original", "official",
    "unofficial", "technical", "tech", "version", "long", "short", "extended", "published", "final", "draft",
    "camera", "ready", "latest", "new", "our", "their", "see", "get", "free", "access", "online", "via",
    "from",
    "by", "with", "research", "main", "workshop", "main", "oral", "spotlight", "text", "file", "mb", "kb",
    "part",
    "preview", "findings", "supporting", "material", "materials", "information", "face", "google", "drive",
    "dl", "library", "digital", "org", "com", "www", "https", "http", "et", "de", "la", "le", "der", "die",
    "das",
    "zum", "zur", "el", "del", "un", "una", "ver", "leer", "lire", "đọc", "xem", "đến", "tới", "的", "全文",
    "阅读", "查看",
    "を", "読む", "の", "읽기", "보기", "pre", "print", "supplementary", "semantic", "acl", "core", "soon", "coming",
    "id", "no", "ai", "pages", "en", "zh", "cn", "english", "chinese", "中文", "英文", "badge", "static", "svg",
    "logo", "icon",
  ]

  private static let meanings: [String: LinkMeaning] = {
    var meanings: [String: LinkMeaning] = [:]
    for (words, meaning) in [
      (unknown, LinkMeaning.unknown), (other, .other), (video, .video), (data, .data), (project, .project),
      (code, .code), (paper, .paper),
    ] {
      for word in words { meanings[word] = meaning }
    }
    return meanings
  }()

  static func meaning(of word: String) -> LinkMeaning? { meanings[word] }

  /// East Asian words of the table, the longest first.
  private static let eastAsian: [String] = (Array(meanings.keys) + fillers)
    .filter { $0.unicodeScalars.first.map { $0.value >= 0x2E80 } == true }
    .sorted { ($0.unicodeScalars.count, $0) > ($1.unicodeScalars.count, $1) }

  /// `论文链接` is `论文` and `链接`; what the table does not know stays whole.
  static func split(_ word: String) -> [String] {
    guard word.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) else { return [word] }
    var parts: [String] = []
    var rest = word[...]
    var unknown = ""
    while let first = rest.unicodeScalars.first {
      if first.value >= 0x2E80, let known = eastAsian.first(where: { rest.hasPrefix($0) }) {
        if !unknown.isEmpty { parts.append(unknown) }
        unknown = ""
        parts.append(known)
        rest = rest.dropFirst(known.count)
      } else if first.value < 0x2E80,
        unknown.unicodeScalars.last.map({ $0.value >= 0x2E80 }) == true
          || first.value >= 0x2E80 && unknown.unicodeScalars.last.map({ $0.value < 0x2E80 }) == true
      {
        parts.append(unknown)
        unknown = String(rest.removeFirst())
      } else {
        unknown.append(rest.removeFirst())
      }
    }
    if !unknown.isEmpty { parts.append(unknown) }
    return parts
  }
}
