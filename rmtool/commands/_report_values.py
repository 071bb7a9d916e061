"""Which report is made how. A new one is a line here, its period in domain.schedules.KINDS, and its templates."""

import sqlite3
from collections.abc import Callable
from collections.abc import Mapping

from rmtool.app import App
from rmtool.commands import _verified
from rmtool.domain.brief import BriefReport
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports import complaints_report
from rmtool.reports.activity import activity
from rmtool.reports.brief import brief
from rmtool.reports.client_base import client_base
from rmtool.reports.client_report import client_report
from rmtool.reports.market import market
from rmtool.reports.owed import Wanted
from rmtool.reports.plan import Wanted as Planned
from rmtool.reports.satisfaction import satisfaction
from rmtool.writers import brief_page

Maker = Callable[[App, sqlite3.Connection, Wanted], object]


def made(app: App, db: sqlite3.Connection, wanted: Wanted) -> object:
    """The report `wanted` names, as a value; one of the user's own is the activity report."""
    return MAKERS.get(wanted.name, _activity)(app, db, wanted)


def has_sources(name: str) -> bool:
    """Whether report `name` can tell where its figures are from."""
    return MAKERS.get(name, _activity) is not _morning_brief


def _activity(app: App, db: sqlite3.Connection, wanted: Wanted) -> object:
    return activity(db, wanted, app.settings, _verified.profile(app), app.calendar)


def _market(app: App, db: sqlite3.Connection, wanted: Wanted) -> object:
    return market(db, wanted, app.settings, app.profile)


def _satisfaction(app: App, db: sqlite3.Connection, wanted: Wanted) -> object:
    return satisfaction(db, wanted, app.settings)


def _client_base(app: App, db: sqlite3.Connection, wanted: Wanted) -> object:
    return client_base(db, wanted, app.settings, app.profile)


def _complaints(app: App, db: sqlite3.Connection, wanted: Wanted) -> object:
    return complaints_report.report(db, wanted, app.clock, app.settings, app.profile)


def _morning_brief(app: App, db: sqlite3.Connection, wanted: Wanted) -> object:
    """The brief of the period's first day, or of the next working day where it is none."""
    profile = _verified.profile(app)
    clock = app.clock.at(app.calendar.from_day(wanted.period.first))
    found = brief(db, Planned(clock, wanted.owner, profile.max_per_day), profile, app.calendar, app.language)
    return BriefReport(
        wanted.name, found.day, wanted.now.isoformat(timespec="minutes"), wanted.owner or app.settings.owner,
        app.settings.department, found, brief_page.text(found, profile, app.language),
    )  # fmt: skip


def _client(app: App, db: sqlite3.Connection, wanted: Wanted) -> object:
    if not wanted.client:
        raise UsageError(_("Say which client it is about: `rmtool client-report CLIENT [PERIOD]`."))
    return client_report(db, wanted, app.clock, app.settings)


MAKERS: Mapping[str, Maker] = {
    "daily": _activity,
    "weekly": _activity,
    "tenday": _activity,
    "monthly": _activity,
    "quarterly": _activity,
    "market": _market,
    "satisfaction": _satisfaction,
    "client-base": _client_base,
    "complaints": _complaints,
    "morning-brief": _morning_brief,
    "client": _client,
}
