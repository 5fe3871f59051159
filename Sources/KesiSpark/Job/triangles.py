"""Triangles, each found once, at its vertex of fewest ties.

Ties point from the end of fewer ties to that of more, so that no vertex has more than √(2m) ties out. Each end is sent
those of the other's ties out that come after it, and keeps what is among its own.

Source: Schank & Wagner, Finding, Counting and Listing all Triangles in Large Graphs, WEA 2005.
"""

from pyspark.sql import functions as F


def corners(edges, degrees):
    """Of each tie a → b the vertices that make a triangle with it, as far as they come after b: a, b, common."""
    degree = degrees.select("v", "degree")
    ends = edges.join(degree.select(F.col("v").alias("a"), F.col("degree").alias("da")), "a").join(
        degree.select(F.col("v").alias("b"), F.col("degree").alias("db")), "b")
    isTurned = F.struct("da", "a") > F.struct("db", "b")
    one, other = F.struct(F.col("da").alias("d"), F.col("a").alias("v")), F.struct(F.col("db").alias("d"), F.col("b").alias("v"))
    pointed = ends.select(F.when(isTurned, other).otherwise(one).alias("low"), F.when(isTurned, one).otherwise(other).alias("high"))
    out = pointed.groupBy(F.col("low.v").alias("a")).agg(F.array_sort(F.collect_list("high")).alias("high")).select(
        "a", F.transform("high", lambda each: each["v"]).alias("out")).persist()
    pairs = out.where(F.size("out") > 1).select("a", "out", F.posexplode("out").alias("place", "b")).select(
        "a", "b", F.expr("slice(out, place + 2, size(out))").alias("rest")).where(F.size("rest") > 0)
    joined = pairs.join(out.select(F.col("a").alias("b"), F.col("out").alias("others")), "b")
    return joined.select("a", "b", F.array_intersect("rest", "others").alias("common")).where(F.size("common") > 0)


def counts(corners):
    """v, triangles of each vertex that has any."""
    count = F.size("common").cast("long")
    ends = F.array(F.struct(F.col("a").alias("v"), count.alias("n")), F.struct(F.col("b").alias("v"), count.alias("n")))
    thirds = F.transform("common", lambda third: F.struct(third.alias("v"), F.lit(1).cast("long").alias("n")))
    each = corners.select(F.explode(F.concat(ends, thirds)).alias("each"))
    return each.groupBy(F.col("each.v").alias("v")).agg(F.sum("each.n").alias("triangles"))


def clustering(degrees, counts):
    """The share of the pairs of neighbors that are tied; 0 where there are fewer than two."""
    pairs = F.col("degree") * (F.col("degree") - 1)
    return degrees.join(counts, "v", "left").select("v", F.when(
        F.col("degree") > 1, 2.0 * F.coalesce("triangles", F.lit(0)) / pairs).otherwise(0.0).alias("clustering"))
