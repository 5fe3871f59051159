"""The four questions, and the tables that each rests on."""

import metrics
import reduction
import summary

TASKS = {"metrics": metrics.metrics, "summary": summary.summary, "chains": reduction.chains, "gaps": reduction.gaps}


def needed(spec):
    """The tables that are read; others are passed by, and said."""
    selection = spec.get("selection") or {}
    layers = selection.get("layers") or []
    tables = ["actors", "ties"]
    if spec["task"] in ("chains", "gaps"):
        return tables + ["chains", "positions", "consortia", "members"]
    if selection.get("chains") is not None or "chains" in layers:
        tables += ["chains", "positions"]
    if "consortia" in layers:
        tables += ["consortia", "members"]
    return tables
