"""The pages around the rows of many people's files: summary, people, duplicates, problems, and the files themselves."""

from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date

from rmtool.domain import row_keys
from rmtool.domain import team
from rmtool.domain.tables import Column
from rmtool.domain.tables import Row
from rmtool.domain.tables import Sheet
from rmtool.domain.tables import Summary
from rmtool.domain.tables import Table
from rmtool.domain.tables import Value
from rmtool.i18n import _
from rmtool.reports.combined import Combined

_MOST_SHOWN = 30  # more bars than that nobody reads
_MOST_SUMS = 12


def sheets(whole: Combined, today: date, made_at: str) -> tuple[Sheet, ...]:
    """The whole workbook, its rows still to be read."""
    titles = {"visits": _("Visits"), "clients": _("Clients"), "tasks": _("Tasks")}
    own = [_("Summary"), _("People"), _("Duplicates"), _("Problems"), _("Files")]
    made = []
    for sheet in whole.sheets:
        title = team.free_title(sheet if whole.is_form else titles.get(sheet, sheet), own)
        own.append(title)
        made.append(whole.table(sheet, title))
    return (_summary(whole, today), _people(whole), *made, *_found(whole), _files(whole, made_at))


def reason(why: str) -> str:
    """Why a cell doesn't fit its column, in words."""
    return {
        "number": _("no number in a column of numbers"),
        "date": _("no date in a column of dates"),
        "reach": _("a date out of reach"),
        "time": _("no time of day in a column of times"),
        "long": _("too long: cut"),
    }[why]


def found_by(by: str) -> str:
    """What two clients have in common, in words."""
    return {
        "credit": _("credit code"),
        "record": _("the same record"),
        "number": _("phone or identity number"),
    }[by]


def _summary(whole: Combined, today: date) -> Summary:
    facts: list[tuple[str, Value]] = [
        (_("Made on"), today),
        (_("Files"), len(whole.came.files)),
        (_("People"), len(whole.seen.totals.people)),
        (_("Rows"), sum(whole.seen.totals.rows.values())),
        (_("Problems"), whole.seen.problem_count),
    ]
    if whole.came.refused:
        facts.append((_("Files left out"), len(whole.came.refused)))
    if not whole.is_form:
        facts.append((_("Clients of several"), len({each.group for each in whole.duplicates})))
        facts.append((_("Clients without key"), whole.seen.totals.unkeyed))
    weeks, people = _weeks(whole), _best(whole)
    charts = {"week": _("Visits per week"), "people": _("Visits per person")}
    if whole.is_form:
        charts = {"week": _("Rows per week"), "people": f"{people.columns[1].label}"}
    blocks = [weeks, people] if weeks.rows else [people]
    if whole.came.names:
        blocks.insert(0, _missing(whole))
    return Summary(
        "summary",
        _("Summary"),
        _("The team together"),
        tuple(facts),
        tuple(blocks),
        charts,
    )


def _missing(whole: Combined) -> Table:
    stems = [(team.same_name(each.file), each.file) for each in whole.came.refused]
    rows = [
        (name, next((file for stem, file in stems if team.same_name(name) in stem), None))
        for name in whole.missing
    ]
    columns = (Column("name", _("Name")), Column("file", _("File left out")))
    return Table(
        "missing", _("Missing: {n} of {of}").format(n=len(rows), of=len(whole.came.names)), columns, rows
    )


def _weeks(whole: Combined) -> Table:
    weeks = whole.seen.totals.weeks
    if whole.is_form:
        columns: tuple[Column, ...] = (Column("week", _("Week")), Column("rows", _("Rows"), "number"))
        rows: list[Row] = [(key, weeks[key].rows) for key in sorted(weeks) if key]
    else:
        columns = (
            Column("week", _("Week")),
            Column("visits", _("Visits"), "number"),
            Column("touched", _("Clients"), "number"),
            Column("opened", _("Tasks opened"), "number"),
            Column("closed", _("Tasks closed"), "number"),
        )
        rows = [
            (key or "?", each.visits, each.touched, each.opened, each.closed)
            for key, each in sorted(weeks.items())
        ]
    return Table("week", _("By week"), columns, rows[-106:])


def _best(whole: Combined) -> Table:
    """Those with the most, so many as a chart can show."""
    table = _people(whole)
    rows = sorted(table.rows, key=lambda row: (-_size(row[_measured(table)]), str(row[0])))[:_MOST_SHOWN]
    # What is drawn stands first.
    order = [
        0,
        _measured(table),
        *(at for at in range(2, min(len(table.columns), 8)) if at != _measured(table)),
    ]
    return Table(
        "people",
        _("By person")
        if len(whole.seen.totals.people) <= _MOST_SHOWN
        else _("By person: the first {n}").format(n=_MOST_SHOWN),
        tuple(table.columns[at] for at in order),
        [tuple(row[at] for at in order) for row in rows],
    )


def _measured(people: Table) -> int:
    """The column of `people` to draw: a form's first sum, or the visits."""
    return 3 if people.key == "people_form" and len(people.columns) > 3 else 2


def _size(value: Value) -> float:
    return value if isinstance(value, int | float) else 0


def _people(whole: Combined) -> Table:
    people = whole.seen.totals.people
    files = whole.came.files
    sent = {owner: sum(each.owner == owner for each in files) for owner in people}
    front = (Column("sent_by", _("Owner"), "text", 20), Column("files", _("Files"), "number", 9))
    if whole.is_form:
        sums = _sums(whole)
        columns = tuple(Column(f"{sheet}/{key}", label, "number", 14) for sheet, key, label in sums)
        rows: list[Row] = [
            (
                owner,
                sent[owner],
                each.rows,
                *(_whole(each.sums.get((sheet, key), 0)) for sheet, key, _label in sums),
            )
            for owner, each in people.items()
        ]
        return Table(
            "people_form", _("People"), (*front, Column("rows", _("Rows"), "number", 9), *columns), rows
        )
    counts = (
        Column("visits", _("Visits"), "number", 9),
        Column("touched", _("Clients visited"), "number", 9),
        Column("clients", _("Clients listed"), "number", 9),
        Column("open", _("Tasks open"), "number", 9),
        Column("closed", _("Tasks closed"), "number", 9),
    )
    rows = [
        (owner, sent[owner], each.visits, each.touched, each.clients, each.open, each.closed)
        for owner, each in people.items()
    ]
    return Table("people", _("People"), (*front, *counts), rows)


def _sums(whole: Combined) -> Sequence[tuple[str, str, str]]:
    several = len(whole.sheets) > 1
    return [
        (sheet, each.key, f"{sheet}: {each.label}" if several else each.label)
        for sheet, columns in whole.sheets.items()
        for each in columns
        if each.kind in ("number", "money")
    ][:_MOST_SUMS]


def _whole(value: float) -> float:
    return int(value) if value == round(value) else round(value, 6)


def _found(whole: Combined) -> Iterator[Table]:
    if whole.duplicates:
        yield _duplicates(whole)
    if whole.seen.problems:
        yield _problems(whole)


def _duplicates(whole: Combined) -> Table:
    columns = (
        Column("group", _("Client"), "number", 9),
        Column("sent_by", _("Owner"), "text", 16),
        Column("file", _("File"), "text", 28),
        Column("number", _("Client no."), "number", 9),
        Column("name", _("Name"), "text", 32),
        Column("by", _("Same in"), "text", 24),
    )
    rows = [
        (
            each.group,
            each.logged.owner,
            each.logged.file,
            each.logged.number,
            each.logged.name,
            found_by(each.by),
        )
        for each in whole.duplicates
    ]
    return Table("duplicates", _("Duplicates"), columns, rows)


def _problems(whole: Combined) -> Table:
    columns = (
        Column("file", _("File"), "text", 28),
        Column("sheet", _("Sheet"), "text", 16),
        Column("cell", _("Cell"), "text", 9),
        Column("why", _("Problem"), "text", 36),
        Column("text", _("What stands there"), "note", 40),
    )
    return Table(
        "problems",
        _("Problems"),
        columns,
        [(each.file, each.sheet, each.cell, reason(each.why), each.text) for each in whole.seen.problems],
    )


def _files(whole: Combined, made_at: str) -> Table:
    """What was read, and how much of it counts. Its hidden column says that this workbook is a combined one."""
    columns = (
        Column("file", _("File"), "text", 36),
        Column("sent_by", _("Owner"), "text", 16),
        Column("period", _("Period"), "text", 14),
        Column("made_at", _("Made at"), "text", 22),
        Column("rows", _("Rows"), "number", 9),
        Column("elsewhere", _("In a newer file"), "number", 9),
        Column("left_out", _("Left out"), "note", 50),
    )
    head = row_keys.Head(team.TEAM, "", made_at, "", "strict", tuple(each.key for each in columns))
    hidden = Column(row_keys.COLUMN, row_keys.head_text(head), "text", 8, hidden=True)
    rows: list[Row] = []
    for place in whole.order:
        each, counted, elsewhere = (
            whole.came.files[place],
            whole.seen.counted[place],
            whole.seen.elsewhere[place],
        )
        rows.append((each.file, each.owner, each.period, each.made_at, counted, elsewhere, None, None))
    rows += [(each.file, None, None, None, None, None, each.reason, None) for each in whole.came.refused]
    return Table("files", _("Files"), (*columns, hidden), rows)
