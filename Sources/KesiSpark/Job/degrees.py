"""How many partners each vertex has, and the sum of the weights of its ties."""

from pyspark.sql import functions as F


def both_ways(edges):
    """Each pair from both ends: v, u, w."""
    return edges.select(F.explode(F.array(
        F.struct(F.col("a").alias("v"), F.col("b").alias("u"), "w"),
        F.struct(F.col("b").alias("v"), F.col("a").alias("u"), "w"))).alias("each")).select("each.*")


def degrees(both):
    """Of each vertex that has ties."""
    return both.groupBy("v").agg(
        F.count("*").alias("degree"), F.sum("w").alias("strength"), F.max("w").alias("greatest"))
