"""`import-clients`: clients from a table, a list of names or vCards."""

import re
from sqlite3 import Connection

from rmtool.app import App
from rmtool.commands import _client_form
from rmtool.commands import _import
from rmtool.commands import _import_options as options
from rmtool.commands._known_clients import KnownClients
from rmtool.commands._parameters import Json
from rmtool.commands.add_client import guess_kind
from rmtool.domain import fields
from rmtool.domain import headers
from rmtool.domain import numbers
from rmtool.domain.clients import Client
from rmtool.domain.text import fold
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.i18n import _

HELP = _("""Take in clients from CSV, TSV, XLSX, XLS, ODS, vCards or a list of names.

Headings such as 客户名称, 手机, 级别 or name, phone, tier are known; --map and --set say the rest.
A client is known by credit code, identity number, phone, then name; a blank cell clears nothing.
If a row can't be taken, none is; see FILE.rejected.csv, or use --skip-bad.

Examples:
  rmtool import-clients clients.xlsx --dry-run
  rmtool import-clients clients.csv --set tier=B --set 'remark={Branch} {City}'
  rmtool import-clients names.txt
  rmtool import-clients old.tsv --no-header --set 'name=客户{1}' --set area={4}""")

_SEPARATORS = re.compile(r"[;；,，、|\n]+|/(?=\s*\+?\d)")
_BLANKS = re.compile(r"[;；,，、|\s]+")
_KINDS = {
    "对公": "company", "对公客户": "company", "公司客户": "company", "企业客户": "company", "单位": "company", "机构": "company",
    "对私": "person", "个人客户": "person", "自然人": "person", "零售": "person",
}  # fmt: skip
_YES = {"是", "农历", "阴历", "y", "yes", "true", "1", "lunar", "√"}
_NO = {"否", "公历", "阳历", "n", "no", "false", "0", "solar", "×"}
_AS_WRITTEN = "_as_written"
_COMPARED = Client._fields


def import_clients(
    app: App,
    file: options.File,
    map: options.Map = None,
    set: options.Set = None,
    no_header: options.NoHeader = False,
    sheet: options.Sheet = "",
    encoding: options.Encoding = "",
    save_map: options.SaveMap = None,
    dry_run: options.DryRun = False,
    skip_bad: options.SkipBad = False,
    json: Json = False,
) -> None:
    """Add and update clients, all or none."""
    wanted = _import.Wanted(
        file=file, map=map, set=tuple(set or ()), no_header=no_header, sheet=sheet, encoding=encoding,
        save_map=save_map, dry_run=dry_run, skip_bad=skip_bad, json=json,
    )  # fmt: skip
    own = [(each.key, each.zh, each.en) for each in app.profile.client_fields]
    known = headers.with_own(headers.CLIENTS, "field.", own)
    kind = _import.Kind(known, ("field.",), lambda db: ClientTaker(app, db))
    _import.run(app, wanted, kind)


class ClientTaker:
    """Takes the records of clients."""

    def __init__(self, app: App, db: Connection) -> None:
        self._app = app
        self._db = db
        self._known = KnownClients(db)
        self._unchecked = 0
        self._incomplete: set[int] = set()
        # What the rows of this file said of a client: field → place of the row.
        self._said: dict[int, dict[str, int]] = {}

    def pending(self) -> int:
        """How many clients wait to be stored."""
        return len(self._known)

    def store(self) -> None:
        """Store what waits."""
        self._known.store(self._app.recorded_at)

    def clients_added(self) -> int:
        """Those added are counted as rows already."""
        return 0

    def notes(self) -> list[str]:
        """The phones that were kept without a check, and how many clients lack a required field."""
        said = []
        if self._unchecked:
            told = _(
                "{count} phones or addresses can't be right: they are kept as written, in the field {field}."
            )
            said.append(told.format(count=self._unchecked, field="phone_as_written, email_as_written"))
        if self._incomplete:
            told = _("{count} clients lack a required field: see `rmtool list-clients --incomplete`.")
            said.append(told.format(count=len(self._incomplete)))
        return said

    def _judge(self, client: Client) -> None:
        lacking = fields.missing(self._app.profile.client_fields, client.fields)
        (self._incomplete.add if lacking else self._incomplete.discard)(client.number)

    def take(self, record: dict[str, str], place: int) -> str:
        """Add or update the client that `record` describes; raises the reason why it can't be."""
        said = _client_form.client(
            self._app, self._db, self._words(self._unchecked_apart(record)), Client(name="")
        )
        before = self._known.find(said)
        if before is None:
            return self._add(said, record, place)
        after = _merged(before, said, record)
        changed = [name for name in _COMPARED if getattr(before, name) != getattr(after, name)]
        changed += [
            f"field.{key}"
            for key in before.fields
            if before.fields[key] != after.fields[key] and not key.endswith(_AS_WRITTEN)
        ]
        self._refuse_two_minds(before, changed)
        self._judge(after)
        self._remember(before.number, record, place)
        if not changed:
            return "unchanged"
        self._known.change(before, after)
        return "updated"

    def _add(self, said: Client, record: dict[str, str], place: int) -> str:
        if not said.name:
            raise UsageError(_("The row has no name."))
        values = {name: getattr(said, name) for name in _COMPARED}
        values["kind"] = said.kind if "kind" in record else guess_kind(said.name)
        values["owner"] = said.owner or self._app.settings.owner
        values["added_on"] = self._app.today.isoformat()
        added = self._known.add(Client(**values))
        self._remember(added.number, record, place)
        self._judge(added)
        return "added"

    def _remember(self, number: int, record: dict[str, str], place: int) -> None:
        told = self._said.setdefault(number, {})
        for name in record:
            told.setdefault(name, place)

    def _refuse_two_minds(self, before: Client, changed: list[str]) -> None:
        """A file that says two things of a client would change it again each time it is read."""
        told = self._said.get(before.number, {})
        for name in changed:
            if name in told:
                raise RefusedError(
                    _("Row {row} says otherwise of client {client} ({field}).").format(
                        row=told[name], client=shown(before.name), field=name
                    )
                )

    def _words(self, record: dict[str, str]) -> _client_form.Words:
        get = record.get
        lunar = get("birthday_lunar")
        return _client_form.Words(
            name=get("name"), kind=_kind(get("kind")), wechat=get("wechat"), tier=self._tier(get("tier")),
            stage=get("stage"), industry=get("industry"), area=get("area"), route=get("route"), address=get("address"),
            source=get("source"), birthday=_birthday(get("birthday")), lunar=_truth(lunar) if lunar else None,
            id_number=get("id_number"), uscc=get("uscc"), owner=get("owner"), remark=get("remark"),
            phone=_split(_SEPARATORS, get("phone")), email=_split(_BLANKS, get("email")),
            referred_by=self._referrer(get("referred_by")),
            field=[f"{name[6:]}={text}" for name, text in record.items() if name.startswith("field.")] or None,
        )  # fmt: skip

    def _unchecked_apart(self, record: dict[str, str]) -> dict[str, str]:
        """`record` with a phone book's phones and addresses that are right in their place, the others in a field."""
        for name, check in (("phone", self._phone), ("email", _client_form.email)):
            right: list[str] = [record[name]] if name in record else []
            others: list[str] = []
            for word in filter(None, record.pop(name + _AS_WRITTEN, "").split("\n")):
                try:
                    right.append(check(word))
                except UsageError:
                    others.append(word)
            if right:
                record[name] = "\n".join(right)
            if others:
                record[f"field.{name}{_AS_WRITTEN}"] = "; ".join(others)
                self._unchecked += len(others)
        return record

    def _phone(self, word: str) -> str:
        return numbers.phone(word, self._app.settings.phone_region)

    def _tier(self, word: str | None) -> str | None:
        """A级, A类 and A档 are A, unless the profile has such a tier."""
        if word and word[-1] in "级类档":
            known = {each for tier in self._app.profile.tiers for each in (tier.key, tier.zh, tier.en)}
            return word if word in known else word[:-1]
        return word

    def _referrer(self, word: str | None) -> str | None:
        if not word:
            return None
        found = self._known.find(Client(name=word))
        if found is None:
            raise UsageError(_("No client is named {word}: add the referrer first.").format(word=shown(word)))
        return f"no:{found.number}"


def _merged(before: Client, said: Client, record: dict[str, str]) -> Client:
    """`before` with what the row says; what it leaves blank stays, phones and addresses are added to."""
    values = {name: getattr(before, name) for name in _COMPARED}
    for name in _COMPARED:
        if name in record and getattr(said, name) not in ("", None):
            values[name] = getattr(said, name)
    if fold(said.name) == fold(before.name):
        values["name"] = before.name
    values["phones"] = tuple(dict.fromkeys((*before.phones, *said.phones)))
    values["emails"] = tuple(dict.fromkeys((*before.emails, *said.emails)))
    values["fields"] = {**before.fields, **said.fields}
    for key in said.fields:
        if key.endswith(_AS_WRITTEN) and key in before.fields:
            both = (*before.fields[key].split("; "), *said.fields[key].split("; "))
            values["fields"][key] = "; ".join(dict.fromkeys(both))
    return Client(**values)


def _kind(word: str | None) -> str | None:
    return _KINDS.get(word, word) if word else None


def _birthday(word: str | None) -> str | None:
    """A date cell may carry midnight with it."""
    return re.sub(r"[ T]00:00(:00)?$", "", word) if word else None


def _split(separators: re.Pattern[str], text: str | None) -> list[str] | None:
    return [each.strip() for each in separators.split(text) if each.strip()] if text else None


def _truth(word: str) -> bool:
    folded = word.strip().casefold()
    if folded not in _YES | _NO:
        raise UsageError(_("{word} is neither yes nor no.").format(word=shown(word)))
    return folded in _YES
