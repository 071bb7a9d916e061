"""Steps 8 to 11: every change on record, to be taken back, and every file that left the house."""

from sqlite_utils import Database

from rmtool.store import history
from rmtool.store import history_triggers
from rmtool.store.migrations import script

_TABLES = (
    "client_days", "client_papers", "client_phones", "clients", "complaints", "contacts", "deal_moves", "deals",
    "deliveries", "duty_ticks", "greetings", "hand_overs", "notes", "plan_stops", "schedule_runs", "schedules", "targets",
    "tasks", "visit_measures", "visits",
)  # fmt: skip


def m0008_history(db: Database) -> None:
    """What each command changed, and a seal on every row that is there already.

    The number of a phone is never given twice, so that one that was removed can come back.
    """
    script.run(
        db,
        """
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

CREATE TABLE numbered_phones (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  phone TEXT NOT NULL,
  tail TEXT NOT NULL
);
INSERT INTO numbered_phones SELECT id, client_id, phone, tail FROM client_phones ORDER BY id;
DROP TABLE client_phones;
ALTER TABLE numbered_phones RENAME TO client_phones;
CREATE INDEX client_phones_by_client ON client_phones (client_id);
CREATE INDEX client_phones_by_tail ON client_phones (tail);
""",
    )
    connection = db.conn
    (at,) = connection.execute("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')").fetchone()
    connection.execute("INSERT INTO changes (id, at) VALUES (1, ?)", (at,))
    history_triggers.write_all(connection, 1, _TABLES)
    history.end(connection, 1)
    history_triggers.create(connection, _TABLES)


def m0009_rows_that_name_others(db: Database) -> None:
    """Which rows name one that is about to go: SQLite asks for each, and read the whole table for it.

    The chain of changes also says whose each row is.
    """
    script.run(
        db,
        """
CREATE INDEX clients_by_referrer ON clients (referred_by) WHERE referred_by IS NOT NULL;
CREATE INDEX greetings_by_contact ON greetings (contact_id) WHERE contact_id IS NOT NULL;
""",
    )
    # The links of step 8 did not say to which client a row belongs.
    connection = db.conn
    for (number,) in connection.execute("SELECT id FROM changes ORDER BY id").fetchall():
        connection.execute(
            "UPDATE changes SET link = ? WHERE id = ?", (history.link(connection, number), number)
        )


def m0010_exports(db: Database) -> None:
    """Which files were written for people, whole or masked."""
    script.run(
        db,
        """
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
""",
    )


def m0011_schedules_that_write_whole(db: Database) -> None:
    """Why what a schedule writes is not masked."""
    script.run(db, "ALTER TABLE schedules ADD COLUMN reason TEXT NOT NULL DEFAULT '';")
    history_triggers.create(db.conn, ("schedules",))
