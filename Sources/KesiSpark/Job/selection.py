"""Which part of the network is looked at: Kesi's Selection, and what words in cells mean."""

from pyspark.sql import functions as F

import cells
from failure import Refusal
from reference import refer

CONSORTIA, CHAINS = "consortia", "chains"
MOST_PAIRS = 4_000_000_000  # of members of the same groups
# What graph tools write in a column Type of edges: no kind.
_DIRECTIONS = ["directed", "undirected", "mutual"]


class Choice:
    def __init__(self, spec, network):
        chosen, self.words = spec.get("selection") or {}, spec.get("words") or {}
        self.layers, self.zones = chosen.get("layers"), chosen.get("zones")
        self.kinds, self.chains = chosen.get("kinds"), chosen.get("chains")
        self.first, self.last = _packed(chosen.get("from")), _packed(chosen.get("to"))
        if self.first and self.last and _earliest(self.first) > _latest(self.last):
            raise Refusal("reversed", column="to", found=chosen["to"])
        if spec["task"] in ("chains", "gaps"):
            # These are judged in the whole network; which of them are listed Kesi chooses.
            self.zones = self.kinds = self.chains = None
        self.leavesOut = any(each is not None for each in (self.zones, self.kinds, self.chains))
        if network.isList and self.leavesOut:
            raise Refusal("list_without_traits", table="ties", found=[name for name in ("zones", "kinds", "chains") if chosen.get(name)])

    # Words

    def meaning(self, column, cell):
        """The code of a word where it has one, else the word."""
        words = self.words.get(column) or {}
        if not words:
            return cell
        table = F.create_map(*[F.lit(each) for pair in words.items() for each in pair])
        return F.coalesce(F.try_element_at(table, cell), cell) if hasattr(F, "try_element_at") else F.coalesce(table[cell], cell)

    def kind(self, cell):
        return self.meaning("kind", cell)

    def zone(self, cell):
        return self.meaning("zone", cell)

    def tie_kind(self, cell):
        kind = F.coalesce(self.meaning("tie_kind", cell), F.lit(""))
        return F.when(F.lower(kind).isin(_DIRECTIONS), "").otherwise(kind)

    # Time

    def isInPeriod(self, first, last):
        """Whether two packed dates, each null where open, share a day with the period."""
        inside = F.lit(True)
        if self.last:
            inside = inside & F.coalesce(cells.earliest(first) <= _latest(self.last), F.lit(True))
        if self.first:
            inside = inside & F.coalesce(cells.latest(last) >= _earliest(self.first), F.lit(True))
        return inside

    # Rows

    def vertices(self, network, everyone):
        chosen = everyone
        for name, words in ("kind", self.kinds), ("zone", self.zones):
            if words is not None:
                found = everyone.where(F.coalesce(name, F.lit("")).isin(words)).select(F.coalesce(name, F.lit(""))).distinct()
                _refuse_unknown(name + "s", words, {row[0] for row in found.collect()})
        if self.kinds is not None:
            chosen = chosen.where(F.coalesce(F.col("kind"), F.lit("")).isin(self.kinds))
        if self.zones is not None:
            chosen = chosen.where(F.coalesce(F.col("zone"), F.lit("")).isin(self.zones))
        if self.chains is not None:
            held = self.groups(network, "positions", "chain", "chains", everyone)
            known = network.tables["chains"].frame.where(F.col("id").isin(self.chains)).select("id", F.xxhash64("id").alias("group"))
            _refuse_unknown("chains", self.chains, {row["id"] for row in known.collect()})
            chosen = chosen.join(held.join(known, "group", "left_semi").select(F.col("member").alias("v")), "v", "left_semi")
        return chosen

    def pairs(self, network):
        """The ends and the weight of all ties of the chosen layers within the period."""
        ties = network.tables.get("ties")
        hasTies = ties is not None and ties.rows > 0
        layers = self.layers
        if layers is None and not hasTies:
            layers = [CONSORTIA] if "consortia" in network.tables else [CHAINS]
        pairs = []
        if hasTies:
            rows = network.rows.where(self.isInPeriod(F.col("_first"), F.col("_last")))
            if layers is not None:
                known = {row[0] for row in network.rows.select("_kind").distinct().collect()} | {CONSORTIA, CHAINS}
                _refuse_unknown("layers", layers, known)
                rows = rows.where(F.col("_kind").isin(layers))
            pairs.append(rows.select("s", "t", F.col("_weight").alias("w")))
        for layer, table, column, named in (
            (CONSORTIA, "members", "consortium", "consortia"), (CHAINS, "positions", "chain", "chains")):
            if layers is not None and layer in layers and table in network.tables:
                pairs.append(_together(self.groups(network, table, column, named, network.everyone)))
        if not pairs:
            return network.everyone.select(F.col("v").alias("s"), F.col("v").alias("t"), F.lit(0.0).alias("w")).limit(0)
        whole = pairs[0]
        for more in pairs[1:]:
            whole = whole.unionByName(more)
        return whole

    def groups(self, network, table, column, named, everyone):
        """Who is in which group within the period: each once."""
        return self.rows(network, table, column, named, everyone).select("group", "member").distinct()

    def referred(self, network, table, column, named, everyone):
        """All rows of members or positions, each with its actor and its group; and the groups."""
        for name in (table, named):
            if name not in network.tables:
                raise Refusal("missing_table", table=name)
        rows, groups = network.tables[table], network.tables[named]
        known = groups.frame.select(
            F.xxhash64("id").alias("v"), "name", groups.cell("name_zh").alias("name_zh"),
            groups.date("founded").alias("_born"), groups.date("dissolved").alias("_gone"))
        frame = refer(rows.frame, rows, "actor", "member", everyone, network.actors)
        return refer(frame, rows, column, "group", known, groups), known

    def rows(self, network, table, column, named, everyone):
        """Those within the period."""
        frame, known = self.referred(network, table, column, named, everyone)
        rows = network.tables[table]
        frame = frame.where(self.isInPeriod(rows.date("from"), rows.date("to")))
        if named == "consortia":
            alive = known.where(self.isInPeriod(F.col("_born"), F.col("_gone")))
            frame = frame.join(alive.select(F.col("v").alias("group")), "group", "left_semi")
        return frame


def _together(groups):
    """Each two members of a group, by how many groups they share."""
    sizes = groups.groupBy("group").count()
    pairs = sizes.agg(F.sum(F.col("count") * (F.col("count") - 1) / 2)).first()[0] or 0
    if pairs > MOST_PAIRS:
        raise Refusal("too_many_pairs", count=int(pairs))
    other = groups.withColumnRenamed("member", "t")
    joined = groups.withColumnRenamed("member", "s").join(other, "group").where("s < t")
    return joined.select("s", "t", F.lit(1.0).alias("w"))


def _refuse_unknown(option, words, known):
    """What is chosen has to be there: else nothing would be left, and nobody would know why."""
    unknown = [word for word in words if word not in known]
    if unknown:
        raise Refusal("unknown_word", option=option, found=unknown[:5], expected=sorted(known)[:20])


def _packed(text):
    """A date of the command line, which Kesi has read already."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")] + [0, 0]
    return parts[0] * 10000 + parts[1] * 100 + parts[2]


def _earliest(date):
    return date + (101 if date % 10000 == 0 else 1 if date % 100 == 0 else 0)


def _latest(date):
    return date + (1231 if date % 10000 == 0 else 31 if date % 100 == 0 else 0)
