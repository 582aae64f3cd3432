"""A bibliography as LaTeX prints it: biblatex with biber, read back from the PDF."""

import re
import shutil
import unicodedata

from common import Skip, run

DOCUMENT = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{lmodern,amsmath}
\usepackage[style=numeric,maxbibnames=99,backend=biber]{biblatex}
\addbibresource{%s}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""


def check(report, source, out, digest, convert):
    # What a digest alone does not say of its papers is not printed.
    papers = [paper for paper in digest.papers if paper.get("title") and paper.get("authors")]
    if papers:
        report.check(source.name, "LaTeX, biblatex: titles, authors, years and ids are printed",
                     lambda: printed(out / f"{source.stem}.bib", papers))


def printed(bib, papers):
    for program in ("pdflatex", "biber", "pdftotext"):
        if not shutil.which(program):
            raise Skip(f"{program} is not installed")
    beyond = sorted({sign for sign in bib.read_text(encoding="utf-8") if ord(sign) > 0x17F and sign.isalpha()})
    if beyond:
        raise Skip(f"pdflatex has no letters such as {' '.join(beyond[:5])}")
    folder = bib.parent / "latex"
    folder.mkdir(exist_ok=True)
    (folder / "t.tex").write_text(DOCUMENT % f"../{bib.name}", encoding="utf-8")
    for command in (("pdflatex", "-interaction=nonstopmode", "t"), ("biber", "t"),
                    ("pdflatex", "-interaction=nonstopmode", "t")):
        run(*command, cwd=folder)
    text = letters("".join(run("pdftotext", "-raw", "t.pdf", "-", cwd=folder)))
    found = []
    for paper in papers:
        # What is printed of a formula is not what is written.
        wanted = [paper["title"].split("$")[0], family(paper["authors"][0]), str(paper.get("date") or paper.get("month") or "")[:4],
                  paper["id"].split("v")[0]]
        found += [f"{paper['id']}: {part!r} is not printed" for part in wanted if letters(part) not in text]
    return found


def family(author):
    return author if isinstance(author, str) else author.get("family") or author["literal"]


def letters(text):
    """ASCII letters and digits alone: lines are broken, and accents are signs of their own."""
    return re.sub("[^a-z0-9]", "", unicodedata.normalize("NFKC", text).lower())
