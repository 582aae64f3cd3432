"""Hayagriva as Typst prints it: a document that cites every paper, read back from the PDF."""

import re
import shutil
import unicodedata

from common import Skip, module, run, words

DOCUMENT = """#set page(width: 60cm, height: auto)
{cites}
#bibliography("t.yaml", style: "chicago-author-date")
"""


def check(report, source, out, digest, convert):
    report.check(source.name, "Typst: a document cites every paper; titles, authors, ids are printed",
                 lambda: printed(source, out, digest, convert))


def printed(source, out, digest, convert):
    compiler = module("typst")
    if not shutil.which("pdftotext"):
        raise Skip("pdftotext is not installed")
    folder = out / "typst"
    folder.mkdir(exist_ok=True)
    run(convert, source, "--to", "hayagriva", "-q", "-o", folder / "t.yaml")
    keys = re.findall(r"^(\w+):$", (folder / "t.yaml").read_text(encoding="utf-8"), re.M)
    if len(keys) != len(digest.papers):
        return [f"{len(keys)} keys, expected {len(digest.papers)}"]
    (folder / "t.typ").write_text(DOCUMENT.format(cites="\n".join(f"#cite(<{key}>)" for key in keys)), encoding="utf-8")
    compiler.compile(str(folder / "t.typ"), output=str(folder / "t.pdf"))
    text = letters(run("pdftotext", "-raw", folder / "t.pdf", "-")[0])
    complaints = []
    for index, paper in enumerate(digest.papers):
        if not any(letters(title) in text for title in digest.titles(index)):
            complaints.append(f"no title of {paper['id']}: {digest.titles(index)}")
        for name in paper.get("authors", [])[:1]:
            if letters(name.get("family") or name.get("literal") or "") not in text:
                complaints.append(f"{paper['id']}: author {name} is not printed")
    return complaints


def letters(text):
    """Without spaces: lines are broken anywhere."""
    text = unicodedata.normalize("NFKD", words(text))
    return "".join(sign for sign in text if sign.isalnum())
