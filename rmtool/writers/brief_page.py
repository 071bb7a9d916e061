"""The morning brief on the terminal: numbers, questions, deals, the plan, what must not be forgotten."""

from datetime import date

from rmtool.config.profile import Profile
from rmtool.domain import dates
from rmtool.domain import money
from rmtool.domain.brief import IndustryCount
from rmtool.domain.brief import MorningBrief
from rmtool.domain.reports import DealRow
from rmtool.i18n import _
from rmtool.i18n import ngettext
from rmtool.writers import day_page
from rmtool.writers import duty_lines
from rmtool.writers import pages
from rmtool.writers import paper_page
from rmtool.writers import plan_page

_MOST_OWED = 10


def text(brief: MorningBrief, profile: Profile, language: str) -> str:
    """The whole brief, made to be read out."""
    wide = pages.columns()
    lines = [_back(brief, language)]
    lines += [line for each in brief.industries for line in _industry(each, wide)]
    for heading, rows in (
        (_("To be passed on at once"), [day_page.untold(each, wide) for each in brief.untold]),
        (
            _("Questions and feedback"),
            [line for each in brief.questions for line in pages.field(f"  {each.client}", each.text, wide)],
        ),
        (_("Deals"), [line for each in brief.deals.rows for line in _deal(each, profile, language, wide)]),
        ("", [plan_page.text(brief.plan, profile, language)]),
        (
            _("Not to be forgotten, and not in the plan"),
            [
                *(day_page.task(each, brief.day, wide) for each in brief.owed[:_MOST_OWED]),
                *duty_lines.lines(brief.duties, language, wide),
            ],
        ),
        (
            _("Papers that have expired or soon will"),
            [paper_page.line(each, profile, language, wide) for each in brief.papers[:_MOST_OWED]],
        ),
    ):
        if rows:
            lines += ["", *filter(None, [heading]), *rows]
    if len(brief.owed) > _MOST_OWED:
        told = _("{count} more: see `rmtool list-tasks`.").format(count=len(brief.owed) - _MOST_OWED)
        lines += pages.wrapped(told, wide)
    return "\n".join(lines)


def _back(brief: MorningBrief, language: str) -> str:
    first, last = (dates.show_day(date.fromisoformat(day), language) for day in (brief.first, brief.last))
    when = first if first == last else _("{first} to {last}").format(first=first, last=last)
    if not brief.industries:
        return _("{when}: nothing was logged.").format(when=when)
    return _("{when}: {visits}, {new}").format(
        when=when,
        visits=_visits(sum(each.visits for each in brief.industries)),
        new=_new(sum(each.new for each in brief.industries)),
    )


def _industry(found: IndustryCount, wide: int) -> list[str]:
    clients = ngettext("{n} client", "{n} clients", found.clients).format(n=found.clients)
    told = [_visits(found.visits), clients] if found.visits else []
    told += [_new(found.new)] if found.new else []
    # Not inside the f-string, where it would not be found for translation.
    industry = found.industry or _("no industry")
    return pages.field(f"  {industry}", _(", ").join(told), wide)


def _visits(number: int) -> str:
    return ngettext("{n} visit", "{n} visits", number).format(n=number)


def _new(number: int) -> str:
    return ngettext("{n} new client", "{n} new clients", number).format(n=number)


def _deal(found: DealRow, profile: Profile, language: str, wide: int) -> list[str]:
    amount = money.show_yuan(found.amount, language)
    stage = profile.label("deal_stages", found.stage, language)
    product = profile.label("products", found.product, language)
    told = _(", ").join(filter(None, (product, amount, stage, found.reason)))
    return pages.field(f"  {found.client}", told, wide)
