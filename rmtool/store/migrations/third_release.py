"""Step 7: reports handed in on time."""

from sqlite_utils import Database

from rmtool.store.migrations import script


def m0007_handed_in_on_time(db: Database) -> None:
    """Deadlines and destinations of schedules, and what became of each delivery."""
    script.run(
        db,
        """
ALTER TABLE schedules ADD COLUMN deadline TEXT NOT NULL DEFAULT '';
ALTER TABLE schedules ADD COLUMN mail TEXT NOT NULL DEFAULT '';
ALTER TABLE schedules ADD COLUMN robots TEXT NOT NULL DEFAULT '';

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
""",
    )
