"""What Kesi asks of Apache Spark: reads spec.json, computes, and leaves its answer beside it.

    spark-submit … kesi_job.py spec.json

Status 65: the data or the request has a fault, which failure.json tells.
"""

import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import network as networks
import session
from answer import Answer
from failure import Refusal
from files import Files
from progress import Progress
from store import Store
from tables import Reader


def main(path):
    with open(path, encoding="utf-8") as file:
        spec = json.load(file)
    answer, began = Answer(spec["answer"]), time.time()
    spark = session.start()
    progress = Progress(spark)
    store = None
    try:
        files = Files(spark)
        store = Store(spark, files, os.path.dirname(os.path.abspath(spec["answer"])))
        read = run(spark, spec, files, store, answer, progress)
        answer.json("told.json", {"read": read, "notes": store.notes, "seconds": round(time.time() - began, 3)})
        return 0
    except Refusal as refusal:
        answer.json("failure.json", refusal.details)
        return 65
    finally:
        progress.end()
        if store is not None:
            store.close()
        spark.stop()


def run(spark, spec, files, store, answer, progress):
    """Returns what was read."""
    from tasks import TASKS

    task = TASKS.get(spec["task"])
    if task is None:
        raise Refusal("unknown_task", found=spec["task"])
    found = networks.read(spark, files, Reader(spark, files, spec), spec, progress)
    networks.check(found, spec.get("missing", []))
    networks.resolve(found, spec, store, progress)
    task(spark, spec, found, files, store, answer, progress)
    unused = {name: table.unused for name, table in found.tables.items() if table.unused}
    if unused:
        store.notes.append({"code": "unused_columns", "found": unused})
    return {name: table.rows for name, table in found.tables.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
