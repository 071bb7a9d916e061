"""What `combine` says of the files it put together: a few lines of each kind, the rest stands in the workbook."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from rmtool.app import App
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.reports import combined_pages as pages
from rmtool.reports.combined import Combined

_FEW = 5
_NAMES = 20


def say(app: App, whole: Combined, target: Path) -> None:
    """Say where the workbook is and what was found."""
    totals = whole.seen.totals
    app.say(
        _("Wrote {path}: files {files}, people {people}, rows {rows}.").format(
            path=shown(str(target)),
            files=len(whole.came.files),
            people=len(totals.people),
            rows=sum(totals.rows.values()),
        )
    )
    refused = [f"  {shown(each.file)}: {each.reason}" for each in whole.came.refused]
    _some(app, refused, len(refused), _("and more: see the sheet {sheet}.").format(sheet=_("Files")))
    _say_missing(app, whole)
    again = len(whole.again) + sum(
        bool(n) for place, n in whole.seen.elsewhere.items() if place not in whole.again
    )
    _some(app, _again(whole), again, _("and more: see the sheet {sheet}.").format(sheet=_("Files")))
    if not whole.is_form:
        _say_clients(app, whole)
    problems = (
        _("{file}, sheet {sheet}, cell {cell}: {why}.").format(
            file=shown(each.file), sheet=shown(each.sheet), cell=each.cell, why=pages.reason(each.why)
        )
        for each in whole.seen.problems
    )
    count = whole.seen.problem_count
    _some(app, problems, count, _("{n} cells don't fit in all: see the sheet Problems.").format(n=count))


def _some(app: App, lines: Iterable[str], count: int, more: str) -> None:
    for line in islice(lines, _FEW):
        app.say(line)
    if count > _FEW:
        app.say(more)


def _say_missing(app: App, whole: Combined) -> None:
    missing = whole.missing
    if len(missing) > _NAMES:
        app.say(
            _("Missing: {names} and others, {n} in all: see the sheet Summary.").format(
                names=_(", ").join(map(shown, missing[:_NAMES])), n=len(missing)
            )
        )
    elif missing:
        app.say(_("Missing: {names}.").format(names=_(", ").join(map(shown, missing))))
    elif whole.came.names:
        app.say(_("Nobody is missing."))


def _again(whole: Combined) -> Iterable[str]:
    files = whole.came.files
    for place in whole.order:
        n = whole.seen.elsewhere[place]
        if place in whole.again:
            yield _("{file} was sent again as {newer}: the newer counts.").format(
                file=shown(files[place].file), newer=shown(files[whole.again[place]].file)
            )
        elif n:
            yield ngettext(
                "{file}: {n} row also stands in a newer file and is counted once.",
                "{file}: {n} rows also stand in a newer file and are counted once.",
                n,
            ).format(file=shown(files[place].file), n=n)


def _say_clients(app: App, whole: Combined) -> None:
    several = len({each.group for each in whole.duplicates})
    if several:
        app.say(
            ngettext(
                "{n} client is logged by several people: see the sheet Duplicates.",
                "{n} clients are logged by several people: see the sheet Duplicates.",
                several,
            ).format(n=several)
        )
    if whole.seen.totals.unkeyed:
        app.say(
            ngettext(
                "{n} client carries no key to be found twice by: see `rmtool config team_key`.",
                "{n} clients carry no key to be found twice by: see `rmtool config team_key`.",
                whole.seen.totals.unkeyed,
            ).format(n=whole.seen.totals.unkeyed)
        )
    if any(not each.masked for each in whole.came.files):
        app.say(_("Some phones, identity numbers and the like stand in it whole: pass it on with care."))
