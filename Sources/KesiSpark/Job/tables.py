"""The tables of a network, from CSV or Parquet on any file system: raw cells under the ids of their columns, each row with
its place, and all that is wrong in them found in one pass.
"""

import re

from pyspark.sql import functions as F

import cells
from failure import Refusal
from files import SNIFFED, shown, uri
from heads import Heads
import layout as layouts

TABLES = ["actors", "ties", "chains", "positions", "consortia", "members"]
# Where a row stands: its file, the part of the file that one task reads, and its place there.
PLACE = ["_file", "_start", "_place"]


class Table:
    """frame: the known columns as text, null where empty, and the place of each row."""

    def __init__(self, name, columns, layout, files, rows, missing, lines=None):
        """rows: makes the rows, heads and empty ones among them, from lines or from what quotes hold together.
        missing: words by which people say that there is nothing, in small letters.
        """
        self.missing = missing
        self.name, self.columns, self.layout, self.files = name, columns, layout, files
        self.lines, self._rows = lines, rows
        self.checks, self.parsed, self.rows = [], {}, None
        self.notes, self.isTrue = {}, {}  # conditions, and whether each holds of any row

    def _take(self, isByLine):
        self.isByLine = isByLine
        raw = self._rows(isByLine)
        self._raw = raw.select("*", *[parse(F.col(column)).alias(name) for name, (parse, column) in self.parsed.items()])
        self.frame = self._raw.where("not _isHead and not _isEmpty")

    @property
    def unused(self):
        """Titles of columns that nobody reads."""
        return self.layout.unused

    def has(self, column):
        return column in self.columns

    def cell(self, column):
        """A column; null in all rows where the table has none of the name."""
        return F.col(column) if self.has(column) else F.lit(None).cast("string")

    def check(self, code, condition, column=None, expected=None):
        """Rows of which a condition holds are refused."""
        self.checks.append((code, condition, column, expected))

    def check_required(self, *columns):
        for column in columns:
            self.check("empty", F.col(column).isNull(), column)

    def states(self, column):
        """Whether a cell says something: it is not empty, and no word for nothing."""
        cell = self.cell(column)
        return cell.isNotNull() & ~F.lower(cell).isin(self.missing) if self.missing else cell.isNotNull()

    def number(self, column):
        """The column as numbers; null where it is empty or not there."""
        return F.col(f"_number_{column}") if self.has(column) else F.lit(None).cast("double")

    def date(self, column):
        """The column as packed dates."""
        return F.col(f"_date_{column}") if self.has(column) else F.lit(None).cast("int")

    def check_number(self, column):
        """A number of 0 or more."""
        if not self.has(column):
            return
        self.parsed[f"_number_{column}"] = (cells.number, column)
        self.check("bad_value", self.states(column) & (self.number(column).isNull() | (self.number(column) < 0)), column, "number")
        self.check("unworkable", ~cells.is_workable(self.number(column)), column, "1e-100 to 1e100")

    def check_dates(self, start, end):
        for column in (start, end):
            if self.has(column):
                self.parsed[f"_date_{column}"] = (cells.date, column)
                self.check("bad_value", self.states(column) & self.date(column).isNull(), column, "date")
        if self.has(start) and self.has(end):
            self.check("reversed", cells.earliest(self.date(start)) > cells.latest(self.date(end)), end)

    def run_checks(self):
        """All of them in one pass over the rows, which are then there to be used."""
        self._take(isByLine=True)
        if not self._are_whole():
            # A cell holds a line break, or a quote stands alone: what quotes hold together is a row, read by one task a file.
            self._take(isByLine=False)
            self._are_whole()

    def _are_whole(self):
        """Refuses rows that are wrong; false where a line may be no row."""
        fault = F.coalesce(*[
            F.when(condition, F.lit(number)) for number, (_, condition, _, _) in enumerate(self.checks)], F.lit(-1))
        columns = self._doubtful_columns()
        found = self._raw.groupBy(
            F.when(F.col("_isHead"), -2).when(F.col("_isEmpty"), -3).otherwise(fault).alias("fault")).agg(
            F.count("*").alias("count"), F.min(F.struct(*PLACE)).alias("place"),
            F.max((F.col("_quotes") % 2).cast("int")).alias("isBroken"),
            *[F.max(condition.cast("int")).alias(f"note_{name}") for name, condition in self.notes.items()],
            *[F.max(cells.is_doubtful(F.col(column)).cast("int")).alias(f"doubt_{column}") for column in columns],
            *[F.max(cells.surely_has_point(F.col(column)).cast("int")).alias(f"sure_{column}") for column in columns]).collect()
        if self.isByLine and any(row["isBroken"] for row in found):
            return False
        counts = {row["fault"]: row["count"] for row in found}
        if self.layout.head is not None and counts.get(-2, 0) != len(self.files):
            raise Refusal(
                "bad_head", table=self.name, file=shown(self.files[0]), found=self.layout.titles[:12],
                expected="the same head once in each file", count=counts.get(-2, 0))
        faults = [row for row in found if row["fault"] >= 0]
        if faults:
            first = min(faults, key=lambda row: row["place"])
            code, _, column, expected = self.checks[first["fault"]]
            self.refuse(code, first["place"], first["count"], column, expected)
        for column in columns:
            if any(row[f"doubt_{column}"] for row in found) and not any(row[f"sure_{column}"] for row in found):
                place = self.frame.where(cells.is_doubtful(F.col(column))).agg(F.min(F.struct(*PLACE))).first()[0]
                self.refuse("doubtful_point", place, None, column, "number")
        self.rows = counts.get(-1, 0)
        self.isTrue = {name: any(row[f"note_{name}"] for row in found if row["fault"] == -1) for name in self.notes}
        return True

    def _doubtful_columns(self):
        """Numbers that are texts, in which a point may part thousands."""
        return [] if self.layout.separator is None else [name[8:] for name in self.parsed if name.startswith("_number_")]

    def refuse(self, code, place, count, column=None, expected=None):
        isHere = F.lit(True)
        for name in PLACE:
            isHere = isHere & (F.col(name) == place[name])
        row = self.frame.where(isHere).select(F.substring(self.cell(column), 1, 200)).first() if column else None
        raise Refusal(
            code, table=self.name, file=self.file_of(place), row=self.row_of(place), column=column,
            found=row[0] if row else None, expected=expected, count=count)

    def file_of(self, place):
        return next((shown(status) for status in self.files if uri(status) == place["_file"]), place["_file"])

    def row_of(self, place):
        """The number of the line that a row is; known only where a line is a row."""
        return None if self.lines is None or not self.isByLine else self.lines.where(
            (F.col("_file") == place["_file"])
            & ((F.col("_start") < place["_start"]) | (F.col("_start") == place["_start"]) & (F.col("_place") <= place["_place"]))).count()


class Reader:
    def __init__(self, spark, files, spec):
        self.spark, self.files = spark, files
        self.schema, self.simplified, self.missing = spec["schema"], spec.get("simplified", {}), spec.get("missing", [])

    def heads(self, name):
        return Heads(self.schema[name], self.simplified)

    def find(self, folder, name):
        """The files of a table in a folder; empty where it has none."""
        found = []
        for ending in (".csv", ".csv.gz", ".parquet", ""):
            status = self.files.status(self.files.path(folder, name + ending))
            if status is not None and (ending or status.isDirectory()):
                found.append(status)
        if len(found) > 1:
            raise Refusal("table_twice", table=name, file=shown(found[0]), found=shown(found[1]))
        if not found:
            return []
        parts = [status for status in self.files.parts(found[0]) if status.getLen() > 0]
        if not parts:
            raise Refusal("empty_table", table=name, file=shown(found[0]))
        return parts

    def table(self, name, parts, isList=False):
        endings = {_ending(shown(status)) for status in parts}
        if endings == {"parquet"}:
            return self._parquet(name, parts)
        if not isList and not endings <= {"csv"} or "parquet" in endings:
            raise Refusal("bad_format", table=name, file=shown(parts[0]), found=sorted(endings), expected="csv or parquet")
        return self._text(name, parts, isList)

    # Parquet: columns have types, so that only their names are to be understood.

    def _parquet(self, name, parts):
        heads = self.heads(name)
        # Else the columns of one file would count for all, and those that it lacks would be lost.
        frame = self.spark.read.option("mergeSchema", "true").parquet(*map(uri, parts))
        titles = frame.columns
        layout = layouts.named(None, None, titles, heads, name, shown(parts[0]))
        columns = {}
        for column, place in layout.places.items():
            kind, cell = frame.schema.fields[place].dataType.simpleString(), frame[f"`{titles[place]}`"]
            isId = column in ("id", "source", "target", "actor", "chain", "consortium")
            isPlain = kind in ("string", "boolean", "date", "timestamp", "timestamp_ntz", "float", "double") or kind.startswith(
                ("int", "bigint", "smallint", "tinyint", "decimal", "char", "varchar"))
            if not isPlain or isId and kind in ("float", "double", "boolean", "date", "timestamp", "timestamp_ntz"):
                raise Refusal("bad_type", table=name, file=shown(parts[0]), column=column, found=kind)
            columns[column] = cells.trimmed(cell.cast("string"))
        frame = frame.select(
            *[cell.alias(column) for column, cell in columns.items()], *_places(), F.lit(False).alias("_isHead"),
            F.lit(0).alias("_quotes"), F.lit(False).alias("_isEmpty"))
        frame = frame.select(*[_read(column, columns) for column in frame.columns])
        return Table(name, set(columns), layout, parts, lambda isByLine: frame, self.missing)

    # Text: each line is a row, unless quotes say otherwise.

    def _text(self, name, parts, isList):
        heads, file = self.heads(name), shown(parts[0])
        start = self.files.start(parts[0])
        lines, comments = layouts.lines_of(start, file, len(start) < SNIFFED)
        layout = layouts.of_list(lines, comments, heads, file) if isList else layouts.of_table(lines, heads, name, file)
        paths = list(map(uri, parts))
        lines = self.spark.read.text(paths).select(
            F.regexp_replace("value", "^\ufeff", "").alias("line"), *_places())

        def rows(isByLine):
            if not isByLine and not lines.where(F.col("line").rlike(r'\\"[^"\s' + re.escape(layout.separator) + "]")).isEmpty():
                # Where rows are more than lines it is not told in which of them; behind the end of a cell stands another cell.
                raise Refusal("torn_cell", table=name, file=file)
            if not isByLine and not lines.where(F.col("line").startswith("%")).isEmpty():
                # Which of them are comments and which stand in cells, Spark does not tell where rows are more than lines.
                raise Refusal("percent_line", table=name, file=file, found="%")
            frame, record = self._by_line(lines, layout) if isByLine else self._by_quotes(paths, layout)
            values = {column: cells.trimmed(record[place]) for column, place in layout.places.items()}
            frame = frame.select(
                *[cell.alias(column) for column, cell in values.items()], *PLACE, "_isHead", "_quotes", "_isBroken", "_isTorn", "_spare", "_isEmpty")
            return frame.select(*[_read(column, values) for column in frame.columns])

        table = Table(name, {*layout.places, "_spare"}, layout, parts, rows, self.missing, lines)
        table.check("torn_cell", F.col("_isTorn"))
        table.check("too_many_cells", F.col("_spare").isNotNull(), "_spare")
        table.check("bad_encoding", F.col("_isBroken"), None, "UTF-8")
        for column in ("id", "source", "target", "actor", "name"):
            if table.has(column):
                # A quote that does not close, or that stands before other text.
                table.check("open_quote", F.col(column).startswith('"') & F.col(column).rlike('^"[^"]*$'), column)
        return table

    def _by_line(self, lines, layout):
        frame = lines.where(~F.col("line").startswith("#") & ~F.col("line").startswith("%") & (F.trim("line") != "")).select(
            "*", (F.col("line") == layout.head if layout.head is not None else F.lit(False)).alias("_isHead"),
            F.col("line").contains("\ufffd").alias("_isBroken"))
        if layout.separator == layouts.BLANKS:
            pieces = F.split(F.trim(F.col("line"), F.lit(" \t")), "[ \t]+")
            frame = frame.withColumn("pieces", pieces).withColumn("_quotes", F.lit(0)).withColumns(
                {"_isEmpty": F.lit(False), "_isTorn": F.lit(False)})
            frame = frame.withColumn("_spare", F.get("pieces", F.lit(layout.width)))
            return frame, [F.get("pieces", F.lit(place)) for place in range(layout.width)]
        sign = "[" + re.escape(layout.separator) + "]"
        frame = frame.select(
            "*", F.from_csv("line", F.lit(_schema(layout)), _options(layout)).alias("record"),
            F.length(F.regexp_replace("line", '[^"]', "")).alias("_quotes"),
            F.col("line").rlike(f'^({sign}|[\\s"])*$').alias("_isEmpty"),
            (F.col("line").contains('"') & F.col("line").rlike(_torn(layout.separator))).alias("_isTorn"))
        # Of a row with more or fewer cells than the head what is left beyond the head, without quotes and empty cells.
        plain = F.regexp_replace(F.regexp_replace(F.col("record._odd"), '"([^"]|"")*"', "q"), f"({sign}|\\s)+$", "")
        frame = frame.withColumn("_spare", F.get(F.split(plain, sign), F.lit(layout.width)))
        return frame, [F.col(f"record.c{place}") for place in range(layout.width)]

    def _by_quotes(self, paths, layout):
        """A row is what quotes hold together; those with more or fewer cells than the head are refused."""
        frame = self.spark.read.options(**_options(layout), multiLine="true", comment="#").schema(_schema(layout)).csv(paths)
        record = [F.regexp_replace("c0", "^\ufeff", "")] + [F.col(f"c{place}") for place in range(1, layout.width)]
        texts = [F.coalesce(cells.trimmed(cell), F.lit("")) for cell in record]
        isHead = F.lit(layout.head is not None)
        for cell, title in zip(texts, layout.titles):
            isHead = isHead & (cell == title)
        whole = F.concat(*texts)
        return frame.select(
            "*", *_places(), isHead.alias("_isHead"), whole.contains("\ufffd").alias("_isBroken"), F.lit(False).alias("_isTorn"), F.lit(0).alias("_quotes"),
            (whole == "").alias("_isEmpty"), F.when(whole != "", F.col("_odd")).alias("_spare")), record


def _schema(layout):
    return ", ".join([f"c{place} string" for place in range(layout.width)] + ["_odd string"])


def _torn(separator):
    """A line in which text follows the closing quote of a cell: programs write \\" where a quote is to stand twice."""
    sign, blanks = re.escape(separator), "[ ]*+" if separator == "\t" else r"[ \t]*+"
    quoted = f'{blanks}"(?:[^"]++|"")*+"{blanks}'
    return f'^(?:(?:{quoted}|[^"{sign}][^{sign}]*+|){sign})*+{quoted}[^{sign} \\t\\r]'


def _read(column, texts):
    """A step of its own, so that a cell is trimmed once."""
    return cells.text(F.col(column)).alias(column) if column in texts else F.col(column)


def _places():
    return [
        F.col("_metadata.file_path").alias("_file"), F.col("_metadata.file_block_start").alias("_start"),
        F.monotonically_increasing_id().alias("_place")]


def _options(layout):
    return {
        "sep": layout.separator, "quote": '"', "escape": '"', "mode": "PERMISSIVE",
        "ignoreLeadingWhiteSpace": "true", "ignoreTrailingWhiteSpace": "true", "columnNameOfCorruptRecord": "_odd"}


def _ending(name):
    name = name.removesuffix(".gz").lower()
    for codec in (".snappy", ".zstd", ".lz4", ".bz2", ".deflate"):
        name = name.removesuffix(codec)
    return name.rsplit(".", 1)[-1] if "." in name else ""
