"""The first step: clients, visits, tasks and schedules, as they were at the first release."""

from sqlite_utils import Database

from rmtool.store.migrations import script

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
    script.run(db, _M0001)
