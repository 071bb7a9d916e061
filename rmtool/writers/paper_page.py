"""Papers in words: what is missing, expired or about to expire."""

from collections.abc import Iterable

from rmtool.config.profile import Profile
from rmtool.domain.papers import EXPIRED
from rmtool.domain.papers import EXPIRING
from rmtool.domain.papers import MISSING
from rmtool.domain.papers import THERE
from rmtool.domain.papers import PaperLine
from rmtool.i18n import _
from rmtool.writers import pages

_NUMBER, _WHEN, _NAME = 6, 14, 16


def told(papers: Iterable[PaperLine], profile: Profile, language: str) -> str:
    """What is not in order of a client's papers, in one sentence."""
    found = [(each.state, each.expires_on, profile.label("papers", each.paper, language)) for each in papers]
    missing = [label for state, _day, label in found if state == MISSING]
    parts = [_("missing: {papers}").format(papers=_(", ").join(missing))] if missing else []
    for state, words in ((EXPIRED, _("{paper} expired {day}")), (EXPIRING, _("{paper} expires {day}"))):
        parts += [words.format(paper=label, day=day) for which, day, label in found if which == state]
    return _("; ").join(parts)


def state(paper: PaperLine) -> str:
    """How a paper stands."""
    return {
        THERE: _("there"), MISSING: _("[missing]"), EXPIRED: _("[expired]"), EXPIRING: _("[expires soon]"),
    }[paper.state]  # fmt: skip


def line(paper: PaperLine, profile: Profile, language: str, wide: int) -> str:
    """A paper that has expired or soon will, as one line."""
    label = profile.label("papers", paper.paper, language)
    words = _("{paper} expired") if paper.state == EXPIRED else _("{paper} expires")
    cells = [(paper.expires_on, _WHEN), (paper.client_name, _NAME), (words.format(paper=label), 0)]
    return f"{paper.client:>{_NUMBER}}  " + pages.row(cells, wide - _NUMBER - 2)
