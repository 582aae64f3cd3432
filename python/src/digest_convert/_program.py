"""Finds the program: the one in this package, or another one."""

import os
import shutil
from typing import Optional

from ._errors import ProgramError

_BUNDLED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bin", "digest-convert")
_VARIABLE = "DIGEST_CONVERT"

#: What the program loads from the system where it was not built for a wheel.
LIBRARIES = "apt install libxml2 libyaml-0-2 libmd4c0"


def find_program(program: Optional[str] = None) -> str:
    """The path of the program.

    It is the one that is named, else the one in the variable DIGEST_CONVERT, else the one in this package, else
    `digest-convert` on the PATH.

    Raises:
        ProgramError: there is none.
    """
    named = program or os.environ.get(_VARIABLE)
    if named:
        found = shutil.which(named)
        if not found:
            raise ProgramError(f"there is no program '{named}'")
        return os.path.abspath(found)
    if os.access(_BUNDLED, os.X_OK):
        return _BUNDLED
    for folder in os.get_exec_path():
        candidate = os.path.join(folder or os.curdir, "digest-convert")
        if os.path.isfile(candidate) and os.access(candidate, os.X_OK) and not _is_our_script(candidate):
            return os.path.abspath(candidate)
    raise ProgramError(
        "this package was installed without the program digest-convert, and there is none on the PATH; "
        f"install a wheel of this platform, or the program, or name it in {_VARIABLE}"
    )


def _is_our_script(path: str) -> bool:
    """Whether the file is the script that pip makes of this package, which would look for the program again."""
    try:
        with open(path, "rb") as file:
            head = file.read(2048)
    except OSError:
        return True
    return head.startswith(b"#!") and b"digest_convert" in head


def refusal(program: str, message: str) -> ProgramError:
    """What to say of a program that ended before it answered anything; `message` is what it wrote."""
    message = message.strip() or "it wrote no message"
    remedy = ""
    if "shared libraries" in message:
        remedy = f"; install what it needs (on Debian: {LIBRARIES}), or a wheel that has all in it"
    elif "GLIBC" in message:
        remedy = "; this system is older than the one that it was built for: build it here"
    return ProgramError(f"'{program}' does not run: {message}{remedy}")
