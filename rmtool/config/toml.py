"""A TOML file as a table; what is wrong with it is named with its place."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from rmtool.errors import SettingsError
from rmtool.i18n import _


def read(path: Path) -> Mapping[str, object]:
    """The table in `path`, empty where the file is missing; raises SettingsError with the place."""
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> SettingsError:
    """What to say of a TOML file that cannot be read (an OSError) or is not valid (a parser's error)."""
    if isinstance(error, OSError):
        return SettingsError(_("Cannot read {path}: {reason}.").format(path=path, reason=error.strerror))
    return SettingsError(
        _("{path} is not valid TOML: {problem}. Put that line right.").format(path=path, problem=error)
    )


class Place(NamedTuple):
    """Where a value stands: file, section (empty: the top) and the number of its row."""

    path: Path
    section: str = ""
    number: int = 0

    def error(self, key: str, problem: str) -> SettingsError:
        """The error for `key` here, with its line, which is looked for only once something is wrong."""
        line = _line(self.path.read_text("utf-8-sig", "replace"), self, key)
        return SettingsError(
            _("{path}, line {line}: {problem}").format(path=self.path, line=line, problem=problem)
        )

    def wrong(self, key: str, problem: str) -> SettingsError:
        """The error for the value of `key`, whose `problem` does not name the key."""
        return self.error(key, _("{key}: {problem}").format(key=key, problem=problem))

    def unknown(self, key: str, problem: str, word: str, known: tuple[str, ...]) -> SettingsError:
        """The error for a `word` that `key` names and that is not there, with the nearest that is."""
        told, near = problem.format(word=word), _nearest(word, known)
        if near:
            told = _("{problem} The nearest is {near}.").format(problem=told, near=near)
        elif known:
            told = _("{problem} Use one of {known}.").format(problem=told, known=", ".join(known))
        return self.wrong(key, told)


def _line(text: str, wanted: Place, key: str) -> int:
    """The line (from 1) on which `key` stands, else that of its row; a key of the top may be a table."""
    now, seen, found = "", -1, 1
    for place, line in enumerate(text.split("\n"), 1):
        word = line.strip()
        if word.startswith("["):
            now = word.split("#")[0].strip("[] ")
            if not wanted.section and now.split(".")[0].strip() == key:
                return place
            seen += now == wanted.section
            if now == wanted.section and seen == wanted.number:
                found = place
        here = now == wanted.section and (not now or seen == wanted.number)
        if here and word.partition("=")[0].strip() == key:
            return place
    return found


def unknown(key: str, known: tuple[str, ...]) -> str:
    """The sentence for a key that is none, with the nearest right one."""
    near = _nearest(key, known)
    if near:
        return _("unknown key {key}; the nearest is {near}.").format(key=key, near=near)
    return _("unknown key {key}: use one of {known}.").format(key=key, known=", ".join(known))


def unknown_section(word: str, known: tuple[str, ...]) -> str:
    """The sentence for a section of a report that there is not, with the nearest one."""
    near = _nearest(word, known)
    if near:
        return _("unknown section {word}; the nearest is {near}.").format(word=word, near=near)
    return _("unknown section {word}: use one of {known}.").format(word=word, known=", ".join(known))


def _nearest(word: str, known: tuple[str, ...]) -> str:
    # Imported here: only a mistake needs it.
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return near[0] if near else ""
