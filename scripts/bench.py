#!/usr/bin/env python3
"""Times whole commands against each other; called by scripts/bench.

Every command runs once in each round, so that other load on the machine hits all of them alike. Reports the medians of
the rounds, elapsed and on the processors (user and system), and the peak memory (resident set)."""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


QUIET = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]


def measure(command):
    """The seconds of one run, elapsed and on the processors, from the start of the process to its end."""
    words = [str(word) for word in command]
    started = time.perf_counter()
    child = os.posix_spawnp(words[0], words, os.environ, file_actions=QUIET)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - started
    if status != 0:
        sys.exit(f"{' '.join(words)} failed")
    return seconds, usage.ru_utime + usage.ru_stime


def peak(command):
    """Peak resident megabytes of one run.

    GNU time starts the program: the kernel counts the memory of the parent before exec, which is 2 MB for time and
    20 MB for Python. Starting time takes a millisecond, so this run is not timed."""
    with tempfile.NamedTemporaryFile("r") as report:
        subprocess.run(["/usr/bin/time", "-q", "-f", "%M", "-o", report.name, *map(str, command)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return int(report.read()) / 1024


def rounds(commands, count):
    """Runs all commands `count` times, interleaved; medians of both times, and the peak memory, of each."""
    peaks = {name: peak(command) for name, command in commands.items()}
    seen = {name: [] for name in commands}
    for _ in range(count):
        for name, command in commands.items():
            seen[name].append(measure(command))
    return {name: (statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs), peaks[name])
            for name, runs in seen.items()}


FIVE = "bibtex,opml,csv,jats,yaml"


def show(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def times(ratio):
    """How much faster, in words."""
    return f"{ratio:.1f}× faster" if ratio > 1.05 else f"{1 / ratio:.1f}× slower" if ratio < 0.95 else "the same"


def table(title, results, base):
    """One line for each command, with the ratio of the elapsed times."""
    print(f"\n{title}\n\n| command | elapsed | processor | peak memory | against {base.split(',')[0]} |")
    print("| :-- | --: | --: | --: | --: |")
    for name, (seconds, busy, memory) in results.items():
        words = "—" if name == base else times(results[base][0] / seconds)
        print(f"| {name} | {show(seconds)} | {show(busy)} | {memory:.0f} MB | {words} |")


def copies(source, count, folder):
    """`count` copies of the digest in one file, one after the other."""
    path = folder / f"{count}-copies.md"
    path.write_text("\n\n".join([source.read_text(encoding="utf-8")] * count) + "\n", encoding="utf-8")
    return path


def months(source, count, folder):
    """The digest as that of `count` months, each with ids of its own; one paper in ten is in all of them."""
    text = source.read_text(encoding="utf-8")
    paths = []
    for number in range(count):
        year, month = 2016 + number // 12, number % 12 + 1
        own = re.sub(r"\b2\d\d\d\.(\d{4}[1-9])\b", rf"{year % 100:02}{month:02}.\1", text)
        path = folder / f"{year}-{month:02}.md"
        path.write_text(f"---\nperiod: {year}-{month:02}\n---\n\n{own}", encoding="utf-8")
        paths.append(path)
    return paths


def merging(convert, source, count, runs, folder):
    """All formats of `count` months merged, against each month alone, and against twice as many months merged."""
    every = months(source, 2 * count, folder)
    commands = {}
    for share in (every[:count], every):
        commands[f"{len(share)} months merged"] = [
            convert, "merge", *share, "--to", "all", "--output-dir", folder / f"merged-{len(share)}", "-q"]
    for number, path in enumerate(every[:count]):
        commands[path.stem] = [convert, path, "--to", "all", "--output-dir", folder / f"alone-{number}", "-q"]
    commands["all in one run, not merged"] = [
        convert, *every[:count], "--to", "all", "--output-dir", folder / "alone", "-q"]
    results = rounds(commands, runs)
    size = sum(path.stat().st_size for path in every[:count]) / 1e6
    alone = [results[path.stem] for path in every[:count]]
    sums = (sum(run[0] for run in alone), sum(run[1] for run in alone), max(run[2] for run in alone))
    rows = {f"{count} runs of one month each": sums,
            "the same months in one run": results["all in one run, not merged"],
            **{name: result for name, result in results.items() if name.endswith("merged") and name[0].isdigit()}}
    print(f"\nAll formats of {count} months, {size:.1f} MB, median of {runs}\n\n| run | elapsed | processor "
          f"| against the {count} runs | peak memory |\n| :-- | --: | --: | --: | --: |")
    for name, (seconds, busy, memory) in rows.items():
        print(f"| {name} | {show(seconds)} | {show(busy)} | {busy / sums[1]:.2f}× | {memory:.0f} MB |")


def bibliography(count, folder):
    """A made-up library of `count` entries in BibTeX, as programs export them, with accents, macros and abstracts."""
    families = ["Bee", "K{\\\"a}hler", "van Gogh", "Nguy{\\~{\\^e}}n", "O'Neil", "M{\\\"u}ller", "Erd{\\H{o}}s", "de la Cruz"]
    words = "kites that plan with strings in strong winds over {H}amburg and learn from few tails \\& large wings".split()
    path = folder / f"{count}.bib"
    with path.open("w", encoding="utf-8") as file:
        file.write('@string{jok = "Journal of Kites"}\n')
        for n in range(count):
            names = " and ".join(f"{families[(n * k) % 8]}, {chr(65 + n % 26)}. {chr(65 + k)}." for k in range(1, 2 + n % 5))
            text = " ".join(words[(n * k + k) % len(words)] for k in range(60))
            file.write(
                f"@article{{key{n}:{1990 + n % 35},\n  author = {{{names}}},\n  title = {{{text[:70]} {n}}},\n  journal = jok,\n"
                f"  year = {1990 + n % 35},\n  month = {'jan feb mar apr may jun jul'.split()[n % 7]},\n  volume = {{{n % 90}}},\n"
                f"  number = {n % 12},\n  pages = {{{n}--{n + 12}}},\n  doi = {{10.1000/kites.{n}}},\n"
                f"  url = {{https://kites.org/{n}}},\n  keywords = {{kites, strings, {words[n % 17]}}},\n  abstract = {{{text}}}\n}}\n\n")
    return path


def written(convert, count, size, format, folder):
    """A bibliography of about `size` bytes in a format that we write, of at most `count` entries."""
    path = folder / f"bibliography.{format}"
    for entries in (max(1, count // 10), count):
        if path.exists():
            entries = min(count, entries * size // (10 * path.stat().st_size))
        subprocess.run([convert, bibliography(entries, folder), "--to", format, "-o", path], check=True,
                       stderr=subprocess.DEVNULL)
    return path


def bibliographies(convert, count, runs, folder):
    """Reads a bibliography in BibTeX, with pandoc and bibutils, too, and in the other formats of records.

    bibutils has no CSL-JSON and writes RIS. pandoc takes so long that it gets a tenth of the entries; all are compared
    by the megabyte of their input, which supposes that the time of pandoc grows no faster than that."""
    source = bibliography(count, folder)
    inputs, commands = {}, {}

    def add(name, path, command):
        inputs[name], commands[name] = path, command

    try:
        import pypandoc
        part = bibliography(max(1, count // 10), folder)
        add(f"pandoc {pypandoc.get_pandoc_version()}, BibTeX to CSL-JSON, {count // 10} entries", part,
            [pypandoc.get_pandoc_path(), "-f", "bibtex", "-t", "csljson", part])
    except (ImportError, OSError):
        print("!! pandoc is left out: pypandoc_binary is not installed", file=sys.stderr)
    if shutil.which("bib2xml"):
        add("bibutils, BibTeX to RIS", source, ["sh", "-c", f"bib2xml '{source}' | xml2ris"])
    else:
        print("!! bibutils is left out: not installed", file=sys.stderr)
    ours = "digest-convert, BibTeX to CSL-JSON, validated"
    add(ours, source, [convert, source, "--to", "csl-json", "-o", folder / "e.json"])
    for name, format in (("RIS", "ris"), ("CSV", "csv"), ("JATS", "jats")):
        path = written(convert, count, source.stat().st_size, format, folder)
        add(f"digest-convert, {name} to CSL-JSON, validated", path,
            [convert, path, "--to", "csl-json", "-o", folder / f"{format}.json"])

    results = rounds(commands, runs)
    print(f"\nBibliographies, {count} entries of BibTeX, median of {runs}\n\n| command | input | elapsed | processor "
          "| processor per MB | peak memory | for each MB above 20 | per MB against our BibTeX |")
    print("| :-- | --: | --: | --: | --: | --: | --: | --: |")
    sizes = {name: path.stat().st_size / 1e6 for name, path in inputs.items()}
    base = results[ours][1] / sizes[ours]
    for name, (seconds, busy, memory) in results.items():
        size = sizes[name]
        words = "—" if name == ours else times(base * size / busy)
        print(f"| {name} | {size:.1f} MB | {show(seconds)} | {show(busy)} | {show(busy / size)} | {memory:.0f} MB "
              f"| {max(0, memory - 20) / size:.1f} MB | {words} |")


SNAPSHOT = 3_000_000


def catalogue(convert, count, folder):
    """Fills a catalogue from a made snapshot of arXiv and asks it; also what that comes to for the whole of arXiv."""
    snapshot = folder / "snapshot.json"
    with snapshot.open("wb") as file:
        subprocess.run([Path(__file__).parent / "make-snapshot", str(count)], check=True, stdout=file)
    size = snapshot.stat().st_size
    print(f"\nA catalogue of {count} records, {size / 1e6:.0f} MB\n\n| command | elapsed | processor | peak memory | file "
          f"| elapsed for {SNAPSHOT} | file for {SNAPSHOT} |\n| :-- | --: | --: | --: | --: | --: | --: |")

    def row(name, arguments, file):
        command = [convert, "catalogue", "add", snapshot, "-q", "--catalogue", file, *arguments]
        with tempfile.NamedTemporaryFile("r") as report:
            subprocess.run(["/usr/bin/time", "-q", "-f", "%e %U %S %M", "-o", report.name, *map(str, command)], check=True)
            seconds, user, system, memory = map(float, report.read().split())
        written = file.stat().st_size
        share = SNAPSHOT / count
        print(f"| {name} | {show(seconds)} | {show(user + system)} | {memory / 1024:.0f} MB | {written / 1e6:.0f} MB "
              f"| {show(seconds * share)} | {written * share / 1e9:.2f} GB |", flush=True)

    file = folder / "without.sqlite"
    row("catalogue add, without abstracts", ["--without-abstracts"], file)
    row("the same again, nothing changed", ["--without-abstracts"], file)
    row("catalogue add, with abstracts", [], folder / "with.sqlite")

    with snapshot.open(encoding="utf-8") as lines:
        step = max(1, count // 101)
        ids = [line[7:line.index('"', 7)] for number, line in enumerate(lines) if number % step == 0][:101]
    one, many = ([convert, "catalogue", "show", *chosen, "--catalogue", file] for chosen in (ids[:1], ids))
    results = rounds({"one": one, "many": many}, 11)
    print(f"\n100 look-ups, with writing them as YAML: {show(results['many'][0] - results['one'][0])}; start to end of one: "
          f"{show(results['one'][0])}")


def peers(source):
    """The installed commands to compare with."""
    found = {}
    try:
        import pypandoc
        version = pypandoc.get_pandoc_version()
        found[f"pandoc {version}, gfm to JATS, not validated"] = [
            pypandoc.get_pandoc_path(), "-f", "gfm", "-t", "jats", source]
    except (ImportError, OSError):
        print("!! pandoc is left out: pypandoc_binary is not installed", file=sys.stderr)
    if any(Path(folder, "cmark-gfm").exists() for folder in os.environ["PATH"].split(":")):
        found["cmark-gfm, to its XML"] = ["cmark-gfm", "-e", "table", "-t", "xml", source]
    else:
        print("!! cmark-gfm is left out: not installed", file=sys.stderr)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("convert", type=Path)
    parser.add_argument("--input", type=Path)
    parser.add_argument("--runs", type=int, default=41, help="rounds with the one digest (41)")
    parser.add_argument("--large-runs", type=int, default=3, help="rounds with the large file (3)")
    parser.add_argument("--copies", type=int, default=100, help="copies in the large file (100)")
    parser.add_argument("--entries", type=int, default=20000, help="entries in the bibliography (20000)")
    parser.add_argument("--only-entries", action="store_true", help="measure the bibliography alone")
    parser.add_argument("--records", type=int, default=300000, help="records in the made snapshot of arXiv (300000)")
    parser.add_argument("--only-catalogue", action="store_true", help="measure filling and asking a catalogue alone")
    parser.add_argument("--months", type=int, default=20, help="months that are merged (20)")
    parser.add_argument("--only-merge", action="store_true", help="measure merging alone")
    options = parser.parse_args()
    corpus = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "2024-09.md"
    source = options.input or (corpus if corpus.exists() else Path("Samples/2024-09-vi.md"))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # A copy, as `make install` makes one: the linker writes the program piece by piece, and mapping those pieces
        # takes half a millisecond at each start.
        convert = Path(shutil.copy(options.convert, folder))
        if options.only_catalogue:
            return catalogue(convert, options.records, folder)
        if options.only_merge:
            return merging(convert, source, options.months, options.large_runs, folder)
        if options.only_entries:
            return bibliographies(convert, options.entries, options.large_runs, folder)
        small = peers(source)
        base = next(iter(small), "digest-convert, to JATS, validated")
        results = rounds({
            **small,
            "digest-convert, start and end (--version)": [convert, "--version"],
            "digest-convert, to JATS, validated": [convert, source, "--to", "jats", "-o", folder / "a.xml"],
            f"digest-convert, to {FIVE.replace(',', ', ')}, validated": [
                convert, source, "--to", FIVE, "--output-dir", folder / "five"],
            "digest-convert, to all formats, validated": [
                convert, source, "--to", "all", "--output-dir", folder / "all"],
        }, options.runs)
        table(f"{source.name}, {source.stat().st_size / 1e3:.0f} KB, median of {options.runs}", results, base)

        large = copies(source, options.copies, folder)
        results = rounds({
            **peers(large),
            "digest-convert, to JATS, validated": [convert, large, "--to", "jats", "-o", folder / "b.xml"],
            "digest-convert, to JATS, not validated": [
                convert, large, "--to", "jats", "--no-validate", "-o", folder / "c.xml"],
            "digest-convert, to all formats, validated": [
                convert, large, "--to", "all", "--output-dir", folder / "large"],
        }, options.large_runs)
        table(f"{options.copies} copies in one file, {large.stat().st_size / 1e6:.1f} MB, "
              f"median of {options.large_runs}", results, base)

        steps = [max(1, options.copies // 10), max(1, options.copies // 2), options.copies]
        files = {f"{count}": copies(source, count, folder) for count in steps}
        results = rounds({
            count: [convert, path, "--to", "jats", "-o", folder / "d.xml"] for count, path in files.items()
        }, options.large_runs)
        print("\nTime against size, to JATS, validated\n\n| copies | size | elapsed | processor | per MB | peak memory |")
        print("| --: | --: | --: | --: | --: | --: |")
        for count, (seconds, busy, memory) in results.items():
            size = files[count].stat().st_size / 1e6
            print(f"| {count} | {size:.1f} MB | {show(seconds)} | {show(busy)} | {show(busy / size)} | {memory:.0f} MB |")

        bibliographies(convert, options.entries, options.large_runs, folder)
        merging(convert, source, options.months, options.large_runs, folder)


if __name__ == "__main__":
    main()
