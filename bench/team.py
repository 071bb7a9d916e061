"""Workbooks as many people would send them, through the real export: `python bench/team.py FOLDER PEOPLE VISITS`.

One store serves all; between two people every row gets a uuid of its own, so that no row stands in two files.
"""

import os
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

from rmtool.app import App
from rmtool.commands import export
from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import visits

NOW = "2026-11-24T09:30:00+08:00"


def main(folder: Path, people: int, rows: int) -> None:
    """Write PEOPLE workbooks of ROWS visits each into FOLDER."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        app = App({"RMTOOL_HOME": home, "RMTOOL_NOW": NOW})
        with app.change() as db:
            many = max(1, rows // 10)
            for number in range(1, many + 1):
                clients.add(
                    db,
                    Client(
                        name=f"客户{number:04d}", kind="company", uuid=str(uuid4()), added_on="2026-01-05"
                    ),
                    app.recorded_at,
                )
            for number in range(rows):
                day = f"2026-{1 + number % 11:02d}-{1 + number % 28:02d}"
                visits.add(
                    db,
                    Visit(
                        client=1 + number % many,
                        day=day,
                        kind="visit",
                        text="谈续贷，带走了资料",
                        recorded_at=app.recorded_at,
                        result="有意向",
                        minutes=30,
                        uuid=str(uuid4()),
                    ),
                )
        for number in range(people):
            with app.change() as db:
                for table in ("visits", "clients"):
                    ids = [row[0] for row in db.execute(f"SELECT id FROM {table}")]
                    db.executemany(
                        f"UPDATE {table} SET uuid = ? WHERE id = ?", [(str(uuid4()), each) for each in ids]
                    )
            app.__dict__["settings"] = Settings(owner=f"经理{number:03d}")
            export.write(
                app, periods.parse_period("all", app.today, "week"), folder / f"经理{number:03d}.xlsx"
            )
        app.close()


if __name__ == "__main__":
    os.environ.setdefault("RMTOOL_LANG", "zh")
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
