"""`demo`: a folder with twelve weeks of example data, and the main job done on it."""

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _report
from rmtool.commands import export
from rmtool.commands._demo_data import OWNER
from rmtool.commands._demo_data import Demo
from rmtool.domain import periods
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.paths import make_private
from rmtool.paths import whole_file
from rmtool.paths import writing
from rmtool.store import client_lists
from rmtool.store import tasks
from rmtool.store import visit_counts

HELP = _("""Make ./rmtool-demo with twelve weeks of a corporate-bank RM, and write its weekly report.

Nothing outside that folder is touched. All firms and people are invented.

Examples:
  rmtool demo
  rmtool demo --to /tmp/try""")


def demo(
    app: App,
    to: Annotated[Path, typer.Option(metavar=_("FOLDER"), help=_("Where to make it."))] = Path("rmtool-demo"),
) -> None:
    """Fill a home of its own, print the weekly report and write the files upstream wants."""
    if to.exists():
        raise RefusedError(
            _("{path} is already there: delete it first, or choose another folder with --to.").format(path=to)
        )
    folder = to.absolute()
    # Made beside its place and renamed when all is there: a failure leaves nothing behind.
    making = make_private(folder.with_name(f".{folder.name}.{os.getpid()}"))
    try:
        counts, files = _fill(app, making)
        with writing(folder):
            making.rename(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    _answer(app, folder, counts, [folder / name for name in files])


def _fill(app: App, folder: Path) -> tuple[tuple[int, int, int], list[str]]:
    trial = app.for_home(make_private(folder / "home"))
    week = periods.week_of(app.today)
    files = [f"weekly-{week.key}.md", f"weekly-{week.key}.html", "rmtool-export-all.xlsx"]
    try:
        with whole_file(trial.home / "config.toml") as settings:
            settings.write(f'owner = "{OWNER}"\ndepartment = "公司业务一部"\n'.encode())
        with trial.change() as db:
            Demo(db, app.today, app.recorded_at).fill()
        with trial.look() as db:
            counts = (
                client_lists.count(db),
                visit_counts.count(db, "1900-01-01", "2100-12-31"),
                tasks.count(db),
            )
        _report.write(trial, "weekly", week, "text", None)
        for name in files[:2]:
            _report.write(trial, "weekly", week, name.rpartition(".")[2], folder / name)
        export.write(trial, periods.ALL, folder / files[2])
    finally:
        trial.close()
    return counts, files


def _answer(app: App, folder: Path, counts: tuple[int, int, int], files: list[Path]) -> None:
    app.say("")
    app.say(
        _("Made {folder}: {clients} clients, {visits} visits, {tasks} open tasks.").format(
            folder=folder, clients=counts[0], visits=counts[1], tasks=counts[2]
        )
    )
    for file in files:
        app.say(f"  {file}")
    # Just installed into a virtual environment, it is not on PATH yet.
    program = "rmtool" if shutil.which("rmtool") else min(sys.argv[0], os.path.relpath(sys.argv[0]), key=len)
    app.say(_("Go on in it with:"))
    app.say(f"  export RMTOOL_HOME='{folder / 'home'}'")
    app.say(f"  {program} today")
    app.say(f"  {program} show-client 云岫精密")
    app.say(
        _('  {program} log-visit 云岫精密 "spoke about the renewal" --next "next wed"').format(
            program=program
        )
    )
