"""The public symbols of the package, as `swift symbolgraph-extract` reads them from the modules of the debug build.

A module of Python, for the scripts here."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build" / "debug"
UMBRELLA = "DigestConvert"
#: The C libraries whose headers the modules refer to.
PACKAGES = ["libxml-2.0", "yaml-0.1", "md4c", "nettle"]


def modules():
    """The Swift modules of Package.swift that a program can depend on."""
    manifest = (ROOT / "Package.swift").read_text(encoding="utf-8")
    names = re.findall(r'\.target\(\s*name: "(Digest\w+)"', manifest)
    return [name for name in names if name != "DigestTestSupport" and (BUILD / "Modules" / f"{name}.swiftmodule").exists()]


def reexported():
    """The modules that `import DigestConvert` brings along."""
    files = sorted((ROOT / "Sources" / UMBRELLA).glob("*.swift"))
    return [name for file in files for name in re.findall(r"@_exported public import (\w+)", file.read_text(encoding="utf-8"))]


def build():
    """Brings the debug build up to date; ends the program where that fails."""
    if subprocess.run(["swift", "build", "--target", UMBRELLA], cwd=ROOT, stdout=sys.stderr).returncode:
        sys.exit("the package does not build")


def extract(module, folder, with_modules=()):
    """Writes the graph of a module into a folder and returns its symbols, also those of re-exported modules."""
    info = json.loads(subprocess.check_output(["swift", "-print-target-info"]))
    command = ["swift", "symbolgraph-extract", "-module-name", module, "-target", info["target"]["triple"],
               "-minimum-access-level", "public", "-skip-synthesized-members", "-output-dir", str(folder),
               "-I", str(BUILD / "Modules"), *include_flags()]
    if with_modules:
        command.append("-experimental-allowed-reexported-modules=" + ",".join(with_modules))
    if "sdkPath" in info["paths"]:
        command += ["-sdk", info["paths"]["sdkPath"]]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(done.stdout)
    return json.loads((Path(folder) / f"{module}.symbols.json").read_text(encoding="utf-8"))["symbols"]


def include_flags():
    """Where the module maps and the headers of the C targets are."""
    maps = [*ROOT.glob("Sources/*/module.modulemap"), *BUILD.glob("*.build/module.modulemap")]
    flags = [flag for path in maps for flag in ("-I", str(path.parent))]
    if shutil.which("pkg-config"):
        found = subprocess.run(["pkg-config", "--cflags-only-I", *PACKAGES], capture_output=True, text=True)
        flags += found.stdout.split()
    return flags
