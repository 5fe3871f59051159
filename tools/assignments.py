"""Writes the instances that the matching of supplies and demands is tested against, with the least costs that SciPy and
NetworkX find for them.

    python3 -m venv .venv && .venv/bin/pip install networkx==3.6.1 numpy==2.4.6 scipy==1.17.1
    .venv/bin/python tools/assignments.py

Where all amounts are 1 and nothing is forbidden SciPy's `linear_sum_assignment` gives the cost; else NetworkX's
`max_flow_min_cost`, on whole numbers, the most that can be carried and the least cost of that.
Run by hand when the matching changes; the fixtures are committed with the versions that made them.
"""

import json
from pathlib import Path

import networkx as nx
import numpy as np
import scipy
from scipy.optimize import linear_sum_assignment

FOLDER = Path(__file__).parent.parent / "Tests/KesiConsortiumTests/Fixtures"


def carried(supplies, demands, costs):
    """The most that can be carried, and the least cost of that."""
    graph = nx.DiGraph()
    for row, supply in enumerate(supplies):
        graph.add_edge("from", ("row", row), capacity=supply, weight=0)
        for column, cost in enumerate(costs[row]):
            if cost is not None:
                graph.add_edge(("row", row), ("column", column), weight=cost)
    for column, demand in enumerate(demands):
        graph.add_edge(("column", column), "to", capacity=demand, weight=0)
    flow = nx.max_flow_min_cost(graph, "from", "to")
    return sum(flow["from"].values()), nx.cost_of_flow(graph, flow)


def instances():
    """Supplies, demands and costs row by row; None is forbidden."""
    draw = np.random.default_rng(15)
    for rows, columns in [(1, 1), (5, 5), (20, 20), (30, 18), (18, 30)]:
        for highest in (3, 10**9):
            yield [1] * rows, [1] * columns, draw.integers(0, highest, (rows, columns)).tolist()
    for _ in range(60):
        rows, columns = (int(n) for n in draw.integers(1, 11, 2))
        supplies, demands = (draw.integers(1, int(draw.integers(2, 12)), n).tolist() for n in (rows, columns))
        highest, share = draw.choice([2, 10, 10**9]), draw.choice([0, 0.3, 0.7])
        costs = draw.integers(0, highest, (rows, columns)).tolist()
        yield supplies, demands, [[None if draw.random() < share else cost for cost in row] for row in costs]


def solved(supplies, demands, costs):
    if set(supplies) | set(demands) == {1} and not any(cost is None for row in costs for cost in row):
        cells = linear_sum_assignment(costs)
        amount, cost = len(cells[0]), int(np.array(costs, np.int64)[cells].sum())
        assert (amount, cost) == carried(supplies, demands, costs)
    else:
        amount, cost = carried(supplies, demands, costs)
    return {"supplies": supplies, "demands": demands, "costs": costs, "amount": amount, "cost": cost}


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    found = [solved(*instance) for instance in instances()]
    lines = ",\n".join(json.dumps(instance, separators=(",", ":")) for instance in found)
    versions = {"networkx": nx.__version__, "numpy": np.__version__, "scipy": scipy.__version__}
    (FOLDER / "transportation.json").write_text(f'{{"versions":{json.dumps(versions)},"instances":[\n{lines}\n]}}\n')
