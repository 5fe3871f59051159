"""The network that is asked about: its actors, and each pair of them that is tied, by the rules of the local engine.

Vertices are known by a hash of their ids, so that ties need no join to find their ends; that no two ids have the same is
seen while they are counted.
"""

from dataclasses import dataclass

from pyspark.sql import DataFrame, functions as F

import lists
from failure import Refusal
from files import shown
from selection import Choice
from session import size_partitions
from tables import PLACE, TABLES



def key(id):
    return F.xxhash64(id)


@dataclass
class Network:
    tables: dict
    isList: bool
    partitions: int
    vertices: DataFrame = None  # v, id, kind, zone, order …
    edges: DataFrame = None  # a < b, w: each pair once, weights added up
    rows: DataFrame = None  # the rows of ties: s, t, weight, first, last, kind and all cells

    @property
    def actors(self):
        return self.tables.get("actors")


def read(spark, files, reader, spec, progress):
    """Reads and checks what is needed, and no more is passed over in silence."""
    progress.at("read")
    status = files.status(files.path(spec["input"]))
    if status is None:
        raise Refusal("no_input", file=spec["input"])
    found = {name: reader.find(spec["input"], name) for name in TABLES} if status.isDirectory() else {}
    isList = not any(found.values())
    if isList:
        found = {"ties": [part for part in files.parts(status) if part.getLen() > 0]}
        if not found["ties"]:
            raise Refusal("empty_table", table="ties", file=shown(status))
    elif not found["actors"]:
        raise Refusal("missing_table", table="actors")
    elif not (found["ties"] or found["members"] or found["positions"]):
        raise Refusal("missing_table", table="ties")
    bytes = sum(part.getLen() for parts in found.values() for part in parts)
    network = Network({}, isList, size_partitions(spark, bytes))
    for name, parts in found.items():
        if parts:
            network.tables[name] = reader.table(name, parts, isList)
    return network


def check(network, missing):
    """Finds what is wrong in the tables, each by itself."""
    for name, table in network.tables.items():
        if name in ("actors", "chains", "consortia"):
            table.check_required("id", "name")
        elif name == "ties":
            table.check_required("source", "target")
            table.check_number("weight")
            table.check_dates("from", "to")
            if network.isList:
                lists.check(table, missing)
        else:
            table.check_required("actor", "chain" if name == "positions" else "consortium")
            table.check_dates("from", "to")
        if name == "consortia":
            table.check_dates("founded", "dissolved")
        for column in {"chains": ["demand", "capacity"], "positions": ["capacity"]}.get(name, []):
            table.check_number(column)
        table.run_checks()
        if not table.rows and name in ("actors", "ties") and (network.isList or name == "actors"):
            raise Refusal("no_ties" if network.isList else "empty_table", table=name, file=shown(table.files[0]))


def resolve(network, spec, store, progress):
    """Names become vertices, and rows become pairs."""
    choice = Choice(spec, network)
    progress.at("actors")
    ties = network.tables.get("ties")
    if network.isList:
        lists.refuse_alike(ties)
        ends = ties.frame.select(F.explode(F.array("source", "target")).alias("id")).distinct()
        everyone = ends.select(
            key(F.col("id")).alias("v"), "id", F.col("id").alias("name"), F.lit(None).cast("string").alias("kind"),
            F.lit(None).cast("string").alias("zone"))
    else:
        actors = network.actors
        everyone = actors.frame.select(
            key(F.col("id")).alias("v"), "id", "name", choice.kind(actors.cell("kind")).alias("kind"),
            choice.zone(actors.cell("zone")).alias("zone"), actors.cell("name_zh").alias("name_zh"), *PLACE)
    everyone = store.keep(everyone)
    _refuse_twice(everyone, network)
    network.everyone = everyone
    network.rows = _rows(network, everyone, choice)
    network.leavesOut = choice.leavesOut
    network.vertices = choice.vertices(network, everyone)
    network.edges = _edges(network, choice, store)
    return network


def _refuse_twice(everyone, network):
    """No id twice, and no two ids of one hash."""
    twice = everyone.groupBy("v").agg(F.count("*").alias("n"), F.min("id").alias("id"), F.max("id").alias("other")).where("n > 1")
    found = twice.agg(F.count("*").alias("count"), F.min(F.when(F.col("id") == F.col("other"), F.col("id"))).alias("id")).first()
    if not found["count"]:
        return
    if found["id"] is None:
        raise Refusal("hash_twice", table="actors")
    place = everyone.where(F.col("id") == found["id"]).agg(F.max(F.struct(*PLACE, F.col("id").alias("found"))).alias("place")).first()["place"]
    network.actors.refuse("twice", place, found["count"], "id")


def _rows(network, everyone, choice):
    """The ties as they stand, with the vertices that they join."""
    ties = network.tables.get("ties")
    if ties is None:
        return None
    rows = ties.frame.select(
        *[F.col(column) for column in ties.layout.places], *PLACE,
        choice.tie_kind(ties.cell("kind")).alias("_kind"),
        F.coalesce(ties.number("weight"), F.lit(1.0)).alias("_weight"), ties.date("from").alias("_first"), ties.date("to").alias("_last"))
    if network.isList:
        return rows.select("*", key(F.col("source")).alias("s"), key(F.col("target")).alias("t"))
    rows = refer(rows, ties, "source", "s", everyone, network.actors)
    return refer(rows, ties, "target", "t", everyone, network.actors)


def refer(rows, table, column, to, everyone, named):
    """The rows with the vertex that a column means: that of the id, else that of the only actor of the name.

    Ids and names are compared byte by byte: what Kesi would find by its looks alone is refused here.
    """
    rows = rows.withColumn(to, key(F.col(column)))
    unknown = rows.select(to, column).distinct().join(everyone.select(F.col("v").alias(to)), to, "left_anti")
    if unknown.isEmpty():
        return rows
    names = everyone.select(F.explode(F.array("name", "name_zh")).alias("name"), "v").where("name is not null").distinct()
    names = names.groupBy("name").agg(F.count("*").alias("n"), F.min("v").alias("named"))
    found = unknown.join(names, F.col(column) == F.col("name"), "left")
    for code, condition in ("several", F.col("n") > 1), ("unknown_end", F.col("n").isNull()):
        bad = found.where(condition)
        if not bad.isEmpty():
            bad = rows.join(bad.select(to), to, "left_semi")
            first = bad.agg(F.count("*").alias("count"), F.min(F.struct(*PLACE, F.col(column).alias("found"))).alias("place")).first()
            table.refuse(code, first["place"], first["count"], column, shown(named.files[0]))
    return rows.join(found.select(to, "named"), to, "left").withColumn(to, F.coalesce("named", to)).drop("named")


def _edges(network, choice, store):
    """Each pair of chosen actors that is tied, once, with the sum of its weights."""
    pairs = choice.pairs(network)
    inside = network.vertices.select("v")
    if choice.leavesOut:
        for end in ("s", "t"):
            pairs = pairs.join(inside.withColumnRenamed("v", end), end, "left_semi")
    pairs = pairs.where("s <> t and w > 0").groupBy(F.least("s", "t").alias("a"), F.greatest("s", "t").alias("b")).agg(F.sum("w").alias("w"))
    return store.keep(pairs)
