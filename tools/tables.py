"""Writes the tables of a network that a script makes, and draws what is made up in it."""

import argparse
import csv
import random
from pathlib import Path

GRAPHS = Path(__file__).parent.parent / "graphs"


def write(network, table, header, rows):
    """Writes graphs/<network>/<table>.csv, in UTF-8 with plain line ends; <network> may also be a path elsewhere."""
    folder = GRAPHS / network
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f"{table}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_profile(network, text):
    """Writes graphs/<network>/network.yml."""
    (GRAPHS / network / "network.yml").write_text(text, encoding="utf-8")


class Draw:
    """Draws from a seed. It asks for nothing but random(), whose sequence Python keeps from version to version."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def whether(self, chance):
        return self.random() < chance

    def whole(self, least, most):
        return least + int(self.random() * (most - least + 1))

    def one(self, options):
        """One of the options; those of a dictionary by their weights."""
        if not isinstance(options, dict):
            return options[int(self.random() * len(options))]
        point = self.random() * sum(options.values())
        for option, weight in options.items():
            point -= weight
            if point < 0:
                return option
        return option

    def shuffled(self, items):
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = int(self.random() * (last + 1))
            items[last], items[other] = items[other], items[last]
        return items


def options(description, network, seed):
    """The command line of a script that draws a network: --seed, and --into for another folder than the one that ships."""
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
    parser.add_argument("--seed", type=int, default=seed, help=f"default: {seed}, the one that ships")
    parser.add_argument("--into", type=lambda path: Path(path).absolute(), default=GRAPHS / network,
                        metavar="FOLDER", help=f"default: graphs/{network}")
    return parser
