"""The process that answers requests, and is started again when it ends before its time."""

import itertools
import json
import os
import subprocess
import tempfile
import threading
from collections import deque
from concurrent.futures import Future
from typing import IO, Any, Deque, Dict, Mapping, Optional, Sequence

from ._errors import ProgramError
from ._program import refusal

#: A reply of the program, as it is in JSON.
Reply = Dict[str, Any]

#: How often a document is given to the program: one that was in flight when the program ended is sent once more.
_ATTEMPTS = 2
#: Statuses of a program that did not start: wrong arguments, not executable, libraries that are missing.
_REFUSALS = (2, 126, 127)


class _Pending:
    """A request without an answer."""

    def __init__(self, key: int, line: bytes) -> None:
        self.key = key
        self.line = line
        self.attempts = 0
        self.answer: "Future[Reply]" = Future()


class Channel:
    """Requests go in, replies come out, whatever becomes of the process between.

    A thread reads the replies of a process. When it sees the end of one that owes replies, it starts the next. All that
    writes to a process, starts or ends it holds the lock.
    """

    def __init__(self, program: str, arguments: Sequence[str]) -> None:
        self._program = program
        self._arguments = list(arguments)
        self._closed = False
        self._begin()

    @property
    def pid(self) -> Optional[int]:
        process = self._process
        return None if process is None else process.pid

    def _begin(self) -> None:
        """Nothing is started or asked yet, in this process."""
        inherited = getattr(self, "_process", None)
        _close(getattr(self, "_messages", None))
        self._owner = os.getpid()
        # Held by who writes, starts or ends the program.
        self._lock = threading.Lock()
        self._process: Optional["subprocess.Popen[bytes]"] = None
        self._messages: Optional[IO[bytes]] = None
        self._reader: Optional[threading.Thread] = None
        self._pending: Dict[int, _Pending] = {}
        self._keys = itertools.count(1)
        if inherited is not None:
            # The program of the process that forked this one ends only when nobody else holds its input. The stream
            # itself is left alone: another thread may have been writing to it.
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, inherited.stdin.fileno())
            os.close(null)
            inherited.returncode = 0

    def submit(self, asked: Mapping[str, Any]) -> "Future[Reply]":
        if self._owner != os.getpid():
            self._begin()
        with self._lock:
            if self._closed:
                raise ValueError("the worker is closed")
            if self._process is None:
                self._attend(self._start())
            process = self._process
            assert process is not None and process.stdin is not None
            key = next(self._keys)
            line = json.dumps({"id": key, **asked}, ensure_ascii=False).encode("utf-8", "surrogateescape") + b"\n"
            pending = _Pending(key, line)
            self._pending[key] = pending
            pending.attempts += 1
            try:
                process.stdin.write(line)
                process.stdin.flush()
            except OSError:
                # It has ended. The reader sees that, too, and sends the document again.
                pass
            return pending.answer

    def _start(self) -> "subprocess.Popen[bytes]":
        messages = tempfile.TemporaryFile()
        try:
            process = subprocess.Popen(
                [self._program, "worker", *self._arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=messages,
                # An interrupt at the terminal is for this process, which decides what becomes of the other.
                start_new_session=True,
            )
        except OSError as error:
            messages.close()
            raise ProgramError(f"'{self._program}' does not run: {error.strerror}") from error
        _close(self._messages)
        self._messages = messages
        return process

    def _attend(self, process: "subprocess.Popen[bytes]") -> None:
        """Lets a thread read the replies of a process."""
        self._process = process
        self._reader = threading.Thread(target=self._read, args=(process,), name="digest-convert", daemon=True)
        self._reader.start()

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        answered = False
        assert process.stdout is not None
        for line in process.stdout:
            if not self._answer(line):
                break
            answered = True
        else:
            _wait(process)
        # What is cut off, or is not a reply, is the end of it.
        process.kill()
        with self._lock:
            process.wait()
            _close(process.stdin)
            process.stdout.close()
            if self._process is process:
                self._process = None
            if self._pending:
                try:
                    self._recover(process, answered)
                except Exception as error:
                    self._give_up(error)

    def _answer(self, line: bytes) -> bool:
        """Hands a reply to who waits for it; says whether it was one."""
        try:
            reply = json.loads(line)
            key, _ = int(reply["id"]), reply["status"]
        except (ValueError, KeyError, TypeError):
            return False
        pending = self._pending.pop(key, None)
        if pending is not None:
            pending.answer.set_result(reply)
        return True

    def _recover(self, dead: "subprocess.Popen[bytes]", answered: bool) -> None:
        """Starts the program again, and sends it what the last one has not answered: one document after the other, so
        that only the document at fault is lost if one ends the program."""
        if dead.returncode in _REFUSALS and not answered:
            raise refusal(self._program, self._written())
        if self._closed:
            raise ProgramError("the worker was closed before this document was converted")
        suspects = deque(sorted(self._pending.values(), key=lambda pending: pending.key))
        while suspects:
            process = self._start()
            if self._ask_each(process, suspects):
                self._attend(process)
            else:
                process.kill()
                process.wait()
                _close(process.stdin)
                assert process.stdout is not None
                process.stdout.close()

    def _ask_each(self, process: "subprocess.Popen[bytes]", suspects: Deque[_Pending]) -> bool:
        """Asks the process for each of them and takes away what is decided; says whether it still runs."""
        assert process.stdin is not None and process.stdout is not None
        while suspects:
            pending = suspects[0]
            if pending.attempts >= _ATTEMPTS:
                suspects.popleft()
                self._answer(json.dumps(_lost(pending)).encode())
                continue
            pending.attempts += 1
            try:
                process.stdin.write(pending.line)
                process.stdin.flush()
                alive = self._answer(process.stdout.readline())
            except OSError:
                alive = False
            if not alive:
                return False
            suspects.popleft()
        return True

    def _give_up(self, error: Exception) -> None:
        while self._pending:
            _, pending = self._pending.popitem()
            pending.answer.set_exception(error)

    def _written(self) -> str:
        """The end of what the program has written as messages."""
        if self._messages is None:
            return ""
        size = self._messages.seek(0, os.SEEK_END)
        self._messages.seek(max(0, size - 2000))
        return self._messages.read().decode("utf-8", "replace")

    def close(self) -> None:
        """Ends the process when it has finished what it has. Does nothing a second time."""
        if self._owner != os.getpid():
            self._begin()
        with self._lock:
            self._closed = True
            process, reader = self._process, self._reader
            if process is not None:
                _close(process.stdin)
        if reader is not None and reader is not threading.current_thread():
            reader.join()
        with self._lock:
            _close(self._messages)
            self._messages = None

    def kill(self) -> None:
        """Ends the process at once; requests that it has get a ProgramError."""
        self._closed = True
        process = self._process
        if process is not None and self._owner == os.getpid():
            process.kill()
        self.close()


def _lost(pending: _Pending) -> Reply:
    finding = {
        "severity": "error",
        "id": "request/unanswered",
        "summary": f"the program ended {_ATTEMPTS} times while it had this document",
        "help": "try the document with the command alone; it may want more memory than there is",
    }
    return {"id": pending.key, "status": 70, "outputs": [], "diagnostics": [finding], "losses": []}


def _wait(process: "subprocess.Popen[bytes]") -> None:
    """Lets a process end that has closed its output, so that its status is its own."""
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        pass


def _close(stream: Optional[IO[bytes]]) -> None:
    if stream is not None:
        try:
            stream.close()
        except OSError:
            # What could not be written any more; the reader knows that the program has ended.
            pass


