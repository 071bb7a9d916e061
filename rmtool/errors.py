"""What can go wrong, and the exit code each kind leaves with.

Raise these where the fact is known, with a whole translated sentence that names
the thing and the next step. Only `cli.py` catches them.
"""


class RmtoolError(Exception):
    """Base of every error a user may see; its text is one line in the user's language."""

    exit_code = 3


class RefusedError(RmtoolError):
    """Right in form, but it would do harm: a duplicate, a clash."""

    exit_code = 1


class UsageError(RmtoolError):
    """A word that can't be right: unknown option or tier, impossible date, wrong check digit."""

    exit_code = 2


class NotFoundError(RmtoolError):
    """Nothing of that name, or more than one."""

    exit_code = 4


class SettingsError(RmtoolError):
    """Profile, settings or template are wrong, or an extra or outside program is missing."""

    exit_code = 5


class StoreError(RmtoolError):
    """The store is damaged, newer than this program, or locked with another key."""

    exit_code = 6


class CannotWriteError(RmtoolError):
    """A file or folder that can't be written, or a full disk."""

    exit_code = 7


class BadFileError(RmtoolError):
    """An input file that is empty, broken, hostile, or has rows that don't fit."""

    exit_code = 8


class BusyError(RmtoolError):
    """Somebody else holds it now: try again."""

    exit_code = 9


class UnreachableError(BusyError):
    """A server outside does not answer, or asks to come back later: nothing was handed over."""


class DoubtError(BusyError):
    """What was handed over may have arrived or not: nobody may send it again unasked."""
