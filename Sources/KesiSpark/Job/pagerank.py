"""PageRank without direction, by conjugate gradients: the fixed point that the local engine finds, by the same way.

With S = D^-½ A D^-½ the scores are D^½ z up to scale, where (I − α S) z = D^-½ 1. A vertex without ties has z = 1; what it
passes on goes to all alike, which scaling settles. One pass over the ties a round, some dozens of rounds.
"""

from pyspark.sql import functions as F

DAMPING = 0.85
# The local engine stops at 1e-10; a hundredth of it keeps what differs between the two far below 1e-9.
TOLERANCE = 1e-12
MOST_ROUNDS = 1000


def scores(vertices, both, store, progress):
    """both: v, u, w with the weights that count, by v. Returns v, pagerank for all vertices."""
    state = store.keep(both.groupBy("v").agg((1 / F.sqrt(F.sum("w"))).alias("scale")).select(
        "v", "scale", F.lit(0.0).alias("x"), F.col("scale").alias("r"), F.col("scale").alias("p")))
    found = state.agg(F.sum(F.col("r") * F.col("r")).alias("energy"), F.count("*").alias("count")).first()
    order = vertices.count()
    alone, energy = order - found["count"], found["energy"]
    total = float(alone)
    if found["count"]:
        for round in range(1, MOST_ROUNDS + 1):
            progress.at("pagerank", round)
            gathered = both.join(state.select("v", (F.col("scale") * F.col("p")).alias("passed")), "v").groupBy("u").agg(
                F.sum(F.col("w") * F.col("passed")).alias("gathered"))
            image = F.col("p") - DAMPING * F.col("scale") * F.col("gathered")
            state = store.keep(state.join(gathered.withColumnRenamed("u", "v"), "v").withColumn("q", image).drop("gathered"))
            length = energy / state.agg(F.sum(F.col("p") * F.col("q"))).first()[0]
            x, r = F.col("x") + length * F.col("p"), F.col("r") - length * F.col("q")
            sums = state.agg(
                F.sum(r * r).alias("energy"), F.sum(F.abs(r) / F.col("scale")).alias("left"),
                F.sum(x / F.col("scale")).alias("total")).first()
            total = sums["total"] + alone
            turn = sums["energy"] / energy
            energy = sums["energy"]
            state = state.select("v", "scale", x.alias("x"), r.alias("r"), (r + turn * F.col("p")).alias("p"))
            if sums["left"] <= TOLERANCE * total or energy == 0:
                break
    raw = vertices.select("v").join(state, "v", "left")
    return raw.select("v", (F.coalesce(F.col("x") / F.col("scale"), F.lit(1.0)) / total).alias("pagerank"))
