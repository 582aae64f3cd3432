"""YAML: two YAML 1.1 readers and a 1.2 one have to agree with our JSON; the shape is checked by check-jsonschema."""

import io

from common import ROOT, lost_words, module, run

SCHEMA = ROOT / "schemas" / "digest.schema.json"


def check(report, source, out, digest, convert):
    yaml, json_file = out / f"{source.stem}.yaml", out / f"{source.stem}.json"
    name = source.name
    text = yaml.read_text(encoding="utf-8")
    report.check(name, "PyYAML (1.1) reads what our JSON says",
                 lambda: same(module("yaml").safe_load(text), digest))
    report.check(name, "py-yaml12 (1.2) reads what our JSON says",
                 lambda: same(module("yaml12").parse_yaml(text), digest))
    report.check(name, "ruamel.yaml reads what our JSON says, and writes it again", lambda: ruamel(text, digest))
    report.check(name, "YAML: every word of the source is there", lambda: source_words(text, source))
    report.check(name, "yamllint: clean, line length aside", lambda: yamllint(yaml))
    report.check(name, "check-jsonschema: JSON and YAML have the shape", lambda: shape(json_file, yaml))
    report.check(name, "YAML and JSON read again give the same bytes", lambda: again(convert, yaml, json_file))


def same(value, digest):
    return first_difference(digest.document, value, "")


def source_words(text, source):
    if source.suffix != ".md":
        return []
    document = module("yaml").safe_load(text)
    document.pop("papers", None)  # The index repeats words of the sections.
    return lost_words(source, list(strings(document)))


def strings(value):
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif value is not None:
        yield str(value)


def first_difference(expected, found, path, in_order=True):
    if isinstance(expected, dict) and isinstance(found, dict):
        if in_order and list(expected) != list(found):
            return [f"{path}: keys {list(found)}, expected {list(expected)}"]
        return [c for key in expected for c in first_difference(expected[key], found[key], f"{path}/{key}", in_order)]
    if isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            return [f"{path}: {len(found)} elements, expected {len(expected)}"]
        return [c for i, (a, b) in enumerate(zip(expected, found))
                for c in first_difference(a, b, f"{path}/{i}", in_order)]
    if type(expected) is type(found) and expected == found:
        return []
    return [f"{path}: {found!r}, expected {expected!r}"]


def ruamel(text, digest):
    reader = module("ruamel.yaml").YAML(typ="safe", pure=True)
    value = reader.load(text)
    written = io.StringIO()
    writer = module("ruamel.yaml").YAML(typ="safe", pure=True)
    writer.width = 1 << 30  # ruamel.yaml 0.19.1 adds spaces where it breaks a quoted line at an escape.
    writer.dump(value, written)
    return same(value, digest) + first_difference(digest.document, reader.load(written.getvalue()), "", in_order=False)


def yamllint(path):
    out, _ = run("yamllint", "--strict", "-f", "parsable", "-d",
                 "{extends: default, rules: {line-length: disable}}", path, status=None)
    return out.splitlines()


def shape(*paths):
    run("check-jsonschema", "--check-metaschema", SCHEMA)
    for path in paths:
        run("check-jsonschema", "--schemafile", SCHEMA, path)


def again(convert, *paths):
    return [f"{path.suffix}: reading and writing it changes bytes" for path in paths
            if run(convert, path, "--to", path.suffix[1:], "-o", "-")[0].encode() != path.read_bytes()]
