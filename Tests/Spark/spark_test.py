"""Holds the job that `--engine spark` runs against the local engine, on a cluster of one master and two workers.

    python3 Tests/Spark/spark_test.py .build/release/kesi            the small networks, three minutes
    python3 Tests/Spark/spark_test.py .build/release/kesi --large    a million ties with all measures, ten million with some and with gaps

The same network has to give the same numbers: whole ones exactly, others within 1e-9, estimates within their error. One
worker is killed in the midst of a job, which must cost time only. Inputs that are wrong have to be refused, with their place.
"""

import csv
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

import networks
from cluster import HOME, Cluster

ROOT = Path(__file__).resolve().parents[2]
JOB = ROOT / "Sources/KesiSpark/Job/kesi_job.py"
KESI = str(Path(sys.argv[1]).resolve())
MEASURES = ["degree", "strength", "component", "pagerank", "triangles", "clustering", "coreness", "constraint", "effective_size"]
NUMBERS = [
    "actors", "ties", "density", "mean_degree", "components", "largest_component", "isolates", "transitivity", "mean_clustering",
    "degree_assortativity", "kind_assortativity", "ei_index", "rich_club", "degree_centralization",
]
GAPS = ["missing_kind", "single_provider", "broken_stage", "isolated_actor", "capacity_short", "thin_chain_estimate"]
# Small jobs are over before the second compiler pays.
QUICK = ["spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1", "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1"]


def kesi(*arguments, environment=None):
    done = subprocess.run(
        [KESI, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=3600, env=environment)
    if done.returncode:
        raise AssertionError(f"kesi {' '.join(map(str, arguments))}: {done.returncode}\n{done.stderr}")
    return done.stdout


def rows(text):
    return list(csv.DictReader(text.splitlines(keepends=True)))


def schema():
    """The columns of each table, as `kesi schema` has them."""
    english, chinese = (json.loads(kesi("schema", "--lang", language))["properties"] for language in ("en", "zh"))
    tables = {}
    for table in ("actors", "ties", "chains", "positions", "consortia", "members"):
        rows, others = english[table]["items"], chinese[table]["items"]["properties"]
        tables[table] = [
            {"id": id, "names": [others[id]["title"]], "need": "value" if id in rows.get("required", []) else "optional"}
            for id in rows["properties"]]
    return tables


class Sparks:
    """Runs jobs on a cluster."""

    def __init__(self, cluster, folder, settings):
        self.cluster, self.folder, self.settings, self.schema, self.number = cluster, folder, settings, schema(), 0

    def request(self, task, network, **asked):
        """The file of a request; its answer comes beside it."""
        self.number += 1
        place = self.folder / f"run{self.number}"
        place.mkdir()
        spec = {
            "version": "0", "task": task, "input": str(network), "answer": str(place / "answer"), "measures": MEASURES, "numbers": NUMBERS,
            "gapKinds": GAPS, "selection": {}, "schema": self.schema, "words": {}, "seed": 3, **asked}
        (place / "spec.json").write_text(json.dumps(spec), "utf-8")
        return place / "spec.json"

    def run(self, requests, atLine=lambda said: None):
        """Answers requests in one job. What it prints has to be lines of JSON, and its end one that it tells itself."""
        settings = [word for setting in self.settings for word in ("--conf", setting)]
        command = [str(HOME / "bin/spark-submit"), "--master", self.cluster.master, *settings, str(JOB), *map(str, requests)]
        log = requests[0].parent / "log"
        with open(log, "wb") as out:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=out, env=self.cluster.environment, encoding="utf-8")
        try:
            for line in process.stdout:
                if not line.startswith("{"):
                    raise AssertionError(f"the job prints what is no line of JSON: {line!r}")
                atLine(json.loads(line))
            process.wait(timeout=3600)
        finally:
            process.kill()
        if process.returncode not in (0, 65):
            raise AssertionError(f"the job ends with {process.returncode}:\n" + "\n".join(log.read_text("utf-8").splitlines()[-25:]))


def told(request):
    """The answer to a request, which must not have been refused."""
    answer = request.parent / "answer"
    if (answer / "failure.json").exists():
        raise AssertionError((answer / "failure.json").read_text("utf-8"))
    return answer


def unwrapped(text):
    """A cell without the quotes of its own that keep blanks at its ends."""
    inner = text[1:-1]
    return inner if len(text) > 1 and text[0] == text[-1] == '"' and inner != inner.strip() else text


def compare(answer, local, measures):
    """What differs between an answer and the rows that the local engine prints."""
    read = lambda name: rows((answer / name).open(encoding="utf-8", newline="").read())
    ids, values = [unwrapped(row["id"]) for row in read("actors.csv")], read("values.csv")
    if ids != [row["id"] for row in local]:
        return [f"other actors: {len(ids)} in place of {len(local)}, or in another order"]
    differing = []
    for measure in measures:
        for id, own, other in zip(ids, values, local):
            if not is_same(own[measure], other[measure]):
                differing.append(f"{measure} of {id[:20]!r} is {own[measure]}, locally {other[measure]}")
                break
    return differing


def is_same(one, other):
    if one == other or "" in (one, other):
        return one == other
    return math.isclose(float(one), float(other), rel_tol=1e-9, abs_tol=1e-300)


def measured(network, measures, *options):
    return rows(kesi("metrics", network, "--measure", ",".join(measures), "--format", "csv", "--quiet", *options))


class Check:
    """Something that is held: what is asked of the job, and what may differ in its answers."""

    def __init__(self, name, asked, differing):
        self.name, self.asked, self.differing = name, asked, differing


def of_measures(name, network, options=(), measures=MEASURES, **asked):
    return Check(name, [("metrics", network, {"measures": measures, **asked})], lambda answers: compare(
        told(answers[0]), measured(network, measures, *options), measures))


def of_estimates(network):
    """Estimates of distances lie around the exact sums as their error says; communities are drawn alike."""

    def differing(answers):
        answer, local = told(answers[0]), measured(network, ["harmonic", "label_community"], "--seed", 3)
        values = rows((answer / "values.csv").open(encoding="utf-8", newline="").read())
        off = [
            (float(own["harmonic_estimate"]) - float(other["harmonic"])) / float(own["harmonic_estimate_error"])
            for own, other in zip(values, local) if float(other["harmonic"])]
        found = compare(answer, local, ["label_community"])
        if max(map(abs, off)) > 5 or math.sqrt(sum(each * each for each in off) / len(off)) > 1.5:
            found.append(f"harmonic_estimate is off by {max(map(abs, off)):.1f} of its errors")
        return found

    return Check("estimates and drawn communities", [
        ("metrics", network, {"measures": ["harmonic_estimate", "label_community"]})], differing)


def of_summary(network):
    def differing(answers):
        found = json.loads((told(answers[0]) / "numbers.json").read_text("utf-8"))
        local = {row["measure"]: row["value"] for row in rows(kesi("summary", network, "--format", "csv", "--quiet"))}
        # The summary is printed with twelve digits.
        isSame = lambda one, other: other == "" if one is None else other != "" and math.isclose(one, float(other), rel_tol=1e-11)
        return [f"{name} is {found[name]}, locally {local[name]}" for name in NUMBERS if not isSame(found[name], local[name])]

    return Check("numbers of the whole", [("summary", network, {})], differing)


def of_reduction(network):
    """The reduced network gives the chains of the whole one, all but how many gaps they are part of."""

    def differing(answers):
        own, whole = (
            [{name: cell for name, cell in row.items() if name != "gaps"} for row in rows(kesi("chains", each, "--format", "csv", "--quiet"))]
            for each in (told(answers[0]) / "network", network))
        return [f"chain {other['id']} differs" for one, other in zip(own, whole) if one != other] + (
            [] if len(own) == len(whole) else ["chains are missing"])

    return Check("chains of the reduced network", [("gaps", network, {})], differing)


REFUSED = [
    ("unknown_end", {"ties.csv": "source,target\na,b\na,z\n"}, {"row": 3, "column": "target", "found": "z"}),
    ("bad_value", {"ties.csv": "source,target,weight\na,b,-1\n"}, {"row": 2, "column": "weight", "found": "-1"}),
    ("twice", {"actors.csv": "id,name,kind\na,A,k\nb,B,k\na,C,k\n"}, {"row": 4, "found": "a"}),
    ("missing_column", {"actors.csv": "id,kind\na,k\n"}, {"column": "name"}),
    ("bad_encoding", {"actors.csv": "id,name,kind\na,苏州,k\n".encode("gbk")}, {"table": None}),
    ("torn_cell", {"ties.csv": 'source,target,remark,weight\na,b,"x ""y"", z",1\na,b,"x\\"y\\",2,z",30\n'}, {"row": 3}),
    ("too_many_cells", {"ties.csv": "source,target\na,b,c\n"}, {"row": 2}),
]


def of_refusals(folder):
    asked = []
    for number, (_, files, _) in enumerate(REFUSED):
        place = folder / f"wrong{number}"
        place.mkdir()
        for name, text in {"actors.csv": "id,name,kind\na,A,k\nb,B,k\n", "ties.csv": "source,target\na,b\n", **files}.items():
            (place / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        asked.append(("metrics", place, {"measures": ["degree"]}))

    def differing(answers):
        wrong = []
        for (code, _, details), request in zip(REFUSED, answers):
            said = json.loads((request.parent / "answer/failure.json").read_text("utf-8"))
            if said["code"] != code or any(said.get(name) != value for name, value in details.items()):
                wrong.append(f"{code} is told as {said}")
        return wrong

    return Check("what is refused", asked, differing)


def checks(folder, isLarge):
    hostile, listed = networks.hostile(folder / "hostile"), networks.listed(folder / "list.txt")
    choice = {"kinds": ["enterprise", "university"], "zones": ["north"], "layers": ["supply"], "from": "2020-06", "to": None}
    options = ["--kind", "enterprise,university", "--zone", "north", "--layers", "supply", "--from", "2020-06"]
    yield of_measures("measures of a hostile network", hostile)
    # The driver takes few ties, so that coreness takes its rounds.
    weighed = ["strength", "pagerank", "coreness", "constraint"]
    yield of_measures("the same with weights", hostile, ["--weighted"], weighed, weighted=True, rowLimit=100)
    yield of_measures("a choice of actors, ties and time", hostile, options, ["degree", "strength", "component"], selection=choice)
    yield of_estimates(listed)
    yield of_summary(hostile)
    yield of_reduction(ROOT / "graphs/suzhou")
    yield of_refusals(folder)
    if isLarge:
        yield of_measures("a million ties", networks.large(folder / "million.txt", 1_000_000))
        yield of_measures("ten million ties", networks.large(folder / "ten.txt", 10_000_000), measures=["degree", "component"])


class Killing:
    """One of two workers is killed, with its executor, while the ranks of a request are computed: that costs time only."""

    def __init__(self, cluster, request):
        self.cluster, self.request, self.isDone = cluster, request, False

    def __call__(self, said):
        # The answer has a folder as soon as the job begins with it.
        if said["step"] == "pagerank" and not self.isDone and (self.request.parent / "answer").exists():
            self.isDone = True
            self.cluster.kill(self.cluster.workers[0])


def of_killed(network):
    measures = ["component", "pagerank", "coreness"]
    return of_measures("measures though a worker is killed", network, measures=measures, rowLimit=1000)


def of_program(cluster, settings, networks):
    """The program itself has Spark find the gaps that this machine finds, and says it in the same words."""
    spark = ["--engine", "spark", "--master", cluster.master]
    for setting in settings:
        spark += ["--conf", setting]
    kinds = {"missing_kind", "single_provider", "broken_stage", "capacity_short", "isolated_actor"}
    told = ["id", "severity", "subjects", "evidence", "explanation", "remedy"]

    def gaps(network, *options, **more):
        found = rows(kesi("gaps", network, "--format", "csv", "--quiet", *options, **more))
        return [[row[name] for name in told] for row in found if row["kind"] in kinds]

    for network in networks:
        own, others = gaps(network, *spark, environment=cluster.environment), gaps(network, "--quick")
        yield from (f"{one[0]} is not {other[0]}, or not in its words" for one, other in zip(own, others) if one != other)
        if not len(own) == len(others) > 0:
            yield f"{len(own)} gaps in place of {len(others)} of {network.name}"


def main():
    isLarge = "--large" in sys.argv
    settings = ["spark.driver.memory=2g", "spark.executor.memory=" + ("2g" if isLarge else "700m"), *([] if isLarge else QUICK)]
    wrong, ran = [], 0
    with tempfile.TemporaryDirectory() as folder, Cluster(workers=2, cores=1, memory="2g" if isLarge else "1g") as cluster:
        folder = Path(folder)
        sparks = Sparks(cluster, folder, settings)
        every = [*checks(folder, isLarge), of_killed(folder / "list.txt")]
        found_by_program = [ROOT / "graphs/suzhou", *([networks.register(folder / "register", 10_000_000)] if isLarge else [])]
        wrong += [f"the program: {each}" for each in of_program(cluster, settings, found_by_program)]
        asked = [(check, [sparks.request(task, network, **more) for task, network, more in check.asked]) for check in every]
        requests = [request for _, some in asked for request in some]
        killing = Killing(cluster, requests[-1])
        sparks.run(requests, killing)
        wrong += [] if killing.isDone else ["no worker was killed in time"]
        for check, requests in asked:
            ran += 1
            try:
                wrong += [f"{check.name}: {each}" for each in check.differing(requests)]
            except Exception as error:  # one that fails is no reason not to look at the others
                wrong.append(f"{check.name}: {type(error).__name__} {error}")
    print("\n".join([*wrong, f"{ran + 1} comparisons of Spark with the local engine, {len(wrong)} differences"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
