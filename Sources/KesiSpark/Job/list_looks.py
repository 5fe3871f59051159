"""Whether a list without a known head is one of ties: what Kesi refuses on one machine is refused here."""

import re

from failure import Refusal

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$")
_WHOLE = re.compile(r"\d+$")
# What columns are called that say what somebody is rather than who.
_ROLES = set(
    "author coauthor borrower lender director person people event women mode1 mode2 company companies firm university "
    "college school institute institution group member parent child citing cited country city product user item enterprise "
    "government park association fund hospital platform 作者 姓名 事件 活动 企业 公司 高校 大学 院校 学校 单位 机构 校方 企方 人员".split())


def _is_number(cell):
    return bool(_NUMBER.match(cell))


_LOOKS = [
    lambda name: any(letter.isdigit() for letter in name),
    lambda name: any(0x4E00 <= ord(letter) <= 0x9FFF for letter in name),
    lambda name: name.isascii() and any(letter.isalpha() for letter in name),
    lambda name: len(name) > 8,
]


def refuse_unclear(rows, width, heads, file):
    """Refuses what may be a head that is not known, a matrix, years in place of weights, or anything else than ties."""
    first = rows[0]
    if width > 3 or width == 3 and not _is_mostly_numbers([row[2] for row in rows[1:] or rows if len(row) > 2]):
        raise Refusal("unknown_columns", table="ties", file=file, found=first[:12])
    if len(rows) > 1 and _looks_like_head(rows, heads):
        raise Refusal("unknown_head", table="ties", file=file, found=first[:12])
    if width == 3:
        thirds = [row[2] for row in rows if len(row) > 2]
        numbers = [int(cell) for cell in thirds if _WHOLE.match(cell)]
        if len(numbers) == len(thirds) > 1:
            for least, most in (1900, 2100), (631_152_000, 2_208_988_800):
                if least <= min(numbers) and max(numbers) <= most:
                    raise Refusal("dates_as_weights", table="ties", file=file, found=[min(numbers), max(numbers)])
    if len(rows) > 1 and all(row and row[0].endswith(":") for row in rows):
        raise Refusal("unknown_columns", table="ties", file=file, found=first[:12])


def _is_mostly_numbers(cells):
    return bool(cells) and sum(map(_is_number, cells)) * 2 > len(cells)


def _looks_like_head(rows, heads):
    first, below = rows[0], rows[1:]
    ends = [[row[place] for row in below if place < len(row)] for place in (0, 1)]
    known = set(ends[0]) | set(ends[1])
    if any(cell in known for cell in first[:2]):
        return False
    if all(heads.are_known(cell) or heads.plain(cell) in _ROLES for cell in first[:2]):
        return True
    for place, cell in enumerate(first):
        cells = [row[place] for row in below if place < len(row) and row[place]]
        if cell and not _is_number(cell) and _is_mostly_numbers(cells):
            return True
    if len(rows) <= 3:
        return False
    return all(
        any(not fits(first[place]) and sum(map(fits, ends[place])) * 100 >= len(ends[place]) * 95 for fits in _LOOKS)
        for place in (0, 1))
