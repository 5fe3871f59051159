"""Writes the fixtures that the measures are tested against, from independent implementations.

    python3 -m venv .venv && .venv/bin/pip install networkx==3.6.1 igraph==1.0.0 numpy==2.4.6 scipy==1.17.1
    .venv/bin/python tools/oracles.py

NetworkX gives most values; weighted shortest paths run on exact fractions (a tie of weight w has length 1/w), so that
ties between equally long paths are told for certain. igraph checks betweenness, coreness, PageRank and cut vertices a
second time. Burt's hierarchy, which neither has, is written out from its formula in numpy.
Run by hand when a measure changes; the fixtures are committed with the versions that made them.
"""

import json
import math
import random
from fractions import Fraction
from pathlib import Path

import igraph
import networkx as nx
import numpy as np
import scipy
from networkx.algorithms.structuralholes import normalized_mutual_weight

FOLDER = Path(__file__).parent.parent / "Tests/KesiMeasuresTests/Fixtures"


def classics():
    """Graphs by name, with vertices 0..n-1 and weights."""
    karate = nx.karate_club_graph()
    florentine = nx.florentine_families_graph()
    florentine.add_node("Pucci")  # the family without marriage ties
    davis = nx.davis_southern_women_graph()
    women = sorted((n for n, d in davis.nodes(data=True) if d["bipartite"] == 0), key=str)
    graphs = {
        "karate": karate,
        "florentine": florentine,
        "kite": nx.krackhardt_kite_graph(),
        "davis_two_mode": davis,
        "davis_women": nx.bipartite.weighted_projected_graph(davis, women),
        "two_components": nx.disjoint_union(nx.cycle_graph(5), nx.path_graph(4)),
        "star_and_isolates": nx.disjoint_union(nx.star_graph(6), nx.empty_graph(3)),
        "path": nx.path_graph(12),
        "complete": nx.complete_graph(9),
        "one_tie": nx.path_graph(2),
        "random_sparse": nx.gnp_random_graph(150, 0.03, seed=5),
        "random_dense": nx.gnp_random_graph(90, 0.5, seed=6),
        "preferential": nx.barabasi_albert_graph(300, 3, seed=7),
        "caveman": nx.connected_caveman_graph(8, 6),
    }
    for name, graph in graphs.items():
        graph = nx.convert_node_labels_to_integers(graph, ordering="default")
        rng = random.Random(name)
        for _, _, data in graph.edges(data=True):
            if name not in ("karate", "davis_women"):
                data["weight"] = rng.choice([1, 1, 2, 3, 4, 0.5, 2.5])
        yield name, graph


def oriented(graph, seed):
    """A directed variant: each tie gets one direction, one in four both, with weights of their own."""
    rng = random.Random(seed)
    result = nx.DiGraph()
    result.add_nodes_from(graph)
    for u, v, data in graph.edges(data=True):
        if rng.random() < 0.5:
            u, v = v, u
        result.add_edge(u, v, weight=data["weight"])
        if rng.random() < 0.25:
            result.add_edge(v, u, weight=rng.choice([1, 2, 3]))
    return result


def number(x):
    x = float(x)
    return None if math.isnan(x) else x


def column(values, order):
    return [number(values[v]) for v in range(order)]


def hierarchy(graph, weight):
    """Coleman-Theil disorder of the local constraints, from Burt 1992, eq. 2.9, on dense matrices."""
    order = len(graph)
    a = nx.to_numpy_array(graph, nodelist=range(order), weight="weight" if weight else None)
    mutual = a + a.T
    with np.errstate(all="ignore"):
        p = mutual / mutual.sum(axis=1, keepdims=True)
    p = np.nan_to_num(p)
    local = (p + p @ p) ** 2
    result = []
    for i in range(order):
        c = [local[i, j] for j in range(order) if mutual[i, j] > 0]
        n = len(c)
        if n < 2:
            result.append(None)
            continue
        mean = sum(c) / n
        result.append(sum(x / mean * math.log(x / mean) for x in c) / (n * math.log(n)))
    return result


def effective_size(graph, vertex, weight):
    """NetworkX's documented formula. Its function is not used as it is (3.6.1): its matrix shortcut divides by the
    strongest tie of the wrong end when ties are weighted, and a vertex with ties in but none out is taken as isolated.
    """
    contacts = set(nx.all_neighbors(graph, vertex))
    if not contacts:
        return None
    size = len(contacts) - sum(
        normalized_mutual_weight(graph, vertex, q, weight=weight)
        * normalized_mutual_weight(graph, j, q, norm=max, weight=weight)
        for j in contacts for q in contacts
    )
    if any(u != vertex for u in graph[vertex]):
        assert abs(size - nx.effective_size(graph, nodes=[vertex], weight=weight)[vertex]) < 1e-9
    return size


def eigenvector(graph, weight):
    """The non-negative unit vector to the greatest eigenvalue of the transposed matrix; None where it is not unique."""
    order = len(graph)
    a = nx.to_numpy_array(graph, nodelist=range(order), weight="weight" if weight else None).T
    values, vectors = np.linalg.eig(a)
    best = np.argmax(values.real)
    if values[best].real < 1e-9 or sum(abs(values - values[best]) < 1e-6) > 1:
        return None
    vector = vectors[:, best].real
    vector = vector * (1 if vector.sum() > 0 else -1) / np.linalg.norm(vector)
    # The vector is compared where iteration can find it: not when a second eigenvalue is all but as great.
    others = sorted((abs(v + values[best] / 2) for k, v in enumerate(values) if k != best), reverse=True)
    if others and others[0] / (1.5 * values[best].real) > 0.998:
        return None
    return [float(x) for x in vector]


def expected(graph, weight):
    order = len(graph)
    directed = graph.is_directed()
    plain = nx.Graph()
    plain.add_nodes_from(range(order))
    plain.add_edges_from(graph.edges())
    key = "weight" if weight else None
    for _, _, data in graph.edges(data=True):
        data["length"] = 1 / Fraction(data["weight"])
    length = "length" if weight else None
    around = graph.reverse() if directed else graph
    inward = {v: dict(nx.single_source_dijkstra_path_length(around, v, weight=length or 1)) for v in around}
    outward = {v: dict(nx.single_source_dijkstra_path_length(graph, v, weight=length or 1)) for v in graph}
    result = {
        "degree": column(dict(graph.degree()), order),
        "in_degree": column(dict(graph.in_degree() if directed else graph.degree()), order),
        "out_degree": column(dict(graph.out_degree() if directed else graph.degree()), order),
        "strength": column(dict(graph.degree(weight="weight")), order),
        "closeness": column(nx.closeness_centrality(graph, distance=length), order),
        "harmonic": [float(sum(1 / Fraction(d) for u, d in inward[v].items() if u != v)) for v in range(order)],
        "eccentricity": [float(max(outward[v].values())) for v in range(order)],
        "betweenness": column(nx.betweenness_centrality(graph, weight=length, normalized=False), order),
        "pagerank": column(nx.pagerank(graph, weight=key, tol=1e-15, max_iter=10000), order),
        "coreness": column(nx.core_number(plain), order),
        "triangles": column(nx.triangles(plain), order),
        "clustering": column(nx.clustering(plain), order),
        "constraint": column(nx.constraint(graph, weight=key), order),
        "effective_size": [effective_size(graph, v, key) for v in range(order)],
        "hierarchy": hierarchy(graph, weight),
        "articulation": [float(v in set(nx.articulation_points(plain))) for v in range(order)],
    }
    result["efficiency"] = [
        None if e is None else e / plain.degree(v) for v, e in enumerate(result["effective_size"])
    ]
    principal = eigenvector(graph, weight)
    if principal:
        result["eigenvector"] = principal
    # Components by decreasing size, equal sizes by their first vertex.
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    result["component"] = [float(next(k for k, part in enumerate(parts, 1) if v in part)) for v in range(order)]
    arcs = [(u, v) for u, v in graph.edges()]
    flow = nx.edge_betweenness_centrality(graph, weight=length, normalized=False)
    bridges = {frozenset(b) for b in nx.bridges(plain)}
    ties = {
        "tie_betweenness": [float(flow[arc]) for arc in arcs],
        "local_constraint": [float(nx.local_constraint(graph, u, v, weight=key)) for u, v in arcs],
        "bridge": [float(frozenset(arc) in bridges) for arc in arcs],
    }
    second_opinion(graph, result, weight)
    return {"vertices": result, "ties": ties}


def second_opinion(graph, result, weight):
    order = len(graph)
    g = igraph.Graph(n=order, edges=list(graph.edges()), directed=graph.is_directed())
    weights = [d["weight"] for _, _, d in graph.edges(data=True)] if weight else None
    lengths = [1 / w for w in weights] if weight else None
    close(g.betweenness(weights=lengths), result["betweenness"], 1e-6)
    close(g.pagerank(weights=weights), result["pagerank"], 1e-8)
    simple = g.as_undirected() if graph.is_directed() else g
    close(simple.coreness(), result["coreness"], 0)
    close([float(v in simple.articulation_points()) for v in range(order)], result["articulation"], 0)


def close(a, b, tolerance):
    assert all(abs(x - y) <= tolerance * max(1, abs(y)) for x, y in zip(a, b)), (a, b)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    versions = {"networkx": nx.__version__, "igraph": igraph.__version__, "numpy": np.__version__, "scipy": scipy.__version__}
    for name, graph in classics():
        variants = []
        for directed in (False, True):
            variant = oriented(graph, name) if directed else graph
            for weighted in (False, True):
                variants.append({
                    "directed": directed, "weighted": weighted, "order": len(variant),
                    "ties": [[u, v, d["weight"]] for u, v, d in variant.edges(data=True)],
                    "expected": expected(variant, weighted),
                })
        text = json.dumps({"name": name, "versions": versions, "variants": variants}, separators=(",", ":"))
        (FOLDER / f"{name}.json").write_text(text + "\n")
        print(name, len(graph), graph.number_of_edges(), len(text))


main()
