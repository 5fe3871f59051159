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
            "stated": {
                "ties": hasTies or members is not None and members.rows > 0,
                "work": hasTies and self._ties_tell(ties) or members is not None and self._members_tell(members),
                "zones": not everyone.where("zone is not null").isEmpty()},
            "kinds": kinds, "starts": self._starts(ties)}

    def _ties_tell(self, ties):
        says = F.lit(False)
        for column in ("stage", "outcome", "to", "benefit_source", "benefit_target"):
            says = says | self.tables["ties"].states(column)
        return not ties.where(says).isEmpty()

    def _members_tell(self, members):
        return not members.frame.where(members.states("contribution") & members.states("share")).isEmpty()

    def _starts(self, ties):
        """When ties, memberships and positions begin: each date and how often."""
        dates = [ties.select(F.col("_first").alias("start"))] if ties is not None else []
        for name in ("members", "positions"):
            if name in self.tables:
                dates.append(self.tables[name].frame.select(self.tables[name].date("from").alias("start")))
        counts = {}
        for each in dates:
            for start, count in each.where("start is not null").groupBy("start").count().collect():
                counts[start] = counts.get(start, 0) + count
        return {_written(start): counts[start] for start in sorted(counts)}


def _written(packed):
    parts = [f"{packed // 10000}", f"{packed // 100 % 100:02}", f"{packed % 100:02}"]
    return "-".join(part for part in parts if part != "00")
