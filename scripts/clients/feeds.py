"""Atom as feedparser reads it, JSON Feed as atoma does."""

import calendar
import json
import time

from common import differences, module, run, words


def check(report, source, out, digest, convert):
    report.check(source.name, "Atom: feedparser finds every paper, id, author, topic",
                 lambda: atom(source, out, digest, convert))
    report.check(source.name, "JSON Feed: atoma finds every paper, author, topic",
                 lambda: json_feed(source, out, digest, convert))


def made(source, out, convert, name, extension):
    path = out / f"{source.stem}.{extension}"
    run(convert, source, "--to", name, "-q", "-o", path)
    return path


def topics(paper):
    return [words(" ".join(path)) for path in paper.get("topics", [])]


def names(paper):
    return [words(" ".join(filter(None, [n.get("given"), n.get("nonDroppingParticle"), n.get("droppingParticle"),
                                         n.get("family"), n.get("suffix"), n.get("literal")])))
            for n in paper.get("authors", [])]


def compared(digest, found):
    """Complaints about entries (title, authors, tags) in the order of the papers."""
    complaints = differences([len(digest.papers)], [len(found)], "entries")
    for index, (paper, (title, authors, tags)) in enumerate(zip(digest.papers, found)):
        if words(title) not in digest.titles(index):
            complaints.append(f"{paper['id']}: title {title!r}, expected one of {digest.titles(index)}")
        # A Chinese name is written without a space.
        complaints += differences([n.replace(" ", "") for n in names(paper)], [words(n).replace(" ", "") for n in authors],
                                  f"authors of {paper['id']}")
        tags = [words(tag) for tag in tags]
        complaints += [f"{paper['id']}: no category {topic!r}" for topic in topics(paper) if topic and topic not in tags]
    return complaints


def atom(source, out, digest, convert):
    feed = module("feedparser").parse(str(made(source, out, convert, "atom", "atom")))
    if feed.bozo:
        return [f"not well-formed: {feed.bozo_exception}"]
    ids = [entry.id for entry in feed.entries]
    complaints = [] if len(set(ids)) == len(ids) else ["two entries have one id"]
    for entry in feed.entries:
        if not entry.get("updated_parsed"):
            complaints.append(f"{entry.id}: no date")
        elif calendar.timegm(entry.updated_parsed) > time.time() + 86400 * 366:
            complaints.append(f"{entry.id}: changed in the future")
    return complaints + compared(digest, [
        (entry.title, [a.get("name", "") for a in entry.get("authors", [])], [t.term for t in entry.get("tags", [])])
        for entry in feed.entries])


def json_feed(source, out, digest, convert):
    text = made(source, out, convert, "json-feed", "feed.json").read_bytes()
    feed = module("atoma").parse_json_feed_bytes(text)
    # atoma knows version 1.0, which has one author.
    authors = [[author["name"] for author in item.get("authors", [])] for item in json.loads(text)["items"]]
    return compared(digest, [(item.title, found, item.tags) for item, found in zip(feed.items, authors)])
