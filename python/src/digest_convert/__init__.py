"""Converts digests and lists of papers to the formats of other programs, and says what is wrong with them.

The work is done by the program digest-convert, which is in the wheel. For one document::

    from digest_convert import convert, check, papers

    bibliography = convert(text, to="bibtex")
    findings = check(text)
    frame = pandas.DataFrame(papers(text))

Each call starts the program, which takes some milliseconds. For many documents a `Worker` keeps it::

    from digest_convert import Worker

    with Worker() as worker:
        for result in worker.map(documents, to="jats"):
            ...
"""

from typing import Any, Dict, List, Optional, Union

from ._documents import Content, Document, Formats, Output, Result
from ._errors import ConversionError, Diagnostic, DigestConvertError, Place, ProgramError
from ._program import find_program
from ._tables import Row
from ._worker import Worker

__all__ = [
    "Content",
    "ConversionError",
    "Diagnostic",
    "DigestConvertError",
    "Document",
    "Formats",
    "Output",
    "Place",
    "ProgramError",
    "Result",
    "Row",
    "Worker",
    "check",
    "convert",
    "find_program",
    "papers",
    "run",
    "tables",
]


def convert(
    content: Content, to: Formats, *, name: Optional[str] = None, **options: Any
) -> Union[Output, Dict[str, Output]]:
    """Converts one document.

    Args:
        content: its text, its bytes, or the path of its file (`pathlib.Path`).
        to: a format, or several. `digest-convert formats` lists them.
        name: what it is called in messages; its format and month are found by it: `2024-09.md`.
        options: those of `digest-convert convert`, with `_` for `-`: `bibtex_dialect="bibtex"`, `select="rank <= 5"`,
            `keep_going=True`, `from_="ris"`.

    Returns:
        For one format its output: a text, bytes (`sqlite`, `xlsx`), or a mapping of names to texts where it is a folder
        (`csv-bundle`, `notes`). For several formats a mapping of these.

    Raises:
        ConversionError: it was not converted; its `diagnostics` say why, and where.
        ProgramError: the program is not there, or does not run here.
    """
    with Worker(jobs=1) as worker:
        return worker.convert(content, to, name=name, **options)


def check(content: Content, *, name: Optional[str] = None, **options: Any) -> List[Diagnostic]:
    """What is wrong with one document; nothing is an empty list. Arguments are those of `convert`.

    Raises:
        ConversionError: it could not be checked: options are wrong, its file cannot be read.
        ProgramError: the program is not there, or does not run here.
    """
    with Worker(jobs=1) as worker:
        return worker.check(content, name=name, **options)


def papers(content: Content, *, name: Optional[str] = None, **options: Any) -> List[Row]:
    """The papers that a document names, as flat rows for `pandas.DataFrame`. Arguments are those of `convert`.

    Ids are texts with their scheme: `arXiv:2409.10000`. Lists are joined by `; `, as in the table that
    `--to csv` writes; `tables` has them apart.

    Raises:
        ConversionError: it was not converted; its `diagnostics` say why, and where.
        ProgramError: the program is not there, or does not run here.
    """
    with Worker(jobs=1) as worker:
        return worker.papers(content, name=name, **options)


def tables(content: Content, *, name: Optional[str] = None, **options: Any) -> Dict[str, List[Row]]:
    """All tables of a document, as `--to csv-bundle` writes them, by their names. Arguments are those of `convert`.

    Raises:
        ConversionError: it was not converted; its `diagnostics` say why, and where.
        ProgramError: the program is not there, or does not run here.
    """
    with Worker(jobs=1) as worker:
        return worker.tables(content, name=name, **options)


def run(
    content: Content, to: Optional[Formats] = None, *, name: Optional[str] = None, **options: Any
) -> Result:
    """Converts one document and returns all that is said of it, or without `to` checks it. Arguments are those of
    `convert`; a document that cannot be converted has a status and raises nothing.

    Raises:
        ProgramError: the program is not there, or does not run here.
    """
    with Worker(jobs=1) as worker:
        return worker.run(Document(content, name), to, **options)
