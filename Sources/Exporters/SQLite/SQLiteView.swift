/// A view of a database: an answer to what people ask of several months.
struct SQLiteView {
  let name: String
  let description: String
  private let query: String

  private init(_ name: String, _ description: String, _ query: String) {
    self.name = name
    self.description = description
    self.query = query
  }

  var statement: String { "CREATE VIEW \(name) AS -- \(description)\n\(query)" }

  /// In the order in which they are made.
  static let all: [SQLiteView] = [
    SQLiteView(
      "months",
      "The digests with how many papers each names, how many are new, and how many there are by then.",
      """
      SELECT digest_label, digest_month, title, paper_count, new_paper_count,
        sum(new_paper_count) OVER (ORDER BY sort_order) AS papers_so_far, digest_id
      FROM digests
      ORDER BY sort_order
      """),
    SQLiteView(
      "topic_papers", "The topic tree: each topic with the papers that are listed right below it.",
      """
      SELECT d.digest_label, d.digest_month, t.topic_path, t.topic_label, t.topic_depth, m.paper_id,
        l.paper_name, l.paper_summary, l.is_duplicate, t.topic_id, d.digest_id
      FROM listings l
      JOIN topics t ON t.topic_id = l.topic_id
      JOIN mentions m ON m.entry_id = l.listing_id AND m.mention_role = 'subject'
      JOIN digests d ON d.digest_id = l.digest_id
      ORDER BY d.sort_order, l.rowid, m.rowid
      """),
    SQLiteView(
      "topics_by_month", "How many papers each digest lists below each topic of the first level.",
      """
      SELECT d.digest_label, d.digest_month, p.topic_label, count(DISTINCT p.paper_id) AS paper_count,
        d.digest_id
      FROM paper_topics p
      JOIN digests d ON d.digest_id = p.digest_id
      WHERE p.topic_depth = 1
      GROUP BY d.digest_id, p.topic_label
      ORDER BY d.sort_order, paper_count DESC, p.topic_label
      """),
    SQLiteView(
      "new_papers", "The papers of each digest that no earlier one names.",
      """
      SELECT d.digest_label, d.digest_month, p.paper_id, coalesce(p.title, p.paper_names) AS paper_name,
        a.topics, a.best_rank, a.paper_summary, p.paper_url, d.digest_id
      FROM paper_digests a
      JOIN papers p ON p.paper_id = a.paper_id
      JOIN digests d ON d.digest_id = a.digest_id
      WHERE a.is_new = 1
      ORDER BY d.sort_order, a.sort_order
      """),
    SQLiteView(
      "ranking", "The rows of the ranked tables, a record for each paper.",
      """
      SELECT d.digest_label, d.digest_month, h.rank_number, m.paper_id, h.paper_name, p.title, h.keywords,
        h.text_1, h.text_2, h.highlight_id, d.digest_id
      FROM highlights h
      JOIN mentions m ON m.entry_id = h.highlight_id AND m.mention_role = 'subject'
      JOIN papers p ON p.paper_id = m.paper_id
      JOIN digests d ON d.digest_id = h.digest_id
      ORDER BY d.sort_order, h.rowid, m.rowid
      """),
    SQLiteView(
      "papers_in_most_digests", "The papers that more than one digest names, those of most digests first.",
      """
      SELECT paper_id, coalesce(title, paper_names) AS paper_name, digest_count, digest_labels, digest_ranks,
        best_rank, mention_count, topics
      FROM papers
      WHERE digest_count > 1
      ORDER BY digest_count DESC, mention_count DESC, sort_order
      """),
    SQLiteView(
      "reading_list", "The reading lists, a record for each paper.",
      """
      SELECT d.digest_label, d.digest_month, m.paper_id, r.paper_name, p.title, r.reason, p.paper_url,
        r.reading_item_id, d.digest_id
      FROM reading_items r
      JOIN mentions m ON m.entry_id = r.reading_item_id AND m.mention_role = 'subject'
      JOIN papers p ON p.paper_id = m.paper_id
      JOIN digests d ON d.digest_id = r.digest_id
      ORDER BY d.sort_order, r.rowid, m.rowid
      """),
    SQLiteView(
      "papers_without_title", "The papers of which no source gives a title.",
      """
      SELECT paper_id, paper_names, digest_labels, paper_url
      FROM papers
      WHERE title IS NULL
      ORDER BY sort_order
      """),
    SQLiteView(
      "papers_outside_the_tree", "The papers that a digest names and its topic tree does not list.",
      """
      SELECT d.digest_label, d.digest_month, a.paper_id, coalesce(p.title, p.paper_names) AS paper_name,
        a.mention_count, d.digest_id
      FROM paper_digests a
      JOIN papers p ON p.paper_id = a.paper_id
      JOIN digests d ON d.digest_id = a.digest_id
      WHERE a.in_topic_tree = 0
      ORDER BY d.sort_order, a.sort_order
      """),
  ]
}
