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
from rmtool.store import database

_M0001 = """
CREATE TABLE clients (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  tier TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL DEFAULT '',
  industry TEXT NOT NULL DEFAULT '',
  area TEXT NOT NULL DEFAULT '',
  route TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  referred_by INTEGER REFERENCES clients (id),
  birthday TEXT NOT NULL DEFAULT '',
  birthday_lunar INTEGER NOT NULL DEFAULT 0,
  id_number TEXT NOT NULL DEFAULT '',
  uscc TEXT NOT NULL DEFAULT '',
  wechat TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  emails TEXT NOT NULL DEFAULT '[]',
  fields TEXT NOT NULL DEFAULT '{}',
  added_on TEXT NOT NULL,
  archived_on TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);
CREATE INDEX clients_by_name ON clients (name_key);
CREATE INDEX clients_by_id_number ON clients (id_number) WHERE id_number <> '';
CREATE INDEX clients_by_uscc ON clients (uscc) WHERE uscc <> '';
CREATE INDEX clients_by_birthday ON clients (birthday) WHERE birthday <> '';
CREATE INDEX clients_by_added ON clients (added_on);

CREATE TABLE client_phones (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  phone TEXT NOT NULL,
  tail TEXT NOT NULL
);
CREATE INDEX client_phones_by_client ON client_phones (client_id);
CREATE INDEX client_phones_by_tail ON client_phones (tail);

CREATE TABLE client_keys (
  key TEXT NOT NULL,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (key, client_id, contact_id)
) WITHOUT ROWID;
CREATE INDEX client_keys_by_client ON client_keys (client_id);

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  birthday TEXT NOT NULL DEFAULT '',
  birthday_lunar INTEGER NOT NULL DEFAULT 0,
  likes TEXT NOT NULL DEFAULT '',
  taboos TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);
CREATE INDEX contacts_by_client ON contacts (client_id);
CREATE INDEX contacts_by_birthday ON contacts (birthday) WHERE birthday <> '';

CREATE TABLE visits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES clients (id),
  day TEXT NOT NULL,
  time TEXT NOT NULL DEFAULT '',
  minutes INTEGER,
  kind TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  people TEXT NOT NULL DEFAULT '[]',
  purpose TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT '',
  need TEXT NOT NULL DEFAULT '',
  feedback TEXT NOT NULL DEFAULT '',
  products TEXT NOT NULL DEFAULT '[]',
  competitor TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);
CREATE INDEX visits_by_day ON visits (day, time);
CREATE INDEX visits_by_client ON visits (client_id, day, kind);

CREATE TABLE visit_measures (
  visit_id INTEGER NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (visit_id, measure)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE visit_words USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER REFERENCES clients (id),
  visit_id INTEGER REFERENCES visits (id) ON DELETE SET NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  due TEXT NOT NULL DEFAULT '',
  due_time TEXT NOT NULL DEFAULT '',
  first_due TEXT NOT NULL DEFAULT '',
  moves INTEGER NOT NULL DEFAULT 0,
  owner TEXT NOT NULL DEFAULT '',
  opened_on TEXT NOT NULL,
  closed_on TEXT NOT NULL DEFAULT '',
  result TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);
CREATE INDEX tasks_open ON tasks (due, due_time) WHERE closed_on = '';
CREATE INDEX tasks_by_closed ON tasks (closed_on) WHERE closed_on <> '';
CREATE INDEX tasks_by_client ON tasks (client_id);
CREATE INDEX tasks_by_visit ON tasks (visit_id);
CREATE INDEX tasks_by_opened ON tasks (opened_on);

CREATE TABLE schedules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  report TEXT NOT NULL,
  at TEXT NOT NULL,
  period TEXT NOT NULL,
  folder TEXT NOT NULL,
  format TEXT NOT NULL,
  language TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);

CREATE TABLE schedule_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE CASCADE,
  due_at TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  exit_code INTEGER NOT NULL,
  file TEXT NOT NULL DEFAULT '',
  message TEXT NOT NULL DEFAULT ''
);
CREATE INDEX schedule_runs_by_schedule ON schedule_runs (schedule_id, due_at);
"""


def m0001_the_main_job(db: Database) -> None:
    """Clients, contacts, visits, tasks, schedules."""
    _run(db, _M0001)


def m0002_a_cadence_of_its_own(db: Database) -> None:
    """How often a client must be touched, where it differs from its tier."""
    _run(db, "ALTER TABLE clients ADD COLUMN cadence TEXT NOT NULL DEFAULT ''")


def m0003_the_days_plan(db: Database) -> None:
    """Whom a day was planned for."""
    _run(
        db,
        """
CREATE TABLE plan_stops (
  day TEXT NOT NULL,
  place INTEGER NOT NULL,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  why TEXT NOT NULL,
  PRIMARY KEY (day, place)
) WITHOUT ROWID;
CREATE INDEX plan_stops_by_client ON plan_stops (client_id);
""",
    )


def m0004_deals(db: Database) -> None:
    """Product opportunities with amount and stage."""
    _run(
        db,
        """
CREATE TABLE deals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES clients (id),
  visit_id INTEGER REFERENCES visits (id) ON DELETE SET NULL,
  product TEXT NOT NULL,
  amount INTEGER NOT NULL,
  stage TEXT NOT NULL,
  outcome TEXT NOT NULL DEFAULT '',
  expected TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  opened_on TEXT NOT NULL,
  moved_on TEXT NOT NULL,
  closed_on TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);
CREATE INDEX deals_open ON deals (expected) WHERE outcome = '';
CREATE INDEX deals_by_closed ON deals (closed_on) WHERE outcome <> '';
CREATE INDEX deals_by_client ON deals (client_id);
CREATE INDEX deals_by_visit ON deals (visit_id);
CREATE INDEX deals_by_opened ON deals (opened_on);
""",
    )


def m0005_targets(db: Database) -> None:
    """What is to be reached in a period."""
    _run(
        db,
        """
CREATE TABLE targets (
  measure TEXT NOT NULL,
  kind TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  owner TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (measure, kind, first, last, owner)
) WITHOUT ROWID;
""",
    )


def m0006_the_whole_day(db: Database) -> None:
    """Notes, stages of deals, complaints, papers, greetings, days of a client's own, duties ticked, fields of visits."""
    _run(
        db,
        """
ALTER TABLE visits ADD COLUMN fields TEXT NOT NULL DEFAULT '{}';
ALTER TABLE tasks ADD COLUMN severity TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN opened_time TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN closed_time TEXT NOT NULL DEFAULT '';

CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER REFERENCES clients (id),
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  product TEXT NOT NULL DEFAULT '',
  competitor TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  severity TEXT NOT NULL DEFAULT '',
  tell TEXT NOT NULL DEFAULT '',
  told_on TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);
CREATE INDEX notes_by_day ON notes (day, kind);
CREATE INDEX notes_by_client ON notes (client_id, day);
CREATE INDEX notes_by_told ON notes (told_on) WHERE tell <> '';

CREATE TABLE deal_moves (
  deal_id INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  stage TEXT NOT NULL,
  PRIMARY KEY (deal_id, day)
) WITHOUT ROWID;
INSERT INTO deal_moves (deal_id, day, stage) SELECT id, moved_on, stage FROM deals;

CREATE TABLE complaints (
  task_id INTEGER PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
  who TEXT NOT NULL DEFAULT '',
  cause TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  told_on TEXT NOT NULL DEFAULT '',
  satisfied INTEGER
);
CREATE TABLE hand_overs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  time TEXT NOT NULL,
  department TEXT NOT NULL DEFAULT '',
  person TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);
CREATE INDEX hand_overs_by_task ON hand_overs (task_id);

CREATE TABLE client_papers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  paper TEXT NOT NULL,
  received_on TEXT NOT NULL,
  expires_on TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  UNIQUE (client_id, paper)
);
CREATE INDEX client_papers_by_expiry ON client_papers (expires_on) WHERE expires_on <> '';

CREATE TABLE client_days (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  day TEXT NOT NULL,
  lunar INTEGER NOT NULL DEFAULT 0,
  recorded_at TEXT NOT NULL
);
CREATE INDEX client_days_by_client ON client_days (client_id);
CREATE INDEX client_days_by_day ON client_days (day);

CREATE TABLE greetings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
  occasion TEXT NOT NULL,
  day TEXT NOT NULL,
  sent_on TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  gift TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);
CREATE INDEX greetings_by_client ON greetings (client_id, day);
CREATE INDEX greetings_by_day ON greetings (day, occasion);

CREATE TABLE duty_ticks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  duty TEXT NOT NULL,
  item TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
);
CREATE INDEX duty_ticks_by_duty ON duty_ticks (duty, day);
""",
    )


STEPS: tuple[Callable[[Database], None], ...] = (
    m0001_the_main_job,
    m0002_a_cadence_of_its_own,
    m0003_the_days_plan,
    m0004_deals,
    m0005_targets,
    m0006_the_whole_day,
)


def _run(db: Database, script: str) -> None:
    # Not executescript: it would commit the transaction that the step runs in.
    for statement in script.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)


def migrate(connection: sqlite3.Connection, path: Path, backups: Path) -> None:
    """Bring the store up to the newest step; the old file is copied to `backups` first.

    Each step is one transaction, with foreign keys off and checked at its end. Raises StoreError
    where one leaves references that point nowhere; the store is then as it was before that step.
    """
    with paths.locked(path.with_suffix(".lock"), wait=database.BUSY_SECONDS):
        db = Database(connection, execute_plugins=False)
        steps = Migrations("rmtool")
        for number, step in enumerate(STEPS, 1):
            steps(name=step.__name__)(_checked(step, number, path))
        before = len(steps.applied(db))
        if 0 < before < len(STEPS):
            _keep_copy(connection, paths.make_private(backups) / f"store-before-step-{before + 1}.db")
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


def _keep_copy(connection: sqlite3.Connection, target: Path) -> None:
    with (
        copies.made(connection, target.parent) as copy,
        paths.whole_file(target) as file,
        copy.open("rb") as source,
    ):
        shutil.copyfileobj(source, file)
