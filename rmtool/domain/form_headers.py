"""A form without placeholders: its headings are recognised, and what goes where is proposed, never guessed silently."""

import re
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from rmtool.domain import form_names
from rmtool.domain.form_map import Block
from rmtool.domain.form_map import FormMap
from rmtool.domain.form_map import placeholder
from rmtool.domain.form_names import INDEX
from rmtool.domain.forms import Area
from rmtool.domain.forms import Form
from rmtool.domain.forms import FormSheet
from rmtool.domain.forms import Place
from rmtool.domain.headers import folded
from rmtool.domain.periods import Kind

_FEWEST = 2  # headings that make a table
_DEEPEST = 3  # rows of headings
_MOST_ROWS = 3000
_THIS = re.compile(
    r"本周|本日|今日|本旬|本月|本季|本期|上周|上旬|this (?:week|day|month|period)|today|done", re.IGNORECASE
)
_NEXT = re.compile(
    r"下周|明日|次日|下旬|下月|下季|下期|计划|安排|next (?:week|month|period)|tomorrow|plan", re.IGNORECASE
)
_TASKS = re.compile(r"未办结|待办|事项|任务|遗留问题|tasks?\b|open items", re.IGNORECASE)
_DEALS = re.compile(r"商机|意向|储备|项目|deals?\b|pipeline", re.IGNORECASE)
_SIGNS = re.compile(
    r"签字|签名|签章|盖章|审核|审批|复核|领导|批示|signature|approved|reviewed", re.IGNORECASE
)
_BLANK = r"[_＿\s　]"
_WEEK = re.compile(rf"第{_BLANK}*周")
_DATE = re.compile(rf"{_BLANK}*年{_BLANK}*月{_BLANK}*日")
_KINDS: Sequence[tuple[str, Kind]] = (
    ("日报", "day"), ("周报", "week"), ("旬报", "tenday"), ("月报", "month"), ("季报", "quarter"), ("年报", "year"),
    ("daily", "day"), ("weekly", "week"), ("ten-day", "tenday"), ("monthly", "month"), ("quarterly", "quarter"),
)  # fmt: skip
Own = Iterable[tuple[str, Sequence[str]]]


def kind_of(form: Form) -> Kind | None:
    """The kind of period the form calls itself after, or None."""
    for sheet in form.sheets:
        for _place, text in sorted(sheet.cells.items())[:20]:
            for word, kind in _KINDS:
                if word in text.casefold():
                    return kind
    return None


def language_of(form: Form) -> str:
    """The language a form is printed in: zh where anything on it is Chinese, else en."""
    words = "".join(text for sheet in form.sheets for text in sheet.cells.values())
    return "zh" if re.search("[\u4e00-\u9fff]", words) else "en"


def proposed(form: Form, own: Own = ()) -> FormMap:
    """What the headings and labels of `form` ask for; `own` are a profile's fields and measures with their words."""
    tables = {name: form_names.fields(name, tuple(own)) for name in form_names.LISTS}
    cells: dict[str, Mapping[Place, str]] = {}
    blocks: list[Block] = []
    unplaced: list[tuple[str, Place, str]] = []
    for sheet in form.sheets:
        if sheet.hidden:
            continue
        page = _Page(sheet, tables)
        found = page.blocks()
        blocks += [each.block for each in found]
        unplaced += [(sheet.part, place, text) for each in found for place, text in each.unplaced]
        if found or len(form.sheets) == 1:
            cells[sheet.part] = page.labels(found)
    return FormMap(cells, tuple(blocks), tuple(unplaced))


@dataclass(frozen=True, slots=True)
class _Head:
    """Headings from row `top` to `bottom`: for each column, its texts from the lowest up."""

    top: int
    bottom: int
    texts: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A block with where its headings begin, and the headings nothing is known for."""

    block: Block
    top: int
    unplaced: tuple[tuple[Place, str], ...]


class _Page:
    """One sheet while it is looked at."""

    def __init__(self, sheet: FormSheet, tables: Mapping[str, Mapping[str, str]]) -> None:
        self._sheet, self._tables = sheet, tables
        self._area: dict[Place, Area] = {}
        for area in sheet.merges:
            for row in range(area.top, min(area.bottom, area.top + 50) + 1):
                for column in range(area.left, min(area.right, area.left + 200) + 1):
                    self._area[Place(row, column)] = area
        rows = {place.row for place in sheet.cells}
        self._rows = sorted(rows)[:_MOST_ROWS]
        self._columns = sorted({place.column for place in sheet.cells})

    def _text(self, row: int, column: int) -> str:
        """What a cell shows: its own text, or that of the area it is merged into; numbers are no headings."""
        area = self._area.get(Place(row, column))
        place = Place(area.top, area.left) if area else Place(row, column)
        text = self._sheet.cells.get(place, "").strip()
        return "" if re.fullmatch(r"[-0-9.,%]+", text) or place in self._sheet.formulas else text

    def blocks(self) -> list[_Found]:
        """Every table of the sheet, from the top down; blocks side by side are told apart."""
        found: list[_Found] = []
        below = 0
        for row in self._rows:
            if row <= below:
                continue
            head = self._head(row)
            if head is None:
                continue
            for columns in self._segments(head):
                made = self._block(head, columns)
                if made is not None:
                    found.append(made)
                    below = max(below, head.bottom)
        return found

    def _head(self, row: int) -> _Head | None:
        """The headings that begin in `row`, as deep as more of them are known; None where there are none."""
        best: tuple[int, _Head | None] = (0, None)
        for bottom in range(row, row + _DEEPEST):
            labels = any(_is_label(self._text(bottom, column)) for column in self._columns)
            if labels or (bottom > row and not self._goes_on(row, bottom)):
                break
            texts = {
                column: each
                for column in self._columns
                if self._starts(bottom, column) and (each := self._stack(row, bottom, column))
            }
            placed = max(
                len({field for each in texts.values() if (field := _field(each, table)) and field != INDEX})
                for table in self._tables.values()
            )
            if placed > best[0]:
                best = (placed, _Head(row, bottom, texts))
        return best[1] if best[0] >= _FEWEST else None

    def _goes_on(self, top: int, row: int) -> bool:
        """Whether `row` may still be headings: something in the rows above it spans, and it holds words itself."""
        spans = any(
            area.top >= top and area.top < row and (area.bottom >= row or area.right > area.left)
            for area in self._sheet.merges
        )
        return spans and any(self._text(row, column) for column in self._columns)

    def _starts(self, row: int, column: int) -> bool:
        area = self._area.get(Place(row, column))
        return area is None or area.left == column

    def _stack(self, top: int, bottom: int, column: int) -> tuple[str, ...]:
        texts = [self._text(row, column) for row in range(bottom, top - 1, -1)]
        return tuple(dict.fromkeys(filter(None, texts)))

    def _segments(self, head: _Head) -> list[list[int]]:
        """The columns of each table: a new one begins under another word for this or the next period, or at a heading said again."""
        found: list[list[int]] = []
        seen: set[str] = set()
        word = ""
        for column in sorted(head.texts):
            said = self._word(head, column)
            name = folded(head.texts[column][0])
            gap = bool(found) and column - found[-1][-1] > 1 and self._is_gap(head, found[-1][-1], column)
            if not found or said != word or name in seen or gap:
                found.append([])
                seen = set()
            found[-1].append(column)
            seen.add(name)
            word = said
        return found

    def _is_gap(self, head: _Head, left: int, right: int) -> bool:
        area = self._area.get(Place(head.bottom, left))
        return (area.right if area else left) + 1 < right

    def _word(self, head: _Head, column: int) -> str:
        """What the headings above the lowest one, or the title over the table, say of its period: this, next or nothing."""
        texts = [*head.texts[column][1:], self._text(head.top - 1, column)]
        for text in texts:
            if _NEXT.search(text) and not _THIS.search(text):
                return "next"
            if _THIS.search(text):
                return "this"
        return ""

    def _block(self, head: _Head, columns: Sequence[int]) -> _Found | None:
        which = self._list(head, columns)
        table = self._tables[which]
        placed = {column: field for column in columns if (field := _field(head.texts[column], table))}
        if len(set(placed.values()) - {INDEX}) < _FEWEST:
            return None
        first, last = head.bottom + 1, self._last(head.bottom, columns)
        if last < first:
            return None
        free = {
            column: field
            for column, field in placed.items()
            if Place(first, column) not in self._sheet.formulas
        }
        unplaced = tuple(
            (Place(head.bottom, column), head.texts[column][0])
            for column in columns
            if column not in placed and Place(first, column) not in self._sheet.formulas
        )
        block = Block(
            self._sheet.part,
            which,
            first,
            last,
            {column: placeholder(f"{which}.{field}") for column, field in _once(free).items()},
            {column: head.texts[column][0] for column in columns},
        )
        again = tuple(
            (Place(head.bottom, each), head.texts[each][0]) for each in free if each not in block.columns
        )
        return _Found(block, head.top, unplaced + again)

    def _list(self, head: _Head, columns: Sequence[int]) -> str:
        """Which list the rows of a table are: by the words over it, else by what most headings mean."""
        above = [
            text for column in columns for text in (*head.texts[column][1:], self._text(head.top - 1, column))
        ]
        title = " ".join(dict.fromkeys(above))
        if self._word(head, columns[0]) == "next":
            return "plan"
        scores = {
            name: len({field for column in columns if (field := _field(head.texts[column], table))} - {INDEX})
            for name, table in self._tables.items()
        }
        for pattern, name in ((_DEALS, "deal"), (_TASKS, "task")):
            if pattern.search(title) and scores[name] >= _FEWEST:
                return name
        order = ("visit", "task", "deal", "client", "note")
        return max(order, key=lambda name: (scores[name], -order.index(name)))

    def _last(self, bottom: int, columns: Sequence[int]) -> int:
        """The last row under the headings that is empty but for numbers and sums, with the looks of a row."""
        row = bottom
        while self._is_room(row + 1, columns) and row - bottom < _MOST_ROWS:
            row += 1
        return row

    def _is_room(self, row: int, columns: Sequence[int]) -> bool:
        styled = any(Place(row, column) in self._sheet.styled for column in columns)
        words = any(self._text(row, column) for column in columns)
        return styled and not words and not self._spans(row, columns)

    def _spans(self, row: int, columns: Sequence[int]) -> bool:
        """Whether something in `row` reaches across headings: a sum's label, a title, a place for signatures."""
        areas = {self._area[Place(row, column)] for column in columns if Place(row, column) in self._area}
        return any(sum(area.left <= column <= area.right for column in columns) > 1 for area in areas)

    def labels(self, found: Sequence[_Found]) -> dict[Place, str]:
        """The cells beside labels, and the labels with blanks, outside the tables."""
        inside = {row for each in found for row in range(each.top, each.block.last + 1)}
        first = min((each.top for each in found), default=_MOST_ROWS)
        words = form_names.facts()
        cells: dict[Place, str] = {}
        for place, text in sorted(self._sheet.cells.items()):
            if place.row in inside or _SIGNS.search(text) or place in self._sheet.formulas:
                continue
            self._label(place, text, words, cells, above=place.row < first)
        return cells

    def _label(
        self, place: Place, text: str, words: Mapping[str, str], cells: dict[Place, str], *, above: bool
    ) -> None:
        if _WEEK.search(text):
            cells[place] = _WEEK.sub("第{{ week_number }}周", text)
            return
        label, colon, rest = text.replace("：", ":").partition(":")
        fact = words.get(folded(label), "")
        if not fact or (fact == "today" and not above):
            return
        blank = not re.sub(_BLANK, "", _DATE.sub("", rest))
        beside = self._beside(place)
        if colon and blank and (rest.strip() or place in self._area or beside is None):
            cells[place] = text[: len(label) + 1] + placeholder(fact)
        elif blank and beside is not None:
            cells[beside] = placeholder(fact)

    def _beside(self, place: Place) -> Place | None:
        """The empty cell to the right of a label, or None."""
        area = self._area.get(place)
        right = Place(place.row, (area.right if area else place.column) + 1)
        empty = right not in self._sheet.cells and right not in self._sheet.formulas
        return right if empty and right in self._sheet.styled else None


def _is_label(text: str) -> bool:
    """Whether a text waits for something to be written behind it, as no heading does."""
    return bool(re.search(r"[:：]|[_＿]{2}", text))


def _field(texts: Sequence[str], table: Mapping[str, str]) -> str:
    """The field a heading means: by its lowest words, else with the ones above before them."""
    lowest, *above = texts
    for word in (lowest, *(f"{each}{lowest}" for each in above)):
        if folded(word) in table:
            return table[folded(word)]
    return ""


def _once(placed: Mapping[int, str]) -> dict[int, str]:
    """Each field in one column only, the first that asks for it: the others are named, not filled twice."""
    seen: set[str] = set()
    return {column: field for column, field in placed.items() if not (field in seen or seen.add(field))}  # type: ignore[func-returns-value]
