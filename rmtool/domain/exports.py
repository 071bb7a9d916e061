"""Exports (导出登记): which files left the house, whole or masked, as values."""

from typing import NamedTuple


class Export(NamedTuple):
    """A file that was written for people: `at` is a UTC instant, `size` in bytes, `digest` its SHA-256 in hex.

    `masked` is False where phones, identity numbers and the like stand in it whole; `reason` says why.
    """

    at: str
    command: str
    user: str
    host: str
    file: str
    size: int
    digest: str
    masked: bool
    reason: str = ""
    number: int = 0
