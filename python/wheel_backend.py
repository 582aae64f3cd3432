"""Builds the wheel: a backend for pip (PEP 517) that needs Python's standard library only.

DIGEST_CONVERT_PROGRAM names a folder that holds `bin/digest-convert` and maybe `lib/`, which then are in the wheel; it
has the tag of the platform that DIGEST_CONVERT_PLATFORM names. Without them the wheel is for any platform, and the
package looks for the program when it is used. The same files and SOURCE_DATE_EPOCH give the same bytes."""

import base64
import hashlib
import os
import re
import stat
import time
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = "digest_convert"


def version():
    """That of the program."""
    source = HERE.parent / "Sources" / "Conversion" / "Reporting" / "ProgramVersion.swift"
    return re.search(r'programVersion = "([^"]+)"', source.read_text(encoding="utf-8"))[1]


def setting(name):
    """A text of pyproject.toml; Python 3.9 and 3.10 cannot read it otherwise."""
    return re.search(rf'^{name} = "([^"]*)"', (HERE / "pyproject.toml").read_text(encoding="utf-8"), re.M)[1]


def metadata():
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    return (
        f"Metadata-Version: 2.1\nName: {setting('name')}\nVersion: {version()}\nSummary: {setting('description')}\n"
        f"License: {setting('license')}\nRequires-Python: {setting('requires-python')}\n"
        f"Description-Content-Type: text/markdown\n\n{readme}"
    )


def entry_points():
    return f"[console_scripts]\n{setting('name')} = {setting(setting('name'))}\n"


def contents(platform):
    """The files of the wheel: names with bytes and whether they are programs."""
    for path in sorted((HERE / "src" / PACKAGE).rglob("*")):
        name = path.relative_to(HERE / "src" / PACKAGE)
        # Nothing that tools leave there.
        if path.is_file() and (path.suffix == ".py" or path.name == "py.typed"):
            yield f"{PACKAGE}/{name}", path.read_bytes(), False
    folder = os.environ.get("DIGEST_CONVERT_PROGRAM")
    for path in sorted(Path(folder).rglob("*")) if folder else ():
        if path.is_file():
            yield f"{PACKAGE}/{path.relative_to(folder)}", path.read_bytes(), True
    info = f"{PACKAGE}-{version()}.dist-info"
    yield f"{info}/METADATA", metadata().encode(), False
    pure = str(platform == "any").lower()
    yield f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: {PACKAGE}\nRoot-Is-Purelib: {pure}\nTag: py3-none-{platform}\n".encode(), False
    yield f"{info}/entry_points.txt", entry_points().encode(), False
    yield f"{info}/LICENSE", (HERE.parent / "LICENSE").read_bytes(), False


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    platform = os.environ.get("DIGEST_CONVERT_PLATFORM", "any") if os.environ.get("DIGEST_CONVERT_PROGRAM") else "any"
    name = f"{PACKAGE}-{version()}-py3-none-{platform}.whl"
    moment = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))[:6]
    record = []
    with zipfile.ZipFile(Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:

        def add(path, data, executable):
            entry = zipfile.ZipInfo(path, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | (0o755 if executable else 0o644)) << 16
            wheel.writestr(entry, data)

        for path, data, executable in contents(platform):
            add(path, data, executable)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={digest},{len(data)}\n")
        last = f"{PACKAGE}-{version()}.dist-info/RECORD"
        add(last, "".join([*record, f"{last},,\n"]).encode(), False)
    return name


if __name__ == "__main__":
    import sys

    print(build_wheel(sys.argv[1]))
