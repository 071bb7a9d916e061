"""What `add-client` and `edit-client` share: from the words typed to a checked Client."""

from sqlite3 import Connection
from typing import NamedTuple

from rmtool.app import App
from rmtool.commands import _fields
from rmtool.domain import birthdays
from rmtool.domain import numbers
from rmtool.domain.clients import KINDS
from rmtool.domain.clients import Client
from rmtool.domain.masking import mask
from rmtool.domain.text import clean
from rmtool.domain.text import fold
from rmtool.domain.text import one_line
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import clients

PLAIN = ("industry", "area", "route", "source", "wechat", "owner")


class Words(NamedTuple):
    """The options as typed: None means not given, empty text clears what is there."""

    name: str | None = None
    kind: str | None = None
    phone: list[str] | None = None
    email: list[str] | None = None
    wechat: str | None = None
    tier: str | None = None
    stage: str | None = None
    industry: str | None = None
    area: str | None = None
    route: str | None = None
    address: str | None = None
    source: str | None = None
    referred_by: str | None = None
    birthday: str | None = None
    lunar: bool | None = None
    id_number: str | None = None
    uscc: str | None = None
    owner: str | None = None
    remark: str | None = None
    every: str | None = None
    field: list[str] | None = None


def client(app: App, db: Connection, words: Words, before: Client) -> Client:
    """`before` with what `words` say; raises UsageError for what can't be right, NotFoundError for the referrer."""
    values: dict[str, object] = {}
    if words.name is not None:
        values["name"] = one_line(words.name, _("the name"))
    for key in PLAIN:
        word = getattr(words, key)
        if word is not None:
            values[key] = one_line(word, f"--{key}", optional=True)
    for key in ("address", "remark"):
        word = getattr(words, key)
        if word is not None:
            values[key] = clean(word, f"--{key}")
    values |= _chosen(app, words) | _checked(app, words, before)
    if words.referred_by is not None:
        values["referred_by"] = app.client(db, words.referred_by).number if words.referred_by else None
    if words.field is not None:
        values["fields"] = _fields.read(app, "client_fields", words.field, before.fields)
    return before._replace(**values)  # type: ignore[arg-type]


def _chosen(app: App, words: Words) -> dict[str, object]:
    values: dict[str, object] = {}
    if words.kind is not None:
        values["kind"] = kind(words.kind)
    if words.tier is not None:
        values["tier"] = app.profile.choose("tiers", words.tier) if words.tier else ""
    if words.stage is not None:
        values["stage"] = app.profile.choose("stages", words.stage) if words.stage else ""
    if words.every is not None:
        # Imported here: only who gives a client a cadence of its own needs it.
        from rmtool.domain import cadence

        values["cadence"] = cadence.parse(words.every).text if words.every else ""
    return values


def kind(word: str) -> str:
    """`person` or `company`, in either language; raises UsageError."""
    found = {"个人": "person", "企业": "company", "公司": "company"}.get(word.strip(), word.strip().lower())
    if found not in KINDS:
        raise UsageError(_("Unknown kind of client {word}: use person or company.").format(word=shown(word)))
    return found


def _checked(app: App, words: Words, before: Client) -> dict[str, object]:
    values: dict[str, object] = {}
    if words.phone is not None:
        region = app.settings.phone_region
        values["phones"] = tuple(dict.fromkeys(numbers.phone(each, region) for each in words.phone if each))
    if words.email is not None:
        values["emails"] = tuple(dict.fromkeys(email(each) for each in words.email if each))
    if words.id_number is not None:
        values["id_number"] = numbers.identity_number(words.id_number) if words.id_number else ""
    if words.uscc is not None:
        values["uscc"] = numbers.credit_code(words.uscc) if words.uscc else ""
    lunar = before.birthday_lunar if words.lunar is None else words.lunar
    if words.birthday is not None:
        values["birthday"] = birthdays.parse_birthday(words.birthday, lunar) if words.birthday else ""
    elif before.birthday and lunar != before.birthday_lunar:
        # The 30th of a second month is a day of the one calendar only.
        values["birthday"] = birthdays.parse_birthday(before.birthday, lunar)
    if words.lunar is not None:
        values["birthday_lunar"] = lunar
    return values


def email(word: str) -> str:
    """An e-mail address that may be right; raises UsageError."""
    address = one_line(word, "--email")
    name, _at, host = address.rpartition("@")
    if not name or "." not in host or any(each.isspace() for each in address):
        raise UsageError(
            _("{word} is not an e-mail address: write it as name@example.com.").format(word=shown(address))
        )
    return address


def show_json(app: App, found: Client) -> None:
    """Write `found` as JSON; the identity number is masked even on the user's own screen."""
    # Imported here: json's encoder is only needed with --json.
    from rmtool.writers import json_text

    hidden = {"id_number": mask(found.id_number, "identity", "display")}
    app.show(json_text.array([json_text.record(found) | hidden]))


def refuse_same(db: Connection, wanted: Client, *, force: bool) -> None:
    """Refuse a client that is there already: same name, phone, identity number or credit code; raises RefusedError."""
    if force:
        return
    for what, other in clients.same(db, wanted):
        sentence = {
            "uscc": _("Client {number} {name} has the same credit code: see `rmtool show-client {number}`, or use --force."),
            "id_number": _("Client {number} {name} has the same identity number: see `rmtool show-client {number}`, or use --force."),
            "phone": _("Client {number} {name} has the same phone: see `rmtool show-client {number}`, or use --force."),
            "name": _("Client {number} {name} is already there: see `rmtool show-client {number}`, or use --force."),
        }[what]  # fmt: skip
        raise RefusedError(sentence.format(number=other.number, name=shown(other.name)))


def refuse_new_same(db: Connection, wanted: Client, before: Client, *, force: bool) -> None:
    """`refuse_same` for what is new in `wanted`: what two clients shared before may stay; raises RefusedError."""
    changed = Client(
        number=wanted.number,
        name=wanted.name if fold(wanted.name) != fold(before.name) else "",
        uscc=wanted.uscc if wanted.uscc != before.uscc else "",
        id_number=wanted.id_number if wanted.id_number != before.id_number else "",
        phones=tuple(each for each in wanted.phones if each not in before.phones),
    )
    refuse_same(db, changed, force=force)


def secret(word: str | None, what: str) -> str | None:
    """The value of an option that takes `-`: asked unseen on a terminal, else one line of standard input."""
    if word != "-":
        return word
    # Imported here: only who hides a number from the shell's history needs it.
    import getpass
    import sys

    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(f"{what}: ").strip()
    return sys.stdin.readline().strip() if sys.stdin is not None else ""
