"""`set-target`: what is to be reached in a period."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _measures
from rmtool.domain import money
from rmtool.domain import periods
from rmtool.domain import targets
from rmtool.domain.targets import Target
from rmtool.domain.text import in_language
from rmtool.domain.text import one_line
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import targets as store
from rmtool.writers import own_words

HELP = _("""Set a target: so many visits, clients, new-clients, tasks-done or won (yuan) in a period; 0 takes it away.

A measure of the profile counts as the profile says; any other is the sum of what visits log with --measure.

Examples:
  rmtool set-target visits 2026-W48 25
  rmtool set-target won 2026-12 500万 --owner 林
  rmtool set-target stock 2026-Q4 1200""")


def set_target(
    app: App,
    measure: Annotated[
        str,
        typer.Argument(
            metavar=_("MEASURE"), help=_("visits, clients, new-clients, tasks-done, won, or your own.")
        ),
    ],
    period: Annotated[
        str, typer.Argument(metavar=_("PERIOD"), help=_("A week, 旬, month, quarter or year."))
    ],
    value: Annotated[str, typer.Argument(metavar=_("VALUE"), help=_("How much; 0 takes the target away."))],
    owner: Annotated[
        str, typer.Option(metavar=_("NAME"), help=_("Whose it is; everybody's together by default."))
    ] = "",
) -> None:
    """Keep the target, or take it away."""
    own = app.profile.measure(measure)
    unit = in_language(own.unit, app.language) if own else ""
    number = value.strip().removesuffix(unit) if unit else value.strip()
    wanted = Target(
        own.key if own else targets.measure(measure),
        periods.parse_period(period, app.today, "month"),
        _amount(number),
        one_line(owner, "--owner", optional=True),
    )
    said = {
        "measure": own.label(app.language) if own else targets.label(wanted.measure),
        "period": wanted.period.title(app.language),
        "value": own_words.with_unit(money.show_yuan(wanted.value, app.language), unit, app.language),
    }
    if wanted.period.kind == "all":
        raise UsageError(_("A target needs a period that ends, such as 2026-12."))
    if wanted.period.last < app.today and wanted.value:
        raise UsageError(_("{period} is over: give a period to come, with its year.").format(**said))
    with app.change() as db:
        for name in filter(None, (own.zh, own.en) if own else ()):
            # One set before the profile had the measure.
            store.delete(db, wanted._replace(measure=name))
        if wanted.value:
            store.set(db, wanted)
        elif not store.delete(db, wanted):
            raise NotFoundError(
                _("There is no target for {measure} in {period}: see `rmtool list-targets --all`.").format(
                    **said
                )
            )
    if wanted.value:
        app.say(_("Target: {value} {measure} in {period}.").format(**said))
        if wanted.measure not in targets.COUNTED:
            _measures.say_near(app, [wanted.measure])
    else:
        app.say(_("Took away the target for {measure} in {period}.").format(**said))


def _amount(word: str) -> float:
    """The number `word`, written as an amount is; raises UsageError."""
    try:
        return 0 if word == "0" else money.parse(word) / 100
    except UsageError as error:
        raise UsageError(
            _("{word} is no number: write it as 40, 12.5 or 500万.").format(word=shown(word))
        ) from error
