"""Burt's constraint and effective size: StructuralHoles.swift, from the triangles.

p(i,j) is the share of i's ties that goes to j, m(j,q) the tie of j and q against j's strongest. What two contacts have in
common, Σ s(i,q) s(q,j) / S(q) and Σ s(i,q) s(q,j), is summed once for each tie, over the triangles that it is part of.
"""

from pyspark.sql import functions as F


def holes(edges, corners, sums):
    """sums: v, sum, greatest of the weights that count; edges with these weights. Returns v, constraint, effective_size."""
    common = _common(edges, corners, sums)
    pairs = edges.join(common, ["a", "b"], "left").select(
        "a", "b", "w", F.coalesce("shared", F.lit(0.0)).alias("shared"), F.coalesce("product", F.lit(0.0)).alias("product"))
    ways = pairs.select(F.explode(F.array(
        F.struct(F.col("a").alias("v"), F.col("b").alias("u"), "w", "shared", "product"),
        F.struct(F.col("b").alias("v"), F.col("a").alias("u"), "w", "shared", "product"))).alias("way")).select("way.*")
    ways = ways.join(sums.select(F.col("v").alias("u"), F.col("greatest").alias("strongest")), "u").join(
        sums.select("v", "sum"), "v")
    invested = (F.col("w") + F.col("shared")) / F.col("sum")
    return ways.groupBy("v").agg(
        F.sum(invested * invested).alias("constraint"),
        (F.count("*") - F.sum(F.col("product") / F.col("sum") / F.col("strongest"))).alias("effective_size"))


def _common(edges, corners, sums):
    """Of each tie with triangles what its ends have in common: a < b, shared, product."""
    triangles = corners.select("a", "b", F.explode("common").alias("c"))
    weights = edges.select(F.col("a").alias("x"), F.col("b").alias("y"), "w")
    for one, other in ("a", "b"), ("a", "c"), ("b", "c"):
        weight = weights.withColumnRenamed("w", f"w{one}{other}")
        triangles = triangles.withColumn("x", F.least(one, other)).withColumn("y", F.greatest(one, other)).join(
            weight, ["x", "y"]).drop("x", "y")
    for corner in "abc":
        triangles = triangles.join(sums.select(F.col("v").alias(corner), F.col("sum").alias(f"s{corner}")), corner)

    def side(one, other, third):
        ways = [f"w{''.join(sorted(one + third))}", f"w{''.join(sorted(other + third))}"]
        # By quotients: products of great weights would be no numbers.
        return F.struct(
            F.least(one, other).alias("a"), F.greatest(one, other).alias("b"),
            (F.col(ways[0]) * (F.col(ways[1]) / F.col(f"s{third}"))).alias("shared"),
            (F.col(ways[0]) * F.col(ways[1])).alias("product"))

    sides = triangles.select(F.explode(F.array(side("a", "b", "c"), side("a", "c", "b"), side("b", "c", "a"))).alias("side"))
    return sides.groupBy("side.a", "side.b").agg(F.sum("side.shared").alias("shared"), F.sum("side.product").alias("product"))
