"""JabRef 3.8 without a window: it imports our files and saves them again; what it saves is compared with what we wrote.

A run takes seconds, most of them the start of a Java machine, so the three of an input run side by side."""

import re
from concurrent.futures import ThreadPoolExecutor

from common import differences, module, program, run, words


def check(report, source, out, digest, convert):
    biblatex, bibtex, ris = (out / f"{source.stem}{suffix}" for suffix in (".bib", ".bibtex.bib", ".ris"))
    with ThreadPoolExecutor(3) as pool:
        runs = [pool.submit(saved, *arguments) for arguments in ((biblatex,), (bibtex,), (ris, "ris"))]
    name = source.name
    report.check(name, "JabRef: same entries and fields when saved again [biblatex]",
                 lambda: again(biblatex, runs[0].result(), "biblatex"))
    report.check(name, "JabRef: same entries and fields when saved again [bibtex]",
                 lambda: again(bibtex, runs[1].result(), "bibtex"))
    report.check(name, "JabRef: RIS with every title, year and keyword", lambda: records(runs[2].result(), digest))


# Without this a second JabRef hands its arguments to the first and ends.
PREFERENCES = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE map SYSTEM "http://java.sun.com/dtd/preferences.dtd">
<map MAP_XML_VERSION="1.0"><entry key="useRemoteServer" value="false"/></map>
"""


def saved(path, *kind):
    """What JabRef saves after it has imported `path`."""
    target, home = path.with_name(path.name + ".jabref.bib"), path.with_name(path.name + ".home")
    preferences = home / ".java" / ".userPrefs" / "net" / "sf" / "jabref"
    preferences.mkdir(parents=True)
    (preferences / "prefs.xml").write_text(PREFERENCES, encoding="utf-8")
    output = "".join(run("env", f"JAVA_TOOL_OPTIONS=-Djava.util.prefs.userRoot={home}",
                         program("jabref"), "-n", "-i", ",".join([str(path), *kind]), "-o", target))
    if not target.exists():
        raise AssertionError(f"JabRef saved nothing: {output.strip()[-400:]}")
    return target.read_text(encoding="utf-8")


def entries(text):
    """Type, key and fields of each; entries without a key, as JabRef makes them of RIS, get a number."""
    text = re.sub(r"(?m)^@(\w+)\{,$", lambda match: f"@{match.group(1)}{{{match.start()},", text)
    parsed = module("bibtexparser").parse_string(text)
    if parsed.failed_blocks:
        raise AssertionError(f"what JabRef saved is not read: {parsed.failed_blocks[0].error}")
    return [(entry.entry_type.lower(), entry.key,
             {field.key.lower(): re.sub(r"\s+", " ", str(field.value)) for field in entry.fields})
            for entry in parsed.entries]


def again(path, text, dialect):
    ours = entries(path.read_text(encoding="utf-8"))
    complaints = differences(ours, entries(text), "entries")
    if dialect == "biblatex" and ours and "databaseType:biblatex" not in text:
        complaints.append("JabRef takes the file for BibTeX")
    return complaints


def records(text, digest):
    found = entries(text)
    if len(found) != len(digest.papers):
        return [f"{len(found)} entries, expected {len(digest.papers)}"]
    complaints = []
    for index, (paper, (_, _, fields)) in enumerate(zip(digest.papers, found)):
        place = f"entry {index + 1}"
        if words(fields.get("title", "")) not in digest.titles(index):
            complaints.append(f"{place}: title {fields.get('title')!r}, expected {digest.titles(index)}")
        year = str(paper.get("date") or paper.get("month") or "")[:4]
        complaints += differences([year], [fields.get("year", "")], f"year of {place}")
        keywords = words(fields.get("keywords", ""))
        complaints += [f"{place}: no keyword {label!r}" for path in paper.get("topics", []) for label in path
                       if words(label) not in keywords]
    return complaints
