"""label_community: label propagation in rounds in which half of those that are not content move, drawn by a hash, so that
both engines find the same.

Labels are the places of vertices in the canonical order of ids. A vertex is content if its label is one of those that weigh
most among its neighbors. Of those that are not content, the ones whose draw is even take, of the labels that weigh most, the
one with the smallest draw, all at once.
"""

from pyspark.sql import functions as F

import order

MOST_ROUNDS = 100
# Sums of weights in another order differ in their last digits: what comes so near to the most weighs as much.
NEAR = 1 - 2.0**-40


def draw(a, b, seed):
    """h(a, b, seed) = mix(mix(mix(seed) ^ a) ^ b), 64 bits that wrap around: an expression."""
    return _mix(_mix(F.lit(_signed(_mixed(seed))).bitwiseXOR(a)).bitwiseXOR(b))


def _mix(x):
    """The finalizer of SplitMix64, step by step, so that each step is computed once."""
    for shift, factor in (30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, None):
        x = _once(x, lambda y: _step(y, shift, factor))
    return x


def _step(x, shift, factor):
    x = x.bitwiseXOR(F.shiftrightunsigned(x, shift))
    return x if factor is None else x * F.lit(_signed(factor))


def _once(x, body):
    return F.transform(F.array(x), body)[0]


def _mixed(x):
    """The same of a number."""
    mask = 2**64 - 1
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9 & mask
    x = (x ^ x >> 27) * 0x94D049BB133111EB & mask
    return x ^ x >> 31


def _signed(x):
    return x - 2**64 if x >= 2**63 else x


def communities(vertices, both, seed, partitions, store, progress):
    """both: v, u, w with the weights that count. Returns v, label_community of all vertices."""
    numbers = store.keep(order.numbered(vertices, store).select("v", "number"))
    # By numbers from here on: who they are no longer matters.
    ties = both.join(numbers.withColumnRenamed("number", "one"), "v").join(
        numbers.select(F.col("v").alias("u"), F.col("number").alias("other")), "u").select("one", "other", "w")
    ties = store.keep(ties).repartition(partitions, "one").persist()
    labels = store.keep(ties.select("one").distinct().select("one", F.col("one").alias("label")))
    seed = seed & 2**64 - 1
    for round in range(1, MOST_ROUNDS + 1):
        progress.at("label_community", round)
        told = ties.join(labels, "one").groupBy("other", "label").agg(F.sum("w").alias("weight"))
        # As unsigned numbers: the highest bit turned.
        drawn = draw(F.col("label"), F.lit(round).cast("long"), seed).bitwiseXOR(F.lit(-(2**63)))
        told = told.withColumn("drawn", drawn).groupBy(F.col("other").alias("one")).agg(
            F.max("weight").alias("most"), F.collect_list(F.struct("drawn", "label", "weight")).alias("told"))
        told = told.select("one", F.filter("told", lambda each: each["weight"] >= F.col("most") * NEAR).alias("best"))
        isContent = F.exists("best", lambda each: each["label"] == F.col("label"))
        moves = draw(F.col("one"), F.lit(round).cast("long"), seed).bitwiseAND(F.lit(1)) == 0
        labels = store.keep(labels.join(told, "one").select("one", isContent.alias("isContent"), F.when(
            isContent | ~moves, F.col("label")).otherwise(F.array_min("best")["label"]).alias("label")))
        if labels.where("not isContent").isEmpty():
            break
        labels = labels.select("one", "label")
    ties.unpersist()
    return _numbered(numbers, labels.select(F.col("one").alias("number"), "label"), store)


def _numbered(numbers, labels, store):
    """Communities from 1 by falling size, of equal ones that first whose first vertex comes first."""
    of = store.keep(numbers.join(labels, "number", "left").select("v", "number", F.coalesce("label", "number").alias("label")))
    sizes = of.groupBy("label").agg(F.count("*").alias("size"), F.min("number").alias("first"))
    places = order.places(store.keep(order.marked(sizes.sort(F.desc("size"), "first").select("label"))), "place")
    return of.join(places.select("label", (F.col("place") + 1).alias("label_community")), "label").select("v", "label_community")
