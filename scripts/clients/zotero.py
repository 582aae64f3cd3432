"""Zotero's RDF, read by rdflib as Zotero's own translator reads it.

Zotero itself runs only with a screen, so this asks for the same statements in the same order as `RDF.js` of
https://github.com/zotero/translators (version of September 2019): which nodes are items, their types, fields, creators,
tags, notes and attachments, and the collections in each other."""

from common import bare, differences, module, run, words

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
Z = "http://www.zotero.org/namespaces/export#"
BIB = "http://purl.org/net/biblio#"
DC = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
LINK = "http://purl.org/rss/1.0/modules/link/"
TYPES = {"preprint", "journalArticle", "magazineArticle", "newspaperArticle", "conferencePaper", "book", "bookSection",
         "encyclopediaArticle", "dictionaryEntry", "thesis", "report", "dataset", "standard", "computerProgram", "webpage",
         "blogPost", "forumPost", "patent", "presentation", "manuscript", "document", "case", "statute", "bill", "hearing",
         "letter", "film", "audioRecording", "artwork", "map", "tvBroadcast", "interview"}


def check(report, source, out, digest, convert):
    report.check(source.name, "Zotero RDF: items, creators, tags, notes, nested collections",
                 lambda: imported(source, out, digest, convert))


class Graph:
    def __init__(self, path):
        self.rdflib = module("rdflib")
        self.graph = self.rdflib.Graph().parse(str(path), format="xml", publicID="urn:file")

    def targets(self, node, predicate):
        return list(self.graph.objects(node, self.rdflib.URIRef(predicate)))

    def first(self, node, predicate):
        return next(iter(self.targets(node, predicate)), None)

    def kind(self, node):
        return str(self.first(node, RDF + "type") or "")

    def incoming(self, node, predicate):
        return (None, self.rdflib.URIRef(predicate), node) in self.graph

    def nodes(self):
        """What Zotero takes for items: not what is part of, linked from or presented at something."""
        for node in set(self.graph.subjects()):
            if any(self.incoming(node, arc) for arc in (TERMS + "isPartOf", BIB + "presentedAt", LINK + "link")):
                continue
            if self.kind(node) == BIB + "Memo" and self.incoming(node, TERMS + "isReferencedBy"):
                continue
            if self.kind(node) != Z + "Collection" and (self.first(node, Z + "itemType") or self.first(node, DC + "title")):
                yield node

    def creators(self, node):
        """The names of the sequence, in its order."""
        sequence = self.first(node, BIB + "authors")
        found = []
        for number in range(1, 100_000):
            person = sequence and self.first(sequence, f"{RDF}_{number}")
            if not person:
                return found
            found.append(str(self.first(person, FOAF + "surname")))


def imported(source, out, digest, convert):
    path = out / f"{source.stem}.rdf"
    run(convert, source, "--to", "zotero-rdf", "-q", "-o", path)
    graph = Graph(path)
    items = {str(node): node for node in graph.nodes()}
    if len(items) != len(digest.papers):
        return [f"{len(items)} items, expected {len(digest.papers)}"]
    found, by_id = [], {}
    for node in items.values():
        kind = str(graph.first(node, Z + "itemType"))
        if kind not in TYPES:
            found.append(f"{node}: Zotero has no item type {kind!r}")
        ids = [str(graph.first(node, Z + "archiveID") or graph.first(node, DC + "coverage") or "")]
        ids += [str(i) for i in graph.targets(node, DC + "identifier")]
        for address in graph.targets(node, DC + "identifier"):
            ids.append(str(graph.first(address, RDF + "value") or ""))
        for text in ids:
            by_id.setdefault(bare(text.removeprefix("DOI ").removeprefix("10.48550/arXiv.")), node)
    for index, paper in enumerate(digest.papers):
        node = by_id.get(digest.ids()[index])
        if node is None:
            found.append(f"{paper['id']} is no item")
            continue
        title = words(graph.first(node, DC + "title") or "")
        if title not in digest.titles(index):
            found.append(f"{paper['id']}: title {title!r}, expected one of {digest.titles(index)}")
        names = [words(n.get("literal") or " ".join(filter(None, [
            n.get("nonDroppingParticle"), n.get("droppingParticle"), n.get("family")]))) for n in paper.get("authors", [])]
        found += differences(names, [words(n) for n in graph.creators(node)], f"authors of {paper['id']}")
        for note in graph.targets(node, TERMS + "isReferencedBy"):
            if not str(graph.first(note, RDF + "value") or "").startswith("<p>"):
                found.append(f"{paper['id']}: the note is empty")
        tags = {str(tag) for tag in graph.targets(node, DC + "subject")} | {
            str(graph.first(tag, RDF + "value")) for tag in graph.targets(node, DC + "subject")}
        found += [f"{paper['id']}: no tag {tag!r}" for tag in paper.get("tags", []) if tag not in tags]
    roots = [node for node in set(graph.graph.subjects(graph.rdflib.URIRef(RDF + "type"), graph.rdflib.URIRef(Z + "Collection")))
             if not graph.incoming(node, TERMS + "hasPart")]
    if len(roots) != 1:
        return found + [f"{len(roots)} collections at the top, expected that of the digest"]
    return found + differences(sorted(topics(digest)), sorted(flat(tree(graph, roots[0]))), "collections")


def topics(digest):
    """The paths of all topics: those of the tree, and those that papers alone have, such as headings of a list."""
    paths = list(flat(digest.topic_tree()))
    for paper in digest.papers:
        for labels in paper.get("topics", []):
            path = tuple(words(label) for label in labels)
            paths += [path[:end] for end in range(1, len(path) + 1) if path[:end] not in paths]
    return paths


def tree(graph, node):
    """Nested pairs (words of the title, collections below)."""
    return [(words(graph.first(child, DC + "title")), tree(graph, child)) for child in graph.targets(node, TERMS + "hasPart")
            if graph.kind(child) == Z + "Collection"]


def flat(pairs, above=()):
    """The path of every topic. RDF has no order of statements, so it is not compared."""
    for label, below in pairs:
        yield (*above, label)
        yield from flat(below, (*above, label))
