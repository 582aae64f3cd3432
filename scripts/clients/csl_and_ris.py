"""CSL-JSON and RIS: pandoc and its citeproc, rispy and bibutils."""

import json

from common import differences, module, pandoc, run, words


def check(report, source, out, digest, convert):
    csl, ris = out / f"{source.stem}.csl.json", out / f"{source.stem}.ris"
    name = source.name
    report.check(name, "CSL-JSON: pandoc shows every item with its title", lambda: pandoc_csl(csl, digest))
    report.check(name, "CSL-JSON: citeproc puts every item into the bibliography", lambda: citeproc(csl, digest))
    report.check(name, "RIS: pandoc shows every record with key, title and DOI", lambda: pandoc_ris(ris, csl))
    report.check(name, "RIS: rispy reads every record with id and title", lambda: rispy(ris, digest))
    report.check(name, "RIS: bibutils reads every record without a complaint", lambda: bibutils(ris, digest))


def pandoc_csl(path, digest):
    items = json.loads(path.read_text(encoding="utf-8"))
    found = differences(sorted(digest.arxiv_ids()),
                        sorted(i["number"].removeprefix("arXiv:") for i in items if i.get("number")), "numbers")
    read = json.loads(run(pandoc(), "-f", "csljson", "-t", "csljson", path)[0])
    return found + differences([words(i["title"]) for i in items], [words(i["title"]) for i in read], "titles")


def citeproc(path, digest):
    text = "---\nnocite: '@*'\n---\n".encode()
    html = run(pandoc(), "-f", "markdown", "-t", "html", "--citeproc", "--bibliography", path, stdin=text)[0]
    return differences([len(digest.papers)], [html.count('class="csl-entry"')], "entries")


def pandoc_ris(ris, csl):
    """RIS against the CSL-JSON of the same digest, field by field, as pandoc reads both."""
    expected, found = (json.loads(run(pandoc(), "-f", reader, "-t", "csljson", path)[0])
                       for reader, path in (("csljson", csl), ("ris", ris)))
    complaints = []
    for field in ("id", "title", "DOI", "abstract"):
        complaints += differences([words(item.get(field, "")) for item in expected],
                                  [words(item.get(field, "")) for item in found], field)
    return complaints


def rispy(path, digest):
    records = module("rispy").loads(path.read_text(encoding="utf-8"))
    if len(records) != len(digest.papers):
        return [f"{len(records)} records, expected {len(digest.papers)}"]
    found = []
    for index, record in enumerate(records):
        title = words(record.get("title") or record.get("primary_title") or "")
        if title not in digest.titles(index):
            found.append(f"record {index + 1}: title {title!r}, expected one of {digest.titles(index)}")
        if digest.ids()[index] not in json.dumps(record, ensure_ascii=False):
            found.append(f"record {index + 1}: {digest.ids()[index]} is not in it")
    return found


def bibutils(path, digest):
    out, err = run("ris2xml", "-i", "unicode", "-o", "unicode", path)
    # It says which tags it has no MODS element for; DB, the name of the archive, is one.
    found = [line for line in err.splitlines() if line.rstrip().endswith(", 0") and "'DATABASE'" not in line]
    if out.count("<mods ") != len(digest.papers):
        found.append(f"{out.count('<mods ')} records, expected {len(digest.papers)}")
    return found
