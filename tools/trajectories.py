"""Writes the fixture that the symbiosis of two populations is tested against, from SciPy.

    python3 -m venv .venv && .venv/bin/pip install numpy==2.4.6 scipy==1.17.1
    .venv/bin/python tools/trajectories.py

Courses are those of `solve_ivp` by DOP853 at its tightest; the fit is that of `least_squares` over the same logarithms;
quantiles are those of `stats.t`.
Run by hand when the model changes; the fixture is committed with the versions that made it.
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy import integrate, optimize, stats

FILE = Path(__file__).parent.parent / "Tests/KesiConsortiumTests/Fixtures/trajectories.json"

# Growth, capacity, symbiosis, start; times.
MODELS = [
    ("both gain", (0.6, 0.4), (100, 2000), (0.4, 0.2), (10, 150), [0.5, 1, 5, 10, 20, 60]),
    ("one gains", (0.5, 0.5), (100, 50), (0.6, 0), (5, 10), [0.1, 3, 9, 27, 81]),
    ("one feeds on the other", (0.7, 0.5), (100, 50), (0.5, -0.4), (10, 20), [1, 2, 4, 8, 16, 32]),
    ("they turn around each other", (3, 0.05), (1, 1), (2, -2.5), (0.4, 0.9), [1, 10, 40, 100]),
    ("each holds back the other", (0.7, 0.5), (100, 50), (-0.5, -0.4), (10, 20), [1, 5, 25, 125]),
    ("one drives out the other", (0.7, 0.5), (100, 50), (-2, -3), (60, 20), [1, 5, 25]),
    ("on the way beyond bounds", (0.3, 0.3), (10, 10), (1.2, 1.1), (1, 2), [1, 2, 4, 6, 7]),
    ("of very unlike sizes", (0.9, 0.2), (1e-3, 1e9), (0.3, -0.1), (1e-6, 1e6), [2, 8, 30, 90]),
    ("one is not there", (0.9, 0.2), (10, 20), (0.3, -0.1), (1, 0), [1, 4, 16]),
    ("fast and slow", (40, 0.02), (5, 8), (0.5, 0.3), (1, 1), [0.05, 1, 50, 500]),
]


def rate(growth, capacity, symbiosis):
    (r1, r2), (n1, n2), (d12, d21) = growth, capacity, symbiosis
    return lambda t, s: [r1 * s[0] * (1 - s[0] / n1 + d12 * s[1] / n2), r2 * s[1] * (1 - s[1] / n2 + d21 * s[0] / n1)]


def course(growth, capacity, symbiosis, start, times, tolerance=2.3e-14):
    found = integrate.solve_ivp(
        rate(growth, capacity, symbiosis), (0, times[-1]), start, "DOP853", times, rtol=tolerance,
        atol=1e-200)
    assert found.success
    return found.y.T


def fit():
    """A model found in years with errors, some of them missing."""
    growth, capacity, symbiosis, start = (0.6, 0.5), (100, 40), (0.35, 0.1), (12, 3)
    random = np.random.default_rng(7)
    years = [[y for y in range(14) if y not in (3, 9)], [y for y in range(14) if y not in (0, 6, 7)]]
    truth = course(growth, capacity, symbiosis, start, list(range(14)))
    values = [[float(f"{truth[y][k] * np.exp(0.02 * random.standard_normal()):.6g}") for y in years[k]] for k in (0, 1)]

    def residuals(p):
        found = course(np.exp(p[0:2]), np.exp(p[2:4]), p[4:6], np.exp(p[6:8]), list(range(14)), 1e-11)
        return np.concatenate([np.log([found[y][k] for y in years[k]]) - np.log(values[k]) for k in (0, 1)])

    begin = np.concatenate([np.log(growth), np.log(capacity), symbiosis, np.log(start)])
    best = optimize.least_squares(residuals, begin, "3-point", xtol=1e-14, ftol=1e-14, gtol=1e-14)
    freedom = len(best.fun) - 8
    variance = 2 * best.cost / freedom
    errors = np.sqrt(np.diag(np.linalg.inv(best.jac.T @ best.jac)) * variance)
    return {"years": years, "values": values, "parameters": list(best.x), "errors": list(errors), "noise": variance**0.5}


def main():
    models = [
        {"name": name, "growth": growth, "capacity": capacity, "symbiosis": symbiosis, "start": start, "times": times,
         "states": course(growth, capacity, symbiosis, start, times).tolist()}
        for name, growth, capacity, symbiosis, start, times in MODELS
    ]
    quantiles = [[freedom, float(stats.t.ppf(0.975, freedom))] for freedom in [2, 3, 4, 5, 8, 13, 20, 31, 60, 1000]]
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(
        {"made_by": f"scipy {scipy.__version__}, numpy {np.__version__}", "models": models, "fit": fit(),
         "quantiles": quantiles}, indent=1) + "\n")


if __name__ == "__main__":
    main()
