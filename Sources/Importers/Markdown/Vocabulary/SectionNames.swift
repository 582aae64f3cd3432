import DigestModel

/// The names that sections go by, and the words around them. Used by `Sections/SectionAliases`.
enum SectionNames {
  /// The names as they stand in headings. How they are compared: see `SectionAliases`.
  static let standard: [(kind: Digest.Section.Kind, names: [String])] = [
    (
      .topicTree,
      [
        "Topic tree", "Topic trees", "Topics", "Taxonomy", "Topic taxonomy", "Tree of topics",
        "Topic hierarchy", "Cây chủ đề", "Cây phân loại", "Phân loại chủ đề", "主题树", "トピックツリー",
        "Themenbaum", "Arbre des sujets", "Árbol de temas", "Cây chủ đề nghiên cứu",
        "Cây phân loại chủ đề", "Cây phân cấp chủ đề", "Hệ thống phân loại", "Research topic tree",
        "主题分类树", "主题分类", "话题树", "研究主题树", "研究主题", "主题层级", "トピック分類", "주제 트리", "토픽 트리", "주제 분류",
        "Árvore de tópicos", "Дерево тем",
      ]
    ),
    (
      .highlights,
      [
        "SOTA highlights", "SOTA", "Highlights", "State-of-the-art highlights", "Paper highlights",
        "Nổi bật", "Điểm nổi bật", "Điểm nổi bật SOTA", "Bài báo nổi bật", "亮点", "ハイライト", "Höhepunkte",
        "Points forts", "Những điểm nổi bật", "Các điểm nổi bật", "Điểm nhấn SOTA",
        "Những bài báo nổi bật", "Công trình nổi bật", "SOTA nổi bật", "Nổi bật SOTA", "Top highlights",
        "Key highlights", "Top 10 highlights", "Top 10 SOTA highlights", "SOTA 亮点", "SOTA亮点", "最新亮点",
        "重点亮点", "亮点论文", "重点论文", "SOTA ハイライト", "SOTAハイライト", "SOTA 하이라이트", "하이라이트", "Puntos destacados",
        "Aspectos destacados", "Destaques", "SOTA breakthroughs", "SOTA papers",
        "Top 5 SOTA highlights", "Điểm sáng SOTA",
      ]
    ),
    (
      .contributions,
      [
        "Novel tech contributions", "Novel technical contributions", "Novel contributions",
        "Technical contributions", "Novel techniques", "Contributions", "Key contributions",
        "Đóng góp kỹ thuật mới", "Đóng góp kỹ thuật", "Đóng góp mới", "技术贡献", "Neue Beiträge",
        "Contributions nouvelles", "Các đóng góp kỹ thuật mới", "Những đóng góp kỹ thuật mới",
        "Đóng góp công nghệ mới", "Đóng góp kỹ thuật nổi bật", "Các đóng góp mới", "Novel tech",
        "Novel technical contribution", "New technical contributions", "Technical novelties", "新技术贡献",
        "新颖技术贡献", "创新技术贡献", "新颖的技术贡献", "创新贡献", "新贡献", "技术创新", "技術的貢献", "新規技術貢献", "新しい技術的貢献", "新規技術",
        "새로운 기술 기여", "신규 기술 기여", "기술적 기여", "기술 기여", "Contribuciones técnicas novedosas",
        "Contribuciones técnicas", "Contributions techniques", "Contributions techniques nouvelles",
        "Contributions techniques novatrices", "Nouvelles contributions techniques",
        "Neue technische Beiträge", "Contribuições técnicas", "Novel methods",
        "Key technical contributions",
      ]
    ),
    (
      .gaps,
      [
        "Gaps and opportunities", "Gaps & opportunities", "Gaps", "Research gaps", "Open problems",
        "Gaps / opportunities", "Khoảng trống và cơ hội", "Khoảng trống & cơ hội",
        "Khoảng trống nghiên cứu", "Lỗ hổng và cơ hội", "空白与机会", "Lücken und Chancen",
        "Lacunes et opportunités", "Khoảng trống nghiên cứu và cơ hội",
        "Khoảng trống nghiên cứu & cơ hội", "Các khoảng trống và cơ hội", "Các khoảng trống & cơ hội",
        "Các khoảng trống nghiên cứu", "Khoảng trống và cơ hội nghiên cứu",
        "Khoảng trống & cơ hội nghiên cứu", "Lỗ hổng & cơ hội", "Thách thức và cơ hội",
        "Thách thức & cơ hội", "Research gaps and opportunities", "Research gaps & opportunities",
        "Open gaps and opportunities", "Challenges and opportunities", "Challenges & opportunities",
        "Gaps, opportunities", "研究空白与机会", "研究空白和机会", "空白和机会", "差距与机会", "研究差距与机会", "不足与机会", "空白与机遇",
        "研究空白与机遇", "研究空白", "ギャップと機会", "研究ギャップと機会", "課題と機会", "격차와 기회", "연구 격차와 기회", "연구 공백과 기회",
        "Brechas y oportunidades", "Lagunas y oportunidades", "Lacunas e oportunidades",
        "Forschungslücken und Chancen", "Пробелы и возможности", "Những khoảng trống và cơ hội",
        "Những khoảng trống & cơ hội", "Open challenges and opportunities",
        "Open challenges & opportunities",
      ]
    ),
    (
      .ideas,
      [
        "Future ideas", "Future research ideas", "Research ideas", "Ideas", "Future directions",
        "Future work ideas", "Ý tưởng tương lai", "Ý tưởng nghiên cứu", "Ý tưởng nghiên cứu tương lai",
        "未来想法", "未来方向", "Zukunftsideen", "Idées futures", "Ý tưởng cho tương lai",
        "Các ý tưởng tương lai", "Những ý tưởng tương lai", "Ý tưởng nghiên cứu trong tương lai",
        "Các ý tưởng nghiên cứu", "Ý tưởng nghiên cứu mới", "Đề xuất ý tưởng",
        "Hướng nghiên cứu tương lai", "Ý tưởng đề xuất", "Future research directions",
        "Future research", "Ideas for the future", "Ideas for future research", "未来研究想法", "未来研究思路",
        "未来研究方向", "未来研究创意", "未来创意", "未来构想", "研究想法", "研究创意", "研究思路", "今後の研究アイデア", "今後のアイデア", "将来の研究アイデア",
        "将来のアイデア", "미래 아이디어", "미래 연구 아이디어", "향후 연구 아이디어", "Ideas futuras",
        "Ideas de investigación futuras", "Ideias futuras", "Idées de recherche futures",
        "Zukünftige Ideen", "Идеи для будущего", "Будущие идеи",
      ]
    ),
    (
      .readingList,
      [
        "Reading list", "Reading lists", "Recommended reading", "Must-read", "Must-read papers",
        "Danh sách đọc", "Danh sách nên đọc", "Bài báo nên đọc", "阅读清单", "Leseliste",
        "Liste de lecture", "Lista de lectura", "Danh sách đọc đề xuất", "Danh sách đề xuất đọc",
        "Danh sách bài nên đọc", "Danh sách bài báo nên đọc", "Danh sách bài đọc", "Danh sách cần đọc",
        "Danh sách phải đọc", "Danh mục đọc", "Danh mục nên đọc", "Tài liệu nên đọc", "Các bài nên đọc",
        "Bài nên đọc", "Recommended reading list", "Suggested reading", "Suggested reading list",
        "Recommended papers", "Papers to read", "Top reading list", "阅读列表", "推荐阅读", "必读清单", "必读论文",
        "推荐论文", "読書リスト", "リーディングリスト", "推薦論文", "읽기 목록", "추천 논문", "독서 목록", "Lista de leitura",
        "Список для чтения", "Reading recommendations", "Recommended reads", "Must-reads",
      ]
    ),
    (
      .reflection,
      [
        "Meta-reflection", "Meta-reflections", "Reflection", "Reflections", "Suy ngẫm",
        "Suy ngẫm tổng quan", "Nhìn lại", "Phản tư", "Tổng kết", "反思", "総括", "Reflexion", "Réflexion",
        "Suy ngẫm tổng thể", "Suy ngẫm chung", "Suy ngẫm meta", "Phản ánh tổng quan",
        "Phản ánh tổng thể", "Phản tư tổng quan", "Phản tư meta", "Siêu phản tư", "Siêu suy ngẫm",
        "Nhận xét tổng quan", "Nhận xét chung", "Nhận định tổng quan", "Overall reflection",
        "Final reflection", "Closing reflection", "Meta thoughts", "元反思", "总结与反思", "总体反思", "整体反思",
        "综合反思", "元思考", "メタ考察", "メタリフレクション", "メタ省察", "振り返り", "메타 성찰", "메타 리플렉션", "Meta-Reflexion",
        "Meta-reflexión", "Metarreflexión", "Méta-réflexion", "Meta-reflexão", "Метарефлексия",
        "Рефлексия", "Chiêm nghiệm",
      ]
    ),
  ]

  /// Words that may follow a name of several words, in lower case: `Reading list của tháng 9`.
  static let connectors = [
    "of ", "on ", "for ", "from ", "in ", "này", "của ", "tháng ", "về ", "cho ", "trong ", "top ",
    "đề xuất", "tổng ", "chung", "nổi bật", "quan trọng", "der ", "des ", "du ", "del ",
  ]

  /// Words that may stand before the number of a section, in lower case: `Phần 3: Reading list`.
  static let ordinals = [
    "phần ", "mục ", "section ", "part ", "chapter ", "chương ", "step ", "bước ", "teil ", "partie ",
    "parte ",
  ]
}
