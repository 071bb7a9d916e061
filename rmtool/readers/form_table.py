"""The table in a filled form: where its headings stand, where its rows end, and whose it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rmtool.domain.headers import folded
from rmtool.domain.team import Cell

Rows = Sequence[Sequence[Cell]]
_HEADINGS_WITHIN = 30
_MOST_COLUMNS = 200
_LONGEST_NAME = 40
_ENDS = re.compile(
    r"(合\s*计|总\s*计|小\s*计|填表人|填报人|制表|审核|负责人签|备注[:：]|说明[:：]|注[:：]|total\b|sum\b)",
    re.IGNORECASE,
)
_COUNTED = frozenset({"序号", "no", "编号", "行号", "number", "#"})
OWNERS = frozenset(
    [
        "姓名",
        "客户经理",
        "客户经理姓名",
        "填报人",
        "填表人",
        "报告人",
        "报送人",
        "员工姓名",
        "经办人",
        "name",
        "owner",
        "rm",
        "relationshipmanager",
        "manager",
        "reportedby",
        "filledinby",
    ]
)


# What stands beside an empty 姓名 and is nobody's name.
_LABELS = OWNERS | frozenset(
    [
        "部门",
        "单位",
        "机构",
        "网点",
        "支行",
        "分行",
        "团队",
        "小组",
        "岗位",
        "职务",
        "工号",
        "员工号",
        "日期",
        "填报日期",
        "填表日期",
        "时间",
        "期间",
        "月份",
        "年度",
        "电话",
        "手机",
        "联系电话",
        "department",
        "branch",
        "team",
        "date",
        "period",
        "month",
        "phone",
        "position",
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """Headings and their columns, from 0; the rows are those from `first` up to before `last`."""

    headings: tuple[str, ...]
    places: tuple[int, ...]
    top: int
    first: int
    last: int


def find(rows: Rows) -> Found | None:
    """The table in a sheet, or None: the row that begins with 序号, else the first that is the fullest of words."""
    fullest = max((_words(row) for row in rows[:_HEADINGS_WITHIN]), default=0)
    if fullest < 2:
        return None
    top = next((place for place, row in enumerate(rows[:_HEADINGS_WITHIN]) if _is_numbered(row)), -1)
    if top < 0:
        top = next(place for place, row in enumerate(rows) if _words(row) == fullest)
    if top and _words(rows[top - 1]) > 1 and _is_second(rows[top - 1], rows[top]):
        top -= 1
    headings = [_text(cell) for cell in rows[top][:_MOST_COLUMNS]]
    first = top + 1
    if top + 1 < len(rows) and _is_second(rows[top], rows[top + 1]):
        headings = _joined(headings, [_text(cell) for cell in rows[top + 1][:_MOST_COLUMNS]])
        first += 1
    places = tuple(place for place, text in enumerate(headings) if text)
    return Found(tuple(headings[place] for place in places), places, top, first, _end(rows, first, headings))


def owner(rows: Rows, table: Found) -> str:
    """Who filled it in: what stands beside or after 姓名, 客户经理 or the like, above the table or below it."""
    for row in [*rows[: table.top], *rows[table.last : table.last + 10]]:
        for place, cell in enumerate(row):
            label, colon, said = _text(cell).replace("：", ":").partition(":")
            if folded(label) not in OWNERS:
                continue
            beside = next((_text(each) for each in row[place + 1 :] if _text(each)), "")
            name = said.strip() if colon and said.strip() else beside
            label, colon, _said = name.replace("：", ":").partition(":")
            if name and len(name) <= _LONGEST_NAME and not colon and folded(label) not in _LABELS:
                return name
    return ""


def _end(rows: Rows, first: int, headings: Sequence[str]) -> int:
    counted = {place for place, text in enumerate(headings) if folded(text) in _COUNTED or text == "#"}
    last = first
    for place in range(first, len(rows)):
        row = rows[place]
        leading = next((_text(cell) for cell in row if _text(cell)), "")
        if _ENDS.match(leading):
            break
        if any(_text(cell) for column, cell in enumerate(row) if column not in counted):
            last = place + 1
    return last


def _is_numbered(row: Sequence[Cell]) -> bool:
    leading = next((_text(cell) for cell in row if _text(cell)), "")
    return _words(row) > 1 and (folded(leading) in _COUNTED or leading == "#")


def _words(row: Sequence[Cell]) -> int:
    return sum(isinstance(cell, str) and bool(cell.strip()) for cell in row[:_MOST_COLUMNS])


def _is_second(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether `row` has the lower half of headings: words only, none under the first, some under no heading."""
    filled = [place for place, cell in enumerate(row) if _text(cell)]
    bare = [place for place in filled if place >= len(above) or not _text(above[place])]
    return (
        len(filled) >= 2
        and bool(bare)
        and filled[0] > 0
        and _words(row) == len(filled)
        and len(filled) < len(row)
    )


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    made, group = [], ""
    for place in range(max(len(upper), len(lower))):
        above = upper[place] if place < len(upper) else ""
        below = lower[place] if place < len(lower) else ""
        group = above or (group if below else "")
        made.append(f"{group} {below}".strip() if below else above)
    return made


def _text(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) else "" if cell is None else str(cell)
