/// Words that are not the name of a paper, in lower case. Used by `ExplicitName` and `CitedNames`.
enum PaperNameWords {
  /// Words for a kind of paper, or for a part of what is said of one. A text of nothing but these, `Position paper`,
  /// names no paper wherever it stands.
  static let kinds: Set<String> = [
    // English
    "survey", "surveys", "review", "reviews", "overview", "tutorial", "benchmark", "benchmarks",
    "benchmarking",
    "dataset", "datasets", "data", "corpus", "corpora", "leaderboard", "challenge", "competition", "paper",
    "papers", "article", "preprint", "report", "reports", "study", "studies", "analysis", "analyses",
    "position",
    "perspective", "perspectives", "viewpoint", "opinion", "commentary", "editorial", "essay", "vision",
    "roadmap", "taxonomy", "meta", "metaanalysis", "whitepaper", "white", "letter", "thesis", "dissertation",
    "proposal", "demo", "demonstration", "toolkit", "library", "software", "tool", "tools", "platform",
    "framework", "frameworks", "method", "methods", "methodology", "model", "models", "system", "systems",
    "theory", "theorem", "proof", "algorithm", "application", "applications", "evaluation", "experiment",
    "experiments", "case", "replication", "reproduction", "reproducibility", "resource", "resources", "guide",
    "guideline", "guidelines", "lecture", "notes", "note", "book", "chapter", "workshop", "poster", "blog",
    "release", "update", "news", "code", "project", "other", "others", "misc", "idea", "ideas", "task",
    "tasks",
    "goal", "aim", "problem", "motivation", "background", "approach", "contribution", "contributions",
    "result",
    "results", "finding", "findings", "conclusion", "summary", "abstract", "keywords", "title", "author",
    "authors", "limitation", "limitations", "discussion", "comment", "remark", "warning", "example", "e.g.",
    "i.e.", "new",
    "link", "pdf", "arxiv", "source", "website", "video", "slides", "abs", "html", "doi", "id", "v1", "v2",
    "v3",
    // Vietnamese, syllable by syllable
    "tổng", "quan", "khảo", "sát", "bài", "báo", "đánh", "giá", "phân", "tích", "bộ", "dữ", "liệu", "tập",
    "nghiên", "cứu", "định", "vị", "lập", "trường", "quan", "điểm", "hướng", "dẫn", "thực", "nghiệm", "chuẩn",
    "thuật", "kỹ", "lý", "thuyết", "công", "cụ", "khung", "mô", "hình", "phương", "pháp", "hệ", "thống",
    "ghi", "chú", "lưu", "ý", "khác", "mới", "siêu", "so", "sánh", "ứng", "dụng", "trình", "kết", "quả",
    "đóng", "góp", "mục", "tiêu", "vấn", "đề", "giải", "tóm", "tắt", "tưởng", "xuất", "giới", "thiệu", "nền",
    "tảng", "kiến", "trúc", "bình", "luận", "nhận", "xét", "thảo", "kho", "ngữ", "đa",
    // German, French, Spanish, Portuguese, Italian, Russian
    "überblick", "übersicht", "übersichtsarbeit", "überblicksarbeit", "umfrage", "datensatz", "datensätze",
    "studie", "bericht", "positionspapier", "metaanalyse", "analyse", "rahmenwerk", "werkzeug", "methode",
    "modell", "vergleich", "anleitung", "übersichtsartikel", "fallstudie", "forschungsbericht", "artikel",
    "revue", "synthèse", "enquête", "état", "jeu", "données", "étude", "rapport", "technique", "prise",
    "méta", "outil", "cadre", "modèle", "système", "méthode", "banc", "essai", "tutoriel", "panorama",
    "aperçu",
    "article", "jeux",
    "revisión", "encuesta", "estudio", "informe", "conjunto", "datos", "análisis", "metaanálisis", "artículo",
    "posición", "herramienta", "marco", "modelo", "método", "resumen", "sistemática", "panorámica", "técnico",
    "caso", "evaluación", "comparación", "revisão", "levantamento", "estudo", "relatório", "dados", "análise",
    "artigo", "ferramenta", "posição", "visão", "geral", "rassegna", "indagine", "studio", "rapporto", "dati",
    "analisi", "articolo", "strumento", "metodo", "modello", "tecnico",
    "обзор", "исследование", "отчёт", "отчет", "анализ", "бенчмарк", "датасет", "набор", "данных", "статья",
    "метаанализ", "модель", "метод", "система", "опрос",
    // Korean, Arabic, Hindi
    "서베이", "리뷰", "조사", "벤치마크", "데이터셋", "논문", "분석", "튜토리얼", "보고서", "연구", "메타분석", "모델", "방법",
    "개요", "مراجعة", "مسح", "दस्तावेज़", "सर्वेक्षण", "समीक्षा",
  ]

  /// Fields of research, in abbreviations. One before a colon is a topic, `LLM: …`, and with such a kind, too: `LLM
  /// Survey: …`.
  static let fields: Set<String> = [
    "llm", "llms", "slm", "slms", "vlm", "vlms", "mllm", "mllms", "lvlm", "lvlms", "lmm", "lmms", "vla", "ai",
    "genai",
    "nlp", "rl", "cv", "rag", "ml", "dl", "agi", "xai", "hci", "ir", "qa", "vqa", "asr", "tts",
  ]

  /// Words that only say more of such a kind: `Systematic Review`, `A comprehensive survey`.
  static let qualifiers: Set<String> = [
    "a", "an", "the", "systematic", "comprehensive", "technical", "empirical", "literature", "critical",
    "brief",
    "short", "long", "large", "scale", "large-scale", "open", "open-source", "first", "recent", "state",
    "art",
    "extended", "practical", "theoretical", "comparative", "research", "scoping", "mini", "full", "public",
    "novel", "in-depth", "multilingual", "annotated", "living", "special", "kiểu", "loại", "toàn", "diện",
    "lớn",
    "chung", "systematische", "systematischer", "technischer", "systématique", "sistematica", "del", "arte",
  ]

  /// Words that join the words of a name and stay small in it.
  static let connectors: Set<String> = [
    "a", "an", "the", "of", "for", "and", "or", "in", "on", "to", "with", "via", "from", "by", "at", "as",
    "is",
    "vs", "vs.", "into", "over", "under", "without", "through", "beyond", "towards", "toward", "meets",
    "using",
    "de", "du", "des", "la", "le", "les", "et", "en", "pour", "der", "die", "das", "und", "für", "von", "mit",
    "del", "el", "y", "para", "con", "da", "do", "dos", "e", "và", "cho", "của", "với", "từ", "trong", "theo",
    "bằng", "и", "для", "на", "в", "с", "x",
  ]

  /// What a text in Chinese or Japanese for a kind of paper is made of.
  static let eastAsianKinds: [String] = [
    "综述", "调查", "调研", "基准测试", "基准", "数据集", "语料库", "评测", "评估", "评述", "立场论文", "立场", "论文", "元分析",
    "荟萃分析", "分析", "研究", "报告", "技术", "教程", "方法", "模型", "系统", "框架", "工具", "理论", "应用", "观点", "案例",
    "实验", "总结", "摘要", "背景", "动机", "结论", "贡献", "注意", "备注", "说明", "其他", "其它", "新", "文献", "系统性", "概述",
    "概览", "综合", "比较", "結果", "结果", "问题", "任务", "目标", "思路", "创新", "亮点", "标题", "作者", "关键词", "類", "类",
    "サーベイ", "レビュー", "調査", "ベンチマーク", "データセット", "論文", "解説", "チュートリアル", "総説", "メタ分析", "報告",
    "手法", "モデル", "提案", "概要", "背景", "目的", "課題", "評価", "ポジションペーパー", "綜述", "數據集", "資料集", "評測",
  ]

  /// Characters and words by which a text in Chinese or Japanese is a phrase, not a name.
  static let eastAsianProse: [String] = [
    "的", "了", "是", "在", "和", "与", "及", "对", "从", "把", "被", "将", "该", "这", "本", "我们", "其", "通过", "提出", "基于",
    "使用",
    "利用", "介绍", "探索", "一种", "一个", "如何", "为", "以", "可", "を", "は", "が", "に", "で", "の", "と", "も", "へ", "する",
    "した",
  ]
}
