"""The greatest k for which each vertex is in a part where all have at least k neighbors.

Each vertex takes the h-index of what its neighbors have, beginning with degrees, until nothing changes. What falls from a
level on moves only those at that level or below: as soon as their ties are few, the driver peels them off by itself, so that
a long path takes no round for each of its vertices.

Source: Lü, Zhou, Zhang & Stanley, The H-index of a network node and its relation to degree and coreness, 2016.
"""

from pyspark.sql import functions as F


def coreness(both, degrees, most, store, progress):
    """most: so many ties, from both ends, the driver takes. Returns v, coreness of vertices with ties."""
    values = store.keep(degrees.select("v", F.col("degree").alias("value")))
    level, round = values.agg(F.max("value")).first()[0], 0
    while level is not None:
        few = _few(both, values, level, most)
        if few is not None:
            settled = _peeled(few, level)
            session = values.sparkSession
            if not settled:
                break
            peeled = session.createDataFrame(settled, "v long, peeled long")
            values = values.join(F.broadcast(peeled) if len(settled) < 200_000 else peeled, "v", "left").select(
                "v", F.least(F.coalesce("peeled", "value"), "value").alias("value"))
            break
        round += 1
        progress.at("coreness", round)
        told = both.join(values, "v").groupBy("u").agg(F.sort_array(F.collect_list("value"), asc=False).alias("told"))
        index = F.size(F.filter("told", lambda value, place: value > place)).cast("long")
        told = told.select(F.col("u").alias("v"), index.alias("index"))
        values = store.keep(values.join(told, "v").select("v", F.least("index", "value").alias("value"), (
            F.when(F.col("index") < F.col("value"), F.col("value"))).alias("fallen")))
        # Whoever fell from here: nothing above can fall any more.
        level = values.agg(F.max("fallen")).first()[0]
        values = values.select("v", "value")
    return values.select("v", F.col("value").alias("coreness"))


def _few(both, values, level, most):
    """The ties of the vertices at a level or below, each with whether its other end is one of them; None where these are
    more than the driver takes."""
    low = values.where(F.col("value") <= level).select("v")
    ties = both.select("v", "u").join(low, "v", "left_semi").limit(most + 1)
    if ties.count() > most:
        return None
    ties = both.select("v", "u").join(low, "v", "left_semi").join(
        low.select(F.col("v").alias("u"), F.lit(True).alias("isLow")), "u", "left")
    return ties.select("v", "u", F.coalesce("isLow", F.lit(False)).alias("isLow"))


def _peeled(ties, level):
    """Their coreness, where all others stay."""
    numbers, neighbors, left = {}, [], []
    for v, u, isLow in ties.toLocalIterator():
        place = numbers.setdefault(v, len(numbers))
        if place == len(left):
            left.append(0)
            neighbors.append([])
        left[place] += 1
        if isLow:
            neighbors[place].append(u)
    for place, others in enumerate(neighbors):
        neighbors[place] = [numbers[other] for other in others]
    found = [level] * len(left)
    isGone = bytearray(len(left))
    buckets = {}
    for place, degree in enumerate(left):
        buckets.setdefault(min(degree, level), []).append(place)
    k = 0
    while k < level:
        waiting = buckets.get(k)
        if not waiting:
            k += 1
            continue
        place = waiting.pop()
        if isGone[place] or min(left[place], level) > k:
            continue
        isGone[place], found[place] = 1, k
        for other in neighbors[place]:
            if not isGone[other]:
                left[other] -= 1
                if left[other] < level:
                    buckets.setdefault(max(left[other], k), []).append(other)
    return list(zip(numbers, found))
