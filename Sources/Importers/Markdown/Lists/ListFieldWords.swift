/// Labels of fields below an entry and headers of columns, in lower case.
enum ListFieldWords {
  private static let words: [(field: ListField, words: [String])] = [
    (
      .title,
      [
        "title", "paper title", "titel", "titre", "título", "titolo", "tiêu đề", "tên bài", "tên bài báo",
        "标题", "论文标题",
        "题目", "论文题目", "タイトル", "題名", "제목", "название", "заголовок", "başlık", "tytuł", "论文名称", "论文名",
      ]
    ),
    (
      .authors,
      [
        "author", "authors", "author(s)", "by", "autor", "autoren", "auteur", "auteurs", "autores", "autori",
        "tác giả",
        "作者", "著者", "저자", "авторы", "автор", "yazar", "yazarlar", "autorzy", "first author", "第一作者", "团队",
      ]
    ),
    (
      .date,
      [
        "date", "dates", "year", "published", "publish date", "published date", "publication date",
        "pub date",
        "pub. date", "release date", "submitted", "submission date", "updated", "update", "posted", "time",
        "month",
        "datum", "jahr", "année", "fecha", "año", "ano", "ngày", "năm", "thời gian", "日期", "年份", "发布日期", "时间",
        "发表时间",
        "发布时间", "年", "日付", "公開日", "날짜", "연도", "дата", "год", "tarih", "when",
      ]
    ),
    (
      .venue,
      [
        "venue", "venues", "conference", "conf", "conf.", "journal", "publisher", "publication",
        "published in",
        "published at", "source", "booktitle", "proceedings", "accepted by", "accepted at", "konferenz",
        "conférence",
        "conferencia", "conferência", "hội nghị", "tạp chí", "nơi đăng", "会议", "期刊", "会议/期刊", "期刊/会议", "发表",
        "来源",
        "出处", "发表于", "学会", "会議", "ジャーナル", "학회", "конференция", "журнал", "where", "pub", "pub.",
        "conference/journal",
        "journal/conference", "venue/year", "venue & year",
      ]
    ),
    (
      .paper,
      [
        "paper", "papers", "paper link", "paper url", "link", "links", "url", "arxiv", "arxiv id",
        "arxiv link",
        "arxiv url", "pdf", "pdf link", "pdf url", "doi", "abs", "preprint", "article", "read", "full text",
        "full paper",
        "openreview", "paper page", "arxiv page", "resources", "paper links", "reference", "bài báo",
        "liên kết",
        "论文", "论文链接", "论文地址", "链接", "地址", "原文", "原文链接", "論文", "リンク", "논문", "링크", "ссылка", "статья", "papier",
        "artículo",
        "enlace", "lien", "artikel", "id", "paper id", "arxiv 链接", "论文链接地址", "hf paper", "huggingface",
        "acl anthology", "🔗",
      ]
    ),
    (
      .links,
      [
        "code", "codes", "github", "repo", "repository", "project", "project page", "website", "web",
        "homepage", "demo",
        "dataset", "datasets", "data", "model", "models", "video", "code link", "code url", "project link",
        "implementation",
        "source code", "github link", "page", "home page", "code & data", "code/data", "project page link",
        "weights",
        "mã nguồn", "dự án", "trang web", "代码", "项目", "项目主页", "代码链接", "代码地址", "主页", "数据集", "数据", "视频", "模型",
        "开源代码", "项目地址",
        "コード", "プロジェクト", "データ", "코드", "프로젝트", "код", "проект", "código", "proyecto", "slides", "poster",
        "blog", "tweet",
        "hugging face", "hf", "presentation", "talk", "code/project", "github repo", "official code",
        "code repository",
      ]
    ),
    (
      .abstract,
      [
        "abstract", "tóm tắt", "zusammenfassung", "résumé", "resumen", "摘要", "要旨", "概要", "초록", "аннотация",
        "resumo", "özet",
      ]
    ),
    (
      .keywords,
      [
        "keyword", "keywords", "key", "key words", "tag", "tags", "topic", "topics", "label", "labels",
        "từ khóa", "từ khoá",
        "关键词", "标签", "关键字", "キーワード", "タグ", "키워드", "태그", "schlagwörter", "mots-clés", "palabras clave",
        "ключевые слова",
      ]
    ),
    (
      .ignored,
      [
        "institution", "institutions", "affiliation", "affiliations", "organization", "org", "tldr", "tl;dr",
        "tl, dr",
        "summary", "description", "notes", "note", "comment", "comments", "task", "tasks", "method",
        "methods", "contribution",
        "contributions", "motivation", "env", "environment", "category", "categories", "type", "citation",
        "citations",
        "stars", "star", "score", "rating", "main idea", "idea", "takeaway", "takeaways", "highlights",
        "results", "limitations",
        "introduction", "background", "overview", "platform", "license", "status", "机构", "单位", "简介", "总结",
        "介绍", "概述", "方法", "动机",
        "贡献", "备注", "笔记", "领域", "任务", "一句话总结", "关键点", "类别", "分类", "所属机构", "描述", "亮点", "tổ chức", "mô tả",
        "ghi chú", "所属", "説明",
        "contact", "why", "why it matters", "what it teaches", "key points", "key insight", "problem",
        "solution", "number", "no",
        "no.", "#", "rank", "subject", "subjects", "area", "abbreviation", "bibtex", "cite",
      ]
    ),
  ]

  private static let fields: [String: ListField] = {
    var fields: [String: ListField] = [:]
    for (field, words) in words { for word in words where fields[word] == nil { fields[word] = field } }
    return fields
  }()

  /// - Parameter label: without the colon; marks and pictures around it do not count.
  static func field(_ label: String) -> ListField? {
    let kept = label.lowercased().unicodeScalars.filter { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " ;.,/&()#-".unicodeScalars.contains(scalar)
        || scalar.properties.generalCategory == .nonspacingMark
    }
    var words = String(String.UnicodeScalarView(kept)).trimmed
    while let last = words.last, ".;,-".contains(last) { words.removeLast() }
    words = words.trimmed
    if let field = fields[words] { return field }
    if let plain = fields[words.filter { $0 != "." }] { return plain }
    return nil
  }
}
