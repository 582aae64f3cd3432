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
    report.check(name, "pandoc: text written as HTML has all its words and links", lambda: pandoc_html(convert, source, out))
    for profile in ("notes", "children"):
        report.check(name, f"hnb: shows the tree of the profile {profile}", lambda: hnb(convert, source, out, profile))


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


def outline_tree(node, depth=0):
    """Depth and text of each outline, in the order in which they are shown."""
    for child in node.findall("outline"):
        yield depth, child.get("text")
        yield from outline_tree(child, depth + 1)


def inline_text(inlines):
    """What a reader sees of pandoc's inlines; raw HTML is what it took for a tag and does not show."""
    text = ""
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            text += content
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            text += " "
        elif kind == "Link":
            text += inline_text(content[1])
        else:
            text += f"<{kind}>"
    return text


def pandoc_html(convert, source, out):
    """pandoc takes `text` for HTML, as Workflowy does."""
    html, plain = out / "html.opml", out / f"{source.stem}.opml"
    run(convert, source, "-o", html, "--opml-text", "html", "--quiet")
    blocks = json.loads(run(pandoc(), "-f", "opml-smart", "-t", "json", html)[0])["blocks"]
    headings = [block["c"][2] for block in blocks if block["t"] == "Header"]
    # HTML has no U+0085: its readers take it for the sign that stood there in Windows-1252.
    expected = [squeezed(text.replace("\x85", "\u2026"))
                for _, text in outline_tree(ElementTree.parse(plain).find("body"))]
    linked = sum(1 for node in ElementTree.parse(plain).iter("outline") if node.get("type") == "link")
    links = sum(1 for heading in headings for inline in heading if inline["t"] == "Link")
    return differences(expected, [squeezed(inline_text(heading)) for heading in headings], "headings") + differences(
        [linked], [links], "links")


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def hnb(convert, source, out, profile):
    """An outliner of 2003 that knows no notes and no namespaces."""
    path, shown = out / f"{profile}.opml", out / f"{profile}.txt"
    run(convert, source, "-o", path, "--opml-profile", profile, "--quiet")
    run("hnb", "-rc", out / "hnbrc", "-o", path, "-ui", "cli", "-e", f"export_ascii {shown}")
    # Not splitlines: U+0085 and U+2028 end no line of hnb's.
    lines = shown.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    # It knows no references by number: a tab and a line break stand there as they were written.
    found = [(len(line) - len(line.lstrip("\t")), squeezed(re.sub("&#(9|10);", " ", line))) for line in lines]
    expected = [(depth, squeezed(text)) for depth, text in outline_tree(ElementTree.parse(path).find("body"))]
    return differences(expected, found, "lines")
