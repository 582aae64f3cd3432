"""What the drivers of the independent programs share: the report, the digest as we wrote it, running a program."""

import html
import importlib
import json
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VALIDATORS = ROOT.parent / "shared" / "validators"


class Skip(Exception):
    """A check that cannot run here; the text says what is missing."""


class Report:
    """Counts checks; prints each failure and each skip as it happens."""

    def __init__(self):
        self.rows = []

    def check(self, subject, name, action):
        """Runs `action`; a returned list of complaints, or an exception, is a failure."""
        try:
            complaints = action() or []
        except Skip as missing:
            self.rows.append(("skipped", subject, name, str(missing)))
            print(f"SKIPPED {subject}: {name}: {missing}")
            return
        except Exception as error:  # noqa: BLE001  a client may fail in any way: that is a finding
            complaints = [f"{type(error).__name__}: {error}"]
        if complaints:
            self.rows.append(("failed", subject, name, complaints[0]))
            print(f"FAILED  {subject}: {name}")
            for complaint in complaints[:8]:
                print("        " + str(complaint)[:300].replace("\n", " / "))
            if len(complaints) > 8:
                print(f"        and {len(complaints) - 8} more")
        else:
            self.rows.append(("passed", subject, name, ""))

    def count(self, state):
        return sum(1 for row in self.rows if row[0] == state)

    def table(self):
        """One line a check, one column a state: how many inputs passed, failed, were skipped."""
        lines = [f"{'check':58} passed failed skipped"]
        names = list(dict.fromkeys(row[2] for row in self.rows))
        for name in names:
            counts = [sum(1 for row in self.rows if row[2] == name and row[0] == state)
                      for state in ("passed", "failed", "skipped")]
            lines.append(f"{name:58} {counts[0]:6} {counts[1]:6} {counts[2]:7}")
        return "\n".join(lines)


def program(name):
    """The path of a program; skips where it is not installed."""
    path = shutil.which(str(name))
    if path is None:
        raise Skip(f"{name} is not installed")
    return path


def run(*command, stdin=None, status=0, cwd=None):
    """Runs a program; returns its standard output and error. Skips where it is not installed."""
    program(command[0])
    done = subprocess.run([str(word) for word in command], input=stdin, capture_output=True, timeout=300,
                          cwd=cwd)
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    if status is not None and done.returncode != status:
        raise AssertionError(f"{command[0]} ended with status {done.returncode}: {(err or out).strip()[-600:]}")
    return out, err


def module(name):
    """Imports a Python package, or skips."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise Skip(f"the Python package {name} is not installed") from error


def pandoc():
    """pandoc 3.x, which is inside a Python package."""
    return module("pypandoc").get_pandoc_path()


def words(text):
    """The letters and digits of a text, without markup, case and spaces, to compare what two programs show."""
    text = unicodedata.normalize("NFC", str(text))
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


# Tags that are read as marks, and characters that are left out where they mean nothing.
MARKS = re.compile(r"</?(?:b|strong|i|em|a|code|sub|sup|br|img)\b[^>]*>", re.I)
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def lost_words(source, texts):
    """Words of a Markdown source that are in fewer of the texts than in it; front matter and fence names aside."""
    written = Path(source).read_text(encoding="utf-8")
    written = re.sub(r"\A---\n.*?\n---\n", "", written, flags=re.S)
    written = re.sub(r"^ *```markdown$", "", written, flags=re.M)
    written = MARKS.sub("", written)
    counts = [Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", INVISIBLE.sub("", html.unescape(text)))))
              for text in (written, "\n".join(texts))]
    return [f"{word!r} is {counts[1][word]} times there, {number} times in the source"
            for word, number in counts[0].items() if counts[1][word] < number]


def differences(expected, found, what):
    """Complaints about two lists that should be equal, in order."""
    if expected == found:
        return []
    if len(expected) != len(found):
        missing = [item for item in expected if item not in found]
        extra = [item for item in found if item not in expected]
        return [f"{len(found)} {what}, expected {len(expected)}; missing {missing[:3]}, unexpected {extra[:3]}"]
    return [f"{what}: expected {a!r}, found {b!r}" for a, b in zip(expected, found) if a != b]


def bare(paper_id):
    """Without scheme and version, an old-style id without its subject class: `math/0309136`."""
    paper_id = re.sub(r"v\d+$", "", str(paper_id)).removeprefix("arXiv:").removeprefix("doi:")
    return re.sub(r"^([a-z-]+)\.[A-Z]{2}/(\d{7})$", r"\1/\2", paper_id)


class DigestJSON:
    """A digest as our own JSON says it is: what every other reader is compared with."""

    def __init__(self, path):
        self.document = json.loads(Path(path).read_text(encoding="utf-8"))
        self.papers = self.document.get("papers", [])
        self.sections = self.document.get("sections", [])

    def ids(self):
        """Without version, without scheme, in the order of the index."""
        return [bare(paper["id"]) for paper in self.papers]

    def arxiv_ids(self):
        return [i for i in self.ids() if re.fullmatch(r"\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7}", i)]

    def entries(self, kind, entries=None):
        """All entries of one type, in document order, through the topics."""
        if entries is None:
            entries = [entry for section in self.sections for entry in section.get("entries", [])]
        found = []
        for entry in entries:
            if entry.get("type") == kind:
                found.append(entry)
            found += self.entries(kind, entry.get("children", []))
        return found

    def topic_tree(self):
        """Nested pairs (words of the label, topics below) over all sections."""
        def level(entries):
            return [(words(entry["label"]), level(entry.get("children", [])))
                    for entry in entries if entry.get("type") == "topic"]
        return [pair for section in self.sections for pair in level(section.get("entries", []))]

    def titles(self, index):
        """What may stand as the title of a paper: the given title alone, else a name, else its id."""
        paper = self.papers[index]
        if "title" in paper:
            return [words(paper["title"])]
        return [words(name) for name in paper.get("names", [])] + [words("arXiv:" + self.ids()[index])]
