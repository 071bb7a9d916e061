"""Steps 2 to 6: plans, deals, targets, and the whole day."""

from sqlite_utils import Database

from rmtool.store.migrations import script


def m0002_a_cadence_of_its_own(db: Database) -> None:
    """How often a client must be touched, where it differs from its tier."""
    script.run(db, "ALTER TABLE clients ADD COLUMN cadence TEXT NOT NULL DEFAULT ''")


def m0003_the_days_plan(db: Database) -> None:
    """Whom a day was planned for."""
    script.run(
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
    script.run(
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
    script.run(
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
    script.run(
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
