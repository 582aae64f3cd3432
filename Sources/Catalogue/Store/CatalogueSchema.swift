/// The tables of a catalogue. What is said of them here stays in the file, where `sqlite3 FILE .schema` shows it.
enum CatalogueSchema {
  /// `DCat` in ASCII: tells a catalogue from other SQLite files.
  static let applicationID: Int64 = 0x4443_6174
  /// A change that this program would misread, or write wrongly, raises it.
  static let version: Int64 = 2

  /// Makes all of it in an empty file.
  static let creation =
    """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    \(tables)
    \(indexes)
    \(views)
    """

  private static let tables = """
    CREATE TABLE sources (
      -- Where records come from. Of two sources that say different things the one that was added first counts.
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,   -- the file: library.bib
      kind TEXT NOT NULL,          -- what it was read as: BibTeX
      papers INTEGER NOT NULL,     -- how many it knows
      added TEXT NOT NULL,         -- when it was first read: 2024-11-28T13:58:40Z
      updated TEXT NOT NULL        -- when it was last read
    );
    CREATE TABLE records (
      -- What one source says of one paper. Texts are Markdown, as in the program's own YAML and JSON.
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES sources (id),
      paper TEXT NOT NULL,         -- by what the source knows it: 2409.10000, 10.1000/182, pmid:123
      other_ids TEXT,              -- JSON: the others
      title TEXT,
      authors TEXT,                -- JSON: [family, given], an object of more parts, or the name of a body
      date TEXT,                   -- Extended Date/Time Format: 2024-09-13
      categories TEXT,             -- of arXiv, the primary one first: cs.CL cs.LG
      more TEXT,                   -- JSON: all that has no column, as a paper of digest.schema.json
      version INTEGER,             -- the newest one
      updated TEXT,                -- the date of that version
      withdrawn INTEGER NOT NULL,  -- 1 where the authors have withdrawn it
      title_hash INTEGER,          -- of the title without case, signs and white space
      name_hash INTEGER,           -- of what stands before the colon of the title, without case
      abstract TEXT                -- last, since it is long and seldom asked for
    );
    CREATE TABLE identifiers (
      -- All ids of the papers: without version and subject class, DOIs in lower case.
      identifier TEXT NOT NULL,
      record INTEGER NOT NULL REFERENCES records (id),
      PRIMARY KEY (identifier, record)
    ) WITHOUT ROWID;
    CREATE TABLE months (
      -- How many of the papers that arXiv numbers through a month are here.
      month TEXT PRIMARY KEY,      -- 2024-09
      papers INTEGER NOT NULL,
      highest INTEGER NOT NULL     -- the highest number: 10000 for 2409.10000
    ) WITHOUT ROWID;
    CREATE TABLE unknown_ids (
      -- Ids that services on the net were asked for and did not know.
      identifier TEXT PRIMARY KEY,
      asked TEXT NOT NULL          -- when they last said so: 2024-11-28T13:58:40Z
    ) WITHOUT ROWID;
    """

  /// Those that a first fill makes at its end, which takes a fraction of the time.
  static let indexes = """
    CREATE INDEX records_by_title ON records (title_hash) WHERE title_hash IS NOT NULL;
    CREATE INDEX records_by_name ON records (name_hash) WHERE name_hash IS NOT NULL;
    """

  static let removalOfIndexes = "DROP INDEX records_by_title; DROP INDEX records_by_name;"

  private static let views = """
    CREATE VIEW papers AS
    -- For people: one line for each source that knows a paper.
    SELECT
      records.paper AS id,
      records.title AS title,
      (SELECT group_concat(
          CASE json_each.type
            WHEN 'array' THEN ltrim(coalesce(json_extract(json_each.value, '$[1]'), '') || ' ')
              || json_extract(json_each.value, '$[0]')
            WHEN 'object' THEN ltrim(coalesce(json_extract(json_each.value, '$.given'), '') || ' ')
              || ltrim(coalesce(json_extract(json_each.value, '$.nonDroppingParticle'), '') || ' ')
              || json_extract(json_each.value, '$.family')
            ELSE json_each.value
          END, ', ')
        FROM json_each(records.authors)) AS authors,
      records.date AS date,
      records.categories AS categories,
      records.version AS version,
      records.withdrawn AS withdrawn,
      sources.name AS source
    FROM records JOIN sources ON sources.id = records.source;
    """
}
