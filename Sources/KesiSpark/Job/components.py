"""Connected components: 1 for the largest, equal ones by their first vertex.

In each round every vertex joins the one among itself and its neighbors that a random order puts first; joined vertices
become one, and the ties between those that are left are looked at again. A round leaves at most three quarters of the
vertices on average, whatever the network: a long path takes no more rounds than a star.

Source: Bögeholz, Brand & Todor, In-database connected component analysis, ICDE 2020.
"""

from pyspark.sql import functions as F

import order


def roots(edges, store, progress):
    """The vertex that stands for the component of each one that has ties: v, root."""
    left = edges.select("a", "b")
    steps, round = [], 0
    while not left.isEmpty():
        round += 1
        progress.at("component", round)
        rank = lambda end: F.xxhash64(F.lit(round), F.col(end))
        ends = left.select(F.explode(F.array(F.struct(F.col("a").alias("v"), F.col("b").alias("u")), F.struct(
            F.col("b").alias("v"), F.col("a").alias("u")))).alias("each")).select("each.*")
        first = ends.groupBy("v").agg(F.min(F.struct(rank("u").alias("rank"), F.col("u"))).alias("other"))
        own = F.struct(rank("v").alias("rank"), F.col("v").alias("u"))
        step = store.keep(first.select("v", F.least("other", own)["u"].alias("root")))
        steps.append(step)
        for end in ("a", "b"):
            left = left.join(step.select(F.col("v").alias(end), F.col("root").alias("new")), end).drop(end).withColumnRenamed("new", end)
        left = left.where("a <> b").select(F.least("a", "b").alias("a"), F.greatest("a", "b").alias("b")).distinct()
        left = store.keep(left)
    if not steps:
        return edges.select(F.col("a").alias("v"), F.col("b").alias("root"))
    # From the last step back: what each vertex became in the end.
    found = steps[-1]
    for step in reversed(steps[:-1]):
        later = found.select(F.col("v").alias("root"), F.col("root").alias("last"))
        found = store.keep(step.join(later, "root", "left").select("v", F.coalesce("last", "root").alias("root")))
    return found


def sizes(vertices, roots):
    """Each component: its root, its size, and its first vertex."""
    length, id = order.columns()
    return vertices.join(roots, "v", "left").select(
        F.coalesce("root", "v").alias("root"), F.struct(length.alias("length"), id.alias("id")).alias("first")
    ).groupBy("root").agg(F.count("*").alias("size"), F.min("first").alias("first"))


def components(vertices, roots, store):
    """The number of the component of each vertex: v, component."""
    parts = sizes(vertices, roots)
    numbers = order.places(store.keep(order.marked(parts.sort(F.desc("size"), "first").select("root"))))
    return vertices.join(roots, "v", "left").select("v", F.coalesce("root", "v").alias("root")).join(
        numbers.select("root", (F.col("number") + 1).alias("component")), "root").select("v", "component")
