"""The words of the history: tables, columns and values as people say them."""

import json
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from typing import NamedTuple

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Field
from rmtool.domain import dates
from rmtool.domain import festivals
from rmtool.domain import fields
from rmtool.domain import money
from rmtool.domain import notes
from rmtool.domain import schedules
from rmtool.domain import targets
from rmtool.domain.deliveries import place
from rmtool.domain.history import Difference
from rmtool.domain.history import Value
from rmtool.domain.masking import mask
from rmtool.domain.schedule_times import on_the_clock
from rmtool.domain.tables import number_text
from rmtool.i18n import N_
from rmtool.i18n import _

TABLES = {
    "client_days": N_("own day"), "client_papers": N_("paper"), "client_phones": N_("phone"), "clients": N_("client"),
    "complaints": N_("complaint"), "contacts": N_("contact"), "deal_moves": N_("stage of a deal"), "deals": N_("deal"),
    "deliveries": N_("delivery"), "duty_ticks": N_("duty"), "exports": N_("export"), "greetings": N_("greeting"), "hand_overs": N_("hand-over"),
    "notes": N_("note"), "plan_stops": N_("stop of a plan"), "schedule_runs": N_("run of a schedule"),
    "schedules": N_("schedule"), "targets": N_("target"), "tasks": N_("task"), "visit_measures": N_("measure"),
    "visits": N_("visit"),
}  # fmt: skip
_COLUMNS = {
    "added_on": N_("Added on"), "address": N_("Address"), "amount": N_("Amount"), "archived_on": N_("Archived on"),
    "area": N_("Area"), "at": N_("Time"), "attempts": N_("Attempts"), "birthday": N_("Birthday"),
    "birthday_lunar": N_("Lunar birthday"), "cadence": N_("Cadence"), "cause": N_("Cause"), "client_id": N_("Client"),
    "closed_on": N_("Closed on"), "closed_time": N_("Closed at"), "competitor": N_("Competitors"),
    "contact_id": N_("Contact"), "day": N_("Day"), "deadline": N_("Deadline"), "deal_id": N_("Deal"),
    "department": N_("Department"), "destination": N_("Sent to"), "due": N_("Due"), "due_at": N_("Due at"),
    "due_time": N_("Due time"), "duty": N_("Duty"), "emails": N_("E-mail"), "ended_at": N_("Ended at"),
    "exit_code": N_("Exit code"), "expected": N_("Expected"), "expires_on": N_("Good until"), "feedback": N_("Feedback"),
    "file": N_("File"), "first": N_("First day"), "first_due": N_("First due"), "folder": N_("Folder"),
    "format": N_("Format"), "gift": N_("Gift"), "id_number": N_("Identity number"), "industry": N_("Industry"),
    "item": N_("Item"), "kind": N_("Kind"), "language": N_("Language"), "last": N_("Last day"),
    "last_error": N_("Went wrong"), "likes": N_("likes"), "lunar": N_("Lunar"), "made_at": N_("Made at"),
    "mail": N_("E-mail"), "measure": N_("Measure"), "message": N_("Message"), "minutes": N_("Minutes"),
    "moved_on": N_("Moved on"), "name": N_("Name"), "need": N_("Needs heard"), "next_try": N_("Next try"),
    "occasion": N_("Occasion"), "opened_on": N_("Opened on"), "opened_time": N_("Opened at"), "outcome": N_("Outcome"),
    "owner": N_("Owner"), "paper": N_("Paper"), "people": N_("With"), "period": N_("Period"), "person": N_("Person"),
    "phone": N_("Phone"), "place": N_("Place"), "product": N_("Product"), "products": N_("Products"),
    "purpose": N_("Purpose"), "reason": N_("Reason"), "received_on": N_("Handed in"), "referred_by": N_("Brought by"),
    "remark": N_("Remark"), "report": N_("Report"), "result": N_("Result"), "robots": N_("Robots"), "role": N_("Role"),
    "route": N_("Route"), "satisfied": N_("Satisfied"), "schedule_id": N_("Schedule"), "sent_at": N_("Sent at"),
    "sent_on": N_("Sent on"), "severity": N_("Severity"), "source": N_("Source"), "stage": N_("Stage"),
    "started_at": N_("Started at"), "state": N_("State"), "taboos": N_("avoid"), "task_id": N_("Task"),
    "tell": N_("To be told"), "text": N_("Text"), "tier": N_("Tier"), "time": N_("Time"), "told_on": N_("Told on"),
    "tried_at": N_("Tried at"), "uscc": N_("Credit code"), "value": N_("Value"), "visit_id": N_("Visit"),
    "wechat": N_("WeChat"), "who": N_("Complainant"), "why": N_("why"),
}  # fmt: skip
# Columns whose values are keys of a list of the profile.
_LISTS = {
    ("client_papers", "paper"): "papers", ("clients", "stage"): "stages", ("complaints", "cause"): "causes",
    ("complaints", "department"): "departments", ("deal_moves", "stage"): "deal_stages",
    ("deals", "product"): "products", ("deals", "stage"): "deal_stages", ("duty_ticks", "duty"): "duties",
    ("hand_overs", "department"): "departments", ("notes", "product"): "products", ("tasks", "kind"): "task_kinds",
    ("tasks", "severity"): "severities", ("visit_measures", "measure"): "measures", ("visits", "kind"): "visit_kinds",
    ("visits", "products"): "products",
}  # fmt: skip
_FIELDS = {"clients": "client_fields", "visits": "visit_fields"}
_YES_NO = frozenset({"birthday_lunar", "lunar", "satisfied"})
_ARRAYS = frozenset({"emails", "people", "products"})
_CLIENTS = frozenset({"client_id", "referred_by"})
_INSTANTS = frozenset({"started_at", "ended_at", "made_at", "tried_at", "sent_at", "next_try"})


def table(name: str) -> str:
    """A row of table `name` in a word."""
    return _(TABLES[name])


class Words(NamedTuple):
    """How values are said: in `language`, by `profile`; `names` are those of clients, `now` gives the time zone; `masked`: at the level display."""

    profile: Profile
    language: str
    names: Mapping[int, str]
    now: datetime
    masked: bool = True

    def said(self, name: str, differences: tuple[Difference, ...]) -> Iterator[tuple[str, str, str]]:
        """For each field that has another value its label, what it was and what it is; own fields one by one."""
        for each in differences:
            if each.field == "fields":
                yield from self._own(name, each)
            else:
                before, after = (self.value(name, each.field, one) for one in (each.before, each.after))
                yield _(_COLUMNS[each.field]), before, after

    def value(self, name: str, column: str, value: Value) -> str:
        """The value of a column of table `name`; empty where there is none."""
        if value is None or value == "":
            return ""
        if column in _YES_NO:
            return _("yes") if value else _("no")
        if column in _CLIENTS:
            return self.names.get(int(value), "") or str(value)
        if column in _ARRAYS:
            return _(", ").join(self._key(name, column, str(each)) for each in json.loads(str(value)))
        if isinstance(value, float):
            return number_text(value)
        if column == "amount":
            return money.show(int(value), self.language)
        return self._key(name, column, str(value))

    def _key(self, name: str, column: str, value: str) -> str:
        if (name, column) in _LISTS:
            return self.profile.label(_LISTS[name, column], value, self.language)
        if column in _INSTANTS:
            return self.moment(value)
        return _SPECIAL.get((name, column), _as_it_is)(self, value)

    def moment(self, instant: str) -> str:
        """A UTC instant as the clock on the wall showed it."""
        local = on_the_clock(instant, self.now)
        return f"{dates.show_day(local.date(), self.language)} {local:%H:%M}"

    def _own(self, name: str, found: Difference) -> Iterator[tuple[str, str, str]]:
        before, after = (json.loads(str(each or "{}")) for each in (found.before, found.after))
        known: dict[str, Field] = {each.key: each for each in getattr(self.profile, _FIELDS[name])}
        for key in dict.fromkeys((*known, *before, *after)):
            was, now = before.get(key, ""), after.get(key, "")
            if was != now:
                field = known.get(key)
                if field is None:
                    yield key, was, now
                else:
                    said = (fields.show(field, each, self.language) for each in (was, now))
                    yield field.label(self.language), next(said), next(said)


def _as_it_is(_words: Words, value: str) -> str:
    return value


def _day(words: Words, value: str) -> str:
    try:
        return dates.show_day(date.fromisoformat(value), words.language)
    except ValueError:
        return value  # a birthday without its year


def _measure(words: Words, value: str) -> str:
    own = words.profile.label("measures", value, words.language)
    return own if own != value else targets.label(value)


_SPECIAL: Mapping[tuple[str, str], Callable[[Words, str], str]] = {
    ("clients", "id_number"): lambda words, value: (
        mask(value, "identity", "display") if words.masked else value
    ),
    ("clients", "kind"): lambda _words, value: {"person": _("person"), "company": _("company")}.get(
        value, value
    ),
    ("clients", "tier"): lambda words, value: words.profile.tier_name(value, words.language),
    ("deals", "outcome"): lambda _words, value: {"won": _("won"), "lost": _("lost")}.get(value, value),
    ("deliveries", "destination"): lambda _words, value: place(value),
    ("greetings", "occasion"): lambda words, value: festivals.label(value, words.language),
    ("notes", "kind"): lambda words, value: notes.label(value, words.language),
    ("notes", "severity"): lambda words, value: notes.label(value, words.language, notes.SEVERITIES),
    ("schedules", "report"): lambda _words, value: schedules.label(value),
    ("targets", "measure"): _measure,
    ("visits", "day"): _day,
    ("tasks", "due"): _day,
}
