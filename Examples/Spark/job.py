#!/usr/bin/env python3
"""Tables of an archive of digests, by Spark.

usage: job.py SOURCE OUT [--files] [--by map|pipe]

SOURCE is a folder of Parquet files with the columns `name` and `content`, or with --files a folder of digests. OUT gets four tables in
Parquet: `papers`, one row a paper, as `digest-convert merge` has them; `mentions`; `findings`, what is wrong with which
document; and `documents`, one row a document with its status, of which the others are made.

`map` has one worker for each task, by the Python package digest_convert; `pipe` lets Spark pass lines of JSON through
`digest-convert worker`. Both need the program on every machine."""

import argparse
import base64
import hashlib
import json
import os
import shlex
import sys

import pandas
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

from digest_convert import Document, Result, Worker, find_program

# What is kept of the tables of a document: columns and types.
PAPER = "paper_id string, title string, publication_year int, best_rank int, mention_count int, digest_id string"
MENTION = "mention_id string, paper_id string, kind string, mention_role string, entry_id string, digest_id string"
IDENTIFIER = "paper_id string, other_id string"
FINDING = "severity string, id string, message string, line int, column int"
DOCUMENT = (
    f"name string, key string, status int, papers array<struct<{PAPER}>>, mentions array<struct<{MENTION}>>, "
    f"identifiers array<struct<{IDENTIFIER}>>, findings array<struct<{FINDING}>>"
)
# Seconds and bytes, after which a document is given up. It gets a status and a finding like any other.
LIMITS = {"limit_time": 60, "limit_size": 64 << 20}


# MARK: One document


def columns(types):
    return [column.split()[0] for column in types.split(", ")]


def row(name, key, converted, checked):
    """The row of a document, as DOCUMENT has it."""
    tables = converted.tables(["papers", "mentions", "paper_identifiers"]) if converted.outputs else {}

    def cut(table, types):
        return [{column: record[column] for column in columns(types)} for record in tables.get(table, ())]

    return {
        "name": name,
        "key": key,
        "status": converted.status,
        "papers": cut("papers", PAPER),
        "mentions": cut("mentions", MENTION),
        "identifiers": cut("paper_identifiers", IDENTIFIER),
        "findings": [{column: getattr(one, column) for column in columns(FINDING)} for one in checked.diagnostics],
    }


def key_of(content):
    """The same for copies of a document."""
    return hashlib.sha256(content).hexdigest()


def convert(batches):
    """For `mapInPandas`: one worker for each task, which converts each document and checks it."""
    with Worker(jobs=1, **LIMITS) as worker:
        for batch in batches:
            documents = [Document(bytes(one.content), one.name, key_of(one.content)) for one in batch.itertuples()]
            results = zip(worker.map(documents, to="csv-bundle"), worker.map(documents))
            rows = [row(converted.name, converted.id, converted, checked) for converted, checked in results]
            yield pandas.DataFrame(rows)


# MARK: The archive


def archive(spark, source, in_files=False):
    """The names and bytes of all documents."""
    if not in_files:
        return spark.read.parquet(source)
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(source)
    # Names as below the folder, whatever the place of the folder.
    below = f.substring_index("path", f"{os.path.basename(os.path.normpath(source))}/", -1)
    return files.select(below.alias("name"), "content")


def by_map(documents):
    return documents.mapInPandas(convert, DOCUMENT)


def by_pipe(spark, documents):
    command = f"{shlex.quote(find_program())} worker -j1 --limit-time {LIMITS['limit_time']} --limit-size {LIMITS['limit_size']}"

    def requests(document):
        content = base64.b64encode(document.content).decode()
        asked = {"id": f"{key_of(document.content)} {document.name}", "name": document.name, "base64": content}
        return [json.dumps({**asked, "to": "csv-bundle"}), json.dumps(asked)]

    def rows(lines):
        # Replies come in the order of the requests, two for each document.
        replies = (Result.of(json.loads(line)) for line in lines)
        for converted, checked in zip(replies, replies):
            key, name = converted.id.split(" ", 1)
            yield row(name, key, converted, checked)

    # With checkCode a task fails whose worker ends before its time; Spark then tries the task again.
    replies = documents.rdd.flatMap(requests).pipe(command, checkCode=True)
    return spark.createDataFrame(replies.mapPartitions(rows), DOCUMENT)


# MARK: The tables


def write_tables(documents, out):
    """Converts each document once, and makes the tables of what is on disk then."""
    spark = documents.sparkSession
    documents.write.mode("overwrite").parquet(f"{out}/documents")
    documents = spark.read.parquet(f"{out}/documents")

    # Of copies one counts, as in `merge`; what is wrong with each of them is told.
    first = documents.groupBy("key").agg(f.min("name").alias("name")).select("name")

    def exploded(column, of=documents.join(first, "name", "left_semi")):
        return of.select("name", f.explode(column).alias("one")).select("name", "one.*")

    same = same_papers(exploded("identifiers"))
    papers = with_one_id(exploded("papers"), same)
    mentions = with_one_id(exploded("mentions"), same)
    papers = papers.groupBy("paper_id").agg(
        f.min_by("title", f.when(f.col("title").isNotNull(), f.col("digest_id"))).alias("title"),
        f.min("publication_year").alias("publication_year"),
        f.min("best_rank").alias("best_rank"),
        f.sum("mention_count").alias("mention_count"),
        f.count_distinct("digest_id").alias("digest_count"),
    )
    papers.write.mode("overwrite").parquet(f"{out}/papers")
    mentions.drop("name").write.mode("overwrite").parquet(f"{out}/mentions")
    exploded("findings", documents).write.mode("overwrite").parquet(f"{out}/findings")


def same_papers(identifiers):
    """A table of ids with that of the paper, for papers that have several. They are few, so the driver unites them."""
    united = {}

    def root(paper):
        while paper in united:
            paper = united[paper]
        return paper

    for pair in identifiers.select("paper_id", "other_id").distinct().toLocalIterator():
        # In this order `arXiv:…` comes before `doi:…`, as in `merge`.
        first, second = sorted([root(pair.paper_id), root(pair.other_id)])
        if first != second:
            united[second] = first
    rows = [(paper, root(paper)) for paper in united]
    return identifiers.sparkSession.createDataFrame(rows, "paper_id string, united_id string")


def with_one_id(table, same):
    united = f.coalesce("united_id", "paper_id")
    return table.join(f.broadcast(same), "paper_id", "left").withColumn("paper_id", united).drop("united_id")


# MARK: The run


def session(master=None, **settings):
    builder = SparkSession.builder.appName("digests").config(map=settings)
    if master:
        builder = builder.master(master)
    if (master or "").startswith("local"):
        # The Python that has the packages, also where it is not the first on the PATH.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    # A batch is held in Python, and a digest is no small row.
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 100)
    # A task has some 16 MB of digests. That opening a file costs as much as 4 MB, as Spark assumes, would make it four files.
    builder = builder.config("spark.sql.files.maxPartitionBytes", 16 << 20)
    builder = builder.config("spark.sql.files.openCostInBytes", 64 << 10)
    return builder.getOrCreate()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("out")
    parser.add_argument("--files", action="store_true", help="SOURCE is a folder of digests, and not Parquet")
    parser.add_argument("--by", choices=["map", "pipe"], default="map")
    parser.add_argument("--master", help="where Spark runs, for example local[2]; by default as spark-submit says")
    chosen = parser.parse_args()
    spark = session(chosen.master)
    documents = archive(spark, chosen.source, chosen.files)
    write_tables(by_map(documents) if chosen.by == "map" else by_pipe(spark, documents), chosen.out)
    for table in ("documents", "papers", "mentions", "findings"):
        print(table, spark.read.parquet(f"{chosen.out}/{table}").count())


if __name__ == "__main__":
    main()
