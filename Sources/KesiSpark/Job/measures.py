"""The measures of actors: what computes each, and what they share."""

from pyspark.sql import functions as F

import components
import coreness
import degrees
import holes
import hyperball
import labels
import pagerank
import triangles


class Numbers:
    """What is computed of one network, each once."""

    def __init__(self, network, spec, store, progress):
        self.network, self.store, self.progress = network, store, progress
        self.isWeighted, self.seed = spec.get("weighted", False), spec.get("seed", 1)
        self.rowLimit = spec.get("rowLimit", 5_000_000)
        self.known = {}

    def once(self, name, make):
        if name not in self.known:
            self.known[name] = make()
        return self.known[name]

    @property
    def both(self):
        """Ties from both ends, in as many parts as rounds have: v, u, w."""
        def make():
            both = degrees.both_ways(self.network.edges).repartition(self.network.partitions, "v")
            return both.persist()

        return self.once("both", make)

    @property
    def edges(self):
        """Each pair once, with the weight that counts: a < b, w."""
        edges = self.network.edges
        return edges if self.isWeighted else edges.withColumn("w", F.lit(1.0))

    @property
    def counted(self):
        """From both ends, with the weight that counts."""
        return self.both if self.isWeighted else self.both.withColumn("w", F.lit(1.0))

    @property
    def degrees(self):
        return self.once("degrees", lambda: self.store.keep(degrees.degrees(self.both)))

    @property
    def roots(self):
        return self.once("roots", lambda: components.roots(self.network.edges, self.store, self.progress))

    @property
    def corners(self):
        return self.once("corners", lambda: self.store.keep(triangles.corners(self.network.edges, self.degrees)))

    @property
    def triangles(self):
        return self.once("triangles", lambda: self.store.keep(triangles.counts(self.corners)))

    @property
    def clustering(self):
        return self.once("clustering", lambda: self.store.keep(triangles.clustering(self.degrees, self.triangles)))

    @property
    def holes(self):
        sums = self.degrees.select("v", F.col("strength").alias("sum"), "greatest") if self.isWeighted else self.degrees.select(
            "v", F.col("degree").cast("double").alias("sum"), F.lit(1.0).alias("greatest"))
        return self.once("holes", lambda: self.store.keep(holes.holes(self.edges, self.corners, sums)))


def _degree(numbers):
    return numbers.degrees.select("v", "degree")


def _strength(numbers):
    return numbers.degrees.select("v", "strength")


def _component(numbers):
    return components.components(numbers.network.vertices, numbers.roots, numbers.store)


def _pagerank(numbers):
    return pagerank.scores(numbers.network.vertices, numbers.counted, numbers.store, numbers.progress)


def _triangles(numbers):
    return numbers.triangles


def _clustering(numbers):
    return numbers.clustering


def _coreness(numbers):
    most = min(numbers.rowLimit, MOST_TIES_ON_DRIVER)
    return coreness.coreness(numbers.both, numbers.degrees, most, numbers.store, numbers.progress)


def _constraint(numbers):
    return numbers.holes.select("v", "constraint")


def _effective_size(numbers):
    return numbers.holes.select("v", "effective_size")


def _harmonic_estimate(numbers):
    return hyperball.estimates(numbers.both, numbers.seed, numbers.store, numbers.progress)


def _label_community(numbers):
    return labels.communities(
        numbers.network.vertices, numbers.counted, numbers.seed, numbers.network.partitions, numbers.store, numbers.progress)


MOST_TIES_ON_DRIVER = 1_000_000  # from both ends; some 200 bytes each
# Each: what computes v and its columns, and what a vertex has that is not in it; None where that is undefined.
MEASURES = {
    "degree": (_degree, {"degree": 0}),
    "strength": (_strength, {"strength": 0.0}),
    "component": (_component, {"component": None}),
    "pagerank": (_pagerank, {"pagerank": None}),
    "triangles": (_triangles, {"triangles": 0}),
    "clustering": (_clustering, {"clustering": 0.0}),
    "coreness": (_coreness, {"coreness": 0}),
    "constraint": (_constraint, {"constraint": None}),
    "effective_size": (_effective_size, {"effective_size": None}),
    "harmonic_estimate": (_harmonic_estimate, {"harmonic_estimate": 0.0, "harmonic_estimate_error": 0.0}),
    "label_community": (_label_community, {"label_community": None}),
}

