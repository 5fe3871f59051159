"""kesi chains and kesi gaps: the part of the network on which these rest, small enough for the local engine, which judges it
by its own code; and what of the whole that part cannot show.
"""

from pyspark.sql import functions as F

import components
from answer import in_order
from failure import Refusal
from files import shown
from tables import PLACE

BEST = 40  # of the best tied outsiders look for partners
MOST_OWNERS = 64  # steps from a part to the organization that owns it


def chains(job):
    Reduction(job).write(isolated=False)


def gaps(job):
    known = {"missing_kind", "single_provider", "broken_stage", "isolated_actor", "capacity_short", "thin_chain"}
    unknown = [kind for kind in job.spec["gapKinds"] if kind not in known]
    if unknown:
        raise Refusal("unknown_gap", found=unknown, expected=sorted(known))
    reduction = Reduction(job)
    reduction.write(isolated="isolated_actor" in job.spec["gapKinds"])
    if "thin_chain" in job.spec["gapKinds"]:
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
        job, network = self.job, self.network
        job.progress.at("chains")
        placed = self.held.select(F.col("member").alias("v")).distinct()
        alone = self._isolated() if isolated else None
        wanted = placed if alone is None else placed.unionByName(alone.select("v")).distinct()
        best = self._best(alone) if isolated else None
        if best is not None:
            wanted = wanted.unionByName(best.select("v")).distinct()
        wanted = self.store.keep(self._with_owners(wanted))
        self._write("chains", network.tables["chains"].frame)
        self._write("positions", network.tables["positions"].frame)
        actors = network.actors.frame.withColumn("v", F.xxhash64("id")).join(wanted, "v", "left_semi")
        self._write("actors", actors)
        ties = self._ties()
        if ties is not None:
            self._write("ties", ties)
        self._write_groups()
        numbers = {"actors": network.vertices.count(), "ties": network.edges.count(), **self._stated()}
        self.answer.json("numbers.json", numbers)
        profile = job.files.status(job.files.path(job.spec["input"], "network.yml"))
        if profile is not None:
            self.answer.copy("network/network.yml", job.files.whole(profile))
        if isolated:
            rows = in_order(self.everyone.join(alone, "v", "left_semi"), network)
            self.answer.csv("isolated.csv", rows.select("id"))
            self._write_reach(placed, best)

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

    def _stated(self):
        """What the rows that were left out state: what is judged at all rests on the whole network."""
        network, tables = self.network, self.network.tables
        stated = {"kinds": [], "tieKinds": [], "work": False, "zones": False, "starts": []}
        stated["kinds"] = sorted(row[0] for row in self.everyone.select(F.coalesce("kind", F.lit(""))).distinct().collect())
        stated["zones"] = not self.everyone.where("zone is not null").isEmpty()
        stated["hasTies"] = network.rows is not None and tables["ties"].rows > 0
        stated["hasMembers"] = "members" in tables and tables["members"].rows > 0
        dates = []
        if network.rows is not None:
            ties = network.rows
            # As words stand: what means no kind at all is told by Kesi.
            stated["tieKinds"] = [row["_kind"] for row in ties.where("s <> t").groupBy("_kind").agg(
                F.min(F.struct(*PLACE)).alias("first")).sort("first").collect()]
            work = [column for column in ("stage", "outcome", "to", "benefit_source", "benefit_target") if tables["ties"].has(column)]
            stated["work"] = {column: not ties.where(F.col(column).isNotNull() & (F.col("s") != F.col("t"))).isEmpty() for column in work}
            dates.append(ties.where("s <> t").select(F.col("_first").alias("start")))
        for name in ("members", "positions"):
            if name in tables and tables[name].has("from"):
                dates.append(tables[name].frame.select(tables[name].date("from").alias("start")))
        if dates:
            whole = dates[0]
            for more in dates[1:]:
                whole = whole.unionByName(more)
            stated["starts"] = [list(row) for row in whole.where("start is not null").groupBy("start").count().sort("start").collect()]
        return stated

    # Who stands outside

    def _isolated(self):
        ends = self.network.edges.select(F.explode(F.array("a", "b")).alias("v")).distinct()
        return self.store.keep(self.network.vertices.select("v").join(ends, "v", "left_anti"))

    def _main(self):
        """The vertices of the largest component."""
        numbers = self.job.numbers
        sizes = components.sizes(self.network.vertices, numbers.roots).sort(F.desc("size"), "first").limit(1)
        return numbers.roots.join(sizes.select("root"), "root", "left_semi").select("v")

    def _best(self, alone):
        """The best tied of the main component, with whom outsiders may work."""
        import order

        reach = self.job.numbers.degrees.select("v", "degree").join(self._main(), "v", "left_semi")
        return self.store.keep(reach.join(self.everyone.select("v", "id"), "v").sort(F.desc("degree"), *order.columns()).limit(BEST))

    def _write_reach(self, placed, best):
        """Of the actors of chains and of the best tied how many ties they have in the whole, and whether they are in the
        main component."""
        main = self._main().withColumn("isMain", F.lit(1))
        some = placed.unionByName(best.select("v")).distinct()
        rows = some.join(self.job.numbers.degrees.select("v", "degree"), "v", "left").join(main, "v", "left")
        rows = in_order(self.everyone.join(rows, "v"), self.network)
        self.answer.csv("reach.csv", rows.select("id", F.coalesce("degree", F.lit(0)).alias("degree"), F.coalesce("isMain", F.lit(0)).alias("main")))

    # What chance gives

    def write_thin(self):
        """Of each chain the ties among its actors, and how many those of as many ties would have by chance.

        Of two actors with a and b of the m ties of a network a·b/(2m) are expected (Chung & Lu 2002): a formula, where the
        local engine draws networks.
        """
        self.job.progress.at("thin_chain")
        degrees = self.job.numbers.degrees.select(F.col("v").alias("member"), "degree")
        held = self.held.join(degrees, "member", "left").select("group", "member", F.coalesce("degree", F.lit(0)).alias("degree"))
        sums = held.groupBy("group").agg(
            F.count("*").alias("actors"), F.sum("degree").alias("degrees"),
            F.sum((F.col("degree") * F.col("degree")).cast("double")).alias("squares"))
        one = self.held.select("group", F.col("member").alias("a"))
        other = self.held.select("group", F.col("member").alias("b"))
        inside = self.network.edges.join(one, "a").join(other, ["b", "group"]).groupBy("group").agg(F.count("*").alias("observed"))
        ties = self.network.edges.count()
        expected = (F.col("degrees").cast("double") * F.col("degrees") - F.col("squares")) / (4.0 * max(1, ties))
        chains = self.network.tables["chains"].frame.withColumn("group", F.xxhash64("id"))
        rows = chains.join(sums, "group", "left").join(inside, "group", "left").sort(*PLACE)
        self.answer.csv("thin.csv", rows.select(
            F.col("id").alias("chain"), F.coalesce("observed", F.lit(0)).alias("observed"), expected.alias("expected"),
            F.coalesce("actors", F.lit(0)).alias("actors"), F.coalesce("degrees", F.lit(0)).alias("degrees")))
