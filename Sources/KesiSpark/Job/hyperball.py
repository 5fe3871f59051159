"""harmonic_estimate: the sum of 1/distance over all others, from how many vertices are within each distance, which sketches
count: HyperBall.

A sketch of 2^BITS registers counts with a relative standard error of 1.04/√(2^BITS); those of a vertex and of its neighbors
joined are the vertices one step further. What few vertices are is counted exactly, or nearly so.

Source: Boldi & Vigna, In-Core Computation of Geometric Centralities with HyperBall, ICDM Workshops 2013; Flajolet et al.,
HyperLogLog, 2007. The sketches are those of Apache DataSketches, which Spark has as functions.
"""

from pyspark.sql import functions as F

BITS = 9
ERROR = 1.04 / 2 ** (BITS / 2)


def estimates(both, seed, store, progress):
    """Returns v, harmonic_estimate, harmonic_estimate_error of vertices with ties."""
    own = F.hll_sketch_agg(F.xxhash64(F.lit(seed), "v"), F.lit(BITS))
    balls = both.select("v").distinct().groupBy("v").agg(own.alias("ball")).select(
        "v", "ball", F.lit(1).cast("long").alias("size"), F.lit(0.0).alias("sum"), F.lit(True).alias("isNew"))
    balls, distance = store.keep(balls), 0
    while True:
        distance += 1
        progress.at("harmonic_estimate", distance)
        # Only what has grown is told on.
        told = both.join(balls.where("isNew").select("v", "ball"), "v").groupBy("u").agg(
            F.hll_union_agg("ball").alias("told")).withColumnRenamed("u", "v")
        ball = F.when(F.col("told").isNull(), F.col("ball")).otherwise(F.hll_union("ball", "told"))
        grown = balls.join(told, "v", "left").select("v", ball.alias("ball"), "size", "sum")
        size = F.greatest(F.hll_sketch_estimate("ball"), "size")
        balls = store.keep(grown.select("v", "ball", "sum", F.col("size").alias("before"), size.alias("size")).select(
            "v", "ball", "size", (F.col("sum") + (F.col("size") - F.col("before")) / distance).alias("sum"),
            (F.col("size") > F.col("before")).alias("isNew")))
        if balls.where("isNew").isEmpty():
            break
    return balls.select(
        "v", F.col("sum").alias("harmonic_estimate"), (F.col("sum") * ERROR).alias("harmonic_estimate_error"))
