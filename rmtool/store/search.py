"""The search index over what was said at visits: Chinese words of any length are found.

SQLite's own tokenizers find no Chinese word of two characters, so the text is cut here:
a run of Chinese characters into overlapping pairs, with its last character alone, so that
one character is found as the beginning of a pair. Everything else stays whole words.
"""

import sqlite3
import unicodedata
from collections.abc import Iterable


def tokens(text: str) -> list[str]:
    """The words of `text` as they are indexed."""
    found: list[str] = []
    for part in _parts(unicodedata.normalize("NFKC", text).casefold()):
        if _is_han(part[0]):
            found.extend(part[i : i + 2] for i in range(len(part)))
        else:
            found.append(part)
    return found


def _parts(text: str) -> list[str]:
    """Runs of Chinese characters, and runs of other letters and digits.

    By hand, because compiling the pattern for it takes 5 ms of every start.
    """
    parts: list[str] = []
    before = ""
    for character in text:
        sort = "han" if _is_han(character) else "word" if character.isalnum() else ""
        if sort and sort == before:
            parts[-1] += character
        elif sort:
            parts.append(character)
        before = sort
    return parts


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def expression(text: str) -> str:
    """The search expression for `text`: every part, side by side and in order; empty when nothing can be found."""
    wanted: list[str] = []
    for word in text.split():
        parts = tokens(word)
        if not parts:
            continue
        last = parts[-1]
        if len(parts) > 1 and len(last) == 1 and _is_han(last):
            # The pair before it already holds the last character.
            parts.pop()
            wanted.append(f'"{" ".join(parts)}"')
        else:
            wanted.append(f'"{" ".join(parts)}" *')
    return " ".join(wanted)


def add(db: sqlite3.Connection, visit: int, text: str) -> None:
    """Index `text` under the visit's number."""
    db.execute("INSERT INTO visit_words (rowid, words) VALUES (?, ?)", (visit, " ".join(tokens(text))))


def delete(db: sqlite3.Connection, visit: int, text: str) -> None:
    """Take out what `add` put in; `text` must be the same."""
    db.execute(
        "INSERT INTO visit_words (visit_words, rowid, words) VALUES ('delete', ?, ?)",
        (visit, " ".join(tokens(text))),
    )


def add_many(db: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Index each text under its visit's number."""
    db.executemany(
        "INSERT INTO visit_words (rowid, words) VALUES (?, ?)",
        ((visit, " ".join(tokens(text))) for visit, text in texts),
    )
