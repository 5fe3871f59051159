"""Runs Kesi and its peers in turn on the same networks, checks that they agree, and writes RESULTS.md.

    python3 -m venv .venv
    .venv/bin/pip install -r Benchmarks/peers/requirements.txt
    swift build -c release --package-path Benchmarks
    .venv/bin/python Benchmarks/peers/compare.py [--only NAME,NAME] [--peers NAME,NAME]
        [--limit SECONDS] [--folder FOLDER]

Every program runs in a process of its own, one after the other; a kernel's time is the median of its runs without reading
the file (but for `read`), its memory the peak of the process with reading. A peer that is not installed is left out; one
that takes longer than the limit is stopped and said to. The answer of each kernel is boiled down to one number, on which
all must agree; communities are compared by their modularity instead. Rows are kept in the folder, so that one can be
measured again: RESULTS.md is written from all that are there.
Kesi, NetworKit and the C++ reference run on one thread and on two, the others on the one they have.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).parent
BINARIES = HERE.parent / ".build/release"
RESULTS = HERE.parent / "RESULTS.md"
MARK = "## Measured\n"
PEERS = {"igraph": "igraph", "networkit": "networkit", "rustworkx": "rustworkx", "networkx": "networkx",
         "scikit-network": "scikit-network", "easygraph": "Python-EasyGraph"}
ON_CONSORTIUM = ["read", "harmonic", "betweenness", "constraint", "leiden", "labels", "pagerank", "triangles", "coreness",
                 "components", "cutpoints"]
ON_KRONECKER = ["bfs", "pagerank-4", "components", "triangles", "betweenness4"]
# Communities differ from run to run: their quality is shown, not checked.
QUALITIES = {"leiden", "labels"}


# ---- peers: for each a function that reads the file, and functions that run a kernel and return the number compared

def by_igraph(file):
    import igraph
    graph = igraph.Graph.Read_Edgelist(file, directed=False)
    graph.delete_vertices([v for v, degree in enumerate(graph.degree()) if degree == 0])

    def triangles():
        degrees = graph.degree()
        return sum(round(c * d * (d - 1) / 2) for c, d in zip(graph.transitivity_local_undirected(mode="zero"), degrees))

    return {
        "read": lambda: igraph.Graph.Read_Edgelist(file, directed=False).ecount(),
        "harmonic": lambda: sum(graph.harmonic_centrality(normalized=False)),
        "betweenness": lambda: sum(graph.betweenness()),
        "constraint": lambda: sum(x for x in graph.constraint() if x == x),
        "leiden": lambda: graph.modularity(graph.community_leiden(objective_function="modularity")),
        "labels": lambda: graph.modularity(graph.community_label_propagation()),
        "pagerank": lambda: max(graph.pagerank()),
        "triangles": triangles,
        "coreness": lambda: sum(graph.coreness()),
        "components": lambda: len(graph.connected_components(mode="weak")),
        "cutpoints": lambda: (graph.articulation_points(), len(graph.bridges()))[1],
    }


def by_networkit(file):
    import networkit as nk

    def read():
        return nk.readGraph(file, nk.Format.EdgeListSpaceZero)

    graph = read()
    for v in list(graph.iterNodes()):
        if graph.degree(v) == 0:
            graph.removeNode(v)
    graph = nk.graphtools.getCompactedGraph(graph, nk.graphtools.getContinuousNodeIds(graph))

    def run(algorithm):
        algorithm.run()
        return algorithm

    def pagerank():
        # To the residual where Kesi stops: what a round moves in all.
        algorithm = nk.centrality.PageRank(graph, damp=0.85, tol=1e-10)
        algorithm.norm = nk.centrality.Norm.L1_NORM if hasattr(nk.centrality, "Norm") else 0
        return max(run(algorithm).scores())

    def triangles():
        scores = run(nk.centrality.LocalClusteringCoefficient(graph, turbo=False)).scores()
        return round(sum(c * graph.degree(v) * (graph.degree(v) - 1) / 2 for v, c in enumerate(scores)))

    def modularity(partition):
        return nk.community.Modularity().getQuality(partition, graph)

    return {
        "read": lambda: read().numberOfEdges(),
        "harmonic": lambda: sum(run(nk.centrality.HarmonicCloseness(graph, normalized=False)).scores()),
        "betweenness": lambda: sum(run(nk.centrality.Betweenness(graph)).scores()) / 2,
        "leiden": lambda: modularity(run(nk.community.ParallelLeiden(graph)).getPartition()),
        "labels": lambda: modularity(run(nk.community.PLP(graph)).getPartition()),
        "pagerank": pagerank,
        "triangles": triangles,
        "coreness": lambda: sum(run(nk.centrality.CoreDecomposition(graph)).scores()),
        "components": lambda: run(nk.components.ConnectedComponents(graph)).numberOfComponents(),
        "cutpoints": None,
    }


def by_rustworkx(file):
    import rustworkx as rx

    def read():
        graph = rx.PyGraph(multigraph=False)
        place = {}
        ties = []
        for line in open(file):
            a, b = line.split()
            ties.append((place.setdefault(a, len(place)), place.setdefault(b, len(place)), None))
        graph.add_nodes_from(range(len(place)))
        graph.add_edges_from(ties)
        return graph

    graph = read()
    return {
        "read": lambda: read().num_edges(),
        "betweenness": lambda: sum(rx.betweenness_centrality(graph, normalized=False, parallel_threshold=10**9).values()),
        "coreness": lambda: sum(rx.core_number(graph).values()),
        "components": lambda: rx.number_connected_components(graph),
        "cutpoints": lambda: (rx.articulation_points(graph), len(rx.bridges(graph)))[1],
    }


def by_networkx(file):
    import networkx as nx
    graph = nx.read_edgelist(file, nodetype=int)
    return {
        "read": lambda: nx.read_edgelist(file, nodetype=int).number_of_edges(),
        "labels": lambda: nx.community.modularity(graph, nx.community.label_propagation_communities(graph)),
        "pagerank": lambda: max(nx.pagerank(graph, tol=1e-10 / len(graph), max_iter=1000).values()),
        "triangles": lambda: sum(nx.triangles(graph).values()),
        "coreness": lambda: sum(nx.core_number(graph).values()),
        "components": lambda: nx.number_connected_components(graph),
        "cutpoints": lambda: (list(nx.articulation_points(graph)), len(list(nx.bridges(graph))))[1],
    }


def by_scikit_network(file):
    import numpy as np
    from scipy import sparse
    from sknetwork import clustering, ranking, topology

    def read():
        ends = np.loadtxt(file, dtype=np.int64)
        _, flat = np.unique(ends, return_inverse=True)
        a, b = flat.reshape(ends.shape).T
        order = flat.max() + 1
        ones = np.ones(len(a), dtype=bool)
        half = sparse.coo_matrix((ones, (a, b)), shape=(order, order))
        return (half + half.T).tocsr()

    graph = read()
    return {
        "read": lambda: read().nnz // 2,
        "leiden": lambda: clustering.get_modularity(graph, clustering.Leiden().fit_predict(graph)),
        "labels": lambda: clustering.get_modularity(graph, clustering.PropagationClustering().fit_predict(graph)),
        "pagerank": lambda: max(ranking.PageRank(solver="piteration", n_iter=1000, tol=1e-10).fit_predict(graph)),
        "triangles": lambda: 3 * topology.count_triangles(graph),
        "coreness": lambda: int(topology.get_core_decomposition(graph).sum()),
        "components": lambda: int(topology.get_connected_components(graph).max()) + 1,
    }


def by_easygraph(file):
    import easygraph as eg

    def read():
        graph = eg.GraphC() if hasattr(eg, "GraphC") else eg.Graph()
        graph.add_edges([tuple(map(int, line.split())) for line in open(file)])
        return graph

    graph = read()
    return {
        "constraint": lambda: sum(x for x in eg.constraint(graph).values() if x == x),
        "coreness": lambda: sum(eg.k_core(graph)),
        "pagerank": lambda: max(eg.pagerank(graph).values()),
    }


READERS = {"igraph": by_igraph, "networkit": by_networkit, "rustworkx": by_rustworkx, "networkx": by_networkx,
           "scikit-network": by_scikit_network, "easygraph": by_easygraph}


def work(peer, file, runs, kernel):
    """What a process of a peer does: prints the median and the answer, or nothing where it has no such kernel."""
    function = READERS[peer](file).get(kernel)
    if function is None:
        return
    times, answer = [], None
    for _ in range(runs):
        start = time.perf_counter()
        answer = function()
        times.append(time.perf_counter() - start)
    print(f"{kernel}\t{statistics.median(times)}\t{answer}")


# ---- the one that runs them

def timed(command, threads, limit):
    """Seconds, answer and peak MB of the last line that a command prints; a word where there is none."""
    environment = os.environ | {"OMP_NUM_THREADS": str(threads)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
    start = time.monotonic()
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        if time.monotonic() - start > limit:
            process.kill()
            os.wait4(process.pid, 0)
            return f"> {limit:.0f}"
        time.sleep(0.02)
    lines = process.stdout.read().strip().splitlines()
    if status != 0 or not lines:
        return None
    _, seconds, answer = lines[-1].split("\t")
    return float(seconds), float(answer), usage.ru_maxrss / 1024


def kesi(file, kernel, threads, runs):
    return timed([BINARIES / "kernels", file, str(threads), str(runs), kernel], threads, 3600)


def check(kernel, answers):
    """All answers agree, but for what reference arithmetic in single precision rounds away."""
    first = answers[0]
    for answer in answers[1:]:
        tolerance = 1e-3 if kernel == "pagerank-4" else 1e-5 if kernel == "betweenness4" else 1e-6
        assert abs(answer - first) <= tolerance * max(1e-3, abs(first)), (kernel, answers)


def cell(result, quality=False):
    if result is None:
        return "–"
    if isinstance(result, str):
        return result
    return f"{result[0]:.3g} s" + (f" (Q {result[1]:.4f})" if quality else "") + f", {result[2]:.0f} MB"


def against_peers(file, kernel, peers, limit):
    slow = kernel in ("harmonic", "betweenness")
    own = [kesi(file, kernel, threads, 3 if slow else 9) for threads in (1, 2)]
    found = {}
    for peer in PEERS:
        command = [sys.executable, __file__, "--work", peer, file, "1" if slow else "5", kernel]
        found[peer] = timed(command, 2, limit) if peer in peers else None
    results = [r for r in found.values() if isinstance(r, tuple)]
    if kernel not in QUALITIES:
        check(kernel, [own[0][1], own[1][1]] + [r[1] for r in results])
    fastest = min((r[0] for r in results), default=None)
    ratio = f"{fastest / own[1][0]:.1f}" if fastest else "–"
    return [cell(r, kernel in QUALITIES) for r in own + list(found.values())] + [ratio]


def against_reference(file, kernel, runs, reference):
    own = [kesi(file, kernel, threads, runs) for threads in (1, 2)]
    other = [timed([reference, file, str(runs), kernel], threads, 3600) for threads in (1, 2)]
    # The reference counts both directions of a pair in betweenness.
    factor = 0.5 if kernel == "betweenness4" else 1
    check(kernel, [r[1] for r in own] + [factor * r[1] for r in other])
    return [cell(r) for r in own + other] + [f"{b[0] / a[0]:.2f}" for a, b in zip(own, other)]


def table(head, rows):
    lines = ["| " + " | ".join(row) + " |" for row in [head, ["---"] + ["---:"] * (len(head) - 1), *rows]]
    return "\n".join(lines) + "\n"


def installed(package):
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def generated(folder, name, *arguments):
    file = folder / f"{name}.txt"
    if not file.exists():
        with open(file, "w") as out:
            subprocess.run([BINARIES / "generate", *arguments], stdout=out, check=True)
    return str(file)


def main():
    if sys.argv[1:2] == ["--work"]:
        return work(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="rows, by commas, as they are named in RESULTS.md")
    parser.add_argument("--peers", default=",".join(PEERS), help="peers, by commas")
    parser.add_argument("--limit", type=float, default=300, help="seconds after which a peer is stopped")
    parser.add_argument("--folder", default="/tmp/kesi-benchmarks", help="where networks and rows are kept")
    options = parser.parse_args()
    folder = Path(options.folder)
    folder.mkdir(exist_ok=True)
    store = folder / "rows.json"
    rows = json.loads(store.read_text()) if store.exists() else {}
    peers = [peer for peer in options.peers.split(",") if installed(PEERS[peer])]
    reference = folder / "reference"
    subprocess.run(["g++", "-O3", "-march=native", "-fopenmp", HERE / "reference.cpp", "-o", reference], check=True)

    def measure(name, function):
        if options.only and name not in options.only.split(","):
            return
        rows[name] = function()
        print(name, *rows[name], sep=" | ", flush=True)
        store.write_text(json.dumps(rows, ensure_ascii=False, indent=1))

    for kernel in ON_CONSORTIUM:
        measure(kernel, lambda: against_peers(generated(folder, "consortium", "consortium"), kernel, peers, options.limit))
    large = lambda: generated(folder, "kronecker-19", "kronecker", "19")
    measure("read 100 MB", lambda: against_peers(large(), "read", peers, options.limit))
    projects = lambda: generated(folder, "projects", "projects")
    measure("harmonic on memberships", lambda: [cell(kesi(projects(), "harmonic-two-mode", threads, 3)) for threads in (1, 2)]
            + ["–"] * len(PEERS) + ["–"])
    for scale in (18, 20):
        file = lambda: generated(folder, f"kronecker-{scale}", "kronecker", str(scale))
        for kernel in ON_KRONECKER:
            measure(f"{kernel} {scale}", lambda: against_reference(file(), kernel, 9 if scale < 20 else 3, reference))
    write(rows)


def write(rows):
    against = [name for name in [*ON_CONSORTIUM, "read 100 MB", "harmonic on memberships"] if name in rows]
    beside = [f"{kernel} {scale}" for scale in (18, 20) for kernel in ON_KRONECKER if f"{kernel} {scale}" in rows]
    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    compiler = subprocess.run(["g++", "-dumpfullversion"], capture_output=True, text=True).stdout.strip()
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    versions = ", ".join(f"{peer} {installed(package)}" for peer, package in PEERS.items() if installed(package))
    text = f"{os.cpu_count()} cores ({processor}), {platform.system()} {platform.machine()}; {swift}; g++ {compiler}; {versions}.\n\n"
    text += table(["kernel", "Kesi, 1 thread", "Kesi, 2", *PEERS, "fastest peer / Kesi, 2"],
                  [[name, *rows[name]] for name in against])
    text += "\nAgainst the C++ reference (`reference.cpp`) on Kronecker graphs; the number is the scale:\n\n"
    text += table(["kernel", "Kesi, 1 thread", "Kesi, 2", "reference, 1", "reference, 2", "ratio, 1", "ratio, 2"],
                  [[name, *rows[name]] for name in beside])
    before = RESULTS.read_text().split(MARK)[0]
    RESULTS.write_text(before + MARK + "\n" + text)


if __name__ == "__main__":
    main()
