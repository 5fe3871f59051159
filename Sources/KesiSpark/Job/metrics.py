"""kesi metrics: a number of each actor."""

from pyspark.sql import functions as F

import answer as answers
from failure import Refusal
from measures import MEASURES


def metrics(job):
    spec, network = job.spec, job.network
    unknown = [name for name in spec["measures"] if name not in MEASURES]
    if unknown:
        raise Refusal("unknown_measure", found=unknown, expected=sorted(MEASURES))
    output, top = spec.get("output"), spec.get("top")
    if output and job.files.status(job.files.path(output["uri"])) is not None:
        raise Refusal("output_exists", file=output["uri"])
    values, columns = network.vertices, []
    for name in spec["measures"]:
        job.progress.at(name)
        compute, others = MEASURES[name]
        values = values.join(job.store.keep(compute(job.numbers)), "v", "left")
        for column, default in others.items():
            if default is not None:
                values = values.withColumn(column, F.coalesce(column, F.lit(default)))
            columns.append(column)
    job.progress.at("write")
    if top:
        # As they are asked for: the greatest first, undefined ones last, equal ones in their order.
        best = values.sort(F.desc_nulls_last(top["measure"]), *answers.order_of(network)).limit(top["count"])
        values = job.store.keep(best)
    if output:
        answers.write_parts(values, network, columns, output)
        job.answer.json("numbers.json", {"actors": network.vertices.count(), "ties": network.edges.count()})
        return
    job.answer.csv("values.csv", answers.in_order(values, network).select(*columns))
    job.answer.csv("actors.csv", answers.actor_cells(network, values.select("v") if top else None))
    job.answer.head("ties.csv", ["source", "target"])
