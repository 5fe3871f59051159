#!/usr/bin/env python3
"""Makes the workbooks that Kesi's reader is held against, with what openpyxl reads in them: one written by openpyxl, one by
xlsxwriter, and the first as LibreOffice saves it. Needs openpyxl and xlsxwriter (PyPI) and LibreOffice (`soffice`).

    python3 tools/workbooks.py Tests/KesiFormatsTests/Fixtures
"""

import datetime
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
import xlsxwriter


def number(value):
    """The shortest text of a number; of one with more digits than spreadsheets keep, what Excel shows."""
    if abs(value) >= 1e15:
        mantissa, exponent = f"{value:.5E}".split("E")
        return f"{mantissa.rstrip('0').rstrip('.')}E+{int(exponent)}"
    if value == int(value):
        return str(int(value))
    return repr(float(value))


def text(cell):
    """The text of a cell as Kesi has it."""
    value, code = cell.value, cell.number_format
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        width = len(code) if re.fullmatch("0{2,}", code) and value == int(value) else 0
        return number(value).rjust(width, "0") if width else number(value)
    if isinstance(value, datetime.datetime):
        marks = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", code.split(";")[0]).lower()
        if "h" not in marks and "d" not in marks:
            return value.strftime("%Y-%m" if "m" in marks else "%Y")
        day = value.strftime("%Y-%m-%d")
        clock = value.replace(microsecond=0).time()
        return day if "h" not in marks or clock == datetime.time() else f"{day} {time(clock)}"
    if isinstance(value, datetime.time):
        return time(value)
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda sign: chr(int(sign[1], 16)), str(value))


def time(clock):
    return clock.strftime("%H:%M:%S" if clock.second else "%H:%M")


def rows(path):
    """Sheet, row, column and text of each cell that has anything, as openpyxl reads them."""
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if not isinstance(cell, openpyxl.cell.cell.MergedCell) and cell.value not in (None, ""):
                    yield sheet.title, cell.row, cell.column, text(cell)


def escaped(word):
    return word.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def by_openpyxl(path):
    book = openpyxl.Workbook()
    actors = book.active
    actors.title = "主体"
    actors.append(["苏州市示例创新联合体主体名录"])
    actors.merge_cells("A1:F1")
    actors.append(["（截至 2024 年 5 月）"])
    actors.append([])
    actors.append(["编号", "名称", "类型", "片区", "成立时间", "注册资本"])
    actors.append(["913205000000000018", "示例光学科技有限公司", "企业", "工业园区", datetime.date(2016, 3, 1), 1200])
    actors.append(["007", "示例大学", "高校", None, datetime.datetime(1956, 9, 1, 8, 30), 0.1])
    actors.append(["U-1", " 示例研究院\n（筹）", "科研院所", "高新区", 2020, 1234567890.5])
    actors.merge_cells("D5:D6")
    actors["E5"].number_format = 'yyyy"年"m"月"'
    ties = book.create_sheet("联系")
    ties.append(["甲方", "乙方", "类型", "权重", "开始"])
    ties.append(["007", "913205000000000018", "联合攻关", 2, datetime.date(2021, 5, 17)])
    ties.append(["U-1", "007", "人才培养", 0.5, datetime.date(2022, 1, 1)])
    ties["E2"].number_format = '[$-804]yyyy"年"m"月"d"日";@'
    ties["D3"].number_format = "0%"
    numbers = book.create_sheet("数据")
    numbers.append([True, False, 1e-7, -2.5, 123456789012345678, 1.1, 42])
    numbers["G1"].number_format = "000000"
    numbers["XFD9"] = "far"
    hidden = book.create_sheet("隐藏")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(ties, min_col=4, min_row=1, max_row=3), titles_from_data=True)
    book.create_chartsheet("图").add_chart(chart)
    book.save(path)


def by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("ties")
    sheet.write_row(0, 0, ["source", "target", "kind", "weight", "from", "note"])
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(1, 0, ["A", "B", "joint_project", 2])
    sheet.write_datetime(1, 4, datetime.datetime(2021, 5, 17), day)
    sheet.write_rich_string(1, 5, "one ", bold, "two", " three")
    sheet.merge_range("A3:A4", "B")
    sheet.write_row(2, 1, ["C", "training"])
    sheet.write_formula(2, 3, "=1+0.5", None, 1.5)
    sheet.write_row(3, 1, ["A", "training"])
    sheet.write_formula(3, 3, "=NA()", None, "#N/A")
    sheet.write_boolean(3, 5, True)
    book.close()


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    by_openpyxl(folder / "openpyxl.xlsx")
    by_xlsxwriter(folder / "xlsxwriter.xlsx")
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "xlsx", "--outdir", home]
            + [folder / "openpyxl.xlsx"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (folder / "libreoffice.xlsx").write_bytes((Path(home) / "openpyxl.xlsx").read_bytes())
    for book in sorted(folder.glob("*.xlsx")):
        lines = ["\t".join([sheet, str(row), str(column), escaped(word)]) for sheet, row, column, word in rows(book)]
        book.with_suffix(".tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
