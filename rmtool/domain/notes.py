"""A note (情报): what the market says and who must hear of it, as a value."""

from typing import NamedTuple


class NoteKind(NamedTuple):
    """A kind of note: its key and its labels."""

    key: str
    zh: str
    en: str


KINDS = (
    NoteKind("market", "市场", "market"),
    NoteKind("competitor", "竞品", "competitor"),
    NoteKind("price", "价格", "price"),
    NoteKind("policy", "政策", "policy"),
    NoteKind("risk", "风险", "risk"),
    NoteKind("violation", "违规", "violation"),
    NoteKind("suspicious-paper", "可疑材料", "suspicious paper"),
)
SEVERITIES = (NoteKind("normal", "一般", "normal"), NoteKind("urgent", "紧急", "urgent"))


class Note(NamedTuple):
    """`severity` is normal or urgent; an urgent note names whom to `tell` at once, `told_on` is when that was done."""

    text: str
    kind: str = "market"
    number: int = 0
    uuid: str = ""
    client: int | None = None
    client_name: str = ""
    day: str = ""
    product: str = ""
    competitor: str = ""
    place: str = ""
    severity: str = "normal"
    tell: str = ""
    told_on: str = ""
    owner: str = ""
    recorded_at: str = ""


def find(word: str, among: tuple[NoteKind, ...] = KINDS) -> str:
    """The key of `word`, a key or a label in either language; empty where there is none."""
    folded = word.strip().casefold()
    return next((each.key for each in among if folded in (each.key, each.zh, each.en)), "")


def label(key: str, language: str, among: tuple[NoteKind, ...] = KINDS) -> str:
    """The key as people of `language` say it; itself where it is none of ours."""
    found = next((each for each in among if each.key == key), NoteKind(key, key, key))
    return found.zh if language == "zh" else found.en
