"""A task (事项): something promised or owed with a due time, as a value."""

from typing import NamedTuple


class Task(NamedTuple):
    """`due` is a local ISO date or empty, `due_time` HH:MM or empty; `closed_on` empty means open.

    `first_due` stays what it was when the task is moved, and `moves` counts how often that was.
    """

    text: str
    number: int = 0
    uuid: str = ""
    client: int | None = None
    client_name: str = ""
    visit: int | None = None
    kind: str = "follow-up"
    due: str = ""
    due_time: str = ""
    first_due: str = ""
    moves: int = 0
    owner: str = ""
    opened_on: str = ""
    closed_on: str = ""
    result: str = ""
    recorded_at: str = ""
