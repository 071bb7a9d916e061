"""How a step runs its statements."""

from sqlite_utils import Database


def run(db: Database, script: str) -> None:
    """Run the statements of `script`, each ending in a semicolon at the end of its line."""
    # Not executescript: it would commit the transaction that the step runs in.
    for statement in script.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)
