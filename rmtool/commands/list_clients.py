"""`list-clients`: list, filter and sort clients."""

from datetime import date
from datetime import timedelta
from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands._parameters import Json
from rmtool.commands._parameters import Limit
from rmtool.commands._parameters import OwnerFilter
from rmtool.domain import dates
from rmtool.domain import fields
from rmtool.domain.clients import ClientLine
from rmtool.errors import UsageError
from rmtool.i18n import N_
from rmtool.i18n import _
from rmtool.store import client_lists
from rmtool.writers import json_text
from rmtool.writers import own_words
from rmtool.writers import terminal

HELP = _("""List clients.

--sort takes name, number, tier, area, route, last-touch, added or visits.
--columns takes any of number, name, tier, stage, area, route, industry, owner, phones, added_on, last_touch, visits, days,
missing, and the fields of clients that the profile has.

Examples:
  rmtool list-clients --tier A --sort last-touch
  rmtool list-clients --route 城东1线 --untouched-for 30d
  rmtool list-clients --search 机械 --columns number,name,phones
  rmtool list-clients --incomplete""")

COLUMNS = {
    "number": N_(">No."), "name": N_("Name"), "tier": N_("Tier"), "stage": N_("Stage"), "area": N_("Area"),
    "route": N_("Route"), "industry": N_("Industry"), "owner": N_("Owner"), "phones": N_("Phones"),
    "added_on": N_("Added"), "last_touch": N_("Last touch"), "visits": N_(">Visits"), "days": N_(">Days"),
}  # fmt: skip
_DEFAULT = "number,name,tier,stage,area,phones,last_touch,days"


def list_clients(
    app: App,
    tier: Annotated[str, typer.Option(metavar=_("TIER"), help=_("Only this tier."))] = "",
    stage: Annotated[str, typer.Option(metavar=_("STAGE"), help=_("Only this stage."))] = "",
    area: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Only this area."))] = "",
    route: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Only this route."))] = "",
    owner: OwnerFilter = "",
    search: Annotated[
        str,
        typer.Option(
            metavar=_("TEXT"),
            help=_("Only those named so: a part, pinyin, initials, phone tail or a contact's name."),
        ),
    ] = "",
    untouched_for: Annotated[
        str, typer.Option(metavar=_("DAYS"), help=_("Only those not touched for so long, such as 30d or 2w."))
    ] = "",
    archived: Annotated[bool, typer.Option("--archived", help=_("The archived ones instead."))] = False,
    sort: Annotated[str, typer.Option(metavar=_("COLUMN"), help=_("What to sort by."))] = "name",
    columns: Annotated[str, typer.Option(metavar=_("COLUMNS"), help=_("Which columns, with commas."))] = "",
    incomplete: Annotated[
        bool,
        typer.Option("--incomplete", help=_("Only those that lack a required field, with what is missing.")),
    ] = False,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Show the clients that fit."""
    wanted = client_lists.Filter(
        tier=app.profile.choose("tiers", tier) if tier else "",
        stage=app.profile.choose("stages", stage) if stage else "",
        area=area, route=route, owner=owner, search=search, archived=archived, limit=limit,
        last_touch_before=_before(app, untouched_for), sort=_known(sort, client_lists.SORTS, _("Unknown order {word}: use one of {known}.")),
        lacking=tuple(each.key for each in app.profile.client_fields if each.required) if incomplete else (),
    )  # fmt: skip
    if incomplete and not wanted.lacking:
        app.say(_("The profile has no required field of clients: every client is complete."))
    chosen = _columns(app, columns) if columns else _default(app, incomplete=incomplete)
    with app.look() as db:
        found = client_lists.lines(db, wanted) if wanted.lacking or not incomplete else ()
    if json:
        keys = chosen if columns else [*COLUMNS, "fields", "missing"]
        app.show(json_text.array({key: _value(app, each, key) for key in keys} for each in found))
        return
    if not found:
        if not incomplete:
            app.say(_("No client fits: add one with `rmtool add-client NAME`, or ask for less."))
        elif wanted.lacking:
            app.say(_("Nobody that fits is incomplete."))
        return
    rows = [[_cell(app, each, key) for key in chosen] for each in found]
    headings = [_heading(app, key) for key in chosen]
    app.show(terminal.table(headings, rows, wrap=_("Missing") if incomplete else _heading(app, "phones")))


def _before(app: App, span: str) -> str:
    return (app.today - timedelta(days=dates.parse_span(span))).isoformat() if span else ""


def _known(word: str, known: dict[str, str], sentence: str) -> str:
    key = word.strip().lower()
    for each in (key, key.replace("-", "_"), key.replace("_", "-")):
        if each in known:
            return each
    # Imported here: only who mistypes needs it.
    from rmtool.domain.text import shown

    raise UsageError(sentence.format(word=shown(word), known=", ".join(known)))


def _columns(app: App, words: str) -> list[str]:
    """The columns named, those of the profile's fields by key or label; raises UsageError."""
    sentence = _("Unknown column {word}: use some of {known}.")
    known = {**COLUMNS, "missing": "", **{each.key: "" for each in app.profile.client_fields}}
    named = (app.profile.known("client_fields", word) or word for word in words.split(","))
    return list(dict.fromkeys(_known(word, known, sentence) if word not in known else word for word in named))


def _default(app: App, *, incomplete: bool) -> list[str]:
    if incomplete:
        return ["number", "name", "tier", "missing"]
    more = [each.key for each in app.profile.client_fields if "list-clients" in each.shown_in]
    # The stage makes room for what the trade wants to see.
    return [key for key in _DEFAULT.split(",") if key != "stage" or not more] + more


def _heading(app: App, key: str) -> str:
    if key == "missing":
        return _("Missing")
    field = None if key in COLUMNS else app.profile.field("client_fields", key)
    return own_words.heading(field, app.language) if field else _(COLUMNS[key])


def _value(app: App, line: ClientLine, key: str) -> object:
    if key == "days":
        return _days(app, line)
    if key == "missing":
        return [each.key for each in fields.missing(app.profile.client_fields, line.fields)]
    value: object = getattr(line, key) if key in ClientLine._fields else line.fields.get(key, "")
    return list(value) if isinstance(value, tuple) else value


def _days(app: App, line: ClientLine) -> int | None:
    """Days since the last touch; None where there was none."""
    return max((app.today - date.fromisoformat(line.last_touch)).days, 0) if line.last_touch else None


def _cell(app: App, line: ClientLine, key: str) -> str:
    if key == "stage":
        return app.profile.label("stages", line.stage, app.language)
    if key == "phones":
        return " ".join(line.phones)
    if key == "missing":
        return own_words.missing(app.profile.client_fields, line.fields, app.language)
    field = None if key in COLUMNS else app.profile.field("client_fields", key)
    if field is not None:
        return fields.show(field, line.fields.get(key, ""), app.language)
    value = _value(app, line, key)
    return "" if value is None else str(value)
