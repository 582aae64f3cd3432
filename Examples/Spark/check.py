#!/usr/bin/env python3
"""Runs job.py over an archive in several ways, with processes that are killed meanwhile, and compares its tables with what
`digest-convert merge` makes of the same files.

usage: check.py ARCHIVE WORK     DIGEST_CONVERT names the program, PYTHONPATH has the package digest_convert"""

import csv
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from pyspark import TaskContext

import job
from digest_convert import Document, Worker, find_program

PROGRAM = find_program()
FRAGILE = Path(__file__).resolve().parents[2] / "python" / "tests" / "fragile_worker.py"
failures = []


def expect(what, found, expected):
    good = found == expected
    print(f"{'ok    ' if good else 'FAILED'} {what}" + ("" if good else f": {show(found)} instead of {show(expected)}"), flush=True)
    if not good:
        failures.append(what)


def show(value):
    text = repr(sorted(value, key=str)[:3] if isinstance(value, (set, list)) else value)
    return f"{len(value)}: {text[:300]}" if isinstance(value, (set, list, dict)) else text


# MARK: What the program says of all files at once


class Merged:
    def __init__(self, archive, work):
        csv.field_size_limit(1 << 30)
        files = [line for line in (archive / "good.txt").read_text().splitlines() if line]
        names = "".join(f"{archive}/files/{name}\n" for name in files)
        self.run("merge", "--files-from", "-", "--to", "csv-bundle", "-o", work / "merged", "--quiet", input=names)
        self.papers = {row["paper_id"]: row for row in self.table(work, "papers")}
        self.mentions = {(row["mention_id"], row["paper_id"]) for row in self.table(work, "mentions")}
        findings = self.run("check", "--recursive", ".", "--format", "json", cwd=archive / "files")
        self.findings = sorted(
            (one["file"].removeprefix("./"), one["id"], one.get("line"), one.get("column"))
            for one in map(json.loads, findings.splitlines())
        )
        every = {str(path.relative_to(archive / "files")) for path in (archive / "files").rglob("*.*")}
        self.statuses = {name: 0 if name in set(files) else None for name in every}

    @staticmethod
    def run(*arguments, **options):
        return subprocess.run([PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, text=True, **options).stdout

    @staticmethod
    def table(work, name):
        with open(work / "merged" / f"{name}.csv", newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))


def compare(spark, title, out, merged, lost, absent):
    """The tables in `out`; `lost` are documents that are to have no tables, `absent` those that Spark does not read."""
    def read(name):
        return spark.read.parquet(f"{out}/{name}").collect()

    documents, papers, mentions, findings = map(read, ("documents", "papers", "mentions", "findings"))
    expect(f"{title}: each document once", sorted(one.name for one in documents), sorted({*merged.statuses, *lost} - absent))
    expect(f"{title}: those that can be read", {one.name for one in documents if one.status == 0},
           {name for name, status in merged.statuses.items() if status == 0})
    expect(f"{title}: papers", sorted(one.paper_id for one in papers), sorted(merged.papers))
    expect(f"{title}: what is counted of papers",
           {one.paper_id: (one.mention_count, one.digest_count, one.best_rank) for one in papers},
           {id: (int(one["mention_count"]), int(one["digest_count"]), int(one["best_rank"]) if one["best_rank"] else None)
            for id, one in merged.papers.items()})
    expect(f"{title}: mentions", sorted((one.mention_id, one.paper_id) for one in mentions), sorted(merged.mentions))
    expect(f"{title}: findings", sorted((one.name, one.id, one.line, one.column) for one in findings if one.name not in lost),
           [finding for finding in merged.findings if finding[0] not in absent])
    expect(f"{title}: what was lost is told", sorted((one.name, one.id) for one in findings if one.name in lost),
           sorted((name, "request/unanswered") for name in lost))


# MARK: Accidents


class Killer(threading.Thread):
    """Kills processes whose command line begins with a program, one of each parent, as long as the block lasts."""

    def __init__(self, program, most):
        super().__init__(daemon=True)
        self.program, self.most, self.killed, self.stopped = program.encode(), most, set(), False

    def __enter__(self):
        self.start()

    def __exit__(self, *error):
        self.stopped = True
        self.join()
        expect("workers were killed", len(self.killed) > 0, True)

    def run(self):
        while not self.stopped and len(self.killed) < self.most:
            for process in Path("/proc").iterdir():
                if process.name.isdigit() and len(self.killed) < self.most:
                    self.look_at(process)
            time.sleep(0.02)

    def look_at(self, process):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            parent = (process / "stat").read_text().rsplit(")", 1)[1].split()[1]
            if words[:2] == [self.program, b"worker"] and b"--child" not in words and parent not in self.killed:
                # It shall have something to do.
                time.sleep(0.1)
                os.kill(int(process.name), signal.SIGKILL)
                self.killed.add(parent)
        except (OSError, IndexError):
            # It has ended by itself.
            pass


def convert_with_accident(batches):
    """The first attempt at the second part of the archive is killed when it has delivered something."""
    context = TaskContext.get()
    for batch in job.convert(batches):
        yield batch
        if context.partitionId() == 1 and context.attemptNumber() == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def another_path(work):
    """Of the program, so that the processes of one run are known."""
    path = work / "killed-program"
    path.symlink_to(PROGRAM)
    return str(path)


# MARK: The runs


def main():
    archive, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    merged = Merged(archive, work)
    print(f"merge: {len(merged.papers)} papers, {len(merged.mentions)} mentions; check: {len(merged.findings)} findings", flush=True)
    # The third number lets a task be tried again, as on a cluster.
    quick = {"spark.sql.shuffle.partitions": 2, "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
    spark = job.session("local[2,4]", **quick)
    spark.sparkContext.setLogLevel("OFF")

    def run(title, documents, lost=(), absent=frozenset()):
        started = time.monotonic()
        out = str(work / title.replace(" ", "-"))
        job.write_tables(documents, out)
        print(f"{title}: {time.monotonic() - started:.1f} s", flush=True)
        compare(spark, title, out, merged, lost, absent)

    without_spark(archive)
    run("Parquet by map", job.by_map(job.archive(spark, str(archive / "parquet"))))
    accidents(spark, run, archive, work)
    spark.stop()
    if failures:
        sys.exit(f"{len(failures)} differences")


def accidents(spark, run, archive, work):
    documents = job.archive(spark, str(archive / "parquet"))
    program = another_path(work)
    with Killer(program, most=3):
        run("workers and a task killed", documents.mapInPandas(named(program, convert_with_accident), job.DOCUMENT))

    # Spark leaves files without bytes out.
    empty = {str(path.relative_to(archive / "files")) for path in archive.rglob("*.md") if path.stat().st_size == 0}
    with Killer(program, most=2):
        os.environ["DIGEST_CONVERT"] = program
        run("files by pipe and workers killed", job.by_pipe(spark, job.archive(spark, str(archive / "files"), True)),
            absent=empty)
        os.environ["DIGEST_CONVERT"] = PROGRAM

    poison = "1999-01/FATAL.md"
    text = bytearray("# Reading list\n\n- 2409.10000 – Name · Whoever reads this is killed.\n".encode())
    # In the midst of a part of the archive.
    poisoned = spark.createDataFrame([(poison, text)], "name string, content binary").union(documents).coalesce(2)
    run("a document kills each worker", poisoned.mapInPandas(named(str(FRAGILE), job.convert), job.DOCUMENT), [poison])


def without_spark(archive):
    """What the same work takes without Spark: two processes in one worker."""
    started = time.monotonic()
    files = sorted(path for path in (archive / "files").rglob("*.*"))
    documents = [Document(path.read_bytes(), str(path.relative_to(archive / "files"))) for path in files]
    with Worker(jobs=2) as worker:
        for converted, checked in zip(worker.map(documents, to="csv-bundle"), worker.map(documents)):
            job.row(converted.name, "", converted, checked)
    print(f"without Spark: {time.monotonic() - started:.1f} s", flush=True)


def named(program, convert):
    """The function with another program in the variable that names it."""
    real = PROGRAM

    def converted(batches):
        os.environ.update(DIGEST_CONVERT=program, FRAGILE_PROGRAM=real, FRAGILE_MARK="/nowhere")
        try:
            yield from convert(batches)
        finally:
            os.environ["DIGEST_CONVERT"] = real

    return converted


if __name__ == "__main__":
    main()
