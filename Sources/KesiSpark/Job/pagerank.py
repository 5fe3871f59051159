"""PageRank without direction, by conjugate gradients: the fixed point that the local engine finds, by the same way.

With S = D^-½ A D^-½ the scores are D^½ z up to scale, where (I − α S) z = D^-½ 1. A vertex without ties has z = 1; what it
passes on goes to all alike, which scaling settles. One pass over the ties a round, some dozens of rounds.
"""

from pyspark.sql import functions as F

DAMPING = 0.85
# The local engine stops here: so both stop in the same round, at numbers that differ by rounding alone.
TOLERANCE = 1e-10
MOST_ROUNDS = 1000


def scores(vertices, both, store, progress):
    """both: v, u, w with the weights that count, by v. Returns v, pagerank for all vertices."""
    state = store.keep(both.groupBy("v").agg((1 / F.sqrt(F.sum("w"))).alias("scale")).select(
        "v", "scale", F.lit(0.0).alias("x"), F.col("scale").alias("r"), F.col("scale").alias("p")))
    found = state.agg(F.sum(F.col("r") * F.col("r")).alias("energy"), F.count("*").alias("count")).first()
    alone = Alone(vertices.count() - found["count"])
    energy = (found["energy"] or 0.0) + alone.energy
    total = alone.total
    for round in range(1, MOST_ROUNDS + 1):
        progress.at("pagerank", round)
        gathered = both.join(state.select("v", (F.col("scale") * F.col("p")).alias("passed")), "v").groupBy("u").agg(
            F.sum(F.col("w") * F.col("passed")).alias("gathered"))
        image = F.col("p") - DAMPING * F.col("scale") * F.col("gathered")
        state = store.keep(state.join(gathered.withColumnRenamed("u", "v"), "v").withColumn("q", image).drop("gathered"))
        curvature = (state.agg(F.sum(F.col("p") * F.col("q"))).first()[0] or 0.0) + alone.curvature
        if curvature == 0:
            break
        length = energy / curvature
        alone.step(length)
        x, r = F.col("x") + length * F.col("p"), F.col("r") - length * F.col("q")
        sums = state.agg(
            F.coalesce(F.sum(r * r), F.lit(0.0)).alias("energy"),
            F.coalesce(F.sum(F.abs(r) / F.col("scale")), F.lit(0.0)).alias("left"),
            F.coalesce(F.sum(x / F.col("scale")), F.lit(0.0)).alias("total")).first()
        total, new = sums["total"] + alone.total, sums["energy"] + alone.energy
        state = state.select("v", "scale", x.alias("x"), r.alias("r"), (r + new / energy * F.col("p")).alias("p"))
        if sums["left"] + alone.left <= TOLERANCE * total:
            break
        alone.turn(new / energy)
        energy = new
    raw = vertices.select("v").join(state, "v", "left")
    return raw.select("v", (F.coalesce(F.col("x") / F.col("scale"), F.lit(alone.x)) / total).alias("pagerank"))


class Alone:
    """The vertices without ties, which all have the same numbers."""

    def __init__(self, count):
        self.count, self.x, self.r, self.p = count, 0.0, 1.0, 1.0

    @property
    def energy(self):
        return self.count * self.r * self.r

    @property
    def curvature(self):
        return self.count * self.p * self.p

    @property
    def left(self):
        return self.count * abs(self.r)

    @property
    def total(self):
        return self.count * self.x

    def step(self, length):
        self.x, self.r = self.x + length * self.p, self.r - length * self.p

    def turn(self, share):
        self.p = self.r + share * self.p
