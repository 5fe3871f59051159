"""kesi summary: numbers of the whole network, as far as counting and joining gives them."""

from pyspark.sql import functions as F

from failure import Refusal


class Shape:
    """What numbers rest on: how many vertices have how many ties. The rest is exact arithmetic on the driver."""

    def __init__(self, numbers):
        self.numbers = numbers
        self.order = numbers.network.vertices.count()
        rows = numbers.degrees.groupBy("degree").count().collect()
        self.histogram = {row["degree"]: row["count"] for row in rows}
        self.tied = sum(self.histogram.values())
        if self.order > self.tied:
            self.histogram[0] = self.order - self.tied
        self.ends = self.sum(lambda degree: degree)

    def sum(self, of):
        return sum(of(degree) * count for degree, count in self.histogram.items())

    @property
    def highest(self):
        return max(self.histogram, default=0)

    def ends_of_ties(self, columns):
        """Each tie with some columns of both of its ends, under their names with _a and _b."""
        edges = self.numbers.network.edges.select("a", "b")
        for end in "ab":
            edges = edges.join(columns.select(F.col("v").alias(end), *[
                F.col(name).alias(f"{name}_{end}") for name in columns.columns if name != "v"]), end)
        return edges

    def kinds(self):
        """Ties by the kinds of their ends: kind_a, kind_b, count."""
        kind = self.numbers.network.vertices.select("v", F.coalesce("kind", F.lit("")).alias("kind"))
        return self.numbers.once("kinds", lambda: self.ends_of_ties(kind).groupBy("kind_a", "kind_b").count().collect())


def _actors(shape):
    return shape.order


def _ties(shape):
    return shape.ends // 2


def _density(shape):
    pairs = shape.order * (shape.order - 1)
    return shape.ends / pairs if pairs else None


def _mean_degree(shape):
    return shape.ends / shape.order if shape.order else None


def _sizes(shape):
    numbers = shape.numbers

    def make():
        # Vertices without ties are components of their own.
        return numbers.roots.groupBy("root").count().agg(F.count("*").alias("parts"), F.max("count").alias("largest")).first()

    return numbers.once("sizes", make)


def _components(shape):
    return _sizes(shape)["parts"] + shape.order - shape.tied


def _largest_component(shape):
    return _sizes(shape)["largest"] or min(1, shape.order)


def _isolates(shape):
    return shape.order - shape.tied


def _transitivity(shape):
    triples = shape.sum(lambda degree: degree * (degree - 1) // 2)
    return (shape.numbers.triangles.agg(F.sum("triangles")).first()[0] or 0) / triples if triples else None


def _mean_clustering(shape):
    if not shape.order:
        return None
    return (shape.numbers.clustering.agg(F.sum("clustering")).first()[0] or 0.0) / shape.order


def _degree_assortativity(shape):
    if not shape.ends:
        return None
    ends = shape.ends_of_ties(shape.numbers.degrees.select("v", "degree"))
    products = 2 * ends.agg(F.sum((F.col("degree_a") * F.col("degree_b")).cast("decimal(38,0)"))).first()[0]
    squares, cubes = shape.sum(lambda degree: degree**2), shape.sum(lambda degree: degree**3)
    spread = shape.ends * cubes - squares**2
    return (shape.ends * int(products) - squares**2) / spread if spread > 1e-12 * squares**2 else None


def _kind_assortativity(shape):
    if not shape.ends:
        return None
    inside, ends = 0, {}
    for row in shape.kinds():
        for kind in (row["kind_a"], row["kind_b"]):
            ends[kind] = ends.get(kind, 0) + row["count"]
        inside += 2 * row["count"] if row["kind_a"] == row["kind_b"] else 0
    chance, all = sum(count**2 for count in ends.values()), shape.ends**2
    return (inside * shape.ends - chance) / (all - chance) if chance < all * (1 - 1e-12) else None


def _ei_index(shape):
    if not shape.ends:
        return None
    across = 2 * sum(row["count"] for row in shape.kinds() if row["kind_a"] != row["kind_b"])
    return (2 * across - shape.ends) / shape.ends


def _degree_centralization(shape):
    if shape.order < 3:
        return None
    return (shape.order * shape.highest - shape.ends) / ((shape.order - 1) * (shape.order - 2))


def _rich_club(shape):
    """The density among those with at least as many ties as the last of the tenth with most."""
    if not shape.order:
        return None
    place, seen = min(int(0.9 * shape.order), shape.order - 1), 0
    for degree in sorted(shape.histogram):
        seen += shape.histogram[degree]
        if seen > place:
            break
    richer = sum(count for each, count in shape.histogram.items() if each >= degree)
    if degree == 0 or richer < 2:
        return None
    ends = shape.ends_of_ties(shape.numbers.degrees.where(F.col("degree") >= degree).select("v"))
    return 2 * ends.count() / (richer * (richer - 1))


NUMBERS = {
    "actors": _actors, "ties": _ties, "density": _density, "mean_degree": _mean_degree, "components": _components,
    "largest_component": _largest_component, "isolates": _isolates, "transitivity": _transitivity,
    "mean_clustering": _mean_clustering, "degree_assortativity": _degree_assortativity,
    "kind_assortativity": _kind_assortativity, "ei_index": _ei_index, "rich_club": _rich_club,
    "degree_centralization": _degree_centralization,
}
OF_KINDS = {"kind_assortativity", "ei_index"}


def summary(job):
    unknown = [name for name in job.spec["numbers"] if name not in NUMBERS]
    if unknown:
        raise Refusal("unknown_number", found=unknown, expected=sorted(NUMBERS))
    shape, found = Shape(job.numbers), {}
    if job.network.isList:
        # Its actors are made of names, and what they are is not stated.
        unstated = [name for name in job.spec["numbers"] if name in OF_KINDS]
        if unstated:
            job.store.notes.append({"code": "no_kinds", "found": unstated})
            found = dict.fromkeys(unstated)
    for name in job.spec["numbers"]:
        if name not in found:
            job.progress.at(name)
            found[name] = NUMBERS[name](shape)
    job.answer.json("numbers.json", found)
