"""Tables of the program as rows: dicts with texts, integers, booleans, and None for what is missing."""

import functools
import json
import re
from typing import Collection, Dict, FrozenSet, Iterator, List, Mapping, Optional, Union

#: A cell by the name of its column. Ids are text: "arXiv:2409.10000" keeps its zeros.
Row = Dict[str, Union[str, int, bool, None]]

# Columns that are not text, whatever their table; csv-metadata.json in each bundle says the same.
INTEGERS = frozenset(
    "best_rank digest_count heading_level mention_count new_paper_count paper_count paper_version path_number "
    "publication_year rank_number sort_order table_column table_row topic_depth".split()
)
BOOLEANS = frozenset("has_more_authors in_reading_list in_topic_tree is_duplicate is_new".split())

# A field with what ends it. Quotes within quotes are doubled; nothing else is escaped.
_FIELD = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|\Z)')


def rows(text: str, never_missing: Collection[str] = ()) -> List[Row]:
    """The records of a table in CSV with a header, as the program writes it.

    An empty field is a missing value, but in columns that are never missing.
    """
    records = _records(text)
    header = [name or "" for name in next(records, [])]
    empty = ["" if name in never_missing else None for name in header]
    return [
        {name: _value(name, cell) if cell is not None else none for name, none, cell in zip(header, empty, record)}
        for record in records
    ]


def bundle_rows(files: Mapping[str, Union[str, bytes]], names: Optional[Collection[str]] = None) -> Dict[str, List[Row]]:
    """The rows of the tables of a bundle that are named, or of all, by the names of the tables."""
    tables = {}
    for name, never_missing in _described(files["csv-metadata.json"]).items():
        if names is None or name in names:
            text = files[f"{name}.csv"]
            assert isinstance(text, str)
            tables[name] = rows(text, never_missing)
    return tables


# Bundles of digests all have the same tables.
@functools.lru_cache(maxsize=8)
def _described(metadata: Union[str, bytes]) -> Mapping[str, FrozenSet[str]]:
    """The columns that are never missing, for each table."""
    return {
        table["url"][: -len(".csv")]: frozenset(
            column["name"] for column in table["tableSchema"]["columns"] if column.get("null") == []
        )
        for table in json.loads(metadata)["tables"]
    }


def _records(text: str) -> Iterator[List[Optional[str]]]:
    record: List[Optional[str]] = []
    position = 0
    while position < len(text):
        found = _FIELD.match(text, position)
        if found is None:
            raise ValueError(f"no field of CSV is at character {position}")
        quoted, plain, end = found.groups()
        record.append(quoted.replace('""', '"') if quoted is not None else plain or None)
        position = found.end()
        if end != ",":
            yield record
            record = []


def _value(name: str, cell: str) -> Union[str, int, bool]:
    if name in INTEGERS:
        return int(cell)
    if name in BOOLEANS:
        return cell == "true"
    return cell
