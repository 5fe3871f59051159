"""Writes the tables of a network that a script makes."""

import csv
from pathlib import Path

GRAPHS = Path(__file__).parent.parent / "graphs"


def write(network, table, header, rows):
    """Writes graphs/<network>/<table>.csv, in UTF-8 with plain line ends."""
    folder = GRAPHS / network
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f"{table}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_profile(network, text):
    """Writes graphs/<network>/network.yml."""
    (GRAPHS / network / "network.yml").write_text(text, encoding="utf-8")
