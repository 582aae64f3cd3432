"""JATS: the official Archiving 1.3 DTD, pandoc and litdown as readers, and the words that arrive."""

import json
import re
import xml.etree.ElementTree as ElementTree

from common import VALIDATORS, Skip, differences, pandoc, run, words

DTD = VALIDATORS / "jats-1.3" / "JATS-archivearticle1-3-mathml3.dtd"


def check(report, source, out, digest, convert):
    path = out / f"{source.stem}.xml"
    name = source.name
    report.check(name, "xmllint: valid against the official JATS Archiving 1.3 DTD", lambda: official(path))
    report.check(name, "JATS: a reference for each paper, its id as pub-id", lambda: references(path, digest))
    report.check(name, "JATS: every rid resolves", lambda: cross_references(path))
    report.check(name, "JATS: every topic label is there, in order", lambda: labels(path, digest))
    report.check(name, "pandoc: sections, tables and references come back", lambda: pandoc_structure(path, digest))
    report.check(name, "litdown: reads it to the last reference", lambda: litdown(path, digest))


def official(path):
    if not DTD.exists():
        raise Skip("no ../shared/validators/jats-1.3 here")
    run("xmllint", "--nonet", "--noout", "--nowarning", "--huge", "--dtdvalid", DTD, path)


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
        label = words(re.sub(r"[*`\\]", "", entry["label"]))
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
