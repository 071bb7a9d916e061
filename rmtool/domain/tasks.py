"""A task (事项): something promised or owed with a due time, as a value."""

from typing import NamedTuple


class Task(NamedTuple):
    """`due` is a local ISO date or empty, `due_time` HH:MM or empty; `closed_on` empty means open.

    `first_due` stays what it was when the task is moved, and `moves` counts how often that was. `severity` is a key of the
    profile; `opened_time` and `closed_time` are HH:MM or empty. `state` and `escalate_to` are empty until a clock has
    judged the task (see `domain/clock.py`); they are not kept.
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
    severity: str = ""
    opened_on: str = ""
    opened_time: str = ""
    closed_on: str = ""
    closed_time: str = ""
    result: str = ""
    recorded_at: str = ""
    state: str = ""
    escalate_to: str = ""
