"""Twenty months as tables: DuckDB, SQLite, pandas, openpyxl and LibreOffice count what was put in."""

import csv
import io
import sqlite3
from collections import Counter

from common import Skip, differences, module, run

MONTHS = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 11)]
TOPICS = ["Language Models", "Vision", "Speech & Audio", "Agents"]


class Months:
    """Digests whose counts are known. Every third paper of a month is in the next one, too."""

    def __init__(self, folder):
        folder.mkdir()
        self.files, self.listed, self.new, self.ranked = [], Counter(), Counter(), []
        self.papers = {}
        carried = []
        for number, month in enumerate(MONTHS):
            own = [f"{month[2:4]}{month[5:]}.{1000 + index * 7:05}" for index in range(12 + number % 5)]
            listed = carried + own
            lines = [f"# Digest {month}", "", "## TOPIC_TREE", ""]
            for place, topic in enumerate(TOPICS):
                lines.append(f"* {topic}")
                for paper in listed[place::len(TOPICS)]:
                    lines.append(f"  * {paper}: P{paper[-2:]}: says *{month}* of \"it\"; and = more")
                    self.listed[month, topic] += 1
                    self.papers.setdefault(paper, []).append(month)
            self.new[month] = len(own)
            lines += ["", "## SOTA_HIGHLIGHTS", "", "| Rank | Paper | Keywords | Summary |", "| --- | --- | --- | --- |"]
            for rank, paper in enumerate(listed[:5], 1):
                lines.append(f"| {rank} | {paper} | alpha, beta | Rank {rank} in {month}. |")
                self.ranked.append((month, rank, f"arXiv:{paper}"))
            path = folder / f"{month}.md"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            self.files.append(path)
            carried = own[::3]


def check(report, folder, convert):
    months, out = Months(folder / "months"), folder / "merged"
    out.mkdir()
    subject = "twenty months"

    def merge():
        # The order of the files does not count.
        files = months.files[::-1]
        run(convert, "merge", *files, "--to", "csv-bundle", "-o", out / "csv", "--quiet")
        for form in ("sqlite", "xlsx"):
            run(convert, "merge", *files, "--to", form, "-o", out / f"all.{form}", "--quiet")
            run(convert, "merge", *months.files, "--to", form, "-o", out / f"again.{form}", "--quiet")
            if (out / f"all.{form}").read_bytes() != (out / f"again.{form}").read_bytes():
                return [f"{form}: the bytes depend on the order of the files"]
        return []

    report.check(subject, "merged tables: written, the same bytes each time", merge)
    report.check(subject, "DuckDB: joins of merged tables count what was put in", lambda: duckdb(out / "csv", months))
    report.check(subject, "sqlite3: views of the database count what was put in", lambda: views(out / "all.sqlite", months))
    report.check(subject, "sqlite3: the program finds the database whole", lambda: whole(out / "all.sqlite"))
    report.check(subject, "DuckDB: attaches the database", lambda: attached(out / "all.sqlite", months))
    report.check(subject, "pandas: merged tables count what was put in", lambda: pandas(out, months))
    report.check(subject, "openpyxl: each cell of the workbook is that of the tables", lambda: workbook(out))
    report.check(subject, "LibreOffice: each cell of the workbook is that of the tables", lambda: calc(out, folder))
    report.check(subject, "Parquet by DuckDB: the tables come back", lambda: parquet(out, months))


def counted(months):
    """What every reader should count, in one list."""
    several = [paper for paper, named in months.papers.items() if len(named) > 1]
    return [
        sorted((month, topic, count) for (month, topic), count in months.listed.items()),
        sorted(months.new.items()),
        len(months.papers), len(several), sum(months.listed.values()), sorted(months.ranked),
    ]


QUERIES = [
    """select d.digest_month, t.topic_label, count(*) from listings join topics t using (topic_id)
       join digests d on d.digest_id = t.digest_id group by 1, 2""",
    "select digest_month, count(*) from paper_digests join digests using (digest_id) where {new} group by 1",
    "select count(*) from papers", "select count(*) from papers where cast(digest_count as integer) > 1",
    "select count(*) from listings join topics using (topic_id)",
    """select d.digest_month, cast(h.rank_number as integer), m.paper_id from highlights h
       join mentions m on m.entry_id = h.highlight_id and m.mention_role = 'subject'
       join papers p on p.paper_id = m.paper_id join digests d on d.digest_id = h.digest_id""",
]


def answers(query, new):
    found = [query(text.format(new=new)) for text in QUERIES]
    return [sorted(tuple(row) for row in rows) if len(rows[0]) > 1 else rows[0][0] for rows in found]


def compare(months, found):
    return [complaint for what, expected, got in zip(
        ("topics by month", "new papers", "papers", "papers of several months", "lines", "ranks"), counted(months), found)
        for complaint in (differences(expected, got, what) if isinstance(expected, list)
                          else [] if expected == got else [f"{got} {what}, expected {expected}"])]


def duckdb(folder, months):
    connection = module("duckdb").connect()
    for table in folder.glob("*.csv"):
        connection.execute(f"create view {table.stem} as select * from read_csv('{table}', all_varchar=true, header=true)")
    return compare(months, answers(lambda text: connection.execute(text).fetchall(), "is_new = 'true'"))


def views(path, months):
    connection = sqlite3.connect(path)
    found = compare(months, answers(lambda text: connection.execute(text).fetchall(), "is_new = 1"))
    topics = connection.execute("select digest_month, topic_label, paper_count from topics_by_month").fetchall()
    found += differences(counted(months)[0], sorted(topics), "rows of topics_by_month")
    new = connection.execute("select digest_month, count(*) from new_papers group by 1").fetchall()
    found += differences(counted(months)[1], sorted(new), "rows of new_papers")
    ranks = connection.execute("select digest_month, rank_number, paper_id from ranking").fetchall()
    found += differences(counted(months)[5], sorted(ranks), "rows of ranking")
    total = connection.execute("select papers_so_far from months order by digest_month desc limit 1").fetchone()[0]
    return found + ([] if total == len(months.papers) else [f"{total} papers so far, expected {len(months.papers)}"])


def whole(path):
    out, _ = run("sqlite3", path, "PRAGMA integrity_check; PRAGMA foreign_key_check; PRAGMA foreign_key_list(mentions);")
    lines = out.splitlines()
    return [] if lines[0] == "ok" and len(lines) > 4 else lines[:3]


def attached(path, months):
    connection = module("duckdb").connect()
    try:
        connection.execute("install sqlite; load sqlite")
    except Exception as error:  # noqa: BLE001  it is fetched from the net
        raise Skip(f"DuckDB's extension for SQLite cannot be had: {str(error).splitlines()[0]}") from error
    connection.execute(f"attach '{path}' as months (type sqlite); use months")
    return compare(months, answers(lambda text: connection.execute(text).fetchall(), "is_new = 1"))


def pandas(out, months):
    frames = module("pandas")
    topics, listings, digests = (
        frames.read_csv(out / "csv" / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in ("topics", "listings", "digests"))
    joined = listings.merge(topics, on="topic_id").merge(digests, left_on="digest_id_x", right_on="digest_id")
    found = joined.groupby(["digest_month", "topic_label"]).size()
    result = differences(counted(months)[0], sorted((*key, int(count)) for key, count in found.items()), "topics")
    module("openpyxl")
    papers = frames.read_excel(out / "all.xlsx", sheet_name="papers")
    result += differences(sorted(f"arXiv:{paper}" for paper in months.papers), sorted(papers["paper_id"]), "ids in Excel")
    database = frames.read_sql_query("select paper_id from papers", sqlite3.connect(out / "all.sqlite"))
    return result + differences(sorted(papers["paper_id"]), sorted(database["paper_id"]), "ids in SQLite")


def rows_of(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def tables(out):
    return {path.stem: rows_of(path.read_text(encoding="utf-8")) for path in (out / "csv").glob("*.csv")}


def shown(value):
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def workbook(out):
    book = module("openpyxl").load_workbook(out / "all.xlsx")
    expected, found = tables(out), []
    if set(book.sheetnames) != set(expected):
        return [f"worksheets {book.sheetnames}"]
    for sheet in book:
        cells = [[shown(cell.value) for cell in row] for row in sheet.iter_rows()]
        found += [f"{sheet.title}: {a!r} is {b!r}" for rows in zip(expected[sheet.title], cells)
                  for a, b in zip(*rows) if a != b]
        if len(cells) != len(expected[sheet.title]):
            found.append(f"{sheet.title} has {len(cells)} rows, expected {len(expected[sheet.title])}")
        if sheet.freeze_panes != "A2" or not sheet.auto_filter.ref:
            found.append(f"{sheet.title}: the header is not frozen, or has no filter")
        found += [f"{sheet.title}: {cell.coordinate} is of type {cell.data_type}" for row in sheet.iter_rows()
                  for cell in row if cell.data_type not in "snb"]
    links = sum(1 for row in book["papers"].iter_rows() for cell in row if cell.hyperlink)
    return found + ([] if links == len(expected["papers"]) - 1 else [f"{links} links to papers"])


def calc(out, folder):
    # -1: every worksheet, each as a file of its own.
    run("soffice", f"-env:UserInstallation=file://{folder}/libreoffice", "--headless", "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", out / "calc",
        out / "all.xlsx")
    found = []
    for name, expected in tables(out).items():
        path = out / "calc" / f"all-{name}.csv"
        if not path.exists():
            found.append(f"LibreOffice has no worksheet {name}")
            continue
        # A truth value is TRUE there.
        cells = [[cell.lower() if cell in ("TRUE", "FALSE") else cell for cell in row]
                 for row in rows_of(path.read_text(encoding="utf-8"))]
        found += [f"{name}: {complaint}" for complaint in differences(expected, cells, "rows")]
    return found


def parquet(out, months):
    connection = module("duckdb").connect()
    target = out / "papers.parquet"
    connection.execute(f"copy (select * from read_csv('{out}/csv/papers.csv', header=true)) to '{target}'")
    count = connection.execute(f"select count(distinct paper_id) from '{target}'").fetchone()[0]
    return [] if count == len(months.papers) else [f"{count} papers, expected {len(months.papers)}"]
