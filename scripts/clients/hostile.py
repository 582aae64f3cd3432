"""Digests made to hurt, in our own words, for the readers of JATS, YAML and JSON."""

NAMES = ["TOPIC_TREE", "SOTA_HIGHLIGHTS (Top-10)", "NOVEL_TECH_CONTRIBUTIONS", "GAPS_AND_OPPORTUNITIES",
         "FUTURE_IDEAS", "READING_LIST", "META_REFLECTION"]

# One line each; every one is put into every kind of entry.
LINES = {
    "signs": "# % & _ { } \\ $ ~ ^ < ]]> =cmd|calc\ttab --- ... %YAML @x `y !z",
    "scripts": "emoji 🧪👩‍🔬 rtl שלום عربى marks e\u0301 a\u0323\u0302 ế ﬁ ½ ａ 中文",
    "controls": "bidi \u202eevil\u202c \u2066x\u2069 zero\u200b\u200dwidth bom\ufeff non\ufffe\uffff nel\u0085 ls\u2028 "
                "ps\u2029 vt\x0bff\x0c esc\x1b[0m del\x7f c1\x80\x9f",
    "markup": "&amp; &unknown; <b>html</b> <!-- comment --> **bold *it* `code** ~~struck~~ H~2~O __init__",
    "links": "[text](https://a.example/x?y=1&z=2 \"title\") [](https://e.example/) [none]() <mailto:a@b.example> "
             "[ref][r1] http://x.example/(a)b ![alt](i.png \"image title\") ![](bare.png)",
    "math": r"$x<y \& z$ $$\sum_{i}^n$$ costs $5 and $6, A*N^-α, B*D^-β",
    "ids": "cs/0501001 math.GT/0309136v2 arXiv:2409.10009v3 10.1000/abc<def>;(ghi) https://u.example/a b 12:30 2024.09",
}


def entries(line):
    """The body of each section with the line in every place."""
    cell = line.replace("|", "\\|")
    return [
        f"    *   {line}\n        *   `2409.10001` | NAME: {line}\n        *   ({line})\n",
        f"    | Rank | PaperID | Keywords | {cell} |\n    | --- | --- | --- | --- |\n"
        f"    | 1 | `2409.10001` | {cell}, k | {cell} | beyond |\n    | 2 |\n",
        f"    *   **2409.10001 – {line} – Suy nghĩ:** {line}\n    *   {line}\n",
        f"    *   **{line}:** {line} (2409.10001). Cơ hội: {line}\n    *   {line}\n\n    {line}\n",
        f"    ✨ **Idea 1: {line} (Moon-shot)**\n    · **Motivation:** {line}\n    · **Approach:**\n        1.  {line}\n",
        f"    *   2409.10001 – {line} · {line}\n    *   {line}\n",
        f"    {line}\n\n    > {line}\n\n    7.  {line}\n\n        ```lang\n        {line}\n        ```\n",
    ]


def digest(bodies):
    return "".join(f"{number}.  **{name}**\n\n{body}\n" for number, (name, body) in enumerate(bodies, 1))


def documents():
    """Name and text of each digest."""
    for name, line in LINES.items():
        preamble = f"- before {line}\n\n"
        yield f"hostile-{name}", preamble + digest(zip(NAMES, entries(line)))
    plain = dict(zip(NAMES, entries("plain words")))
    for name in NAMES:
        yield f"hostile-no-{name.split('_')[0]}", digest((n, b) for n, b in plain.items() if n != name)
    yield "hostile-headings", digest((name, "") for name in NAMES)
    deep = "".join(f"{'    ' * depth}*   level {depth}\n" for depth in range(1, 13))
    yield "hostile-deep", digest([(NAMES[0], deep + "    " * 13 + "*   2409.10001 | deep\n")])
    yield "hostile-long", digest([(NAMES[6], "    " + "words & <signs> ]]> 2409.10001 ế " * 30000 + "\n")])
