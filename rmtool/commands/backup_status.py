"""`backup-status`: which backups there are, how old they are, and whether one was ever tried."""

import os
from datetime import date
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Annotated
from typing import NamedTuple

import typer

from rmtool.app import App
from rmtool.commands._parameters import Json
from rmtool.domain import dates
from rmtool.domain.exports import Export
from rmtool.domain.schedule_times import on_the_clock
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import exports
from rmtool.store import sealed
from rmtool.store import sqlite
from rmtool.store import tries
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""Which backups there are: how many in which folder, how old the newest is, and which was last tried.

It leaves with 1 where the newest is older than --within days or is not what was written, so that a script can tell.
--full reads each copy and compares its SHA-256 with the one on record. Backups on disks that are not there now are
not counted.

Examples:
  rmtool backup-status
  rmtool backup-status --within 1 --full
  rmtool backup-status --json""")

_STATES = ("whole", "altered")


class Copy(NamedTuple):
    """A backup that is there; `made_at` is a local time, `size` in bytes, `state` whole or altered."""

    file: str
    made_at: str
    size: int
    encrypted: bool
    state: str


def backup_status(
    app: App,
    within: Annotated[
        int,
        typer.Option(
            "--within", metavar="N", min=0, max=36500, help=_("How many days the newest may be old.")
        ),
    ] = 7,
    full: Annotated[bool, typer.Option("--full", help=_("Read each copy and compare it."))] = False,
    json: Json = False,
) -> None:
    """Show the copies by folder; raises RefusedError where there is something to do."""
    with app.look() as db:
        made = exports.matching(db, exports.Filter(command="backup"))
    # The newest record of a name is what stands under it now.
    newest = {each.file: each for each in reversed(made)}
    copies = [_copy(app, each, full=full) for each in newest.values() if os.path.isfile(each.file)]
    copies.sort(key=lambda each: (os.path.dirname(each.file), each.made_at))
    tried = tries.last(app.home)
    if json:
        app.show(json_text.array(map(json_text.record, copies)))
    elif copies:
        headings = (_("Folder"), _(">Copies"), _("Newest"), _(">Days"), _("Encrypted"))
        groups = groupby(copies, lambda each: os.path.dirname(each.file))
        app.show(
            terminal.table(headings, [_row(app, name, list(some)) for name, some in groups], wrap=_("Folder"))
        )
    if tried is not None:
        when = on_the_clock(tried.at, app.now)
        app.say(
            _("Last tried: {path} on {day}.").format(
                path=shown(tried.file), day=dates.show_day(when.date(), app.language)
            )
        )
    elif copies:
        app.say(_("None was tried yet: `rmtool restore {path} --try`.").format(path=shown(copies[-1].file)))
    _judge(app, copies, within)


def _copy(app: App, made: Export, *, full: bool) -> Copy:
    path = Path(made.file)
    with path.open("rb") as file:
        same = file.seek(0, os.SEEK_END) == made.size and (not full or exports.digest_of(file) == made.digest)
    when = on_the_clock(made.at, app.now)
    encrypted = sealed.is_sealed(path) or not sqlite.is_plain(path)
    return Copy(made.file, when.isoformat(), made.size, encrypted, _STATES[not same])


def _row(app: App, folder: str, copies: list[Copy]) -> tuple[str, ...]:
    day = _day(copies[-1])
    encrypted = sum(each.encrypted for each in copies)
    word = (
        _("all")
        if encrypted == len(copies)
        else _("{count} of {all}").format(count=encrypted, all=len(copies))
    )
    return (
        folder, str(len(copies)), dates.show_day(day, app.language), str((app.today - day).days), word if encrypted else _("no"),
    )  # fmt: skip


def _judge(app: App, copies: list[Copy], within: int) -> None:
    altered = [each.file for each in copies if each.state == "altered"]
    if altered:
        raise RefusedError(
            _("{path} is not what was written: delete it and make another with `rmtool backup`.").format(
                path=shown(altered[0])
            )
        )
    if not copies:
        raise RefusedError(_("There is no backup: make one with `rmtool backup`, best on another disk."))
    newest = max(map(_day, copies))
    if newest < app.today - timedelta(days=within):
        raise RefusedError(
            _("The newest backup is {count} days old: make one with `rmtool backup`.").format(
                count=(app.today - newest).days
            )
        )


def _day(copy: Copy) -> date:
    return date.fromisoformat(copy.made_at[:10])
