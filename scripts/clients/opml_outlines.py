"""OPML: listparser, the opml package, pandoc, and the tree as a plain XML reader sees it."""

import json
import re
import xml.etree.ElementTree as ElementTree

from common import bare, differences, module, pandoc, run, words


def check(report, source, out, digest, convert):
    path = out / f"{source.stem}.opml"
    name = source.name
    report.check(name, "listparser: well-formed", lambda: listparser(path))
    report.check(name, "opml: every outline has a text", lambda: outlines(path))
    report.check(name, "OPML: the topic tree is nested outlines", lambda: tree(path, digest))
    report.check(name, "OPML: every listing of a paper is a link", lambda: links(path, digest))
    report.check(name, "pandoc: as many headings as outlines", lambda: pandoc_headings(path))


def listparser(path):
    result = module("listparser").parse(path.read_text(encoding="utf-8"))
    return [str(result["bozo_exception"])] if result["bozo"] else []


def outlines(path):
    document = module("opml").from_string(path.read_bytes())

    def walk(node):
        for child in node:
            yield child
            yield from walk(child)

    nodes = list(walk(document))
    empty = sum(1 for node in nodes if not (getattr(node, "text", None) or "").strip())
    return [f"{empty} of {len(nodes)} outlines have no text"] if empty or not nodes else []


def tree(path, digest):
    """Each topic's label is found below its parent's, in order; outlines of other kinds may stand between."""
    body = ElementTree.parse(path).getroot().find("body")

    def place(expected, parents, trail):
        children = [child for parent in parents for child in parent]
        position = 0
        for label, below in expected:
            while position < len(children) and not words(children[position].get("text")).endswith(label):
                position += 1
            if position == len(children):
                return [f"no outline {' > '.join(trail + [label])}"]
            complaints = place(below, [children[position]], trail + [label])
            if complaints:
                return complaints
            position += 1
        return []

    expected = digest.topic_tree()
    return place(expected, list(body), []) if expected else []


def links(path, digest):
    """The paper ids of the tree, in order, against the addresses of the outlines of type link."""
    expected = [bare(written if isinstance(written, str) else written["id"])
                for entry in digest.entries("paper") for written in entry["papers"]]
    addresses = [node.get("url", "") for node in ElementTree.parse(path).iter("outline") if node.get("type") == "link"]
    found = [re.sub(r"v\d+$", "", address.rsplit("arxiv.org/abs/", 1)[-1]) for address in addresses]
    missing = [paper_id for paper_id in expected if paper_id not in found]
    return [f"no link to {paper_id}" for paper_id in missing] + [
        f"a link without address or to no paper: {a!r}" for a in addresses if not a.startswith("https://")]


def pandoc_headings(path):
    blocks = json.loads(run(pandoc(), "-f", "opml", "-t", "json", path)[0])["blocks"]
    count = sum(1 for _ in ElementTree.parse(path).iter("outline"))
    headers = sum(1 for block in blocks if block["t"] == "Header")
    return differences([count], [headers], "headings")
