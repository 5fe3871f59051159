"""What the whole network states of itself: whether anything is judged rests on it, not on the part that is looked at."""

from pyspark.sql import functions as F


class Stated:
    def __init__(self, job):
        self.network, self.tables = job.network, job.network.tables

    def facts(self):
        everyone, ties, members = self.network.everyone, self.network.rows, self.tables.get("members")
        # What ties an actor to itself is no tie.
        ties = None if ties is None else ties.where("s <> t")
        hasTies = ties is not None and not ties.isEmpty()
        kinds = sorted(row[0] for row in everyone.select(F.coalesce("kind", F.lit(""))).distinct().collect())
        return {
            "has_ties": hasTies or members is not None and members.rows > 0,
            "work": hasTies and self._ties_tell(ties) or members is not None and self._members_tell(members),
            "zones": not everyone.where("zone is not null").isEmpty(),
            "kinds": kinds, "tie_kinds": self._tie_kinds(ties) if hasTies else [], "starts": self._starts(ties)}

    def _ties_tell(self, ties):
        says = F.lit(False)
        for column in ("stage", "outcome", "to", "benefit_source", "benefit_target"):
            says = says | self.tables["ties"].states(column)
        return not ties.where(says).isEmpty()

    def _members_tell(self, members):
        return not members.frame.where(members.states("contribution") & members.states("share")).isEmpty()

    def _tie_kinds(self, ties):
        """In the order in which they first come."""
        first = ties.groupBy("_kind").agg(F.min(F.struct("_file", "_start", "_place")).alias("first"))
        return [row["_kind"] for row in first.sort("first").collect()]

    def _starts(self, ties):
        """When ties, memberships and positions begin: each packed date and how often."""
        dates = [ties.select(F.col("_first").alias("start"))] if ties is not None else []
        for name in ("members", "positions"):
            if name in self.tables:
                dates.append(self.tables[name].frame.select(self.tables[name].date("from").alias("start")))
        counts = {}
        for each in dates:
            for start, count in each.where("start is not null").groupBy("start").count().collect():
                counts[start] = counts.get(start, 0) + count
        return [[start, counts[start]] for start in sorted(counts)]
