"""Who is to be remembered in the next days: birthdays, days of clients' own, festivals."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from typing import NamedTuple

from rmtool.domain import birthdays
from rmtool.domain import care as care_rules
from rmtool.domain import festivals
from rmtool.domain.care import BIRTHDAY
from rmtool.domain.care import Coming
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.greetings import ClientDay
from rmtool.domain.greetings import Greeting
from rmtool.reports import kept_days
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import greetings
from rmtool.store.birthdays import Kept


class Wanted(NamedTuple):
    """The days asked for, from `first` on; an empty owner means everybody's clients."""

    first: date
    days: int
    owner: str = ""
    language: str = "en"

    @property
    def last(self) -> date:
        """The last of the days."""
        return self.first + timedelta(days=self.days - 1)


class Person(NamedTuple):
    """Whose day it is: a client, or a contact there."""

    client: Client
    contact: Contact | None


def care(db: sqlite3.Connection, wanted: Wanted) -> tuple[Coming, ...]:
    """What comes up in the days wanted, in order; a festival stands before the people of its day."""
    gifts = greetings.gifts(db)
    found = [
        *_festivals(db, wanted),
        *_birthdays(db, wanted, gifts),
        *_own_days(db, wanted, gifts),
    ]
    order = ("festival", "birthday", "own")
    return tuple(
        sorted(found, key=lambda each: (each.day, order.index(each.kind), each.client, each.contact))
    )


def _festivals(db: sqlite3.Connection, wanted: Wanted) -> Iterator[Coming]:
    number = greetings.count_clients(db, wanted.owner)
    for day, festival in festivals.coming(wanted.first, wanted.days):
        sent = greetings.greeted(db, festival.key, day.isoformat(), day.isoformat(), wanted.owner)
        yield Coming(
            "festival", festival.key, festival.label(wanted.language), day.isoformat(), (day - wanted.first).days,
            greeted=len({client for client, _contact in sent}), clients=number,
        )  # fmt: skip


def _birthdays(db: sqlite3.Connection, wanted: Wanted, gifts: dict[int, list[Greeting]]) -> Iterator[Coming]:
    sent = greetings.greeted(db, BIRTHDAY, wanted.first.isoformat(), wanted.last.isoformat())
    for kept, when, person in birthdays_of(db, wanted):
        base = Coming(
            "birthday", BIRTHDAY, "", when.isoformat(), (when - wanted.first).days,
            age=birthdays.age_on(kept.birthday, kept.lunar, when), lunar=kept.lunar,
            greeted=int((kept.client, kept.contact_number) in sent),
        )  # fmt: skip
        yield _with_person(base, person, gifts)


def _own_days(db: sqlite3.Connection, wanted: Wanted, gifts: dict[int, list[Greeting]]) -> Iterator[Coming]:
    for own, when, client in own_days_of(db, wanted):
        sent = greetings.greeted(db, own.name, when.isoformat(), when.isoformat())
        base = Coming(
            "own", own.name, own.name, when.isoformat(), (when - wanted.first).days, lunar=own.lunar,
            greeted=int(own.client in {number for number, _contact in sent}),
        )  # fmt: skip
        yield _with_person(base, Person(client, None), gifts)


def birthdays_of(db: sqlite3.Connection, wanted: Wanted) -> Iterator[tuple[Kept, date, Person]]:
    """The birthdays kept in the days wanted, on which day, and whose they are."""
    for each, when in kept_days.of_birth(db, wanted.first, wanted.days):
        client = clients.get(db, each.client)
        if wanted.owner in ("", client.owner):
            people = contacts.of(db, each.client) if each.contact_number else ()
            contact = next((person for person in people if person.number == each.contact_number), None)
            yield each, when, Person(client, contact)


def own_days_of(
    db: sqlite3.Connection, wanted: Wanted, name: str = ""
) -> Iterator[tuple[ClientDay, date, Client]]:
    """The days of clients' own in the days wanted, all or those of one name, and on which day they are kept."""
    for each, when in kept_days.of_clients(db, wanted.first, wanted.days):
        client = clients.get(db, each.client)
        if wanted.owner in ("", client.owner) and name in ("", each.name):
            yield each, when, client


def _with_person(found: Coming, person: Person, gifts: dict[int, list[Greeting]]) -> Coming:
    client, contact = person
    number = contact.number if contact else 0
    given = [each for each in gifts.get(client.number, ()) if not number or each.contact in (None, number)]
    return found._replace(
        client=client.number,
        client_name=client.name,
        contact=contact.name if contact else "",
        role=contact.role if contact else "",
        likes=contact.likes if contact else care_rules.kept_in(client.fields, care_rules.LIKES_FIELDS),
        taboos=contact.taboos if contact else care_rules.kept_in(client.fields, care_rules.TABOO_FIELDS),
        gift=given[-1].gift if given else "",
        gift_on=given[-1].sent_on if given else "",
    )
