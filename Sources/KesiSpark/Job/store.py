"""Keeps what was computed, so that the plan of the next step begins there.

Reliable checkpoints, on a disk that all workers see, survive the loss of any of them. Where there is none, results are
kept by the workers and lineage is kept with them: a lost part is computed anew from the input. Never localCheckpoint,
which loses both.
"""

import uuid

from pyspark import StorageLevel
from pyspark.sql import DataFrame


class Store:
    def __init__(self, spark, files, fallback):
        """fallback: a folder on the machine of the driver."""
        self.spark, self.files, self.notes = spark, files, []
        context = spark.sparkContext
        given, default = context.getConf().get("spark.checkpoint.dir"), files.default()
        if given:
            base = given.rstrip("/")
        elif not default.startswith("file:"):
            base = default.rstrip("/") + "/tmp"
        else:
            base = "file://" + fallback
        self.folder = f"{base}/kesi-checkpoint-{uuid.uuid4().hex[:12]}"
        context.setCheckpointDir(self.folder)
        self.isReliable = context.master.startswith("local") or not base.startswith("file:") or self._isShared()
        if not self.isReliable:
            self.notes.append({"code": "no_shared_checkpoint", "found": base})

    def _isShared(self):
        """Whether what workers write below the folder is seen here, and what is written here is seen there."""
        probe = f"{self.folder}/probe"
        parts = max(2, self.spark.sparkContext.defaultParallelism)
        try:
            self.spark.range(parts, numPartitions=parts).write.parquet(probe)
            return self.spark.read.schema("id long").parquet(probe).count() == parts
        except Exception:
            return False

    def keep(self, frame):
        """The same rows, computed now.

        The plan begins anew with the rows alone: what Spark estimates of them would be carried from round to round, sizes of
        joins as products of sizes, until numbers of a million digits are multiplied.
        """
        if self.isReliable:
            frame = frame.checkpoint(eager=True)
        else:
            frame = frame.persist(StorageLevel.MEMORY_AND_DISK)
            frame.count()
        rows, session = frame._jdf.queryExecution().toRdd(), self.spark._jsparkSession
        return DataFrame(session.internalCreateDataFrame(rows, frame._jdf.schema(), False), self.spark)

    def close(self):
        try:
            self.files.delete(self.folder)
        except Exception:  # what is temporary may be left behind; the answer is there
            pass
