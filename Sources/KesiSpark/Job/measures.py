"""kesi metrics: a number of each actor."""

from pyspark.sql import functions as F

import answer as answers
import components
import degrees
from failure import Refusal


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
    def degrees(self):
        self.progress.at("degree")
        return self.once("degrees", lambda: self.store.keep(degrees.degrees(self.both)))

    @property
    def roots(self):
        return self.once("roots", lambda: components.roots(self.network.edges, self.store, self.progress))


def _degree(numbers):
    return numbers.degrees.select("v", "degree")


def _strength(numbers):
    return numbers.degrees.select("v", "strength")


def _component(numbers):
    return components.components(numbers.network.vertices, numbers.roots, numbers.store)


# Each: what computes v and its columns, and what a vertex without ties has.
MEASURES = {
    "degree": (_degree, {"degree": F.lit(0).cast("long")}),
    "strength": (_strength, {"strength": F.lit(0.0)}),
    "component": (_component, {"component": None}),
}


def metrics(spark, spec, network, files, store, answer, progress):
    unknown = [name for name in spec["measures"] if name not in MEASURES]
    if unknown:
        raise Refusal("unknown_measure", found=unknown, expected=sorted(MEASURES))
    output = spec.get("output")
    if output and files.status(files.path(output["uri"])) is not None:
        raise Refusal("output_exists", file=output["uri"])
    numbers = Numbers(network, spec, store, progress)
    values, columns = network.vertices, []
    for name in spec["measures"]:
        progress.at(name)
        compute, others = MEASURES[name]
        values = values.join(store.keep(compute(numbers)), "v", "left")
        for column, default in others.items():
            if default is not None:
                values = values.withColumn(column, F.coalesce(column, default))
            columns.append(column)
    progress.at("write")
    top = spec.get("top")
    if output:
        answers.write_parts(values, network, columns, output, files)
        answer.json("numbers.json", {"actors": network.vertices.count(), "ties": network.edges.count()})
        return
    if top:
        values = _top(values, top, network)
    answer.csv("values.csv", answers.in_order(values, network).select("id", *columns))
    answer.csv("actors.csv", answers.actor_cells(network))


def _top(values, top, network):
    return values
