"""One document at a time: what comes back, and what is raised."""

import json
import os
import pickle
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import digest_convert
from digest_convert import ConversionError, ProgramError, Worker

LIST = "# Reading list\n\n- 2409.10000 – SCoRe · Explains why supervised self-correction collapses.\n"
#: On line 3, an id has lost its zeros.
DAMAGED = "# Reading list\n\n- 2409.1 – SCoRe · Why.\n- 2409.10001 – Another · Why.\n"


class Conversions(unittest.TestCase):
    def test_one_format_is_a_text(self):
        self.assertIn("eprint = {2409.10000}", digest_convert.convert(LIST, to="bibtex"))

    def test_several_formats_are_a_mapping(self):
        outputs = digest_convert.convert(LIST, to=["bibtex", "jats"])
        self.assertEqual(sorted(outputs), ["bibtex", "jats"])
        self.assertEqual(digest_convert.convert(LIST, to="bibtex,jats"), outputs)

    def test_a_folder_is_a_mapping_of_files(self):
        files = digest_convert.convert(LIST, to="csv-bundle")
        self.assertIn("arXiv:2409.10000", files["papers.csv"])

    def test_a_database_is_bytes(self):
        self.assertTrue(digest_convert.convert(LIST, to="sqlite").startswith(b"SQLite format 3\0"))

    def test_bytes_and_paths_are_read_like_texts(self):
        expected = digest_convert.convert(LIST, to="bibtex", name="2024-09.md")
        self.assertEqual(digest_convert.convert(LIST.encode(), to="bibtex", name="2024-09.md"), expected)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "2024-09.md")
            path.write_text(LIST, encoding="utf-8")
            self.assertEqual(digest_convert.convert(path, to="bibtex"), expected)

    def test_options_are_those_of_the_command(self):
        text = digest_convert.convert(LIST, to="bibtex", bibtex_dialect="bibtex")
        self.assertIn("archiveprefix", text.lower())
        reference = "TY  - RPRT\nTI  - A title\nER  - \n"
        self.assertIn("A title", digest_convert.convert(reference, to="csl-json", from_="ris"))

    def test_losses_are_told(self):
        losses = digest_convert.run(LIST, to="csv").losses
        self.assertTrue(losses)


class Faults(unittest.TestCase):
    def test_errors_have_places(self):
        with self.assertRaises(ConversionError) as caught:
            digest_convert.convert(DAMAGED, to="jats", name="2024-09.md")
        finding = next(one for one in caught.exception.diagnostics if one.id == "digest/lost-digits")
        self.assertEqual((finding.path, finding.line, finding.column), ("2024-09.md", 3, 3))
        self.assertEqual(finding.severity, "error")
        self.assertIn("2409.1", finding.message)
        self.assertIn("2024-09.md:3:3: error: ", str(caught.exception))
        self.assertIn("[digest/lost-digits]", str(caught.exception))

    def test_errors_go_from_process_to_process(self):
        with self.assertRaises(ConversionError) as caught:
            digest_convert.convert("", to="jats")
        again = pickle.loads(pickle.dumps(caught.exception))
        self.assertEqual(again.diagnostics, caught.exception.diagnostics)
        self.assertEqual(again.status, 4)

    def test_a_check_lists_findings(self):
        self.assertEqual([one.id for one in digest_convert.check(DAMAGED)], ["digest/lost-digits"])
        self.assertEqual([one.id for one in digest_convert.check("")], ["source/empty"])
        self.assertEqual(digest_convert.check(LIST), [])

    def test_what_is_kept_going_is_there(self):
        self.assertIn("<article", digest_convert.convert(DAMAGED, to="jats", keep_going=True))

    def test_a_format_that_does_not_exist(self):
        with self.assertRaises(ConversionError) as caught:
            digest_convert.convert(LIST, to="docx")
        self.assertEqual(caught.exception.status, 2)
        self.assertIn("docx", str(caught.exception))

    def test_an_option_that_does_not_exist(self):
        with self.assertRaises(ConversionError) as caught:
            digest_convert.convert(LIST, to="jats", colour="red")
        self.assertEqual(caught.exception.status, 2)

    def test_a_file_that_is_not_there(self):
        with self.assertRaises(ConversionError) as caught:
            digest_convert.convert(Path("nowhere.md"), to="jats")
        self.assertEqual(caught.exception.status, 3)

    def test_halves_of_characters_are_not_text(self):
        with self.assertRaises(ConversionError) as caught:
            digest_convert.convert(LIST + "\ud800", to="jats")
        self.assertEqual(caught.exception.status, 4)

    def test_a_program_that_is_not_there(self):
        with self.assertRaisesRegex(ProgramError, "there is no program '/nowhere/digest-convert'"):
            Worker(program="/nowhere/digest-convert")

    def test_a_program_that_does_not_run(self):
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder, "digest-convert")
            program.write_text(
                "#!/bin/sh\necho 'error while loading shared libraries: libmd4c.so.0: no such file' >&2\nexit 127\n"
            )
            program.chmod(0o755)
            with Worker(program=str(program)) as worker:
                with self.assertRaisesRegex(ProgramError, r"libmd4c.so.0.*apt install"):
                    worker.run(LIST)

    def test_the_script_of_the_package_is_not_the_program(self):
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder, "digest-convert")
            script.write_text("#!/usr/bin/python3\nfrom digest_convert.__main__ import main\nmain()\n")
            script.chmod(0o755)
            environment = {"PATH": folder}
            with mock.patch.dict(os.environ, environment, clear=True):
                with mock.patch("digest_convert._program._BUNDLED", "/nowhere"):
                    with self.assertRaisesRegex(ProgramError, "without the program"):
                        digest_convert.find_program()


class Tables(unittest.TestCase):
    def test_papers_are_flat_rows(self):
        row = digest_convert.papers(LIST)[0]
        self.assertEqual(row["paper_id"], "arXiv:2409.10000")
        self.assertEqual(row["paper_names"], "SCoRe")
        self.assertEqual(row["publication_year"], 2024)
        self.assertIs(row["in_topic_tree"], False)
        self.assertIsNone(row["venue"])

    def test_all_tables(self):
        tables = digest_convert.tables(LIST)
        self.assertEqual([row["paper_id"] for row in tables["mentions"]], ["arXiv:2409.10000"])
        self.assertEqual(tables["topics"], [])
        some = digest_convert.run(LIST, to="csv-bundle").tables(["mentions"])
        self.assertEqual(some, {"mentions": tables["mentions"]})

    def test_fields_are_read_as_they_were_written(self):
        reference = '- id: 2409.10000\n  title: A "title", with a comma\n  abstract: |\n    One line,\n    "another".\n'
        row = digest_convert.papers(reference, name="papers.yaml")[0]
        self.assertEqual(row["title"], 'A "title", with a comma')
        self.assertEqual(row["abstract"], 'One line, "another".')

    def test_fields_are_quoted_missing_or_empty(self):
        from digest_convert import _tables

        text = 'a,b,sort_order,is_new\r\n"x, ""y""\n","",7,true\r\n,z,,false\r\n'
        expected = [
            {"a": 'x, "y"\n', "b": "", "sort_order": 7, "is_new": True},
            {"a": None, "b": "z", "sort_order": None, "is_new": False},
        ]
        self.assertEqual(_tables.rows(text), expected)
        self.assertEqual(_tables.rows(text, {"a"})[1]["a"], "")
        self.assertEqual(_tables.rows("a,b\r\n"), [])

    def test_tables_are_read_in_the_default_form_alone(self):
        with self.assertRaises(TypeError):
            digest_convert.papers(LIST, csv_delimiter="tab")

    def test_columns_that_are_not_text_are_known(self):
        from digest_convert import _tables

        with Worker() as worker:
            bundle = worker.convert(LIST, to="csv-bundle")
            several = worker.convert(two_digests(worker), to="csv-bundle", name="two.jsonl")
        integers, booleans = set(), set()
        for described in (bundle["csv-metadata.json"], several["csv-metadata.json"]):
            for table in json.loads(described)["tables"]:
                for column in table["tableSchema"]["columns"]:
                    datatype = column.get("datatype")
                    kind = datatype["base"] if isinstance(datatype, dict) else datatype
                    if kind == "integer":
                        integers.add(column["name"])
                    if kind == "boolean":
                        booleans.add(column["name"])
        self.assertEqual(integers, set(_tables.INTEGERS))
        self.assertEqual(booleans, set(_tables.BOOLEANS))


def two_digests(worker):
    """Two digests as JSON lines."""
    return worker.convert(LIST, to="jsonl", name="2024-09.md") + worker.convert(
        LIST.replace("SCoRe", "Score"), to="jsonl", name="2024-10.md"
    )


if __name__ == "__main__":
    unittest.main()
