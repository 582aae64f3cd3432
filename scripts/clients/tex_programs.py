"""Titles and other texts that hold programs in TeX: LaTeX prints the bibliography and runs none of them."""

import re
import shutil

from common import Skip, run

SECRET = "qzxcanaryqzx"
PROGRAMS = [
    r"\input{secret.txt}", r"\input secret.txt ", r"\include{secret}", r"\InputIfFileExists{secret.txt}{}{}",
    r"\immediate\write18{touch made}", r"\immediate\openout5=made\relax\immediate\write5{x}\immediate\closeout5",
    r"\openin5=secret.txt\relax\read5 to\x\x", r"^^5cinput{secret.txt}", r"^^\input{secret.txt}",
    r"\csname input\endcsname{secret.txt}", r"\csname @@input\endcsname secret.txt ", r"\def\x{\input{secret.txt}}\x",
    r"\let\x\input\x{secret.txt}", r"\catcode`\%=12 %\input{secret.txt}", r"\loop\iftrue\repeat", r"\uppercase{\input{secret.txt}}",
    r"\expandafter\input\expandafter{secret.txt}", r"\futurelet\x\input{secret.txt}", r"\special{psfile=secret.txt}",
    r"\includegraphics{secret.txt}", r"\text{\input{secret.txt}}", r"\mbox{\input{secret.txt}}", r"\href{x}{\input{secret.txt}}",
    r"\end{document}\input{secret.txt}", r"\begin{filecontents}{made}x\end{filecontents}", r"\aftergroup\input{secret.txt}",
]
FORMS = ["%s", "$%s$", "{%s}", "{{%s}}", r"\(%s\)", "$a_{%s}$", "$a$%s$b$", r"\emph{%s}"]

DOCUMENT = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{lmodern,amsmath}
%s
\begin{document}
\nocite{*}
%s
\end{document}
"""
BIBLATEX = (r"\usepackage[style=numeric,maxbibnames=99,backend=biber]{biblatex}\addbibresource{t.bib}", r"\printbibliography", "biber")
BIBTEX = ("", r"\bibliographystyle{plain}\bibliography{t}", "bibtex")


def check(report, folder, convert):
    """Once for all inputs."""
    for kind, write in (("BibTeX", bibliography), ("Markdown", digest), ("YAML", records)):
        source = folder / f"programs-{kind}.{kind.lower().replace('bibtex', 'bib').replace('markdown', 'md')}"
        source.write_text(write(), encoding="utf-8")
        for dialect, form in (("biblatex", BIBLATEX), ("bibtex", BIBTEX)):
            report.check(source.name, f"pdflatex, {dialect}: programs in texts are not run",
                         lambda: printed(source, folder / f"{kind}-{dialect}", convert, dialect, form))
    report.check("control", "pdflatex: a program in a document of its own is run", lambda: control(folder / "control"))


def texts():
    """Each program in one form after the other."""
    return [FORMS[number % len(FORMS)].replace("%s", program) for number, program in enumerate(PROGRAMS * len(FORMS), 1)]


def bibliography():
    fields = ("title", "author", "journal", "note", "abstract", "keywords", "publisher", "annote")
    entries = []
    for number, text in enumerate(texts()):
        # A field of balanced braces, as every program here has.
        hostile = fields[number % len(fields)]
        values = {"title": "Kites", "author": "Bee, Ann", "year": "2024", hostile: text}
        entries.append(f"@article{{k{number},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in values.items()) + "}\n")
    return "\n".join(entries)


def digest():
    lines = [f"- `2409.{number:05}`: Kite{number}: {text} flies" for number, text in enumerate(texts(), 1)]
    return "# TOPIC_TREE\n\n" + "\n".join(lines) + "\n"


def records():
    papers = [f"  - id: '2409.{number:05}'\n    title: {quoted(text)}\n    authors: [{{family: {quoted(text)}}}]\n"
              f"    container: {quoted(text)}\n    abstract: {quoted(text)}\n    tags: [{quoted(text)}]\n"
              for number, text in enumerate(texts(), 1)]
    return "digest: 2\npapers:\n" + "".join(papers)


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def printed(source, folder, convert, dialect, form):
    bibliography = prepared(folder) / "t.bib"
    run(convert, source, "--to", "bibtex", "--bibtex-dialect", dialect, "-o", bibliography)
    return compiled(folder, DOCUMENT % form[:2], form[2])


def control(folder):
    text, made = compile_once(prepared(folder), DOCUMENT % ("", PROGRAMS[0] + PROGRAMS[4]), None)
    return [] if SECRET in text and made else ["the secret is not printed, or nothing was made: the other checks show nothing"]


def prepared(folder):
    for name in ("pdflatex", "biber", "bibtex", "pdftotext"):
        if not shutil.which(name):
            raise Skip(f"{name} is not installed")
    folder.mkdir()
    (folder / "secret.txt").write_text(SECRET + "\n", encoding="utf-8")
    (folder / "secret.tex").write_text(SECRET + "\n", encoding="utf-8")
    return folder


def compiled(folder, document, program):
    text, made = compile_once(folder, document, program)
    return (["the secret is printed"] if SECRET in text else []) + (["a file was made"] if made else []) + \
        ([] if re.search("Kite|2024|2409", text) else ["nothing is printed"])


def compile_once(folder, document, program):
    """The text of the document, and whether a file was made. LaTeX may run programs of the shell here."""
    (folder / "t.tex").write_text(document, encoding="utf-8")
    latex = ("pdflatex", "-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "t")
    run(*latex, cwd=folder)
    if program:
        run(program, "t", cwd=folder)
        run(*latex, cwd=folder)
        run(*latex, cwd=folder)
    text = "".join(run("pdftotext", "-raw", "t.pdf", "-", cwd=folder)).replace("\n", "")
    return text, (folder / "made").exists()
