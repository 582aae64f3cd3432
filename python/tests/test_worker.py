"""A process that stays: many documents, several threads, and its untimely ends."""

import multiprocessing
import os
import pickle
import signal
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path
from unittest import mock

from digest_convert import Document, ProgramError, Worker, find_program

LIST = "# Reading list\n\n- 2409.10000 – SCoRe · Why.\n"
FRAGILE = Path(__file__).with_name("fragile_worker.py")


def documents(count, texts=None):
    """Documents of which each names another paper; `texts` are others, by their numbers."""
    for number in range(count):
        text = (texts or {}).get(number, f"# Reading list\n\n- 2409.{number:05} – Name · Why.\n")
        yield Document(text, f"{number}.md", number)


class Many(unittest.TestCase):
    def test_results_come_in_order(self):
        with Worker() as worker:
            results = list(worker.map(documents(100), to="csv"))
        self.assertEqual([result.id for result in results], list(range(100)))
        for result in results:
            self.assertIn(f"arXiv:2409.{result.id:05}", result.output())

    def test_results_come_as_they_are_ready(self):
        with Worker() as worker:
            results = list(worker.map(documents(100), to="csv", ordered=False))
        self.assertEqual(sorted(result.id for result in results), list(range(100)))
        for result in results:
            self.assertIn(f"arXiv:2409.{result.id:05}", result.output())

    def test_documents_are_taken_as_results_are(self):
        taken = []

        def endless():
            number = 0
            while True:
                taken.append(number)
                yield Document(LIST, id=number)
                number += 1

        with Worker(jobs=1) as worker:
            results = worker.map(endless(), to="bibtex", in_flight=3)
            self.assertEqual([next(results).id for _ in range(5)], [0, 1, 2, 3, 4])
        self.assertEqual(len(taken), 7)

    def test_broken_documents_are_answered_like_others(self):
        with Worker() as worker:
            results = list(worker.map(documents(30, {5: "", 6: b"\xff\xfe\xfd", 29: "# Reading list\n\n- 2409.1 – X · y\n"}), "jats"))
        self.assertEqual([result.id for result in results if not result.ok], [5, 6, 29])
        self.assertTrue(all(result.diagnostics for result in results if not result.ok))

    def test_a_document_is_too_large(self):
        with Worker(limit_size=1000) as worker:
            results = list(worker.map(documents(10, {3: LIST + "word " * 1000}), "jats"))
        self.assertEqual([result.id for result in results if not result.ok], [3])

    def test_a_catalogue_completes_papers(self):
        with tempfile.TemporaryDirectory() as folder:
            library, catalogue = Path(folder, "library.bib"), Path(folder, "papers.sqlite")
            library.write_text("@article{a, title = {A Title}, author = {Doe, Jane}, eprint = {2409.10000}}\n")
            add = [find_program(), "catalogue", "add", str(library), "--catalogue", str(catalogue), "--quiet"]
            subprocess.run(add, check=True)
            with Worker(catalogue=catalogue) as worker:
                self.assertEqual(worker.papers(LIST)[0]["title"], "A Title")
            with mock.patch.dict(os.environ, {"DIGEST_CONVERT_CATALOGUE": str(catalogue)}):
                with Worker(complete=True) as worker:
                    self.assertEqual(worker.papers(LIST)[0]["title"], "A Title")
                with Worker() as worker:
                    self.assertIsNone(worker.papers(LIST)[0]["title"])

    def test_several_threads_share_it(self):
        found = []

        def ask(worker, first):
            for number in range(first, first + 20):
                text = worker.convert(f"# Reading list\n\n- 2409.{number:05} – Name · Why.\n", to="csv")
                found.append(f"arXiv:2409.{number:05}" in text)

        with Worker() as worker:
            threads = [threading.Thread(target=ask, args=(worker, 20 * number)) for number in range(5)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(found, [True] * 100)


class Ends(unittest.TestCase):
    def fragile(self, mark="/nowhere/mark"):
        """A worker that some documents kill."""
        environment = {"FRAGILE_PROGRAM": find_program(), "FRAGILE_MARK": mark}
        patch = mock.patch.dict(os.environ, environment)
        patch.start()
        self.addCleanup(patch.stop)
        return Worker(program=str(FRAGILE), jobs=1)

    def test_it_is_started_again(self):
        with Worker() as worker:
            self.assertTrue(worker.run(LIST, "bibtex").ok)
            first = worker.pid
            os.kill(first, signal.SIGKILL)
            self.assertTrue(worker.run(LIST, "bibtex").ok)
            self.assertNotEqual(worker.pid, first)

    def test_a_document_that_kills_it_is_the_only_one_lost(self):
        with self.fragile() as worker:
            results = list(worker.map(documents(20, {4: "FATAL", 11: "FATAL", 12: "FATAL"}), "csv"))
        self.assertEqual([result.id for result in results], list(range(20)))
        self.assertEqual([result.id for result in results if not result.ok], [4, 11, 12])
        lost = results[4]
        self.assertEqual((lost.status, lost.diagnostics[0].id), (70, "request/unanswered"))
        for result in results:
            if result.ok:
                self.assertIn(f"arXiv:2409.{result.id:05}", result.output())

    def test_a_document_is_sent_again(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.fragile(os.path.join(folder, "mark")) as worker:
                text = "# Reading list\n\n- 2409.00004 – Name · FATAL-ONCE\n"
                results = list(worker.map(documents(20, {4: text}), "csv"))
        self.assertTrue(all(result.ok for result in results))
        self.assertIn("arXiv:2409.00004", results[4].output())

    def test_it_is_killed_again_and_again(self):
        with Worker(jobs=1) as worker:
            numbers = []
            for result in worker.map(documents(200), "csv"):
                numbers.append(result.id)
                self.assertIn(f"arXiv:2409.{result.id:05}", result.output())
                if result.id in (20, 90, 160):
                    os.kill(worker.pid, signal.SIGKILL)
        self.assertEqual(numbers, list(range(200)))

    def test_closed_is_closed(self):
        worker = Worker()
        worker.run(LIST)
        pid = worker.pid
        worker.close()
        worker.close()
        with self.assertRaises(ProcessLookupError):
            os.kill(pid, 0)
        with self.assertRaisesRegex(ValueError, "closed"):
            worker.run(LIST)

    def test_an_error_of_the_caller_ends_it(self):
        with self.assertRaises(ZeroDivisionError):
            with Worker() as worker:
                worker.run(LIST)
                pid = worker.pid
                1 / 0
        with self.assertRaises(ProcessLookupError):
            os.kill(pid, 0)

    def test_what_is_asked_when_it_is_killed(self):
        worker = Worker()
        results = worker.map(documents(50), "csv", in_flight=20)
        next(results)
        worker.kill()
        with self.assertRaises((ProgramError, ValueError)):
            list(results)


class Processes(unittest.TestCase):
    def test_it_is_not_pickled(self):
        with Worker() as worker, self.assertRaisesRegex(TypeError, "make one in each"):
            pickle.dumps(worker)

    @unittest.skipUnless(hasattr(os, "fork"), "without fork")
    def test_a_forked_process_starts_its_own(self):
        with Worker() as worker:
            worker.run(LIST)
            context = multiprocessing.get_context("fork")
            queue = context.SimpleQueue()

            def ask():
                queue.put((worker.run(LIST, "csv").ok, worker.pid))
                worker.close()

            process = context.Process(target=ask)
            process.start()
            process.join()
            self.assertFalse(queue.empty())
            ok, pid = queue.get()
            self.assertTrue(ok)
            self.assertNotEqual(pid, worker.pid)
            self.assertTrue(worker.run(LIST, "csv").ok)


if __name__ == "__main__":
    unittest.main()
