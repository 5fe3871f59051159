"""What Kesi asks of Apache Spark: reads spec.json, computes, and leaves its answer beside it.

    spark-submit … kesi_job.py spec.json [spec.json …]

Several requests are answered one after the other. Status 65: the data or a request has a fault, which failure.json tells.
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import network as networks
import session
from answer import Answer
from failure import Refusal
from files import Files
from measures import Numbers
from progress import Progress
from selection import Choice
from store import Store
from tables import Reader
from tasks import TASKS, needed


class Job:
    """What a task works with."""

    def __init__(self, spark, spec, answer, progress):
        self.spark, self.spec, self.answer, self.progress = spark, spec, answer, progress
        self.files = Files(spark)
        self.store = Store(spark, self.files, os.path.dirname(os.path.abspath(spec["answer"])))

    def run(self):
        task = TASKS.get(self.spec["task"])
        if task is None:
            raise Refusal("unknown_task", found=self.spec["task"], expected=sorted(TASKS))
        reader = Reader(self.spark, self.files, self.spec)
        self.network = networks.read(self.spark, self.files, reader, self.spec, needed(self.spec), self.progress)
        self.choice = Choice(self.spec, self.network)
        networks.resolve(self.network, self.choice, self.store, self.progress)
        self.numbers = Numbers(self.network, self.spec, self.store, self.progress)
        task(self)
        tables = self.network.tables
        for code, found in (
            ("unused_columns", {name: table.unused for name, table in tables.items() if table.unused}),
            ("unread_tables", self.network.unread)):
            if found:
                self.store.notes.append({"code": code, "found": found})


def main(paths):
    spark = session.start()
    progress = Progress(spark)
    try:
        return max(answered(spark, path, progress) for path in paths)
    finally:
        progress.end()
        spark.stop()


def answered(spark, path, progress):
    """Answers one request; the status that says how that ended."""
    with open(path, encoding="utf-8") as file:
        spec = json.load(file)
    answer, job = Answer(spec["answer"]), None
    try:
        job = Job(spark, spec, answer, progress)
        job.run()
        answer.json("told.json", {"notes": job.store.notes})
        return 0
    except Refusal as refusal:
        answer.json("failure.json", refusal.details)
        return 65
    finally:
        if job is not None:
            job.store.close()
        spark.catalog.clearCache()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
