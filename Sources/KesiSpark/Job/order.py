"""The canonical order of ids: whole numbers by value, then all others by their bytes."""

from pyspark.sql import functions as F

_WHOLE = "^(0|[1-9][0-9]*)$"


def columns(id="id"):
    """What ids are sorted by; a struct of them compares as they do."""
    length = F.when(F.col(id).rlike(_WHOLE), F.length(id)).otherwise(F.lit(2**31 - 1))
    return [length, F.col(id)]


def numbered(vertices, store):
    """Vertices with their places in this order, from 0: v, number."""
    return places(store.keep(marked(vertices.select("v", "id").sort(*columns()))))


def marked(ordered):
    """Sorted rows with the part that each is in, and where; to be kept before ``places``, lest they be sorted otherwise."""
    return ordered.select("*", F.spark_partition_id().alias("part"), F.monotonically_increasing_id().alias("at"))


def places(marked, name="number"):
    """The place of each row among all, from 0, as a column."""
    before, starts = 0, {}
    for row in marked.groupBy("part").count().sort("part").collect():
        starts[row["part"]] = before
        before += row["count"]
    if not starts:
        return marked.withColumn(name, F.lit(0).cast("long"))
    table = F.create_map(*[F.lit(each).cast("long") for pair in starts.items() for each in pair])
    within = F.col("at").bitwiseAND(F.lit((1 << 33) - 1))
    return marked.withColumn(name, table[F.col("part").cast("long")] + within)
