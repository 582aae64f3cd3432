"""BibTeX and biblatex: biber, pybtex, bibtexparser, pandoc, bibutils and bibtool."""

import json
import re
import unicodedata

from common import differences, module, pandoc, run, words


# What pandoc can read of the ASCII dialect, decomposed. It drops the commands that it does not know, among them those for
# horned letters and for d with a stroke; `--bibtex-encoding utf8` writes these as letters.
READABLE = {*map(chr, range(0x20, 0x7F)), *map(chr, range(0x300, 0x30D)), *"\u0323\u0327\u0328ßæÆœŒøØłŁ–—‘’“”"}


def check(report, source, out, digest, convert):
    bib = out / f"{source.stem}.bib"
    ascii_bib = out / f"{source.stem}.bibtex.bib"
    name = source.name
    report.check(name, "conversion to the bibtex dialect", lambda: run(
        convert, source, "--to", "bibtex", "--bibtex-dialect", "bibtex", "-o", ascii_bib) and None)
    report.check(name, "biber: data model without warnings", lambda: biber(bib, out))
    for dialect, path in (("biblatex", bib), ("bibtex", ascii_bib)):
        report.check(name, f"pybtex (strict): entries, ids, authors [{dialect}]", lambda: pybtex(path, digest))
        report.check(name, f"bibtexparser: entries, ids [{dialect}]", lambda: bibtexparser(path, digest))
        report.check(name, f"pandoc: entries, titles, authors [{dialect}]",
                     lambda: pandoc_csl(path, digest, "biblatex" if dialect == "biblatex" else "bibtex"))
        report.check(name, f"bibutils: entries without a complaint [{dialect}]", lambda: bibutils(path, digest))
    report.check(name, "bibtool: no complaint [bibtex]", lambda: bibtool(ascii_bib))
    report.check(name, "ASCII only [bibtex]", lambda: ascii_only(ascii_bib))


def biber(path, out):
    text = "".join(run("biber", "--tool", "--validate-datamodel", "--output-file", out / "biber.bib", path))
    return [line for line in text.splitlines() if "WARN" in line or "ERROR" in line]


def ids_of(entries):
    """The arXiv ids of entries given as mappings of fields."""
    return sorted(fields["eprint"] for fields in entries if fields.get("eprint"))


def pybtex(path, digest):
    module("pybtex.errors").set_strict_mode(True)
    library = module("pybtex.database").parse_file(str(path), bib_format="bibtex")
    entries = list(library.entries.values())
    found = [] if len(entries) == len(digest.papers) else [f"{len(entries)} entries, expected {len(digest.papers)}"]
    found += differences(sorted(digest.arxiv_ids()), ids_of([dict(e.fields) for e in entries]), "eprints")
    # pybtex and pandoc count `and others` as a name.
    authors = sorted(len(paper["authors"]) + bool(paper.get("hasMoreAuthors"))
                     for paper in digest.papers if paper.get("authors"))
    return found + differences(
        authors, sorted(len(e.persons["author"]) for e in entries if "author" in e.persons), "author counts")


def bibtexparser(path, digest):
    library = module("bibtexparser").parse_file(str(path))
    found = [f"failed block: {block.error}" for block in library.failed_blocks]
    if len(library.entries) != len(digest.papers):
        found.append(f"{len(library.entries)} entries, expected {len(digest.papers)}")
    entries = [{field.key: field.value for field in entry.fields} for entry in library.entries]
    return found + differences(sorted(digest.arxiv_ids()), ids_of(entries), "eprints")


def pandoc_csl(path, digest, reader):
    items = json.loads(run(pandoc(), "-f", reader, "-t", "csljson", path)[0])
    if len(items) != len(digest.papers):
        return [f"{len(items)} items, expected {len(digest.papers)}"]
    found = []
    by_id = {paper_id: index for index, paper_id in enumerate(digest.ids())}
    for item in items:
        match = re.search(r"arxiv\.org/abs/(.+?)(v\d+)?$", item.get("URL", ""))
        index = by_id.get(match.group(1) if match else item.get("DOI"), by_id.get(item.get("URL")))
        if index is None:
            found.append(f"{item['id']}: no paper has the address {item.get('URL')}")
            continue
        paper = digest.papers[index]
        said = paper.get("title", "") + json.dumps(paper.get("authors", []), ensure_ascii=False)
        if reader == "bibtex" and not READABLE.issuperset(unicodedata.normalize("NFD", said)):
            continue
        title = item.get("title", "")
        if not {words(title), words(re.sub(r"<[^>]+>", "", title))}.intersection(digest.titles(index)):
            found.append(f"{item['id']}: title {item.get('title')!r}, expected one of {digest.titles(index)}")
        expected = [words(" ".join(filter(None, [a.get("nonDroppingParticle"), a.get("droppingParticle"),
                                                 a.get("family") or a.get("literal")])))
                    for a in paper.get("authors", [])]
        if paper.get("hasMoreAuthors"):
            expected.append(words("others"))
        authors = [words(" ".join(filter(None, [a.get("dropping-particle"), a.get("non-dropping-particle"),
                                                a.get("family") or a.get("literal")])))
                   for a in item.get("author", [])]
        found += differences(expected, authors, f"authors of {item['id']}")
    return found


def bibutils(path, digest):
    out, err = run("bib2xml", "-i", "unicode", "-o", "unicode", path)
    found = [line for line in err.splitlines() if line.strip() and "Processed" not in line]
    if out.count("<mods ") != len(digest.papers):
        found.append(f"{out.count('<mods ')} records, expected {len(digest.papers)}")
    return found


def bibtool(path):
    return [line for line in run("bibtool", "-q", stdin=path.read_bytes())[1].splitlines() if line.strip()]


def ascii_only(path):
    return [f"line {number}: {line!r}" for number, line in enumerate(path.read_bytes().splitlines(), 1)
            if any(byte > 126 or byte < 32 for byte in line)]
