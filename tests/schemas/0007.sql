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
CREATE TABLE client_keys (
  key TEXT NOT NULL,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (key, client_id, contact_id)
) WITHOUT ROWID;
CREATE INDEX client_keys_by_client ON client_keys (client_id);
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
CREATE TABLE client_phones (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  phone TEXT NOT NULL,
  tail TEXT NOT NULL
);
CREATE INDEX client_phones_by_client ON client_phones (client_id);
CREATE INDEX client_phones_by_tail ON client_phones (tail);
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
, cadence TEXT NOT NULL DEFAULT '');
CREATE INDEX clients_by_added ON clients (added_on);
CREATE INDEX clients_by_birthday ON clients (birthday) WHERE birthday <> '';
CREATE INDEX clients_by_id_number ON clients (id_number) WHERE id_number <> '';
CREATE INDEX clients_by_name ON clients (name_key);
CREATE INDEX clients_by_uscc ON clients (uscc) WHERE uscc <> '';
CREATE TABLE complaints (
  task_id INTEGER PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
  who TEXT NOT NULL DEFAULT '',
  cause TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  told_on TEXT NOT NULL DEFAULT '',
  satisfied INTEGER
);
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
CREATE INDEX contacts_by_birthday ON contacts (birthday) WHERE birthday <> '';
CREATE INDEX contacts_by_client ON contacts (client_id);
CREATE TABLE deal_moves (
  deal_id INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  stage TEXT NOT NULL,
  PRIMARY KEY (deal_id, day)
) WITHOUT ROWID;
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
CREATE INDEX deals_by_client ON deals (client_id);
CREATE INDEX deals_by_closed ON deals (closed_on) WHERE outcome <> '';
CREATE INDEX deals_by_opened ON deals (opened_on);
CREATE INDEX deals_by_visit ON deals (visit_id);
CREATE INDEX deals_open ON deals (expected) WHERE outcome = '';
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  schedule_id INTEGER NOT NULL REFERENCES schedules (id) ON DELETE CASCADE,
  due_at TEXT NOT NULL,
  destination TEXT NOT NULL,
  message_id TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try TEXT NOT NULL DEFAULT '',
  last_error TEXT NOT NULL DEFAULT '',
  made_at TEXT NOT NULL,
  tried_at TEXT NOT NULL DEFAULT '',
  sent_at TEXT NOT NULL DEFAULT '',
  UNIQUE (schedule_id, due_at, destination)
);
CREATE INDEX deliveries_open ON deliveries (schedule_id) WHERE state <> 'sent';
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
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
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
CREATE INDEX notes_by_client ON notes (client_id, day);
CREATE INDEX notes_by_day ON notes (day, kind);
CREATE INDEX notes_by_told ON notes (told_on) WHERE tell <> '';
CREATE TABLE plan_stops (
  day TEXT NOT NULL,
  place INTEGER NOT NULL,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  why TEXT NOT NULL,
  PRIMARY KEY (day, place)
) WITHOUT ROWID;
CREATE INDEX plan_stops_by_client ON plan_stops (client_id);
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
, deadline TEXT NOT NULL DEFAULT '', mail TEXT NOT NULL DEFAULT '', robots TEXT NOT NULL DEFAULT '');
CREATE TABLE targets (
  measure TEXT NOT NULL,
  kind TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  owner TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (measure, kind, first, last, owner)
) WITHOUT ROWID;
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
, severity TEXT NOT NULL DEFAULT '', opened_time TEXT NOT NULL DEFAULT '', closed_time TEXT NOT NULL DEFAULT '');
CREATE INDEX tasks_by_client ON tasks (client_id);
CREATE INDEX tasks_by_closed ON tasks (closed_on) WHERE closed_on <> '';
CREATE INDEX tasks_by_opened ON tasks (opened_on);
CREATE INDEX tasks_by_visit ON tasks (visit_id);
CREATE INDEX tasks_open ON tasks (due, due_time) WHERE closed_on = '';
CREATE TABLE visit_measures (
  visit_id INTEGER NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (visit_id, measure)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE visit_words USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');
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
, fields TEXT NOT NULL DEFAULT '{}');
CREATE INDEX visits_by_client ON visits (client_id, day, kind);
CREATE INDEX visits_by_day ON visits (day, time);
