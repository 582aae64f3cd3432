"""What is raised, and what is said of documents."""

from dataclasses import dataclass
from typing import Any, Mapping, Optional, Sequence, Tuple


@dataclass(frozen=True)
class Place:
    """Where something is, with a message: a note of a diagnostic."""

    message: str
    path: Optional[str] = None
    line: Optional[int] = None
    column: Optional[int] = None


@dataclass(frozen=True)
class Diagnostic:
    """One finding about a document.

    Lines and columns count from 1, columns in bytes of UTF-8; they are None where a finding has no place. `id` is what
    `digest-convert explain` explains.
    """

    severity: str
    id: str
    message: str
    help: Optional[str] = None
    path: Optional[str] = None
    line: Optional[int] = None
    column: Optional[int] = None
    end_line: Optional[int] = None
    end_column: Optional[int] = None
    offset: Optional[int] = None
    length: Optional[int] = None
    notes: Tuple[Place, ...] = ()

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place + ': ' if place else ''}{self.severity}: {self.message} [{self.id}]"

    @classmethod
    def of(cls, finding: Mapping[str, Any]) -> "Diagnostic":
        """The finding in a reply of the program."""
        notes = tuple(
            Place(note.get("summary", ""), note.get("file"), note.get("line"), note.get("column"))
            for note in finding.get("notes", ())
        )
        return cls(
            severity=finding.get("severity", "error"),
            id=finding.get("id", ""),
            message=finding.get("summary", ""),
            help=finding.get("help"),
            path=finding.get("file"),
            line=finding.get("line"),
            column=finding.get("column"),
            end_line=finding.get("endLine"),
            end_column=finding.get("endColumn"),
            offset=finding.get("offset"),
            length=finding.get("length"),
            notes=notes,
        )


class DigestConvertError(Exception):
    """All that this package raises itself."""


class ProgramError(DigestConvertError):
    """The program is not there, or does not run here. The message says what to do."""


class ConversionError(DigestConvertError):
    """A document was not converted.

    Attributes:
        status: the exit status that the command would have ended with.
        diagnostics: all findings about the document, each with `path`, `line`, `column`, `id` and `message`.
    """

    def __init__(self, status: int, diagnostics: Sequence[Diagnostic], name: Optional[str] = None) -> None:
        self.status = status
        self.diagnostics = tuple(diagnostics)
        self.name = name
        errors = [str(finding) for finding in self.diagnostics if finding.severity == "error"]
        super().__init__("\n".join(errors) or f"{name or 'the document'}: not converted (status {status})")

    def __reduce__(self) -> Tuple[Any, ...]:
        # Exceptions go from one process to another.
        return (ConversionError, (self.status, self.diagnostics, self.name))
