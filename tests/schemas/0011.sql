CREATE TABLE change_rows (
  tbl TEXT NOT NULL,
  key NOT NULL,
  change_id INTEGER NOT NULL,
  client_id INTEGER,
  kind TEXT NOT NULL DEFAULT 'changed',
  before TEXT,
  seal BLOB NOT NULL DEFAULT x'0000000000000000000000000000000000000000000000000000000000000000',
  PRIMARY KEY (tbl, key, change_id)
) WITHOUT ROWID;
CREATE INDEX change_rows_by_change ON change_rows (change_id);
CREATE INDEX change_rows_by_client ON change_rows (client_id, change_id) WHERE client_id IS NOT NULL;
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  command TEXT NOT NULL DEFAULT '',
  options TEXT NOT NULL DEFAULT '',
  user TEXT NOT NULL DEFAULT '',
  host TEXT NOT NULL DEFAULT '',
  undoes INTEGER REFERENCES changes (id),
  link BLOB NOT NULL DEFAULT x''
);
CREATE INDEX changes_by_undone ON changes (undoes) WHERE undoes IS NOT NULL;
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
CREATE TRIGGER client_days_delete AFTER DELETE ON client_days BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('client_days', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'name', OLD.name, 'day', OLD.day, 'lunar', OLD.lunar, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER client_days_insert AFTER INSERT ON client_days BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('client_days', NEW.id, (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER client_days_update AFTER UPDATE ON client_days BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('client_days', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'name', OLD.name, 'day', OLD.day, 'lunar', OLD.lunar, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER client_papers_delete AFTER DELETE ON client_papers BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('client_papers', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'paper', OLD.paper, 'received_on', OLD.received_on, 'expires_on', OLD.expires_on, 'remark', OLD.remark, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER client_papers_insert AFTER INSERT ON client_papers BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('client_papers', NEW.id, (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER client_papers_update AFTER UPDATE ON client_papers BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('client_papers', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'paper', OLD.paper, 'received_on', OLD.received_on, 'expires_on', OLD.expires_on, 'remark', OLD.remark, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TABLE "client_phones" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  phone TEXT NOT NULL,
  tail TEXT NOT NULL
);
CREATE INDEX client_phones_by_client ON client_phones (client_id);
CREATE INDEX client_phones_by_tail ON client_phones (tail);
CREATE TRIGGER client_phones_delete AFTER DELETE ON client_phones BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('client_phones', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'client_id', OLD.client_id, 'phone', OLD.phone, 'tail', OLD.tail)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER client_phones_insert AFTER INSERT ON client_phones BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('client_phones', NEW.id, (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER client_phones_update AFTER UPDATE ON client_phones BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('client_phones', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'client_id', OLD.client_id, 'phone', OLD.phone, 'tail', OLD.tail)) ON CONFLICT DO NOTHING; END;
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
CREATE INDEX clients_by_referrer ON clients (referred_by) WHERE referred_by IS NOT NULL;
CREATE INDEX clients_by_uscc ON clients (uscc) WHERE uscc <> '';
CREATE TRIGGER clients_delete AFTER DELETE ON clients BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('clients', OLD.id, (SELECT max(id) FROM changes), OLD.id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'name', OLD.name, 'name_key', OLD.name_key, 'kind', OLD.kind, 'tier', OLD.tier, 'stage', OLD.stage, 'industry', OLD.industry, 'area', OLD.area, 'route', OLD.route, 'address', OLD.address, 'source', OLD.source, 'referred_by', OLD.referred_by, 'birthday', OLD.birthday, 'birthday_lunar', OLD.birthday_lunar, 'id_number', OLD.id_number, 'uscc', OLD.uscc, 'wechat', OLD.wechat, 'owner', OLD.owner, 'remark', OLD.remark, 'emails', OLD.emails, 'fields', OLD.fields, 'added_on', OLD.added_on, 'archived_on', OLD.archived_on, 'recorded_at', OLD.recorded_at, 'cadence', OLD.cadence)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER clients_insert AFTER INSERT ON clients BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('clients', NEW.id, (SELECT max(id) FROM changes), NEW.id, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER clients_update AFTER UPDATE ON clients BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('clients', OLD.id, (SELECT max(id) FROM changes), OLD.id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'name', OLD.name, 'name_key', OLD.name_key, 'kind', OLD.kind, 'tier', OLD.tier, 'stage', OLD.stage, 'industry', OLD.industry, 'area', OLD.area, 'route', OLD.route, 'address', OLD.address, 'source', OLD.source, 'referred_by', OLD.referred_by, 'birthday', OLD.birthday, 'birthday_lunar', OLD.birthday_lunar, 'id_number', OLD.id_number, 'uscc', OLD.uscc, 'wechat', OLD.wechat, 'owner', OLD.owner, 'remark', OLD.remark, 'emails', OLD.emails, 'fields', OLD.fields, 'added_on', OLD.added_on, 'archived_on', OLD.archived_on, 'recorded_at', OLD.recorded_at, 'cadence', OLD.cadence)) ON CONFLICT DO NOTHING; END;
CREATE TABLE complaints (
  task_id INTEGER PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
  who TEXT NOT NULL DEFAULT '',
  cause TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  told_on TEXT NOT NULL DEFAULT '',
  satisfied INTEGER
);
CREATE TRIGGER complaints_delete AFTER DELETE ON complaints BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('complaints', OLD.task_id, (SELECT max(id) FROM changes), (SELECT client_id FROM tasks WHERE id = OLD.task_id), json_object('task_id', OLD.task_id, 'who', OLD.who, 'cause', OLD.cause, 'department', OLD.department, 'told_on', OLD.told_on, 'satisfied', OLD.satisfied)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER complaints_insert AFTER INSERT ON complaints BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('complaints', NEW.task_id, (SELECT max(id) FROM changes), (SELECT client_id FROM tasks WHERE id = NEW.task_id), NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER complaints_update AFTER UPDATE ON complaints BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('complaints', OLD.task_id, (SELECT max(id) FROM changes), (SELECT client_id FROM tasks WHERE id = OLD.task_id), json_object('task_id', OLD.task_id, 'who', OLD.who, 'cause', OLD.cause, 'department', OLD.department, 'told_on', OLD.told_on, 'satisfied', OLD.satisfied)) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER contacts_delete AFTER DELETE ON contacts BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('contacts', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'name', OLD.name, 'role', OLD.role, 'phone', OLD.phone, 'birthday', OLD.birthday, 'birthday_lunar', OLD.birthday_lunar, 'likes', OLD.likes, 'taboos', OLD.taboos, 'remark', OLD.remark, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER contacts_insert AFTER INSERT ON contacts BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('contacts', NEW.id, (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER contacts_update AFTER UPDATE ON contacts BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('contacts', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'name', OLD.name, 'role', OLD.role, 'phone', OLD.phone, 'birthday', OLD.birthday, 'birthday_lunar', OLD.birthday_lunar, 'likes', OLD.likes, 'taboos', OLD.taboos, 'remark', OLD.remark, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TABLE deal_moves (
  deal_id INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  stage TEXT NOT NULL,
  PRIMARY KEY (deal_id, day)
) WITHOUT ROWID;
CREATE TRIGGER deal_moves_delete AFTER DELETE ON deal_moves BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('deal_moves', json_array(OLD.deal_id, OLD.day), (SELECT max(id) FROM changes), (SELECT client_id FROM deals WHERE id = OLD.deal_id), json_object('deal_id', OLD.deal_id, 'day', OLD.day, 'stage', OLD.stage)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER deal_moves_insert AFTER INSERT ON deal_moves BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('deal_moves', json_array(NEW.deal_id, NEW.day), (SELECT max(id) FROM changes), (SELECT client_id FROM deals WHERE id = NEW.deal_id), NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER deal_moves_update AFTER UPDATE ON deal_moves BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('deal_moves', json_array(OLD.deal_id, OLD.day), (SELECT max(id) FROM changes), (SELECT client_id FROM deals WHERE id = OLD.deal_id), json_object('deal_id', OLD.deal_id, 'day', OLD.day, 'stage', OLD.stage)) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER deals_delete AFTER DELETE ON deals BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('deals', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'visit_id', OLD.visit_id, 'product', OLD.product, 'amount', OLD.amount, 'stage', OLD.stage, 'outcome', OLD.outcome, 'expected', OLD.expected, 'owner', OLD.owner, 'reason', OLD.reason, 'opened_on', OLD.opened_on, 'moved_on', OLD.moved_on, 'closed_on', OLD.closed_on, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER deals_insert AFTER INSERT ON deals BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('deals', NEW.id, (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE INDEX deals_open ON deals (expected) WHERE outcome = '';
CREATE TRIGGER deals_update AFTER UPDATE ON deals BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('deals', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'visit_id', OLD.visit_id, 'product', OLD.product, 'amount', OLD.amount, 'stage', OLD.stage, 'outcome', OLD.outcome, 'expected', OLD.expected, 'owner', OLD.owner, 'reason', OLD.reason, 'opened_on', OLD.opened_on, 'moved_on', OLD.moved_on, 'closed_on', OLD.closed_on, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER deliveries_delete AFTER DELETE ON deliveries BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('deliveries', OLD.id, (SELECT max(id) FROM changes), NULL, json_object('id', OLD.id, 'uuid', OLD.uuid, 'schedule_id', OLD.schedule_id, 'due_at', OLD.due_at, 'destination', OLD.destination, 'message_id', OLD.message_id, 'state', OLD.state, 'attempts', OLD.attempts, 'next_try', OLD.next_try, 'last_error', OLD.last_error, 'made_at', OLD.made_at, 'tried_at', OLD.tried_at, 'sent_at', OLD.sent_at)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER deliveries_insert AFTER INSERT ON deliveries BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('deliveries', NEW.id, (SELECT max(id) FROM changes), NULL, NULL) ON CONFLICT DO NOTHING; END;
CREATE INDEX deliveries_open ON deliveries (schedule_id) WHERE state <> 'sent';
CREATE TRIGGER deliveries_update AFTER UPDATE ON deliveries BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('deliveries', OLD.id, (SELECT max(id) FROM changes), NULL, json_object('id', OLD.id, 'uuid', OLD.uuid, 'schedule_id', OLD.schedule_id, 'due_at', OLD.due_at, 'destination', OLD.destination, 'message_id', OLD.message_id, 'state', OLD.state, 'attempts', OLD.attempts, 'next_try', OLD.next_try, 'last_error', OLD.last_error, 'made_at', OLD.made_at, 'tried_at', OLD.tried_at, 'sent_at', OLD.sent_at)) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER duty_ticks_delete AFTER DELETE ON duty_ticks BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('duty_ticks', OLD.id, (SELECT max(id) FROM changes), NULL, json_object('id', OLD.id, 'uuid', OLD.uuid, 'duty', OLD.duty, 'item', OLD.item, 'day', OLD.day, 'owner', OLD.owner, 'remark', OLD.remark, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER duty_ticks_insert AFTER INSERT ON duty_ticks BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('duty_ticks', NEW.id, (SELECT max(id) FROM changes), NULL, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER duty_ticks_update AFTER UPDATE ON duty_ticks BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('duty_ticks', OLD.id, (SELECT max(id) FROM changes), NULL, json_object('id', OLD.id, 'uuid', OLD.uuid, 'duty', OLD.duty, 'item', OLD.item, 'day', OLD.day, 'owner', OLD.owner, 'remark', OLD.remark, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TABLE exports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  command TEXT NOT NULL,
  user TEXT NOT NULL,
  host TEXT NOT NULL,
  file TEXT NOT NULL,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL,
  masked INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  link BLOB NOT NULL DEFAULT x''
);
CREATE INDEX exports_by_at ON exports (at);
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
CREATE INDEX greetings_by_contact ON greetings (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX greetings_by_day ON greetings (day, occasion);
CREATE TRIGGER greetings_delete AFTER DELETE ON greetings BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('greetings', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'contact_id', OLD.contact_id, 'occasion', OLD.occasion, 'day', OLD.day, 'sent_on', OLD.sent_on, 'text', OLD.text, 'gift', OLD.gift, 'owner', OLD.owner, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER greetings_insert AFTER INSERT ON greetings BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('greetings', NEW.id, (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER greetings_update AFTER UPDATE ON greetings BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('greetings', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'contact_id', OLD.contact_id, 'occasion', OLD.occasion, 'day', OLD.day, 'sent_on', OLD.sent_on, 'text', OLD.text, 'gift', OLD.gift, 'owner', OLD.owner, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER hand_overs_delete AFTER DELETE ON hand_overs BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('hand_overs', OLD.id, (SELECT max(id) FROM changes), (SELECT client_id FROM tasks WHERE id = OLD.task_id), json_object('id', OLD.id, 'uuid', OLD.uuid, 'task_id', OLD.task_id, 'day', OLD.day, 'time', OLD.time, 'department', OLD.department, 'person', OLD.person, 'remark', OLD.remark, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER hand_overs_insert AFTER INSERT ON hand_overs BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('hand_overs', NEW.id, (SELECT max(id) FROM changes), (SELECT client_id FROM tasks WHERE id = NEW.task_id), NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER hand_overs_update AFTER UPDATE ON hand_overs BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('hand_overs', OLD.id, (SELECT max(id) FROM changes), (SELECT client_id FROM tasks WHERE id = OLD.task_id), json_object('id', OLD.id, 'uuid', OLD.uuid, 'task_id', OLD.task_id, 'day', OLD.day, 'time', OLD.time, 'department', OLD.department, 'person', OLD.person, 'remark', OLD.remark, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER notes_delete AFTER DELETE ON notes BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('notes', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'day', OLD.day, 'kind', OLD.kind, 'text', OLD.text, 'product', OLD.product, 'competitor', OLD.competitor, 'place', OLD.place, 'severity', OLD.severity, 'tell', OLD.tell, 'told_on', OLD.told_on, 'owner', OLD.owner, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER notes_insert AFTER INSERT ON notes BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('notes', NEW.id, (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER notes_update AFTER UPDATE ON notes BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('notes', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'day', OLD.day, 'kind', OLD.kind, 'text', OLD.text, 'product', OLD.product, 'competitor', OLD.competitor, 'place', OLD.place, 'severity', OLD.severity, 'tell', OLD.tell, 'told_on', OLD.told_on, 'owner', OLD.owner, 'recorded_at', OLD.recorded_at)) ON CONFLICT DO NOTHING; END;
CREATE TABLE plan_stops (
  day TEXT NOT NULL,
  place INTEGER NOT NULL,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  why TEXT NOT NULL,
  PRIMARY KEY (day, place)
) WITHOUT ROWID;
CREATE INDEX plan_stops_by_client ON plan_stops (client_id);
CREATE TRIGGER plan_stops_delete AFTER DELETE ON plan_stops BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('plan_stops', json_array(OLD.day, OLD.place), (SELECT max(id) FROM changes), OLD.client_id, json_object('day', OLD.day, 'place', OLD.place, 'client_id', OLD.client_id, 'why', OLD.why)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER plan_stops_insert AFTER INSERT ON plan_stops BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('plan_stops', json_array(NEW.day, NEW.place), (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER plan_stops_update AFTER UPDATE ON plan_stops BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('plan_stops', json_array(OLD.day, OLD.place), (SELECT max(id) FROM changes), OLD.client_id, json_object('day', OLD.day, 'place', OLD.place, 'client_id', OLD.client_id, 'why', OLD.why)) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER schedule_runs_delete AFTER DELETE ON schedule_runs BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('schedule_runs', OLD.id, (SELECT max(id) FROM changes), NULL, json_object('id', OLD.id, 'schedule_id', OLD.schedule_id, 'due_at', OLD.due_at, 'started_at', OLD.started_at, 'ended_at', OLD.ended_at, 'exit_code', OLD.exit_code, 'file', OLD.file, 'message', OLD.message)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER schedule_runs_insert AFTER INSERT ON schedule_runs BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('schedule_runs', NEW.id, (SELECT max(id) FROM changes), NULL, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER schedule_runs_update AFTER UPDATE ON schedule_runs BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('schedule_runs', OLD.id, (SELECT max(id) FROM changes), NULL, json_object('id', OLD.id, 'schedule_id', OLD.schedule_id, 'due_at', OLD.due_at, 'started_at', OLD.started_at, 'ended_at', OLD.ended_at, 'exit_code', OLD.exit_code, 'file', OLD.file, 'message', OLD.message)) ON CONFLICT DO NOTHING; END;
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
, deadline TEXT NOT NULL DEFAULT '', mail TEXT NOT NULL DEFAULT '', robots TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '');
CREATE TRIGGER schedules_delete AFTER DELETE ON schedules BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('schedules', OLD.id, (SELECT max(id) FROM changes), NULL, json_object('id', OLD.id, 'uuid', OLD.uuid, 'report', OLD.report, 'at', OLD.at, 'period', OLD.period, 'folder', OLD.folder, 'format', OLD.format, 'language', OLD.language, 'owner', OLD.owner, 'recorded_at', OLD.recorded_at, 'deadline', OLD.deadline, 'mail', OLD.mail, 'robots', OLD.robots, 'reason', OLD.reason)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER schedules_insert AFTER INSERT ON schedules BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('schedules', NEW.id, (SELECT max(id) FROM changes), NULL, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER schedules_update AFTER UPDATE ON schedules BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('schedules', OLD.id, (SELECT max(id) FROM changes), NULL, json_object('id', OLD.id, 'uuid', OLD.uuid, 'report', OLD.report, 'at', OLD.at, 'period', OLD.period, 'folder', OLD.folder, 'format', OLD.format, 'language', OLD.language, 'owner', OLD.owner, 'recorded_at', OLD.recorded_at, 'deadline', OLD.deadline, 'mail', OLD.mail, 'robots', OLD.robots, 'reason', OLD.reason)) ON CONFLICT DO NOTHING; END;
CREATE TABLE targets (
  measure TEXT NOT NULL,
  kind TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  owner TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (measure, kind, first, last, owner)
) WITHOUT ROWID;
CREATE TRIGGER targets_delete AFTER DELETE ON targets BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('targets', json_array(OLD.measure, OLD.kind, OLD.first, OLD.last, OLD.owner), (SELECT max(id) FROM changes), NULL, json_object('measure', OLD.measure, 'kind', OLD.kind, 'first', OLD.first, 'last', OLD.last, 'owner', OLD.owner, 'value', printf('%!.20g', OLD.value))) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER targets_insert AFTER INSERT ON targets BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('targets', json_array(NEW.measure, NEW.kind, NEW.first, NEW.last, NEW.owner), (SELECT max(id) FROM changes), NULL, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER targets_update AFTER UPDATE ON targets BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('targets', json_array(OLD.measure, OLD.kind, OLD.first, OLD.last, OLD.owner), (SELECT max(id) FROM changes), NULL, json_object('measure', OLD.measure, 'kind', OLD.kind, 'first', OLD.first, 'last', OLD.last, 'owner', OLD.owner, 'value', printf('%!.20g', OLD.value))) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER tasks_delete AFTER DELETE ON tasks BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('tasks', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'visit_id', OLD.visit_id, 'kind', OLD.kind, 'text', OLD.text, 'due', OLD.due, 'due_time', OLD.due_time, 'first_due', OLD.first_due, 'moves', OLD.moves, 'owner', OLD.owner, 'opened_on', OLD.opened_on, 'closed_on', OLD.closed_on, 'result', OLD.result, 'recorded_at', OLD.recorded_at, 'severity', OLD.severity, 'opened_time', OLD.opened_time, 'closed_time', OLD.closed_time)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER tasks_insert AFTER INSERT ON tasks BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('tasks', NEW.id, (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE INDEX tasks_open ON tasks (due, due_time) WHERE closed_on = '';
CREATE TRIGGER tasks_update AFTER UPDATE ON tasks BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('tasks', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'visit_id', OLD.visit_id, 'kind', OLD.kind, 'text', OLD.text, 'due', OLD.due, 'due_time', OLD.due_time, 'first_due', OLD.first_due, 'moves', OLD.moves, 'owner', OLD.owner, 'opened_on', OLD.opened_on, 'closed_on', OLD.closed_on, 'result', OLD.result, 'recorded_at', OLD.recorded_at, 'severity', OLD.severity, 'opened_time', OLD.opened_time, 'closed_time', OLD.closed_time)) ON CONFLICT DO NOTHING; END;
CREATE TABLE visit_measures (
  visit_id INTEGER NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (visit_id, measure)
) WITHOUT ROWID;
CREATE TRIGGER visit_measures_delete AFTER DELETE ON visit_measures BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('visit_measures', json_array(OLD.visit_id, OLD.measure), (SELECT max(id) FROM changes), (SELECT client_id FROM visits WHERE id = OLD.visit_id), json_object('visit_id', OLD.visit_id, 'measure', OLD.measure, 'value', printf('%!.20g', OLD.value))) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER visit_measures_insert AFTER INSERT ON visit_measures BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('visit_measures', json_array(NEW.visit_id, NEW.measure), (SELECT max(id) FROM changes), (SELECT client_id FROM visits WHERE id = NEW.visit_id), NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER visit_measures_update AFTER UPDATE ON visit_measures BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('visit_measures', json_array(OLD.visit_id, OLD.measure), (SELECT max(id) FROM changes), (SELECT client_id FROM visits WHERE id = OLD.visit_id), json_object('visit_id', OLD.visit_id, 'measure', OLD.measure, 'value', printf('%!.20g', OLD.value))) ON CONFLICT DO NOTHING; END;
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
CREATE TRIGGER visits_delete AFTER DELETE ON visits BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('visits', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'day', OLD.day, 'time', OLD.time, 'minutes', OLD.minutes, 'kind', OLD.kind, 'place', OLD.place, 'people', OLD.people, 'purpose', OLD.purpose, 'text', OLD.text, 'result', OLD.result, 'need', OLD.need, 'feedback', OLD.feedback, 'products', OLD.products, 'competitor', OLD.competitor, 'owner', OLD.owner, 'recorded_at', OLD.recorded_at, 'fields', OLD.fields)) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER visits_insert AFTER INSERT ON visits BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('visits', NEW.id, (SELECT max(id) FROM changes), NEW.client_id, NULL) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER visits_update AFTER UPDATE ON visits BEGIN INSERT INTO change_rows (tbl, key, change_id, client_id, before) VALUES ('visits', OLD.id, (SELECT max(id) FROM changes), OLD.client_id, json_object('id', OLD.id, 'uuid', OLD.uuid, 'client_id', OLD.client_id, 'day', OLD.day, 'time', OLD.time, 'minutes', OLD.minutes, 'kind', OLD.kind, 'place', OLD.place, 'people', OLD.people, 'purpose', OLD.purpose, 'text', OLD.text, 'result', OLD.result, 'need', OLD.need, 'feedback', OLD.feedback, 'products', OLD.products, 'competitor', OLD.competitor, 'owner', OLD.owner, 'recorded_at', OLD.recorded_at, 'fields', OLD.fields)) ON CONFLICT DO NOTHING; END;
