"""What the job hands back: files on the machine of the driver, or part files where the user wants them."""

import csv
import json
import os

from pyspark.sql import functions as F

import order
from failure import Refusal
from files import shown, uri
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

    def csv(self, name, frame, title=None):
        """Rows in their order. They come part by part: the driver holds one at a time."""
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        count = 0
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(frame.columns)
            for row in frame.toLocalIterator(prefetchPartitions=True):
                writer.writerow([_text(value) for value in row])
                count += 1
        return count


def _text(value):
    if value is None:
        return ""
    if isinstance(value, float):
        if value != value:
            return ""
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return _wrapped(value) if isinstance(value, str) else value


def _wrapped(text):
    """White space at the ends of a cell is kept by quotes of its own, as Kesi writes it."""
    bare = text
    while len(bare) > 1 and bare[0] == bare[-1] == '"':
        bare = bare[1:-1]
    return f'"{text}"' if bare != bare.strip() else text


def in_order(frame, network):
    """By the rows of the table of actors; by ids, where there is none."""
    return frame.sort(*(order.columns() if network.isList else PLACE))


def actor_cells(network):
    """All that is known of the actors that were looked at, as the table has it."""
    if network.isList:
        return in_order(network.vertices.select("v", "id", "name"), network).select("id", "name")
    columns = [column for column in network.actors.layout.places]
    frame = network.actors.frame
    if network.leavesOut:
        frame = frame.withColumn("v", F.xxhash64("id")).join(network.vertices.select("v"), "v", "left_semi")
    return frame.sort(*PLACE).select(*columns)


def write_parts(frame, network, columns, output, files):
    """Part files of id, name, kind and measures, in the order of rows."""
    if files.status(files.path(output["uri"])) is not None:
        raise Refusal("output_exists", file=output["uri"])
    frame = in_order(frame, network)
    if output["format"] == "parquet":
        frame.select("id", "name", F.coalesce("kind", F.lit("")).alias("kind"), *columns).write.parquet(output["uri"])
        return
    cells = [_plain(F.col(column), frame.schema[column].dataType.simpleString()).alias(column) for column in columns]
    frame.select("id", "name", F.coalesce("kind", F.lit("")).alias("kind"), *cells).write.csv(
        output["uri"], header=True, escape='"', emptyValue="")


def _plain(cell, kind):
    """Whole numbers without a fraction; of others as many digits as it takes to read them back."""
    if kind != "double":
        return cell.cast("string")
    isWhole = (cell == F.floor(cell)) & (F.abs(cell) < 1e15)
    return F.when(isWhole, cell.cast("long").cast("string")).when(
        ~F.isnan(cell), F.lower(cell.cast("string")))
