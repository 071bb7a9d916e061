"""Who gets a text for an occasion: one for each client, to the right person, and nobody twice."""

import sqlite3
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rmtool.domain import address
from rmtool.domain import birthdays
from rmtool.domain import care as rules
from rmtool.domain.address import Person
from rmtool.domain.care import BIRTHDAY
from rmtool.domain.care import Chosen
from rmtool.domain.care import Recipient
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.festivals import Festival
from rmtool.reports import care
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import greetings


class Wanted(NamedTuple):
    """The occasion (a festival, or else `birthday` or the name of clients' own days), when, and for whom.

    Empty means any. Clients named one by one are greeted whatever their stage and whomever the festival is for.
    """

    occasion: str
    first: date
    days: int = 1
    festival: Festival | None = None
    clients: tuple[int, ...] = ()
    tiers: tuple[str, ...] = ()
    stage: str = ""
    owner: str = ""
    gift: str = ""
    again: bool = False


def chosen(db: sqlite3.Connection, wanted: Wanted) -> Chosen:
    """Who gets a text, and who is left out because of a taboo, a greeting or the same gift before."""
    made = Chosen(())
    days = care.Wanted(wanted.first, wanted.days)
    sent = set() if wanted.again else greetings.greeted(
        db, wanted.occasion, days.first.isoformat(), days.last.isoformat()
    )  # fmt: skip
    if wanted.occasion != BIRTHDAY:
        # A firm is greeted once, whoever is its main contact by now.
        sent = {(client, 0) for client, _contact in sent}
    given = greetings.gifts(db, f"{wanted.first.year - 1}-01-01") if wanted.gift and not wanted.again else {}
    lists: dict[str, list[str]] = {"greeted": [], "taboo": [], "same_gift": [], "not_for": []}
    kept = []
    for each in _candidates(db, wanted):
        contact = each.contact if wanted.occasion == BIRTHDAY else 0
        before = rules.same_gift(given.get(each.client, ()), each.contact, wanted.gift)
        if not wanted.clients and not _is_for(wanted.festival, each):
            lists["not_for"].append(each.client_name)
        elif rules.declines(each.taboos, gift=bool(wanted.gift)):
            lists["taboo"].append(each.client_name)
        elif (each.client, contact) in sent:
            lists["greeted"].append(each.client_name)
        elif before is not None:
            lists["same_gift"].append(each.client_name)
        else:
            kept.append(each)
    return made._replace(recipients=tuple(kept), **{key: tuple(names) for key, names in lists.items()})


def _candidates(db: sqlite3.Connection, wanted: Wanted) -> Iterator[Recipient]:
    """Everybody the occasion comes to, before what they were sent is looked at."""
    days = care.Wanted(wanted.first, wanted.days)
    if wanted.festival is None and wanted.occasion == BIRTHDAY:
        for kept, when, (client, contact) in care.birthdays_of(db, days):
            if _fits(client, wanted):
                age = birthdays.age_on(kept.birthday, kept.lunar, when)
                yield _recipient(client, contact, when)._replace(age=age)
    elif wanted.festival is None:
        for _day, when, client in care.own_days_of(db, days, wanted.occasion):
            if _fits(client, wanted):
                yield _recipient(client, main(client, contacts.of(db, client.number)), when)
    else:
        people: dict[int, list[Contact]] = {}
        for each in contacts.everyone(db):
            people.setdefault(each.client, []).append(each)
        for client in clients.everyone(db):
            if _fits(client, wanted):
                yield _recipient(client, main(client, people.get(client.number, ())), wanted.first)


def _fits(client: Client, wanted: Wanted) -> bool:
    if client.archived_on or wanted.owner not in ("", client.owner):
        return False
    if wanted.clients:
        return client.number in wanted.clients
    stage = client.stage == wanted.stage if wanted.stage else client.stage not in ("lost", "dormant")
    return stage and (not wanted.tiers or client.tier in wanted.tiers)


def main(client: Client, people: Sequence[Contact]) -> Contact | None:
    """Whom to greet at a company: who leads it, else the first contact; None for a person, or where there is none."""
    if client.kind == "person" or not people:
        return None
    return next((each for each in people if address.leads(each.role)), people[0])


def _recipient(client: Client, contact: Contact | None, when: date) -> Recipient:
    phone = client.phones[0] if client.phones else ""
    fields = rules.kept_in(client.fields, rules.TABOO_FIELDS)
    if contact is None:
        sex = address.sex(client.id_number, client.fields) if client.kind == "person" else ""
        return Recipient(
            client.number, client.name, when.isoformat(), client.name,
            role=rules.kept_in(client.fields, rules.ROLE_FIELDS), sex=sex, phone=phone, taboos=fields,
            tier=client.tier, owner=client.owner,
        )  # fmt: skip
    return Recipient(
        client.number, client.name, when.isoformat(), contact.name, contact.number, contact.role,
        phone=contact.phone or phone, taboos=f"{contact.taboos} {fields}", tier=client.tier, owner=client.owner,
    )  # fmt: skip


def _is_for(festival: Festival | None, recipient: Recipient) -> bool:
    if festival is None or not festival.whom:
        return True
    if festival.whom == "women":
        return recipient.sex == "female"
    return address.title(recipient.role) in ("老师", "教授") or "校长" in recipient.role


def record(recipient: Recipient, occasion: dict[str, object], language: str) -> dict[str, object]:
    """What a template is given for one text."""
    person = Person(recipient.name, recipient.role, recipient.sex)
    return {
        **occasion,
        "address": address.addressed(person, language),
        "name": recipient.name,
        "client": recipient.client_name,
        "role": recipient.role,
        "sex": recipient.sex,
        "tier": recipient.tier,
        "day": recipient.day,
        "year": int(recipient.day[:4]),
        "age": recipient.age,
    }
