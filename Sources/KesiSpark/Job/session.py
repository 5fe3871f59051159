"""The session of Spark that the job runs in: what must be as it is, and what is chosen where the user has not."""

from pyspark import SparkConf
from pyspark.sql import SparkSession

_BYTES_A_PARTITION = 8 << 20
_MOST_PARTITIONS = 4096

# Numbers wrap around and what is no number is null, by these; unset they would depend on the version of Spark.
_NEEDED = {
    "spark.sql.ansi.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.optimizer.enableCsvExpressionOptimization": "false",
    "spark.sql.csv.parser.columnPruning.enabled": "false",
    # What rows are known to fulfil is kept with checkpoints and grows from round to round, until planning takes longer than work.
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.cleaner.referenceTracking.cleanCheckpoints": "true",
    "spark.sql.optimizer.canChangeCachedPlanOutputPartitioning": "false",
}
_CHOSEN = {
    "spark.ui.showConsoleProgress": "false",
    "spark.serializer": "org.apache.spark.serializer.KryoSerializer",
    # Rounds over the same tables are planned alike: planning each anew costs more than it saves.
    "spark.sql.adaptive.enabled": "false",
}


def start(name="kesi"):
    given = SparkConf()
    builder = SparkSession.builder.appName(given.get("spark.app.name", name))
    for key, value in _NEEDED.items():
        builder = builder.config(key, value)
    for key, value in _CHOSEN.items():
        if not given.contains(key):
            builder = builder.config(key, value)
    return builder.getOrCreate()


def size_partitions(spark, bytes):
    """As many partitions as the input wants, where the user has not said how many."""
    if SparkConf().contains("spark.sql.shuffle.partitions"):
        return int(spark.conf.get("spark.sql.shuffle.partitions"))
    cores = spark.sparkContext.defaultParallelism
    wanted = max(1, bytes // _BYTES_A_PARTITION)
    count = min(_MOST_PARTITIONS, cores * -(-wanted // cores) if wanted > 1 else 1 if bytes < 1 << 16 else cores)
    spark.conf.set("spark.sql.shuffle.partitions", str(count))
    return count
