"""Files of other programs: what our importers read in them, compared with what independent programs read.

BibTeX: pybtex, bibtexparser, biber --tool, pandoc. RIS: rispy. OPML: listparser. Atom: Python's XML. JATS: pandoc. CSV: Python's csv.
Every file is read or refused; where another program finds an entry that we neither have nor report, the check fails.
JUDGED says of each known difference why it is right."""

import codecs
import csv
import json
import re
import subprocess
import tempfile
import xml.etree.ElementTree as XML
from pathlib import Path

from common import ROOT, Skip, module, pandoc, run, words

READERS = ROOT.parent / "shared" / "corpus" / "readers"

# What another program says of a file, and why we say something else.
JUDGED = {
    ("biblatex-examples.bib", "'nietzsche:ksa1'"): "pandoc joins maintitle and title in another order",
    ("xampl.bib", "'mastersthesis-"): "pandoc takes the given name, which begins with a command in braces, for a particle",
    ("valid/comments.bib", "'rlang'"): "stands inside a comment whose braces are open; biber does not read it either",
    ("extended_name_format.bib", "family="): "pybtex does not know biblatex's names in parts",
    ("gral.bib", "'souza_survey_2007'"): "the particle stands after the given names and drops: both are right",
    ("gral.bib", "'statista_research_department"): "a body without braces, which both split at its spaces",
    ("gral.bib", "'seco2016'"): "an accent on a dotless i is the accent on i",
    ("biblatex-examples.bib", "'knuth:ct:a'"): "pybtex's decoder leaves the command for TeX",
    ("rass.bib", "µsecond"): "pybtex's decoder makes a letter of mathematics",
    ("polaritons.bib", "Bose"): "pandoc drops Einstein after a dash in braces",
}


class Reading:
    """What our program reads in a file: status, papers as JSON, messages."""

    def __init__(self, convert, path, folder):
        target = Path(folder) / "read.json"
        target.unlink(missing_ok=True)
        done = subprocess.run([str(convert), str(path), "--to", "json", "-o", str(target)], capture_output=True,
                              timeout=120)
        self.status, self.messages = done.returncode, done.stderr.decode("utf-8", "replace")
        self.document = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
        self.papers = self.document.get("papers", [])
        self.text = words(json.dumps(self.document, ensure_ascii=False))
        self.reported = words(self.messages)

    def crashed(self):
        return self.status not in (0, 4) or self.status == 4 and "error:" not in self.messages

    def paper(self, key=None, title=None):
        """The paper of a citation key, else of a title."""
        for paper in self.papers:
            if key is not None and paper.get("citationKey") == key:
                return paper
        for paper in self.papers:
            if title and plain(paper.get("title", "")) == plain(title):
                return paper
        return None


def plain(text):
    """Words without TeX and marks: two programs decode more or less of it."""
    text = re.sub(r"\\[a-zA-Z]+ ?|\\.", "", str(text))
    return re.sub(r"\s+", "", words(re.sub(r"[{}$~^]|</?\w+[^>]*>", "", text)))


def families(paper, role="authors"):
    return [plain("".join(filter(None, [n.get("nonDroppingParticle"), n.get("droppingParticle"), n.get("family"),
                                        n.get("literal")]))) for n in paper.get(role, [])]


def check(report, convert):
    """All files, each by the programs that read its format."""
    if not READERS.is_dir():
        print("!! no ../shared/corpus/readers here: what is read in files of other programs is not compared")
        return
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(READERS.rglob("*")):
            drivers = DRIVERS.get(kind(path))
            if not drivers or not path.is_file():
                continue
            name = str(path.relative_to(READERS))
            reading = Reading(convert, path, folder)
            report.check(name, "reader: is read, or refused with a reason",
                         lambda: [f"status {reading.status}: {reading.messages[-300:]}"] if reading.crashed() else [])
            for what, driver in drivers:
                report.check(name, f"reader: {what}", lambda: unjudged(name, driver(path, reading, folder)))


def kind(path):
    """The extension, and for XML what it is."""
    if path.suffix != ".xml" or not path.is_file():
        return path.suffix
    head = path.read_bytes()[:4096]
    return ".opml" if b"<opml" in head else ".atom" if b"<feed" in head else ".xml"


def unjudged(name, complaints):
    return [c for c in complaints if not any(
        name.endswith(file) and part in c for file, part in JUDGED)]


def entries(reading, found):
    """Complaints about entries (key, title, families, year) that an independent program finds.

    Two that share an id are one paper, which is said; so is what cannot be read."""
    complaints = []
    for key, title, names, year in found:
        paper = reading.paper(key, title)
        if paper is None:
            if words(key or title) not in reading.text + reading.reported and "second record" not in reading.messages:
                complaints.append(f"{key or title!r} is neither read nor reported")
            continue
        # A subtitle follows the title.
        if title and not plain(paper.get("title", "")).startswith(plain(title)) and plain(title) not in plain(
                json.dumps(paper, ensure_ascii=False)):
            complaints.append(f"{key!r}: title {title!r}, found {paper.get('title')!r}")
        ours = families(paper)
        if names and ours != [plain(n) for n in names] and "second record" not in reading.messages:
            complaints.append(f"{key!r}: names {names}, found {ours}")
        date = str(paper.get("date", ""))
        if year and not date.startswith(str(year)) and str(year) not in json.dumps(paper):
            complaints.append(f"{key!r}: year {year}, found {date!r}")
    return complaints


def refused(reading):
    if reading.status != 0:
        raise Skip("our program refuses the file")


# BibTeX


def by_pybtex(path, reading, folder):
    refused(reading)
    database, errors = module("pybtex.database"), module("pybtex.errors")
    errors.set_strict_mode(False)
    try:
        library = database.parse_string(path.read_text(encoding="utf-8"), "bibtex")
    except Exception as error:  # noqa: BLE001
        raise Skip(f"pybtex does not read it: {type(error).__name__}") from error
    found = []
    for key, entry in library.entries.items():
        if entry.type in ("set", "xdata"):
            continue
        persons = [decoded(" ".join(p.prelast_names + p.last_names)) for p in entry.persons.get("author", [])]
        found.append((key, decoded(entry.fields.get("title")), [p for p in persons if p != "others"], None))
    return entries(reading, found)


def decoded(text):
    """TeX text as pybtex's own decoder reads it."""
    module("latexcodec")
    text = re.sub(r"\\mkbib\w+", "", text or "")
    return re.sub(r"[{}]", "", codecs.decode(text, "ulatex")).replace("\u0131\u0301", "í")


def by_bibtexparser(path, reading, folder):
    refused(reading)
    try:
        library = module("bibtexparser").parse_string(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise Skip("bibtexparser does not read it") from error
    found = [(e.key, None, [], None) for e in library.entries if e.entry_type.lower() not in ("set", "xdata")]
    return entries(reading, found)


def by_biber(path, reading, folder):
    refused(reading)
    target = Path(folder) / "biber.bib"
    target.unlink(missing_ok=True)
    try:
        run("biber", "--tool", "--quiet", "--output-file", target, path, status=None)
    except subprocess.TimeoutExpired as error:
        raise Skip("biber does not end") from error
    if not target.exists():
        raise Skip("biber does not read it")
    keys = re.findall(r"^@(\w+)\{([^,\s]+)", target.read_text(encoding="utf-8", errors="replace"), re.M)
    return entries(reading, [(k, None, [], None) for t, k in keys if t.lower() not in ("set", "xdata", "comment")])


def by_pandoc_bib(path, reading, folder):
    refused(reading)
    try:
        items = json.loads(run(pandoc(), "-f", "biblatex", "-t", "csljson", path)[0])
    except AssertionError as error:
        raise Skip("pandoc does not read it") from error
    return entries(reading, [csl(item) for item in items])


def csl(item):
    names = [" ".join(filter(None, [n.get("non-dropping-particle"), n.get("dropping-particle"), n.get("family"),
                                    n.get("literal")])) for n in item.get("author", [])]
    year = ((item.get("issued") or {}).get("date-parts") or [[None]])[0][0]
    return item.get("id"), item.get("title"), [n for n in names if n != "others"], year


# RIS


def by_rispy(path, reading, folder):
    refused(reading)
    library = module("rispy")
    text = path.read_text(encoding="utf-8-sig")
    form = library.WokParser if text.startswith("FN ") else library.RisParser
    found = []
    for record in library.loads(text, implementation=form):
        names = record.get("authors") or record.get("first_authors") or []
        title = record.get("title") or record.get("primary_title") or record.get("document_title")
        year = re.match(r"\d{4}", record.get("year") or record.get("publication_year") or "")
        key = title or record.get("doi") or record.get("abstract") or record.get("notes_abstract") or (
            names[0].split(",")[0] if names else "")
        # Initials after a name without a comma are given names.
        parts = [re.sub(r" (?:[A-Z]\.)+$", "", n.split(",")[0]) for n in names]
        found.append((None, key, parts if title else [], year and year[0]))
    return entries(reading, found)


# OPML


def by_listparser(path, reading, folder):
    refused(reading)
    result = module("listparser").parse(path.read_text(encoding="utf-8", errors="replace"))
    written = [f for group in (result.feeds, result.lists, result.opportunities) for f in group]
    text = json.dumps(reading.document, ensure_ascii=False)
    return [f"{f.url!r} ({f.title!r}) is nowhere" for f in written
            if f.url and f.url not in text and words(f.title or f.url) not in reading.text]


def by_elementtree(path, reading, folder):
    """The texts of all outlines."""
    refused(reading)
    try:
        root = XML.parse(path).getroot()
    except XML.ParseError as error:
        raise Skip("not well-formed") from error
    outlines = [o.get("text") or o.get("title") or "" for o in root.iter("outline")]
    return [f"outline {text!r} is nowhere" for text in outlines if words(text) and words(text) not in reading.text]


# arXiv's Atom


def by_atom(path, reading, folder):
    """The ids and titles of all entries."""
    refused(reading)
    atom = "{http://www.w3.org/2005/Atom}"
    found, complaints = [], []
    for entry in XML.parse(path).getroot().iter(atom + "entry"):
        title, names = entry.findtext(atom + "title"), list(entry.iter(atom + "name"))
        found.append((None, title, [], (entry.findtext(atom + "published") or "")[:4]))
        paper = reading.paper(title=title)
        if paper and len(paper.get("authors", [])) != len(names):
            complaints.append(f"{title!r}: {len(names)} authors, found {len(paper.get('authors', []))}")
    return complaints + entries(reading, found)


# JATS


def by_pandoc_jats(path, reading, folder):
    refused(reading)
    try:
        document = json.loads(run(pandoc(), "-f", "jats", "-t", "json", path)[0])
    except AssertionError as error:
        raise Skip("pandoc does not read it") from error
    references = (document["meta"].get("references") or {"c": []})["c"]
    titles = [stringify(item["c"].get("title", {"c": []})) for item in references]
    return [f"reference {title!r} is nowhere" for title in titles
            if title and plain(title) not in re.sub(r"\s+", "", reading.text)]


def stringify(node):
    if isinstance(node, list):
        return "".join(stringify(child) for child in node)
    if not isinstance(node, dict):
        return ""
    if node.get("t") == "Str":
        return node["c"]
    if node.get("t") in ("Space", "SoftBreak"):
        return " "
    return stringify(node.get("c", []))


# CSV


def by_csv(path, reading, folder):
    """Each cell of a table that is read is somewhere."""
    refused(reading)
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Skip("Python's csv does not read it") from error
    return [f"cell {cell!r} is nowhere" for row in rows[1:] for cell in row
            if words(cell) and words(cell) not in reading.text and words(cell) not in reading.reported]


DRIVERS = {
    ".bib": [("BibTeX: pybtex's entries, titles, names", by_pybtex), ("BibTeX: bibtexparser's entries", by_bibtexparser),
             ("BibTeX: biber's entries", by_biber), ("BibTeX: pandoc's titles, names, years", by_pandoc_bib)],
    ".ris": [("RIS: rispy's titles, names, years", by_rispy)],
    ".opml": [("OPML: listparser's addresses and titles", by_listparser), ("OPML: all outlines", by_elementtree)],
    ".atom": [("Atom: all entries", by_atom)],
    ".csv": [("CSV: all cells", by_csv)],
    ".xml": [("JATS: pandoc's references", by_pandoc_jats)],
}
