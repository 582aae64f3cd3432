"""Pages: Chromium shows, searches, sorts, folds and prints them, axe-core checks them, html5lib parses them."""

import base64
import json
import re
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs

from browser import Browser
from common import differences, module, run
from hostile import documents
from many_tables import MONTHS, Months

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = {"a desktop": {}, "a desktop in the dark": {"is_dark": True},
           "a phone": {"width": 390, "height": 844, "is_phone": True}}
# Names that try to end what they stand in.
NAMES = ["</script><script>alert(1)</script>", "</style><style>*{display:none}", "\"><iframe src=x onload=alert(1)>",
         "' onmouseover='alert(1)", "]]><x>", "<!--x", "</title><base href=x>", "<svg/onload=alert(1)>",
         "\u202eevil\u2066", "javascript:alert(1)"]

# The texts of a page, each apart from the next.
TEXTS = """(() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script')) texts.push(walk.currentNode.data);
  return texts.join(' ');
})()"""
SHOWN = "[...document.querySelectorAll({query})].filter(node => node.checkVisibility()).length"


def check(report, source, out, digest, convert):
    page = out / f"{source.stem}.html"
    name = source.name
    report.check(name, "pages: written", lambda: run(convert, source, "--to", "html", "-q", "-o", page) and None)
    if not page.exists():
        return
    report.check(name, "html5lib: a page has no parse error", lambda: html5lib(page))
    report.check(name, "COinS: one for each paper, with its id", lambda: coins(page, digest))
    with open_browser(report, name) as browser:
        if browser is None:
            return
        report.check(name, "Chromium: a page shows, asks for nothing and says nothing", lambda: quiet(browser, page))
        report.check(name, "axe-core: a page fits WCAG 2.2 AA", lambda: axe(browser, page))
        report.check(name, "Chromium: search, sorting and folding work", lambda: works(browser, page, digest))
        report.check(name, "Chromium: every word is there without JavaScript", lambda: unscripted(browser, page, digest))
        report.check(name, "Chromium: every word is printed", lambda: printed(browser, page, digest))


def check_many(report, folder, convert):
    """Twenty months, and names that try to be markup."""
    months, page = Months(folder / "pages"), folder / "months.html"
    report.check("twenty months", "pages: written",
                 lambda: run(convert, "merge", *months.files, "--to", "html", "-q", "-o", page) and None)
    evil = folder / "evil.html"
    report.check("hostile names", "pages: written", lambda: hostile_page(folder, evil, convert))
    texts = []
    for name, text in documents():
        path = folder / f"page-{name}.md"
        path.write_text(text, encoding="utf-8", newline="")
        texts.append(path)
    with open_browser(report, "twenty months") as browser:
        if browser is None:
            return
        for subject, path in (("twenty months", page), ("hostile names", evil)):
            report.check(subject, "html5lib: a page has no parse error", lambda: html5lib(path))
            report.check(subject, "Chromium: a page shows, asks for nothing and says nothing", lambda: quiet(browser, path))
            report.check(subject, "axe-core: a page fits WCAG 2.2 AA", lambda: axe(browser, path))
        report.check("twenty months", "Chromium: months and topics are filtered", lambda: filtered(browser, page, months))
        report.check("hostile names", "Chromium: hostile names stay text", lambda: stays_text(browser, evil))
        for path in texts:
            target = path.with_suffix(".html")
            report.check(path.name, "pages: written", lambda: run(convert, path, "--to", "html", "-q", "-o", target) and None)
            report.check(path.name, "Chromium: a page shows, asks for nothing and says nothing",
                         lambda: quiet(browser, target))


class open_browser:
    """Chromium, or None and one check that was skipped."""

    def __init__(self, report, subject):
        self.report, self.subject, self.browser = report, subject, None

    def __enter__(self):
        def start():
            self.browser = Browser()
        self.report.check(self.subject, "Chromium: starts", start)
        return self.browser

    def __exit__(self, *_):
        if self.browser:
            self.browser.__exit__()


def html5lib(page):
    parser = module("html5lib").HTMLParser()
    parser.parse(page.read_text(encoding="utf-8"))
    # Characters that HTML would rather not have are the digest's own.
    return [f"{place}: {code} {data}" for place, code, data in parser.errors
            if code not in ("invalid-codepoint", "illegal-codepoint-for-numeric-entity")]


def coins(page, digest):
    document = module("html5lib").parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    found = []
    for span in document.iter("span"):
        if span.get("class") == "Z3988":
            fields = parse_qs(span.get("title"), strict_parsing=True)
            found.append(fields)
            if not (fields.get("rft.title") or fields.get("rft.atitle") or fields.get("rft.btitle")):
                return [f"no title: {fields}"]
    ids = ["|".join(fields.get("rft_id", [])) for fields in found]
    if len(found) != len(digest.ids()):
        return [f"{len(found)} context objects for {len(digest.ids())} papers"]
    known = [(paper, text) for paper, text in zip(digest.ids(), ids) if paper in digest.arxiv_ids()]
    return [f"{paper} is not in {text}" for paper, text in known if paper not in text]


def quiet(browser, path):
    found = []
    for screen, settings in SCREENS.items():
        page = browser.page(**settings).open(path)
        found += [f"{screen}: {complaint}" for complaint in page.complaints()]
        wide = page.run("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            found.append(f"{screen}: the page is {wide} pixels wider than the screen")
        if len(base64.b64decode(page.screenshot())) < 5000:
            found.append(f"{screen}: nothing is shown")
    return found


def axe(browser, path):
    script = Path(module("axe_playwright_python").__file__).parent / "axe.min.js"
    found = []
    for screen, settings in SCREENS.items():
        page = browser.page(**settings).open(path)
        # What is not on the screen is not drawn, and folded text has no colours to compare.
        page.run("document.querySelectorAll('details').forEach(box => { box.open = true })")
        page.run(script.read_text(encoding="utf-8") + "; 1")
        options = json.dumps({"runOnly": WCAG, "resultTypes": ["violations"]})
        result = page.run(f"axe.run({options}).then(result => result.violations.map(one => "
                          "one.id + ': ' + one.help + ': ' + one.nodes.length + ': ' + one.nodes[0].html.slice(0, 150)))")
        found += [f"{screen}: {violation}" for violation in result]
    return found


def works(browser, path, digest):
    page = browser.page().open(path)
    found = []

    def expect(what, expression, value):
        seen = page.run(expression)
        if seen != value:
            found.append(f"{what}: {seen!r}, expected {value!r}")

    def shown(query):
        return SHOWN.format(query=json.dumps(query))

    papers = len(digest.ids())
    expect("papers", shown(".p"), papers)
    if papers:
        title = page.run("document.querySelector('.p h3').textContent")
        page.run("document.getElementById('find').focus()")
        page.write(title)
        page.run("new Promise(done => setTimeout(done, 400))")
        count = page.run(shown(".p"))
        if not 0 < count <= papers or page.run(shown(".p:has(h3)")) == 0:
            found.append(f"a search for {title!r} shows {count} of {papers} papers")
        hit = page.run("[...document.querySelectorAll('.p')].filter(one => one.checkVisibility()).map(one => one.textContent)")
        if not any(title in text for text in hit):
            found.append(f"a search for {title!r} does not show it")
        page.run("(() => { const field = document.getElementById('find'); field.value = 'qqqqqq'; "
                 "field.dispatchEvent(new Event('input')) })()")
        page.run("new Promise(done => setTimeout(done, 400))")
        expect("papers of a search for nothing", shown(".p"), 0)
        page.run("(() => { const field = document.getElementById('find'); field.value = ''; "
                 "field.dispatchEvent(new Event('input')) })()")
        page.run("new Promise(done => setTimeout(done, 400))")
        expect("papers after a search", shown(".p"), papers)
        page.run("(() => { const order = document.getElementById('order'); order.value = 'title'; "
                 "order.dispatchEvent(new Event('change')) })()")
        titles = page.run("[...document.querySelectorAll('.p h3')].map(one => one.textContent)")
        order = page.run(f"(list => list.sort(new Intl.Collator(document.documentElement.lang, {{numeric: true}}).compare))"
                         f"({json.dumps(titles)})")
        found += differences(order, titles, "titles in order")
    if page.run("document.querySelectorAll('.t').length"):
        # By the keyboard alone: the first box folds and opens.
        page.run("document.querySelector('.t > summary').focus()")
        page.press("Enter", text="\r")
        expect("the first topic after Enter", "document.querySelector('.t').open", False)
        page.press(" ", code="Space", text=" ")
        expect("the first topic after Space", "document.querySelector('.t').open", True)
        page.run("document.getElementById('fold').click()")
        expect("open topics after folding", "document.querySelectorAll('.t[open]').length", 0)
        page.run("document.getElementById('unfold').click()")
        expect("folded topics", "document.querySelectorAll('.t:not([open])').length", 0)
    if page.run("document.querySelectorAll('.h th button').length"):
        page.run("document.querySelector('.h th button').focus()")
        for direction in ("ascending", "descending"):
            page.press("Enter", text="\r")
            expect("aria-sort", "document.querySelector('.h th').ariaSort", direction)
        ranks = page.run("[...document.querySelector('.h').tBodies[0].rows].map(row => row.cells[0].textContent)")
        numbers = [int(rank) for rank in ranks if rank.isdigit()]
        if numbers != sorted(numbers, reverse=True):
            found.append(f"ranks in descending order: {ranks}")
    if page.run("document.querySelectorAll('.w').length"):
        page.run("document.querySelector('.w').open = true")
        page.run("new Promise(done => setTimeout(done, 100))")
        quotes = page.run("document.querySelectorAll('.w blockquote').length")
        if not quotes and page.run("document.querySelector('.w a').hash").startswith("#e"):
            found.append("what the digest says is not beside the paper")
    return found + page.complaints()


def texts_of(value, key=None):
    """The texts of a digest that a reader reads, without the Markdown in them."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ("papers", "type", "kind", "role", "roles", "isOrdered", "duplicate", "level"):
                yield from texts_of(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from texts_of(part, key)
    elif isinstance(value, str):
        yield value


def missing_words(digest, text):
    def words_of(text):
        return re.findall(r"[^\W_]{4,}", text)

    # Words that Markdown, a reference of a character or an address could cut are not counted.
    plain = [re.sub(r"&\w+;|\\.|[a-z]+:\S+|<[^>]*>|`[^`]*`", " ", part) for part in texts_of(digest.sections)]
    there = set(words_of(text))
    return [f"{word!r} is missing" for word in Counter(words_of(" ".join(plain))) if word not in there]


def unscripted(browser, path, digest):
    page = browser.page(has_script=False).open(path)
    found = []
    if page.run("document.getElementById('bar').checkVisibility()"):
        found.append("the bar of the script is shown")
    return found + missing_words(digest, page.run(TEXTS))


def printed(browser, path, digest):
    page = browser.page(has_script=False).open(path)
    page.media(is_print=True)
    hidden = page.run("[...document.querySelectorAll('main *')].filter(node => !node.checkVisibility({contentVisibilityAuto: "
                      "false})).filter(node => !node.closest('#order,.Z3988,option') && node.textContent.trim())"
                      ".map(node => node.outerHTML.slice(0, 100))")
    pdf = Path(tempfile.mkdtemp(dir=path.parent)) / "page.pdf"
    pdf.write_bytes(base64.b64decode(page.pdf()))
    run("pdftotext", pdf, "-")
    return [f"not printed: {node}" for node in hidden]


def filtered(browser, path, months):
    page = browser.page().open(path)
    found = differences(MONTHS, page.run("[...document.querySelectorAll('.d h2')].map(one => one.textContent)"), "months")
    if page.run("document.querySelectorAll('.p').length") != len(months.papers):
        found.append("papers are not there once")
    for month in (MONTHS[0], MONTHS[7]):
        page.run("(() => { const month = document.getElementById('month'); "
                 f"month.value = [...month.options].find(one => one.text === '{month}').value; "
                 "month.dispatchEvent(new Event('change')) })()")
        expected = sum(month in appearances for appearances in months.papers.values())
        seen = page.run(SHOWN.format(query="'.p'"))
        if seen != expected:
            found.append(f"{seen} papers in {month}, expected {expected}")
        page.run("(() => { const topic = document.getElementById('topic'); topic.value = 'Vision'; "
                 "topic.dispatchEvent(new Event('change')) })()")
        lines = page.run(SHOWN.format(query="'.t li'"))
        if lines != months.listed[month, "Vision"]:
            found.append(f"{lines} lines of Vision in {month}, expected {months.listed[month, 'Vision']}")
        page.run("(() => { const topic = document.getElementById('topic'); topic.value = ''; "
                 "topic.dispatchEvent(new Event('change')) })()")
    return found + page.complaints()


def hostile_page(folder, page, convert):
    source = folder / "evil.json"
    papers = [{"id": f"2409.{number:05}", "title": name, "authors": [{"literal": name}], "tags": [name],
               "abstract": name, "venue": name, "links": [{"kind": "code", "url": name}]}
              for number, name in enumerate(NAMES, 1)]
    entries = [{"type": "topic", "label": name, "children": [
        {"type": "paper", "papers": [f"2409.{number:05}"], "name": name, "summary": name}]}
        for number, name in enumerate(NAMES, 1)]
    source.write_text(json.dumps({
        "digest": 2, "metadata": {"language": "en", "title": NAMES[0]}, "papers": papers,
        "sections": [{"kind": "topicTree", "heading": NAMES[0], "entries": entries}]}), encoding="utf-8")
    run(convert, source, "--to", "html", "-q", "-o", page)


def stays_text(browser, path):
    page = browser.page().open(path)
    page.run("document.querySelectorAll('*').forEach(node => { node.dispatchEvent(new Event('mouseover')) })")
    found = page.complaints()
    count = page.run("document.querySelectorAll('script,style,img,iframe,base,object').length")
    if count != 2:
        found.append(f"{count} elements that run or load something, expected 2")
    titles = page.run("[...document.querySelectorAll('.p h3')].map(one => one.textContent)")
    return found + differences([re.sub("\r\n?", "\n", name) for name in NAMES], titles, "titles")
