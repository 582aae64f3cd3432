"""Documents on their way to the program, and what comes back."""

import base64
import os
from dataclasses import dataclass, field, replace
from typing import Any, Collection, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from ._errors import ConversionError, Diagnostic
from ._tables import Row, bundle_rows, rows

#: The text of a document, its bytes, or the path of its file.
Content = Union[str, bytes, "os.PathLike[str]"]

#: What a format gives: a text, bytes, or the files of a folder by their names.
Output = Union[str, bytes, Dict[str, Union[str, bytes]]]

#: One format, or several: "jats", "jats,bibtex", ["jats", "bibtex"].
Formats = Union[str, Iterable[str]]


@dataclass(frozen=True)
class Document:
    """A document with a name, and with an id that its result will have.

    The name stands in messages, and the format and the month are found by it as by that of a file: `2024-09.md`.
    """

    content: Content
    name: Optional[str] = None
    id: Any = None


@dataclass(frozen=True)
class Result:
    """What became of one document.

    Attributes:
        status: 0 if all is well, else the exit status of the command.
        outputs: by format, those that were made.
        diagnostics: the findings, in the order of the document.
        losses: what outputs could not hold, as in the loss report.
    """

    status: int
    id: Any = None
    name: Optional[str] = None
    outputs: Dict[str, Output] = field(default_factory=dict)
    diagnostics: Tuple[Diagnostic, ...] = ()
    losses: Tuple[Mapping[str, Any], ...] = ()

    @classmethod
    def of(cls, reply: Mapping[str, Any]) -> "Result":
        """What a reply of `digest-convert worker` says, a line of JSON that was read already; it has no name."""
        return cls(
            status=reply["status"],
            id=reply.get("id"),
            outputs={output["format"]: _output(output) for output in reply.get("outputs") or ()},
            diagnostics=tuple(Diagnostic.of(finding) for finding in reply.get("diagnostics") or ()),
            losses=tuple(reply.get("losses") or ()),
        )

    @property
    def ok(self) -> bool:
        """Whether the status is 0."""
        return self.status == 0

    def output(self, format: Optional[str] = None) -> Output:
        """The output in this format; without one, the only output.

        Raises:
            ConversionError: there is no such output, and the status says why.
        """
        if format is None and len(self.outputs) == 1:
            return next(iter(self.outputs.values()))
        if format is not None and format in self.outputs:
            return self.outputs[format]
        if self.outputs and self.ok:
            raise KeyError(format)
        raise ConversionError(self.status, self.diagnostics, self.name)

    def tables(self, names: Optional[Collection[str]] = None) -> Dict[str, List[Row]]:
        """The rows of tables by their names, where `csv-bundle` was asked for: of all, or of those that are named.

        Raises:
            ConversionError: there is no such output, and the status says why.
        """
        files = self.output("csv-bundle")
        assert isinstance(files, dict)
        return bundle_rows(files, names)

    def papers(self) -> List[Row]:
        """The rows of the papers, where `csv` was asked for.

        Raises:
            ConversionError: there is no such output, and the status says why.
        """
        text = self.output("csv")
        assert isinstance(text, str)
        return rows(text)

    def raise_for_status(self) -> "Result":
        """Itself, if the status is 0.

        Raises:
            ConversionError: it is not.
        """
        if not self.ok:
            raise ConversionError(self.status, self.diagnostics, self.name)
        return self


def formats(to: Optional[Formats]) -> List[str]:
    """The names of the formats that are asked for; none is a check."""
    names = to.split(",") if isinstance(to, str) else list(to or ())
    return [name.strip() for name in names if name.strip()]


def is_one(to: Formats) -> bool:
    """Whether one output is asked for, and not a mapping of several."""
    return isinstance(to, str) and "," not in to and to.strip() != "all"


def request(document: Union[Document, Content], to: Optional[Formats], options: Mapping[str, Any]) -> Dict[str, Any]:
    """What the program is asked, but for the id.

    Options are those of `digest-convert convert`, with `_` for `-`, also at the end of a word of Python: `from_`.
    """
    if not isinstance(document, Document):
        document = Document(document)
    asked: Dict[str, Any] = {}
    if document.name is not None:
        asked["name"] = document.name
    asked.update(_content(document))
    names = formats(to)
    if names:
        asked["to"] = names
    named = {key.rstrip("_").replace("_", "-"): value for key, value in options.items() if value is not None}
    if "from" in named:
        asked["from"] = named.pop("from")
    if named:
        asked["options"] = named
    return asked


def _content(document: Document) -> Dict[str, Any]:
    content = document.content
    if isinstance(content, str):
        try:
            content.encode("utf-8")
        except UnicodeEncodeError:
            # Halves of characters: not UTF-8, as the program will say.
            return {"base64": base64.b64encode(content.encode("utf-8", "surrogatepass")).decode("ascii")}
        return {"text": content}
    if isinstance(content, (bytes, bytearray, memoryview)):
        return {"base64": base64.b64encode(content).decode("ascii")}
    path = os.fspath(content)
    if not isinstance(path, str):
        raise TypeError("a path is a text")
    named = {} if document.name is not None else {"name": path.encode("utf-8", "replace").decode("utf-8")}
    return {"path": os.path.abspath(path), **named}


def result(reply: Mapping[str, Any], document: Union[Document, Content]) -> Result:
    """What a reply says of the document that was asked for."""
    given = document if isinstance(document, Document) else Document(document)
    name = given.name
    if name is None and isinstance(given.content, os.PathLike):
        name = os.fspath(given.content)
    return replace(Result.of(reply), id=given.id, name=name)


def _output(output: Mapping[str, Any]) -> Output:
    if "files" in output:
        return {file["path"]: _bytes_or_text(file) for file in output["files"]}
    return _bytes_or_text(output)


def _bytes_or_text(holder: Mapping[str, Any]) -> Union[str, bytes]:
    if "base64" in holder:
        return base64.b64decode(holder["base64"])
    text: str = holder["text"]
    return text
