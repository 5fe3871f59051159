"""What the job hands back: files on the machine of the driver, or part files where the user wants them."""

import json
import os
import re

from pyspark.sql import functions as F

import order
from tables import PLACE


class Answer:
    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)

    def json(self, name, value):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False)

    def copy(self, name, bytes):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(bytes)

    def head(self, name, columns):
        """A table without rows."""
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(",".join(columns) + "\n")

    def csv(self, name, frame):
        """Rows in their order. They come part by part: the driver holds one at a time."""
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(",".join(frame.columns) + "\n")
            for row in frame.toLocalIterator(prefetchPartitions=True):
                file.write(",".join(map(_cell, row)) + "\n")


# Not by csv.writer: it writes a lone empty cell as two quotes, which are no number, and leaves bare what Kesi takes for a
# comment, and in some versions of Python a carriage return.
_QUOTED = re.compile('^[#%]|[,"\r\n]')


def _cell(value):
    if value is None:
        return ""
    if isinstance(value, float):
        if value != value:
            return ""
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    if not isinstance(value, str):
        return str(value)
    text = _wrapped(value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _wrapped(text):
    """White space at the ends of a cell is kept by quotes of its own, as Kesi writes it."""
    bare = text
    while len(bare) > 1 and bare[0] == bare[-1] == '"':
        bare = bare[1:-1]
    return f'"{text}"' if bare != bare.strip() else text


def order_of(network):
    """The rows of the table of actors; ids, where there is none."""
    return order.columns() if network.isList else PLACE


def in_order(frame, network):
    return frame.sort(*order_of(network))


def actor_cells(network, only=None):
    """All that is known of the actors that were looked at, as the table has it."""
    if only is None and network.leavesOut:
        only = network.vertices.select("v")
    if network.isList:
        frame, columns = network.vertices, ["id", "name", "kind"]
    else:
        columns = list(network.actors.layout.places)
        frame = network.actors.frame.withColumn("v", F.xxhash64("id"))
    if only is not None:
        frame = frame.join(only, "v", "left_semi")
    return in_order(frame, network).select(*columns)


def write_parts(frame, network, columns, output):
    """Part files of id, name, kind and measures, in the order of rows."""
    named = ["id", "name", F.coalesce("kind", F.lit("")).alias("kind")]
    frame = in_order(frame, network)
    if output["format"] == "parquet":
        frame.select(*named, *columns).write.parquet(output["uri"])
        return
    cells = [_plain(F.col(column), frame.schema[column].dataType.simpleString()).alias(column) for column in columns]
    frame.select(*named, *cells).write.csv(
        output["uri"], header=True, escape='"', emptyValue="", ignoreLeadingWhiteSpace=False, ignoreTrailingWhiteSpace=False)


def _plain(cell, kind):
    """Whole numbers without a fraction; of others as many digits as it takes to read them back."""
    if kind != "double":
        return cell.cast("string")
    isWhole = (cell == F.floor(cell)) & (F.abs(cell) < 1e15)
    return F.when(isWhole, cell.cast("long").cast("string")).when(~F.isnan(cell), F.lower(cell.cast("string")))
