#!/usr/bin/env python3
"""Makes an archive of digests, in files and in Parquet, the same for the same numbers.

usage: make_archive.py FOLDER [--digests 2000] [--bytes 76000] [--seed 17]

FOLDER/files/2015-03/2015-03-07.md …  the digests, ten a month
FOLDER/parquet/part-….parquet         the same: name, content
FOLDER/good.txt                       the names of those that can be read

Among a hundred digests are: one that is a copy of another, one that knows papers by their DOIs and a list that says which
of arXiv's they are, and three that are broken: empty, not UTF-8, with an id that has lost digits. One of all is much
longer than the others."""

import argparse
import random
from pathlib import Path

WORDS = """attention diffusion transformer token video tổng quát agent học tăng cường benchmark dữ liệu mô hình ngôn ngữ
lượng tử sparse expert routing policy gradient robot đánh giá retrieval bộ nhớ cache speech nén ảnh 3D mesh alignment
preference code evaluation thưa mixture multimodal long context scaling tinh chỉnh quy trình chưng cất""".split()
TOPICS = ["Language Models", "Vision", "Robotics", "Speech & Audio", "Science", "Evaluation", "Efficiency", "Agents"]
PER_MONTH = 10
BYTES_A_PAPER = 476


def sentence(rng, count):
    return " ".join(rng.choice(WORDS) for _ in range(count)).capitalize() + "."


def month(number):
    """2008-01 and later."""
    return 2008 + number // 12, number % 12 + 1


def paper(rng, number):
    """An id of the month, or of one of the months before."""
    year, which = month(max(0, number - (rng.randrange(6) if rng.random() < 0.1 else 0)))
    serial = rng.randrange(1, 600)
    return f"{year % 100:02}{which:02}.{serial:0{5 if year >= 2015 else 4}}"


def digest(rng, number, size, ids=None):
    """A digest of about so many bytes: a topic tree, a ranked table, and prose about its papers."""
    ids = ids or sorted({paper(rng, number) for _ in range(max(4, size // BYTES_A_PAPER))})
    tree = []
    for index, topic in enumerate(TOPICS):
        tree.append(f"    *   {topic}")
        tree += [f"        *   `{one}` | {sentence(rng, 24)}" for one in ids[index :: len(TOPICS)]]
    ranked = rng.sample(ids, min(10, len(ids)))
    table = [f"    | {rank} | `{one}` | {rng.choice(WORDS)}, {rng.choice(WORDS)} | {sentence(rng, 20)} |"
             for rank, one in enumerate(ranked, 1)]
    # A month has no more papers than it has; what is longer says more of each.
    contributions = [f"    *   **{one} – {sentence(rng, 5)[:-1]} – Thoughts:** {sentence(rng, 30)}"
                     for one in ids for _ in range(max(1, size // (BYTES_A_PAPER * len(ids))))]
    gaps = [f"    *   **{sentence(rng, 3)[:-1]}:** As in {rng.choice(ids)} and {rng.choice(ids)}, {sentence(rng, 30)}"
            for _ in range(max(1, len(ids) // 8))]
    reading = [f"    *   `{one}` – {rng.choice(WORDS).capitalize()} · {sentence(rng, 12)}" for one in ranked]
    parts = [("TOPIC_TREE", tree), ("SOTA_HIGHLIGHTS", ["    | Rank | PaperID | Keywords | Breakthrough |",
                                                       "    | :--- | :--- | :--- | :--- |", *table]),
             ("NOVEL_TECH_CONTRIBUTIONS", contributions), ("GAPS_AND_OPPORTUNITIES", gaps), ("READING_LIST", reading)]
    return "\n".join(f"{index}.  **{name}**\n\n" + "\n".join(lines) + "\n" for index, (name, lines) in enumerate(parts, 1))


def documents(count, size, seed):
    """Names, bytes, and whether they can be read."""
    previous = b""
    for index in range(count):
        # Of its own, so that a digest does not depend on how many come before it.
        rng = random.Random(seed * 1_000_003 + index)
        number = index // PER_MONTH
        year, which = month(number)
        stem, kind = f"{year}-{which:02}/{year}-{which:02}-{index % PER_MONTH:02}", index % 100
        good = True
        text = digest(rng, number, size * 50 if index == count // 2 else int(size * rng.uniform(0.5, 1.5)))
        if kind == 13:
            yield f"{stem}.md", previous, True
            continue
        if kind == 27:
            yield f"{stem}-papers.yaml", doi_list(number).encode(), True
            text = digest(rng, number, size, [paper_doi(number, one) for one in range(1, 5)])
        if kind in (31, 62, 93):
            text, good = {31: "", 62: text, 93: text.replace(f"`{year % 100:02}{which:02}.", "`1503.1` `1503.", 1)}[kind], False
        previous = text.encode() if kind != 62 else text[:500].encode() + b"\xff\xfe\n"
        yield f"{stem}.md", previous, good


def paper_doi(number, one):
    return f"10.5555/{number:04}.{one}"


def doi_list(number):
    year, which = month(number)
    width = 5 if year >= 2015 else 4
    return "".join(f"- id: {year % 100:02}{which:02}.{one:0{width}}\n  doi: {paper_doi(number, one)}\n" for one in range(1, 5))


def write_parquet(folder, rows, part_size=100):
    import pyarrow
    import pyarrow.parquet

    folder.mkdir(parents=True)
    for first in range(0, len(rows), part_size):
        names, contents = zip(*rows[first : first + part_size])
        table = pyarrow.table({"name": pyarrow.array(names), "content": pyarrow.array(contents, pyarrow.binary())})
        pyarrow.parquet.write_table(table, folder / f"part-{first // part_size:05}.parquet", row_group_size=25)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--digests", type=int, default=2000)
    parser.add_argument("--bytes", type=int, default=76_000, help="of a digest, on average")
    parser.add_argument("--seed", type=int, default=17)
    chosen = parser.parse_args()
    rows, good = [], []
    for name, content, readable in documents(chosen.digests, chosen.bytes, chosen.seed):
        path = chosen.folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        rows.append((name, content))
        if readable:
            good.append(name)
    (chosen.folder / "good.txt").write_text("".join(name + "\n" for name in good))
    try:
        write_parquet(chosen.folder / "parquet", rows)
    except ImportError:
        print("without pyarrow there is no Parquet")
    total = sum(len(content) for _, content in rows)
    print(f"{len(rows)} documents, {len(good)} of them can be read, {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
