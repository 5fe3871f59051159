"""kesi chains and kesi gaps: the part of the network on which these rest, small enough for the local engine, which judges it
by its own code; and what of the whole that part cannot show.
"""

from pyspark.sql import functions as F

import components
import order
import whole
from answer import in_order
from failure import Refusal
from files import shown
from tables import PLACE

MOST_OWNERS = 64  # steps from a part to the organization that owns it
_GAPS = {"missing_kind", "single_provider", "broken_stage", "isolated_actor", "capacity_short", "thin_chain_estimate"}


def chains(job):
    Reduction(job).write(isolated=False)


def gaps(job):
    kinds = job.spec["gapKinds"]
    unknown = [kind for kind in kinds if kind not in _GAPS]
    if unknown:
        raise Refusal("unknown_gap", found=unknown, expected=sorted(_GAPS))
    reduction = Reduction(job)
    reduction.write(isolated="isolated_actor" in kinds)
    if "thin_chain_estimate" in kinds:
        reduction.write_thin()


class Reduction:
    def __init__(self, job):
        self.job, self.network, self.answer, self.store = job, job.network, job.answer, job.store
        self.most, self.taken = job.spec.get("rowLimit", 5_000_000), 0
        if self.network.isList:
            raise Refusal("missing_table", table="chains")
        for name in ("chains", "positions"):
            if name not in self.network.tables:
                raise Refusal("missing_table", table=name)
        self.everyone = self.network.everyone
        self.held = self.store.keep(job.choice.groups(self.network, "positions", "chain", "chains", self.everyone))

    def write(self, isolated):
        """The tables of the part, and what the whole states."""
        job, network = self.job, self.network
        job.progress.at("chains")
        # Whoever has ever had a place: rows of positions come as they stand, and Kesi chooses among them by the period.
        placed, _ = job.choice.referred(network, "positions", "chain", "chains", self.everyone)
        parts = [placed.select(F.col("member").alias("v"))]
        if isolated:
            alone = self._isolated()
            parts += [alone, self._best()]
        ties = self._ties()
        if ties is not None and network.tables["ties"].rows and ties.isEmpty():
            # A network that has ties is one that has ties: the first goes along.
            ties = network.rows.sort(*PLACE).limit(1)
            parts += [ties.select(F.col("s").alias("v")), ties.select(F.col("t").alias("v"))]
        wanted = parts[0]
        for more in parts[1:]:
            wanted = wanted.unionByName(more)
        wanted = self._with_owners(self.store.keep(wanted.distinct()))
        self._write("chains", network.tables["chains"].frame)
        self._write("positions", network.tables["positions"].frame)
        self._write("actors", network.actors.frame.withColumn("v", F.xxhash64("id")).join(wanted, "v", "left_semi"))
        if ties is not None:
            self._write("ties", ties)
        self._write_groups()
        stated = whole.Stated(job).facts()
        self.answer.json("numbers.json", {"actors": network.vertices.count(), "ties": network.edges.count(), **stated})
        profile = job.files.status(job.files.path(job.spec["input"], "network.yml"))
        if profile is not None:
            self.answer.copy("network/network.yml", job.files.whole(profile))
        if isolated:
            self._write_outside(wanted)

    def _write(self, name, frame):
        """Rows of a table as they stand, under the heads that Kesi knows."""
        table = self.network.tables[name]
        columns = list(table.layout.places)
        rows = frame.count()
        self.taken += rows
        if self.taken > self.most:
            raise Refusal("too_many_rows", table=name, file=shown(table.files[0]), count=self.taken, expected=self.most)
        self.answer.csv(f"network/{name}.csv", frame.sort(*PLACE).select(*columns))

    def _with_owners(self, wanted):
        """Those wanted, and the organizations of which they are parts in the end."""
        actors = self.network.actors
        if not actors.has("parent"):
            return wanted
        parents = self.store.keep(actors.frame.where("parent is not null").select(
            F.xxhash64("id").alias("v"), F.xxhash64("parent").alias("parent")))
        known = self.everyone.select("v")
        new = wanted
        for _ in range(MOST_OWNERS):
            new = new.join(parents, "v").select(F.col("parent").alias("v")).distinct().join(known, "v", "left_semi")
            new = self.store.keep(new.join(wanted, "v", "left_anti"))
            if new.isEmpty():
                return wanted
            wanted = self.store.keep(wanted.unionByName(new))
        raise Refusal("too_many_owners", table="actors", column="parent", expected=MOST_OWNERS)

    def _ties(self):
        """The ties whose ends share a chain."""
        rows = self.network.rows
        if rows is None:
            return None
        pairs = rows.select("s", "t").distinct()
        inChain = lambda end: self.held.select("group", F.col("member").alias(end))
        pairs = pairs.join(inChain("s"), "s").join(inChain("t"), ["t", "group"]).select("s", "t").distinct()
        return rows.join(pairs, ["s", "t"], "left_semi")

    def _write_groups(self):
        """Consortia, where ties of the rows or shared memberships name any."""
        tables = self.network.tables
        if "consortia" not in tables:
            return
        consortia = tables["consortia"].frame
        columns = set(tables["consortia"].layout.places)
        # Who leads a consortium, and for which chain it is, stands outside of this part as often as not.
        for column in columns & {"leader", "chain"}:
            consortia = consortia.withColumn(column, F.lit(None).cast("string"))
        self._write("consortia", consortia)
        if "members" in tables:
            held = self.job.choice.rows(self.network, "members", "consortium", "consortia", self.everyone)
            placed = self.held.select("member").distinct()
            self._write("members", held.join(placed, "member", "left_semi"))

    # Who stands outside

    def _isolated(self):
        ends = self.network.edges.select(F.explode(F.array("a", "b")).alias("v")).distinct()
        return self.store.keep(self.network.vertices.select("v").join(ends, "v", "left_anti"))

    def _best(self):
        """The two best tied of the largest component, with whom outsiders may work."""
        numbers = self.job.numbers
        first = components.sizes(self.network.vertices, numbers.roots).sort(F.desc("size"), "first").limit(1)
        main = numbers.roots.join(first.select("root"), "root", "left_semi").select("v")
        reach = numbers.degrees.select("v", "degree").join(main, "v", "left_semi").join(self.everyone.select("v", "id"), "v")
        return self.store.keep(reach.sort(F.desc("degree"), *order.columns()).limit(2).select("v"))

    def _write_outside(self, wanted):
        """Of all actors of the part how many ties they have in the whole, and in which component they are."""
        numbers, network = self.job.numbers, self.network
        parts = components.components(network.vertices, numbers.roots, self.store)
        rows = self.everyone.join(wanted, "v", "left_semi").join(numbers.degrees.select("v", "degree"), "v", "left").join(parts, "v", "left")
        self.answer.csv("values.csv", in_order(rows, network).select(F.coalesce("degree", F.lit(0)).alias("degree"), "component"))

    # What chance gives

    def write_thin(self):
        """Of each chain the ties among its actors, and how many those of as many ties would have by chance.

        Of two actors with a and b of the m ties of a network a·b/(2m) are expected (Chung & Lu 2002): a formula, where the
        local engine draws networks.
        """
        self.job.progress.at("thin_chain_estimate")
        degrees = self.job.numbers.degrees.select(F.col("v").alias("member"), F.col("degree").cast("double").alias("degree"))
        held = self.held.join(degrees, "member", "left").select("group", F.coalesce("degree", F.lit(0.0)).alias("degree"))
        sums = held.groupBy("group").agg(
            F.sum("degree").alias("sum"), F.sum(F.col("degree") * F.col("degree")).alias("squares"))
        one, other = (self.held.select("group", F.col("member").alias(end)) for end in "ab")
        inside = self.network.edges.join(one, "a").join(other, ["b", "group"]).groupBy("group").agg(F.count("*").alias("observed"))
        ties = self.network.edges.count()
        expected = (F.col("sum") * F.col("sum") - F.col("squares")) / (4.0 * max(1, ties))
        chains = self.network.tables["chains"].frame.withColumn("group", F.xxhash64("id"))
        rows = chains.join(sums, "group", "left").join(inside, "group", "left")
        self.answer.csv("thin.csv", rows.sort(*PLACE).select(
            F.coalesce("observed", F.lit(0)).alias("observed"), expected.alias("expected")))
