"""CSV: Python, pandas and DuckDB have to agree; csvw and frictionless validate; Miller reads."""

import csv
import io
import json
import re

from common import bare, differences, module, run


def check(report, source, out, digest, convert):
    name = source.name
    folder = out / f"{source.stem}-csv"
    metadata = next(iter(sorted(folder.glob("*metadata.json"))), None)
    single = out / f"{source.stem}.csv"
    tables = sorted(folder.glob("*.csv"))
    report.check(name, "CSV: Python, pandas and DuckDB read the same cells",
                 lambda: [c for table in [single, *tables] for c in three_readers(table)])
    report.check(name, "CSV: every id is a text for pandas and DuckDB by themselves", lambda: ids(single, digest))
    report.check(name, "CSV: the tables have a record for each entry", lambda: counts(folder, digest))
    report.check(name, "csvw: metadata and tables are valid", lambda: csvw(metadata))
    report.check(name, "frictionless: tables are valid", lambda: frictionless(tables))
    report.check(name, "DuckDB: no column is one of its keywords", lambda: keywords(tables))
    report.check(name, "DuckDB: tables of two digests join record by record", lambda: joins(source, out, folder, convert))
    report.check(name, "Miller: as many records as papers",
                 lambda: differences([len(digest.papers)],
                                     [len(json.loads(run("mlr", "--icsv", "--ojson", "-S", "cat", single)[0]))],
                                     "records"))


def records(path):
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), strict=True))


def three_readers(path):
    rows = records(path)
    found = []
    if len({len(row) for row in rows}) != 1:
        found.append(f"{path.name}: records of different widths")
    columns = {f"c{index}": "VARCHAR" for index in range(len(rows[0]))}
    query = ("select * from read_csv(?, auto_detect=false, header=true, delim=',', quote='\"', escape='\"', "
             f"null_padding=false, columns={columns!r})")
    duck = module("duckdb").sql(query, params=[str(path)]).fetchall()
    if [["" if cell is None else cell for cell in row] for row in duck] != rows[1:]:
        found.append(f"{path.name}: DuckDB reads other cells")
    if len(rows) > 1:
        frame = module("pandas").read_csv(io.BytesIO(path.read_bytes()), dtype=str, keep_default_na=False, header=None)
        if frame.values.tolist() != rows:
            found.append(f"{path.name}: pandas reads other cells")
    return found


def ids(path, digest):
    """With their own guessing of types switched on: this is where 2409.10000 becomes 2409.1."""
    expected = [bare(paper_id) for paper_id in digest.ids()]
    header = records(path)[0]
    column = next(name for name in header if name in ("paper_id", "id"))
    frame = module("pandas").read_csv(path)
    duck = module("duckdb").sql(f'select "{column}" from read_csv_auto(?)', params=[str(path)]).fetchall()
    return differences(expected, [bare(value) for value in frame[column]], "ids in pandas") + differences(
        expected, [bare(value) for value, in duck], "ids in DuckDB")


def counts(folder, digest):
    found = []
    for kind, table in (("topic", "topics"), ("paper", "listings"), ("contribution", "contributions"), ("gap", "gaps"),
                        ("idea", "ideas"), ("reading", "reading_items")):
        path = folder / f"{table}.csv"
        expected = len(digest.entries(kind))
        count = len(records(path)) - 1 if path.exists() else 0
        if count != expected:
            found.append(f"{table}.csv has {count} records, expected {expected}")
    return found


def keywords(tables):
    words = {word for word, in module("duckdb").sql("select keyword_name from duckdb_keywords()").fetchall()}
    return [f"{table.name}: {column}" for table in tables for column in records(table)[0] if column.lower() in words]


def joins(source, out, folder, convert):
    """C7: twenty bundles joined on topic_id gave 36,000 rows where 1,800 are right."""
    if source.suffix != ".md":
        return []  # A copy of a list is the same digest: nothing in it says from which file it was read.
    again = out / f"again-{source.name}"
    again.write_bytes(source.read_bytes())
    other = out / "again-csv"
    run(convert, again, "--to", "csv-bundle", "-o", other, "--quiet")
    sql = module("duckdb").sql
    found = []
    for table, target, columns in (("mentions", "sections", ["section_id"]), ("listings", "topics", ["topic_id"]),
                                   ("mentions", "papers", ["digest_id", "paper_id"])):
        files = {name: [str(place / f"{name}.csv") for place in (folder, other)] for name in (table, target)}
        both = " and ".join(f"a.{column} = b.{column}" for column in columns)
        read = "read_csv(?, all_varchar=true)"
        joined = sql(f"select count(*) from {read} a join {read} b on {both}",
                     params=[files[table], files[target]]).fetchall()[0]
        referring = sql(f"select count(*) from {read} where {columns[-1]} is not null",
                        params=[files[table]]).fetchall()[0]
        found += differences([referring], [joined], f"{table} joined with {target}")
    return found


def csvw(metadata):
    if metadata is None:
        return ["no metadata file in the bundle"]
    out, err = run("csvwvalidate", "-v", metadata, status=None)
    text = out + err
    return [] if re.search(r"\bOK\b", text) and "FAIL" not in text else [text.strip()[-400:] or "no verdict"]


def frictionless(tables):
    validate = module("frictionless").validate
    return [f"{table.name}: {note}" for table in tables if len(records(table)) > 1
            for note, in validate(table.name, basepath=str(table.parent)).flatten(["note"])]
