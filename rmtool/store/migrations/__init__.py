"""How the store came to look as it does: numbered steps, never edited once shipped."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils import Migrations

from rmtool import paths
from rmtool.errors import StoreError
from rmtool.i18n import _
from rmtool.store import copies
from rmtool.store import sqlite
from rmtool.store.migrations.first import m0001_the_main_job
from rmtool.store.migrations.fourth_release import m0008_history
from rmtool.store.migrations.fourth_release import m0009_rows_that_name_others
from rmtool.store.migrations.fourth_release import m0010_exports
from rmtool.store.migrations.fourth_release import m0011_schedules_that_write_whole
from rmtool.store.migrations.second_release import m0002_a_cadence_of_its_own
from rmtool.store.migrations.second_release import m0003_the_days_plan
from rmtool.store.migrations.second_release import m0004_deals
from rmtool.store.migrations.second_release import m0005_targets
from rmtool.store.migrations.second_release import m0006_the_whole_day
from rmtool.store.migrations.third_release import m0007_handed_in_on_time

STEPS: tuple[Callable[[Database], None], ...] = (
    m0001_the_main_job,
    m0002_a_cadence_of_its_own,
    m0003_the_days_plan,
    m0004_deals,
    m0005_targets,
    m0006_the_whole_day,
    m0007_handed_in_on_time,
    m0008_history,
    m0009_rows_that_name_others,
    m0010_exports,
    m0011_schedules_that_write_whole,
)


def migrate(
    connection: sqlite3.Connection, path: Path, backups: Path, tell: Callable[[str], None], key: bytes
) -> None:
    """Bring the store up to the newest step; the old file is copied to `backups` first, and `tell` hears of it.

    Each step is one transaction, with foreign keys off and checked at its end. Raises StoreError
    where one leaves references that point nowhere; the store is then as it was before that step.
    """
    with paths.locked(path.with_suffix(".lock"), wait=sqlite.BUSY_SECONDS):
        db = Database(connection, execute_plugins=False)
        steps = Migrations("rmtool")
        for number, step in enumerate(STEPS, 1):
            steps(name=step.__name__)(_checked(step, number, path))
        before = len(steps.applied(db))
        if 0 < before < len(STEPS):
            kept = paths.make_private(backups) / f"store-before-step-{before + 1}.db"
            tell(
                _(
                    "Bringing the store up to date, which takes half a minute for each million visits; as it was it"
                    " stays in {path}."
                ).format(path=kept)
            )
            _keep_copy(connection, kept, key)
        connection.execute("PRAGMA foreign_keys = OFF")
        steps.apply(db)
        connection.execute("PRAGMA foreign_keys = ON")


def _checked(step: Callable[[Database], None], number: int, path: Path) -> Callable[[Database], None]:
    def run(db: Database, /) -> None:
        step(db)
        broken = db.conn.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise StoreError(
                _("The store {path} has {count} broken references: run `rmtool check`.").format(
                    path=path, count=len(broken)
                )
            )
        db.conn.execute(f"PRAGMA user_version = {number}")

    return run


def _keep_copy(connection: sqlite3.Connection, target: Path, key: bytes) -> None:
    with (
        copies.made(connection, target.parent, key) as copy,
        paths.whole_file(target) as file,
        copy.open("rb") as source,
    ):
        shutil.copyfileobj(source, file)
