"""Spreadsheets: LibreOffice opens every table, and each cell is the text, the number or the date that was meant."""

import csv
import datetime
import io
import re
import shutil

from common import Skip, module, run

# Separator, quote, encoding (76 is UTF-8), first line: what a person chooses in the import dialogue.
IMPORT = "Text - txt - csv (StarCalc):{delimiter},34,76,1"


def check(report, source, out, digest, convert):
    name = source.name
    report.check(name, "LibreOffice: no formula, ids are text, texts are as written",
                 lambda: libreoffice(convert, source, out, ",", "*.csv"))
    report.check(name, "LibreOffice: the same of papers with semicolons",
                 lambda: libreoffice(convert, source, out, ";", "papers.csv"))


def records(path, delimiter):
    csv.field_size_limit(2**30)
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter))


def libreoffice(convert, source, out, delimiter, pattern):
    if shutil.which("soffice") is None:
        raise Skip("soffice is not installed")
    openpyxl = module("openpyxl")
    word = {",": "comma", ";": "semicolon"}[delimiter]
    sheets, plain = out / f"sheets-{word}", out / f"machine-{word}"
    run(convert, source, "--to", "csv-bundle", "-o", sheets, "--csv-profile", "spreadsheet", "--csv-delimiter", word,
        "--quiet")
    run(convert, source, "--to", "csv-bundle", "-o", plain, "--csv-delimiter", word, "--quiet")
    tables = [table for table in sorted(sheets.glob(pattern)) if len(records(table, delimiter)) > 1]
    if not tables:
        return []
    run("soffice", f"-env:UserInstallation=file://{out.parent}/libreoffice", "--headless",
        f"--infilter={IMPORT.format(delimiter=ord(delimiter))}", "--convert-to", "xlsx", "--outdir", out / f"xlsx-{word}",
        *tables)
    found = []
    for table in tables:
        rows, meant = records(table, delimiter), records(plain / table.name, delimiter)
        book = openpyxl.load_workbook(out / f"xlsx-{word}" / f"{table.stem}.xlsx")
        cells = [[cell for cell in row] for row in book.active.iter_rows()]
        if [len(row) for row in cells] != [len(row) for row in rows]:
            found.append(f"{table.name}: {len(cells)} rows of {len(cells[0])} cells, expected {len(rows)}, {len(rows[0])}")
            continue
        for row, (line, texts, values) in enumerate(zip(rows, meant, cells), 1):
            for column, written, text, cell in zip(rows[0], line, texts, values):
                found += [f"{table.name}, row {row}, {column}: {complaint}"
                          for complaint in complaints(column, written, text, cell)]
    return found


def complaints(column, written, text, cell):
    """What is wrong with one cell.

    `written` stands in the file for spreadsheets, `text` in the one for programs."""
    if unguarded(written) != text and not written.endswith("…"):
        return [f"{written!r} without its guard is not {text!r}"]
    if cell.data_type == "f":
        return [f"{text!r} became the formula {cell.value!r}"]
    value = "" if cell.value is None else cell.value
    if isinstance(value, str):
        return [] if value == written else [f"{value!r} instead of {written!r}"]
    if column.endswith("_id") or column.endswith("_ids"):
        return [f"the id {text!r} became {value!r}"]
    return [] if spelled(value) == written.removeprefix("+") else [f"{text!r} became {value!r}"]


def unguarded(written):
    """One apostrophe less, as docs/tables.md says."""
    return written[1:] if written.startswith("'") else written


def spelled(value):
    """A value as the file writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d")
    return re.sub(r"\.0$", "", repr(value))
