"""What an exported row is known by when its file comes back: the store's own key, and what each cell held.

It stands in a hidden last column, so that rows can be sorted, and columns be renamed, without losing it. The
digests are of the texts as they were exported, masked ones included, so that they give nothing away.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import asdict
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from rmtool.domain.clients import Client
from rmtool.domain.masking import Level
from rmtool.domain.tables import Value
from rmtool.domain.tables import text_of

COLUMN = "key"
_VERSION = 1
_LENGTH = 16  # hexadecimal digits: 64 bits


class RowKey(NamedTuple):
    """`digests` are one for each visible column, empty where the cell was; `matches` tell a client in other stores."""

    uuid: str
    digests: tuple[str, ...]
    matches: tuple[str, ...] = ()


NOBODY = RowKey("", ())


@dataclass(frozen=True, slots=True)
class Head:
    """What the heading of the hidden column says of its sheet; `columns` are the keys of the visible ones, in order.

    `made_at` is a UTC instant; `mask` is empty, strict or all; `period` is a short key such as 2026-W48, or all; `last` is the highest number a row
    of the store had then.
    """

    sheet: str
    period: str
    made_at: str
    owner: str
    mask: str
    columns: tuple[str, ...]
    language: str = "en"
    last: int = 0

    @property
    def masked(self) -> bool:
        """Whether anything was hidden."""
        return bool(self.mask)

    @property
    def level(self) -> Level | None:
        """How openly the sheet was written."""
        return "all" if self.mask == "all" else "strict" if self.mask else None


def head_text(head: Head) -> str:
    """`head` as the text of a cell."""
    return json.dumps({"rmtool": _VERSION, **asdict(head)}, ensure_ascii=False)


def parse_head(text: str) -> Head | None:
    """The head in the text of a cell, or None where it is none."""
    try:
        found = json.loads(text) if text.startswith('{"rmtool"') else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.pop("rmtool", None) != _VERSION:
        return None
    sheet, period, made_at, owner = (found.get(key) for key in ("sheet", "period", "made_at", "owner"))
    columns, last = found.get("columns"), found.get("last")
    # Sheets of the first releases say masked: true or false.
    mask = found.get("mask")
    if isinstance(found.get("masked"), bool):
        mask = "strict" if found["masked"] else ""
    if not isinstance(columns, list) or mask not in ("", "strict", "all") or not isinstance(last, int):
        return None
    language = found.get("language")
    words = [sheet, period, made_at, owner, language, *columns]
    if not all(isinstance(each, str) for each in words):
        return None
    return Head(
        str(sheet), str(period), str(made_at), str(owner), str(mask), tuple(columns), str(language), last
    )


@lru_cache(1 << 14)  # most cells of a log say what others say: a kind, a client, an owner
def digest(text: str) -> str:
    """Whether a cell is as it was: a checksum of its text, empty where it is empty."""
    plain = text.replace("\r", "").strip()
    return f"{crc32(plain.encode('utf-8', 'replace')):x}" if plain else ""


def key_text(uuid: str, values: Sequence[Value], matches: Sequence[str] = ()) -> str:
    """The text of the hidden cell beside `values`."""
    digests = ".".join([digest(text_of(value)) if value or value == 0 else "" for value in values])
    return f"{uuid} {digests} {','.join(matches)}".rstrip()


def parse_key(text: str) -> RowKey | None:
    """The key in the text of a cell, or None where it is none."""
    uuid, _blank, rest = text.strip().partition(" ")
    digests, _blank, matches = rest.partition(" ")
    if len(uuid) != 36:
        return None
    return RowKey(uuid, tuple(digests.split(".")), tuple(filter(None, matches.split(","))))


def matches(client: Client, team_key: str) -> tuple[str, ...]:
    """What tells that another store's client is the same: keyed digests of its numbers, which can't be turned back.

    Phones and identity numbers are few enough to be tried one by one, so without a key that a team shares they give
    none. A credit code is public.
    """
    numbers = [("uscc", client.uscc)]
    if team_key:
        numbers += [("identity", client.id_number), *(("phone", each) for each in client.phones)]
    return tuple(_match(team_key, kind, number) for kind, number in numbers if number)


def _match(team_key: str, kind: str, number: str) -> str:
    said = f"{kind}:{number}".encode("utf-8", "replace")
    return hmac.new(team_key.encode("utf-8", "replace"), said, hashlib.sha256).hexdigest()[:_LENGTH]
