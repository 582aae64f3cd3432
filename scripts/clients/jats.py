"""JATS: the official DTDs, JATS4R's and PMC's rules, pandoc and litdown as readers, and the words that arrive."""

import html
import json
import re
import xml.etree.ElementTree as ElementTree

from common import ROOT, VALIDATORS, Skip, differences, lost_words, module, pandoc, run, words

DTD = VALIDATORS / "jats-1.3" / "JATS-archivearticle1-3-mathml3.dtd"
PUBLISHING = VALIDATORS / "jats-1.3" / "JATS-journalpublishing1-3-mathml3.dtd"
RULES = ROOT / "scripts" / "clients" / "jats.sch"
# A digest has no journal; the Publishing tag set must have one.
JOURNAL = ("<journal-meta><journal-id>x</journal-id><journal-title-group><journal-title>x</journal-title>"
           "</journal-title-group><issn>0000-0000</issn></journal-meta>")


def check(report, source, out, digest, convert):
    path = out / f"{source.stem}.xml"
    name = source.name
    report.check(name, "xmllint: valid against the official JATS Archiving 1.3 DTD", lambda: official(path))
    report.check(name, "JATS: valid against Publishing 1.3, too, but for the journal", lambda: publishing(path))
    report.check(name, "Schematron: JATS4R, PMC style and rules J1-J7", lambda: schematron(path))
    report.check(name, "JATS: every word of the source is there", lambda: source_words(path, source))
    report.check(name, "JATS: a reference for each paper, its id as pub-id", lambda: references(path, digest))
    report.check(name, "JATS: every rid resolves", lambda: cross_references(path))
    report.check(name, "JATS: every topic label is there, in order", lambda: labels(path, digest))
    report.check(name, "pandoc: sections, tables and references come back", lambda: pandoc_structure(path, digest))
    report.check(name, "litdown: reads it to the last reference", lambda: litdown(path, digest))


def official(path):
    if not DTD.exists():
        raise Skip("no ../shared/validators/jats-1.3 here")
    run("xmllint", "--nonet", "--noout", "--nowarning", "--huge", "--dtdvalid", DTD, path)


def publishing(path):
    if not PUBLISHING.exists():
        raise Skip("no ../shared/validators/jats-1.3 here")
    etree = module("lxml.etree")
    document = etree.parse(path, etree.XMLParser(huge_tree=True))
    front, journal = document.find("front"), etree.fromstring(JOURNAL)
    # A publisher of the front matter stands there already.
    journal.extend(list(front.find("journal-meta") if front.find("journal-meta") is not None else []))
    for known in front.findall("journal-meta"):
        front.remove(known)
    front.insert(0, journal)
    # Nor punctuation in references (`x`); what a person group holds beside names is white space then.
    for mark in document.xpath("//element-citation//x"):
        mark.getparent().remove(mark)
    # It has no rule either (`hr`), and no picture in a link.
    for rule in document.xpath("//p[hr]"):
        rule.getparent().remove(rule)
    etree.strip_tags(document, *(["ext-link"] if document.xpath("//ext-link/inline-graphic") else []))
    dtd = etree.DTD(str(PUBLISHING))
    return [] if dtd.validate(document) else [str(error) for error in dtd.error_log.filter_from_errors()]


def schematron(path):
    etree, engine = module("lxml.etree"), module("lxml.isoschematron")
    checker = engine.Schematron(etree.parse(RULES), store_report=True)
    if checker.validate(etree.parse(path, etree.XMLParser(huge_tree=True))):
        return []
    failed = checker.validation_report.iter("{*}failed-assert")
    return [f"{' '.join(''.join(node.itertext()).split())}: {node.get('location')}" for node in failed]


def source_words(path, source):
    if source.suffix != ".md":
        return []
    root = ElementTree.parse(path).getroot()
    for parent in list(root.iter()):
        for child in [child for child in parent if child.tag in ("ref-list", "kwd-group")]:
            parent.remove(child)
    seen = [text for node in root.iter() for text in (node.text, node.tail, *node.attrib.values()) if text]
    return lost_words(source, seen)


def references(path, digest):
    ids = [node.text for node in ElementTree.parse(path).iter("pub-id") if node.get("pub-id-type") == "arxiv"]
    return differences(sorted(digest.arxiv_ids()), sorted(re.sub(r"v\d+$", "", i) for i in ids), "pub-ids")


def cross_references(path):
    document = ElementTree.parse(path)
    ids = {node.get("id") for node in document.iter() if node.get("id")}
    return [f"rid {node.get('rid')!r} has no target" for node in document.iter()
            if node.get("rid") and node.get("rid") not in ids]


def labels(path, digest):
    body = ElementTree.parse(path).find("body")  # There is none where the digest has no sections.
    text = words(" ".join(body.itertext())) if body is not None else ""
    found, position = [], 0
    for entry in digest.entries("topic"):
        # An asterisk may be a sign of the text, as in A*N: either way a word ends there.
        label = words(re.sub(r"[`\\]", "", html.unescape(entry["label"]).replace("*", " ")))
        at = text.find(label, position)
        if at < 0:
            found.append(f"the label {entry['label']!r} is not there, or not in its place")
        else:
            position = at + len(label)
    return found


def pandoc_structure(path, digest):
    document = json.loads(run(pandoc(), "-f", "jats", "-t", "json", path)[0])
    source = ElementTree.parse(path)
    # pandoc shows the title in a caption as a heading, too.
    headings = sum(1 for _ in source.iter("sec")) + len(source.findall(".//caption/title"))
    found = differences([headings],
                        [sum(1 for block in every_block(document["blocks"]) if block["t"] == "Header")], "headings")
    found += differences([sum(1 for _ in source.iter("table"))],
                         [sum(1 for block in every_block(document["blocks"]) if block["t"] == "Table")], "tables")
    listed = document["meta"].get("references", {"c": []})["c"]
    return found + differences([len(digest.papers)], [len(listed)], "references")


def every_block(node):
    if isinstance(node, dict):
        if "t" in node:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from every_block(child)


def litdown(path, digest):
    text = run("litdown", path)[0]
    return [f"{paper_id} is not in what it shows" for paper_id in digest.arxiv_ids() if paper_id not in text]
