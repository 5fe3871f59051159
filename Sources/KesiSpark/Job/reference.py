"""What a cell means that names a row of another table."""

from pyspark.sql import functions as F

from files import shown
from tables import PLACE


def key(id):
    return F.xxhash64(id)


def refer(rows, table, column, to, everyone, named):
    """The rows with the vertex that a column means: that of the id, else that of the only actor of the name.

    Ids and names are compared byte by byte: what Kesi would find by its looks alone is refused here.
    """
    rows = rows.withColumn(to, key(F.col(column)))
    unknown = rows.select(to, column).distinct().join(everyone.select(F.col("v").alias(to)), to, "left_anti")
    if unknown.isEmpty():
        return rows
    names = everyone.select(F.explode(F.array("name", "name_zh")).alias("name"), "v").where("name is not null").distinct()
    names = names.groupBy("name").agg(F.count("*").alias("n"), F.min("v").alias("named"))
    found = unknown.join(names, F.col(column) == F.col("name"), "left")
    for code, condition in ("several", F.col("n") > 1), ("unknown_end", F.col("n").isNull()):
        bad = found.where(condition)
        if not bad.isEmpty():
            bad = rows.join(bad.select(to), to, "left_semi")
            first = bad.agg(F.count("*").alias("count"), F.min(F.struct(*PLACE, F.col(column).alias("found"))).alias("place")).first()
            table.refuse(code, first["place"], first["count"], column, shown(named.files[0]))
    return rows.join(found.select(to, "named"), to, "left").withColumn(to, F.coalesce("named", to)).drop("named")
