"""The network that is asked about: its actors, and each pair of them that is tied, by the rules of the local engine.

Vertices are known by a hash of their ids, so that ties need no join to find their ends; that no two ids have the same is
seen while they are counted.
"""

from dataclasses import dataclass

from pyspark.sql import DataFrame, functions as F

import lists
from failure import Refusal
from files import shown, uri
from reference import key, refer
from session import size_partitions
from tables import PLACE, TABLES


# Signs by which Spark takes the name of a file for a pattern, and reads others that it fits.
PATTERN = set("{}[]*?\\")


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


def read(spark, files, reader, spec, needed, progress):
    """Reads and checks the tables that are needed."""
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
    for part in [part for parts in found.values() for part in parts]:
        if PATTERN & set(uri(part)):
            raise Refusal("pattern_in_name", file=uri(part))
    network = Network({}, isList, size_partitions(spark, sum(part.getLen() for parts in found.values() for part in parts)))

    def take(names):
        for name in names:
            if found.get(name) and name not in network.tables:
                network.tables[name] = table = reader.table(name, found[name], isList)
                check(table, isList)

    take(needed)
    ties = network.tables.get("ties")
    if ties is None or not ties.rows:
        # Who shares a consortium, or else a chain, is tied.
        take(["consortia", "members"] if found.get("consortia") else ["chains", "positions"])
    network.unread = [name for name in found if found[name] and name not in network.tables]
    return network


def check(table, isList):
    """Finds what is wrong in a table by itself."""
    name = table.name
    if name in ("actors", "chains", "consortia"):
        table.check_required("id", "name")
    elif name == "ties":
        table.check_required("source", "target")
        table.notes["addsUp"] = lists.tells_rows_apart(table)
        table.check_number("weight")
        table.check_dates("from", "to")
        if isList:
            lists.check(table)
    else:
        table.check_required("actor", "chain" if name == "positions" else "consortium")
        table.check_dates("from", "to")
    if name == "consortia":
        table.check_dates("founded", "dissolved")
    for column in {"chains": ["demand", "capacity"], "positions": ["capacity"]}.get(name, []):
        table.check_number(column)
    table.run_checks()
    if not table.rows and (isList or name == "actors"):
        raise Refusal("no_ties" if isList else "empty_table", table=name, file=shown(table.files[0]))


def resolve(network, choice, store, progress):
    """Names become vertices, and rows become pairs."""
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
    _refuse_twice(everyone, network.actors)
    for name in ("chains", "consortia"):
        if name in network.tables:
            groups = network.tables[name]
            _refuse_twice(groups.frame.select(key(F.col("id")).alias("v"), "id", *PLACE), groups)
    network.everyone = everyone
    network.rows = _rows(network, everyone, choice)
    network.leavesOut = choice.leavesOut
    network.vertices = choice.vertices(network, everyone)
    network.edges = _edges(network, choice, store)
    return network


def _refuse_twice(rows, table):
    """No id twice, and no two ids of one hash.

    table: None for a list of ties, whose names are distinct.
    """
    twice = rows.groupBy("v").agg(F.count("*").alias("n"), F.min("id").alias("id"), F.max("id").alias("other")).where("n > 1")
    found = twice.agg(F.count("*").alias("count"), F.min(F.when(F.col("id") == F.col("other"), F.col("id"))).alias("id")).first()
    if not found["count"]:
        return
    if found["id"] is None:
        raise Refusal("hash_twice", table="ties" if table is None else table.name)
    place = rows.where(F.col("id") == found["id"]).agg(F.max(F.struct(*PLACE, F.col("id").alias("found"))).alias("place")).first()["place"]
    table.refuse("twice", place, found["count"], "id")


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


def _edges(network, choice, store):
    """Each pair of chosen actors that is tied, once, with the sum of its weights."""
    pairs = choice.pairs(network)
    inside = network.vertices.select("v")
    if choice.leavesOut:
        for end in ("s", "t"):
            pairs = pairs.join(inside.withColumnRenamed("v", end), end, "left_semi")
    # A line that a list without weights repeats says nothing new; rows of tables are ties of their own.
    addsUp = not network.isList or network.tables["ties"].isTrue["addsUp"]
    weight = F.sum("w") if addsUp else F.max("w")
    pairs = pairs.where("s <> t and w > 0").groupBy(F.least("s", "t").alias("a"), F.greatest("s", "t").alias("b")).agg(weight.alias("w"))
    return store.keep(pairs)
