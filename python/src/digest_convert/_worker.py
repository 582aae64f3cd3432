"""A process that stays: `digest-convert worker`."""

import functools
import os
import queue
from collections import deque
from concurrent.futures import Future
from types import TracebackType
from typing import TYPE_CHECKING, Any, Deque, Dict, Iterable, Iterator, List, NoReturn, Optional, Tuple, Type, Union

from ._channel import Channel, Reply
from ._documents import Content, Document, Formats, Output, Result, formats, is_one, request, result
from ._errors import ConversionError, Diagnostic
from ._program import find_program
from ._tables import Row


class Worker:
    """A process of the program that converts one document after the other.

    It is started with the first document, and again if it ends before its time. A document that was in flight then is
    sent again, alone; if the process ends once more, its result says so with status 70, and the others go on.

    A worker may be used by several threads. It belongs to the process that has made it: a process that was forked starts
    a program of its own with the first document, and a worker cannot be pickled.

    Example::

        with Worker(limit_time=10) as worker:
            for result in worker.map(Path("months").glob("*.md"), to="jats"):
                print(result.name, result.status)

    Args:
        jobs: how many documents are converted at once; by default as many as there are processors.
        limit_time: seconds that a document may take, by default 60.
        limit_size: bytes that a document may have with all else that its request says, by default 64 MiB.
        catalogue: the catalogue of papers that completes titles and authors.
        complete: whether your own catalogue does, as with `--complete`.
        program: the path of the program; by default that in this package.
    """

    def __init__(
        self,
        *,
        jobs: Optional[int] = None,
        limit_time: Optional[float] = None,
        limit_size: Optional[int] = None,
        catalogue: Union[str, "os.PathLike[str]", None] = None,
        complete: bool = False,
        program: Optional[str] = None,
    ) -> None:
        arguments = _arguments(jobs, limit_time, limit_size, catalogue) + (["--complete"] if complete else [])
        self._channel = Channel(find_program(program), arguments)
        self._in_flight = 4 * (jobs or os.cpu_count() or 1)

    # MARK: Documents

    def run(self, document: Union[Document, Content], to: Optional[Formats] = None, **options: Any) -> Result:
        """Converts a document and returns all that is said of it; without `to` it is only checked.

        Options are those of `digest-convert convert`, with `_` for `-`. A document that cannot be converted raises
        nothing here: the result has a status and diagnostics.

        Raises:
            ProgramError: the program does not run.
            ValueError: the worker is closed.
        """
        return result(self._channel.submit(request(document, to, options)).result(), document)

    def convert(
        self, content: Content, to: Formats, *, name: Optional[str] = None, **options: Any
    ) -> Union[Output, Dict[str, Output]]:
        """The output in the format, or a mapping of outputs where several formats are asked for.

        Raises:
            ConversionError: an output could not be made.
            ProgramError: the program does not run.
        """
        found = self.run(Document(content, name), to, **options)
        if is_one(to):
            return found.output()
        if not found.ok and not set(formats(to)) - {"all"} <= set(found.outputs) or not found.outputs:
            raise ConversionError(found.status, found.diagnostics, name)
        return found.outputs

    def check(self, content: Content, *, name: Optional[str] = None, **options: Any) -> List[Diagnostic]:
        """What is wrong with the document; nothing is an empty list.

        Raises:
            ConversionError: it could not be checked: options are wrong, its file cannot be read.
            ProgramError: the program does not run.
        """
        found = self.run(Document(content, name), None, **options)
        # An input that is refused is a finding; see `digest-convert --help` for the statuses.
        if found.status not in (0, 1, 4):
            found.raise_for_status()
        return list(found.diagnostics)

    def papers(self, content: Content, *, name: Optional[str] = None, **options: Any) -> List[Row]:
        """The papers that the document names, one flat row each, in the order of their first mention.

        Raises:
            ConversionError: the document could not be converted.
            ProgramError: the program does not run.
        """
        return self.run(Document(content, name), "csv", **_without_table_options(options)).papers()

    def tables(self, content: Content, *, name: Optional[str] = None, **options: Any) -> Dict[str, List[Row]]:
        """All tables of the document by their names, as `csv-bundle` writes them.

        Raises:
            ConversionError: the document could not be converted.
            ProgramError: the program does not run.
        """
        return self.run(Document(content, name), "csv-bundle", **_without_table_options(options)).tables()

    def map(
        self,
        documents: Iterable[Union[Document, Content]],
        to: Optional[Formats] = None,
        *,
        ordered: bool = True,
        in_flight: Optional[int] = None,
        **options: Any,
    ) -> Iterator[Result]:
        """Converts many documents and yields a result for each, in their order, or as they are ready.

        Documents are taken from the iterable as results are taken from here, so neither is ever held whole; at most
        `in_flight` documents are on their way, by default four for each job.

        Raises:
            ProgramError: the program does not run.
        """
        room = max(1, in_flight or self._in_flight)
        wanted = formats(to)
        submitted = ((document, self._channel.submit(request(document, wanted, options))) for document in documents)
        return _in_order(submitted, room) if ordered else _as_ready(submitted, room)

    # MARK: Its end

    def close(self) -> None:
        """Ends the program when it has finished what it has. Does nothing a second time."""
        self._channel.close()

    def kill(self) -> None:
        """Ends the program at once; documents that it has get no result but a ProgramError."""
        self._channel.kill()

    def __enter__(self) -> "Worker":
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.kill()

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Worker belongs to its process; make one in each")

    @property
    def pid(self) -> Optional[int]:
        """The number of the process, if it runs."""
        return self._channel.pid

def _arguments(
    jobs: Optional[int],
    limit_time: Optional[float],
    limit_size: Optional[int],
    catalogue: Union[str, "os.PathLike[str]", None],
) -> List[str]:
    # Replies have ids, so their order does not matter.
    arguments = ["--unordered"]
    if jobs is not None:
        arguments += ["-j", str(jobs)]
    if limit_time is not None:
        arguments += ["--limit-time", f"{limit_time:g}"]
    if limit_size is not None:
        arguments += ["--limit-size", str(limit_size)]
    if catalogue is not None:
        arguments += ["--catalogue", os.path.abspath(catalogue)]
    return arguments


_Asked = Tuple[Union[Document, Content], "Future[Reply]"]
_Submitted = Iterator[_Asked]
if TYPE_CHECKING:
    _Ready = queue.SimpleQueue[_Asked]


def _in_order(submitted: _Submitted, room: int) -> Iterator[Result]:
    waiting: Deque[_Asked] = deque()
    for one in submitted:
        waiting.append(one)
        if len(waiting) >= room:
            document, answer = waiting.popleft()
            yield result(answer.result(), document)
    while waiting:
        document, answer = waiting.popleft()
        yield result(answer.result(), document)


def _put(ready: "_Ready", document: Union[Document, Content], answer: "Future[Reply]") -> None:
    ready.put((document, answer))


def _as_ready(submitted: _Submitted, room: int) -> Iterator[Result]:
    ready: "_Ready" = queue.SimpleQueue()

    def take() -> Result:
        document, answer = ready.get()
        return result(answer.result(), document)

    count = 0
    for document, answer in submitted:
        answer.add_done_callback(functools.partial(_put, ready, document))
        count += 1
        if count >= room:
            yield take()
            count -= 1
    for _ in range(count):
        yield take()


def _without_table_options(options: Dict[str, Any]) -> Dict[str, Any]:
    for name in options:
        if name.startswith("csv_"):
            raise TypeError(f"'{name}' is for tables that are written; rows are read from tables of the default form")
    return options
