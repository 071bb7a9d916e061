"""A mapping fitted to a file: where its header is, and how each row becomes a record. Data, never code."""

import re
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass

from rmtool.domain.headers import folded
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.readers.mapping import OWN
from rmtool.readers.mapping import Mapping
from rmtool.readers.tables import Row
from rmtool.readers.tables import is_blank

HEADER_WITHIN = 10
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
# What several headings may say together.
_JOINED = (
    "phone",
    "email",
    "remark",
    "people",
    "products",
    "text",
    "result",
    "need",
    "feedback",
    "competitor",
)

Getter = Callable[[Row, int], str]


@dataclass(frozen=True, slots=True)
class Plan:
    """A mapping fitted to a file: a getter of text for each field, in the order of the file.

    `used` is what was mapped, as pairs of heading and field; `ignored` the headings nobody asked for.
    """

    getters: dict[str, tuple[Getter, ...]]
    places: frozenset[int]
    used: tuple[tuple[str, str], ...]
    ignored: tuple[str, ...]
    header: Row | None = None

    def record(self, row: Row, number: int) -> dict[str, str]:
        """The fields of `row`, the row `number` of the data, with what several columns say joined; blank ones left out."""
        found: dict[str, str] = {}
        for name, getters in self.getters.items():
            if len(getters) == 1:
                text = getters[0](row, number).strip()
            else:
                text = "\n".join(filter(None, (get(row, number).strip() for get in getters)))
            if text:
                found[name] = text
        return found


def find_header(rows: Sequence[Row], synonyms: dict[str, str], mapping: Mapping) -> Row | None:
    """The row among the first ten whose cells are headings most often, the upper one of two; None if none has any.

    Above a header stand notes, which have fewer cells: below a row as full as itself a row is data.
    """
    templates = (found[1] or "" for each in mapping.sets.values() for found in _PIECE.finditer(each))
    wanted = {folded(heading) for heading in (*mapping.columns, *templates)} - {"row", "line"}
    best: tuple[int, Row | None] = (0, None)
    fullest = 1
    for row in rows[:HEADER_WITHIN]:
        words = [folded(cell) for cell in row.cells if not cell.isspace() and cell]
        score = len({word for word in words if word and (word in synonyms or word in wanted)})
        if score > best[0] and (len(words) > fullest or fullest == 1):
            best = (score, row)
        fullest = max(fullest, len(words))
    return best[1]


def fullest_row(rows: Sequence[Row]) -> Row:
    """The row among the first ten with the most cells filled, the upper one of two: the header nobody knows."""
    return max(rows[:HEADER_WITHIN], key=lambda row: sum(bool(cell.strip()) for cell in row.cells))


def fit(mapping: Mapping, header: Row | None, width: int, synonyms: dict[str, str]) -> Plan:
    """The plan for a file with this header (or none) and so many columns; raises UsageError for a column it lacks."""
    names = _headings(header, width)
    chosen = _chosen(mapping, names, synonyms, by_name=header is not None)
    getters: dict[str, list[Getter]] = {}
    for place, name in sorted(chosen.items()):
        getters.setdefault(name, []).append(_cell(place))
    places = set(chosen)
    for name, template in mapping.sets.items():
        getter, read = compiled(template, names)
        getters[name] = [getter]
        places |= read
    used = tuple((names[place], name) for place, name in sorted(chosen.items()) if name not in mapping.sets)
    ignored = tuple(name for place, name in enumerate(names) if place not in places and name)
    return Plan(
        {name: tuple(each) for name, each in getters.items()}, frozenset(places), used, ignored, header
    )


def _headings(header: Row | None, width: int) -> list[str]:
    if header is None:
        return [str(number) for number in range(1, width + 1)]
    return [" ".join(cell.split()) for cell in header.cells]


def _chosen(mapping: Mapping, names: list[str], synonyms: dict[str, str], *, by_name: bool) -> dict[int, str]:
    """The field of each column that has one; what the map says goes before what the heading says."""
    chosen: dict[int, str] = {}
    if by_name:
        for place, name in enumerate(names):
            meant = name if name.startswith(OWN) else synonyms.get(folded(name))
            if meant == "day" and "day" in chosen.values() and _says_time(name):
                meant = "time"
            told = meant in mapping.columns.values() or meant in mapping.sets
            # Of two headings for a field that holds one thing, the first is meant; the other is named as ignored.
            if meant and not told and (meant in _JOINED or meant not in chosen.values()):
                chosen[place] = meant
    for heading, name in mapping.columns.items():
        place = _place(heading, names)
        if name:
            chosen[place] = name
        else:
            chosen.pop(place, None)
    return chosen


def _says_time(heading: str) -> bool:
    return "时间" in heading or "time" in heading.casefold()


def _place(word: str, names: list[str]) -> int:
    """The column (from 0) that a heading or a number from 1 names; raises UsageError."""
    if word in names:
        return names.index(word)
    same = [place for place, name in enumerate(names) if folded(name) == folded(word) != ""]
    if same:
        return same[0]
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(names):
        return int(word) - 1
    raise UsageError(
        _("The file has no column {word}: it has {known}.").format(
            word=shown(word), known=_(", ").join(shown(name) for name in names[:30] if name) or _("none")
        )
    )


def compiled(template: str, names: list[str]) -> tuple[Getter, set[int]]:
    """A getter for `template`, and the columns it reads; raises UsageError for a column the file lacks.

    `{Column}` and `{3}` are cells, `{row}` the number of the data row, `{line}` its place in the file, `{{` a brace.
    A template whose cells are all blank is blank, whatever stands between them.
    """
    pieces: list[str | int] = []
    end = 0
    for found in _PIECE.finditer(template):
        pieces.append(template[end : found.start()])
        end = found.end()
        if found[1] is None:
            if found[0] not in ("{{", "}}"):
                raise UsageError(
                    _("A brace stands alone in {word}: write {{{{ or }}}} for a brace itself.").format(
                        word=shown(template)
                    )
                )
            pieces.append(found[0][0])
        else:
            pieces.append(_number(found[1].strip(), names))
    pieces.append(template[end:])
    return _filled([piece for piece in pieces if piece != ""]), {
        each for each in pieces if isinstance(each, int) and each >= 0
    }


_ROW, _LINE = -1, -2


def _number(word: str, names: list[str]) -> int:
    if word in ("row", "line") and word not in names:
        return _ROW if word == "row" else _LINE
    return _place(word, names)


def _cell(place: int) -> Getter:
    return lambda row, _number: row.cells[place] if place < len(row.cells) else ""


def _filled(pieces: list[str | int]) -> Getter:
    cells = any(isinstance(piece, int) and piece >= 0 for piece in pieces)

    def fill(row: Row, number: int) -> str:
        texts: list[str] = []
        said = not cells
        for piece in pieces:
            if isinstance(piece, str):
                texts.append(piece)
            elif piece < 0:
                texts.append(str(number if piece == _ROW else row.place))
            else:
                cell = row.cells[piece].strip() if piece < len(row.cells) else ""
                said = said or bool(cell)
                texts.append(cell)
        return "".join(texts) if said else ""

    return fill


def rows_of(rows: Sequence[Row], header: Row | None) -> list[Row]:
    """The rows of data below the header; blank ones, and the header said again, are left out."""
    return [
        row
        for row in rows
        if not is_blank(row) and (header is None or (row.place > header.place and row.cells != header.cells))
    ]
