"""The page to read before a visit, and the page of one visit."""

from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import dates
from rmtool.domain import money
from rmtool.domain import notes
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.deals import Deal
from rmtool.domain.greetings import Greeting
from rmtool.domain.notes import Note
from rmtool.domain.overview import Birthday
from rmtool.domain.overview import ClientPage
from rmtool.domain.tasks import Task
from rmtool.domain.text import shown
from rmtool.domain.visits import Visit
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import own_words
from rmtool.writers import pages
from rmtool.writers import paper_page

_VISIT_LINES = 2


def text(page: ClientPage, profile: Profile, language: str) -> str:
    """The page to read before a visit: what matters at the door stands first."""
    wide = pages.columns()
    client = page.client
    lines = pages.wrapped(f"{client.number}  {client.name}", wide)
    if client.archived_on:
        lines += [_("Archived on {day}.").format(day=client.archived_on)]
    lines += pages.wrapped(_touch(page, language), wide)
    lines += _missing(own_words.missing(profile.client_fields, client.fields, language), wide)
    if page.papers:
        lines += pages.field(_("Papers"), paper_page.told(page.papers, profile, language), wide)
    for each in page.birthdays:
        lines += pages.wrapped(_birthday(each, language), wide)
    lines += _section(_("Likes and taboos"), _manners(page.contacts, wide))
    lines += _section(_("Gifts given"), [line for each in page.gifts for line in _gift(each, wide)])
    lines += _section(_("Promised"), [line for each in page.promised for line in task(each, language, wide)])
    lines += _section(_("Open tasks"), [line for each in page.tasks for line in task(each, language, wide)])
    lines += _section(
        _("Deals"), [line for each in page.deals for line in _deal(each, profile, language, wide)]
    )
    recommended = (own_words.recommended(each, profile, language) for each in page.recommended)
    lines += _section(_("To recommend"), [line for each in recommended for line in _indented(each, wide)])
    lines += _section(
        _("Last visits"), [line for each in page.visits for line in _visit(each, profile, language, wide)]
    )
    lines += _section(
        _("Market notes"), [line for each in page.notes for line in _note(each, language, wide)]
    )
    lines += _section(_("Contacts"), [line for each in page.contacts for line in _contact(each, wide)])
    lines += _section(_("Data"), _data(page, profile, language, wide))
    return "\n".join(lines)


def visit(found: Visit, steps: tuple[Task, ...], profile: Profile, language: str) -> str:
    """One visit whole, with the tasks that came from it."""
    wide = pages.columns()
    lines = pages.wrapped(f"{found.number}  {found.client_name}", wide)
    kind = profile.label("visit_kinds", found.kind, language)
    minutes = (
        ngettext("{count} minute", "{count} minutes", found.minutes).format(count=found.minutes)
        if found.minutes
        else ""
    )
    pairs = (
        (_("Day"), f"{dates.show_day(date.fromisoformat(found.day), language)} {found.time}".strip()),
        (_("Kind"), kind),
        (_("Took"), minutes),
        (_("Place"), found.place),
        (_("With"), _(", ").join(found.people)),
        (_("Purpose"), found.purpose),
        (_("Result"), found.result),
        (_("Needs heard"), found.need),
        (_("Feedback"), found.feedback),
        (_("Competitors"), found.competitor),
        (_("Products"), _(", ").join(profile.label("products", each, language) for each in found.products)),
        (_("Measures"), own_words.measures(found.measures, profile, language)),
        *own_words.pairs(profile.visit_fields, found.fields, language),
        (_("Owner"), found.owner),
    )
    lines += pages.fields(pairs, wide)
    lines += _missing(own_words.missing(profile.visit_fields, found.fields, language), wide)
    lines += ["", *pages.wrapped(found.text, wide)]
    lines += _section(_("Tasks from it"), [line for each in steps for line in task(each, language, wide)])
    return "\n".join(lines)


def task(found: Task, language: str, wide: int) -> list[str]:
    """A task in one line or a few: number, when it is due or was closed, text."""
    when = _("no due day")
    if found.closed_on:
        when = _("closed {day}").format(day=found.closed_on)
    elif found.due:
        when = f"{dates.show_day(date.fromisoformat(found.due), language)} {found.due_time}".strip()
    told = _("{task}: {result}").format(task=found.text, result=found.result) if found.result else found.text
    return pages.field(f"{found.number:>6}  {when}", told, wide)


def _missing(lacking: str, wide: int) -> list[str]:
    return pages.wrapped(_("Still missing: {fields}.").format(fields=lacking), wide) if lacking else []


def _indented(told: str, wide: int) -> list[str]:
    return ["  " + line for line in pages.wrapped(told, wide - 2)]


def _section(heading: str, lines: list[str]) -> list[str]:
    return ["", heading, *lines] if lines else []


def _touch(page: ClientPage, language: str) -> str:
    if page.days is None:
        return _("Never touched; added on {day}.").format(day=page.client.added_on)
    day = dates.show_day(date.fromisoformat(page.last_touch), language)
    if page.days == 0:
        return _("Last touch {day}, today; visits so far: {visits}.").format(
            day=day, visits=page.visits_count
        )
    return ngettext(
        "Last touch {day}, {days} day ago; visits so far: {visits}.",
        "Last touch {day}, {days} days ago; visits so far: {visits}.",
        page.days,
    ).format(day=day, days=page.days, visits=page.visits_count)


def _birthday(birthday: Birthday, language: str) -> str:
    return _("Birthday of {name}: {day}.").format(
        name=birthday.contact or birthday.client_name,
        day=dates.show_day(date.fromisoformat(birthday.day), language),
    )


def _manners(contacts: tuple[Contact, ...], wide: int) -> list[str]:
    lines = []
    for each in contacts:
        for label, value in ((_("likes"), each.likes), (_("avoid"), each.taboos)):
            if value:
                lines += pages.field(f"  {shown(each.name)}  {label}", value, wide)
    return lines


def _gift(found: Greeting, wide: int) -> list[str]:
    return pages.field(
        f"  {found.sent_on}", _(", ").join(filter(None, (found.gift, found.contact_name))), wide
    )


def _deal(found: Deal, profile: Profile, language: str, wide: int) -> list[str]:
    stage = profile.label("deal_stages", found.stage, language)
    product = profile.label("products", found.product, language)
    told = _(", ").join(filter(None, (product, money.show(found.amount, language), stage, found.expected)))
    return pages.field(f"{found.number:>6} ", told, wide)


def _contact(contact: Contact, wide: int) -> list[str]:
    parts = [
        contact.role,
        contact.phone,
        _kept(contact.birthday, lunar=contact.birthday_lunar),
        contact.remark,
    ]
    return pages.field(f"{contact.number:>6}  {shown(contact.name)}", _("; ").join(filter(None, parts)), wide)


def _kept(birthday: str, *, lunar: bool) -> str:
    """A birthday as people write it, lunar ones marked."""
    day = birthday.removeprefix("--")
    return _("{day} (lunar calendar)").format(day=day) if lunar else day


def _visit(found: Visit, profile: Profile, language: str, wide: int) -> list[str]:
    kind = profile.label("visit_kinds", found.kind, language)
    when = f"{dates.show_day(date.fromisoformat(found.day), language)} {found.time}".strip()
    said = " ".join(found.text.split())
    known = [
        (_("With"), _(", ").join(map(shown, found.people))),
        *own_words.pairs(profile.visit_fields, found.fields, language),
    ]
    fields = _("; ").join(f"{label} {value}" for label, value in known if value)
    return [
        f"{found.number:>6}  {when}  {kind}",
        *(" " * 8 + line for line in pages.wrapped(said, wide - 8, _VISIT_LINES)),
        *(" " * 8 + line for line in pages.wrapped(fields, wide - 8, _VISIT_LINES) if fields),
    ]


def _note(found: Note, language: str, wide: int) -> list[str]:
    when = dates.show_day(date.fromisoformat(found.day), language)
    return pages.field(f"{found.number:>6}  {when}  {notes.label(found.kind, language)}", found.text, wide)


def _data(page: ClientPage, profile: Profile, language: str, wide: int) -> list[str]:
    client = page.client
    kind = _("person") if client.kind == "person" else _("company")
    pairs = [
        (_("Kind"), kind),
        (_("Tier"), profile.tier_name(client.tier, language)),
        (_("Stage"), profile.label("stages", client.stage, language)),
        (_("Phones"), _(", ").join(client.phones)),
        (_("E-mail"), _(", ").join(client.emails)),
        (_("WeChat"), client.wechat),
        *_places(client),
        (_("Birthday"), _kept(client.birthday, lunar=client.birthday_lunar)),
        *((shown(each.name), _kept(each.day, lunar=each.lunar)) for each in page.own_days),
        (_("Identity number"), client.id_number),
        (_("Credit code"), client.uscc),
        (_("Source"), client.source),
        (_("Brought by"), page.referrer),
        (_("Owner"), client.owner),
        (_("Added"), client.added_on),
        *own_words.pairs(profile.client_fields, client.fields, language),
        (_("Cadence"), client.cadence),
        (_("Remark"), client.remark),
    ]
    return pages.fields(pairs, wide, indent=2)


def _places(client: Client) -> list[tuple[str, str]]:
    return [
        (_("Industry"), client.industry),
        (_("Area"), client.area),
        (_("Route"), client.route),
        (_("Address"), client.address),
    ]
