#!/usr/bin/env python3
"""usage: run.py DIGEST_CONVERT INPUT...

Converts each input to every format, lets the independent programs read the outputs and compares what they read
with our JSON; digests made to hurt go to the readers of JATS, YAML and JSON. Ends with a table and
'N passed, N failed, N skipped'; status 1 where something failed."""

import sys
import tempfile
from pathlib import Path

import bibtex
import csl_and_ris
import csv_tables
import feeds
import hostile
import jabref
import jats
import latex
import many_tables
import opml_outlines
import pages
import readers
import reports
import spreadsheets
import tex_programs
import typst_bibliography
import yaml_and_json
import zotero
from common import VALIDATORS, DigestJSON, Report, run


def main():
    convert, inputs = Path(sys.argv[1]).resolve(), [Path(name) for name in sys.argv[2:]]
    report = Report()
    if not VALIDATORS.is_dir():
        print("!! no ../shared/validators here: the official JATS schema is not asked", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        reports.check_hostile(report, Path(folder), convert)
        tex_programs.check(report, Path(folder), convert)
        readers.check(report, convert)
        many_tables.check(report, Path(folder), convert)
        pages.check_many(report, Path(folder), convert)
        for source in inputs:
            out = Path(folder) / source.name
            report.check(source.name, "conversion to every format",
                         lambda: run(convert, source, "--to", "all", "--output-dir", out) and None)
            if not (out / f"{source.stem}.json").exists():
                continue
            digest = DigestJSON(out / f"{source.stem}.json")
            for driver in (bibtex, latex, csl_and_ris, jabref, opml_outlines, csv_tables, spreadsheets, jats,
                           yaml_and_json, pages, reports, typst_bibliography, zotero, feeds):
                driver.check(report, source, out, digest, convert)
        for name, text in hostile.documents():
            source, out = Path(folder) / f"{name}.md", Path(folder) / name
            source.write_text(text, encoding="utf-8", newline="")
            report.check(source.name, "conversion to every format",
                         lambda: run(convert, source, "--to", "all", "--output-dir", out) and None)
            if not (out / f"{name}.json").exists():
                continue
            digest = DigestJSON(out / f"{name}.json")
            for driver in (jats, yaml_and_json):
                driver.check(report, source, out, digest, convert)
    print("\n" + report.table())
    print(f"\nclients: {report.count('passed')} passed, {report.count('failed')} failed, "
          f"{report.count('skipped')} skipped")
    sys.exit(1 if report.count("failed") else 0)


if __name__ == "__main__":
    main()
