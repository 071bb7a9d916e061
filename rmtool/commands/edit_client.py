"""`edit-client`: change what is kept of a client."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _client_form
from rmtool.commands import _client_options as options
from rmtool.commands import _fields
from rmtool.commands._parameters import ClientWord
from rmtool.commands._parameters import Force
from rmtool.commands._parameters import Json
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.store import clients

HELP = _("""Change what is kept of a client. What is not named stays; an empty text clears it.

--phone and --email replace all that were there. A field of your own is cleared with KEY=.

Examples:
  rmtool edit-client 张三 --tier B --area 城西
  rmtool edit-client 12 --phone 13800138000 --phone 010-65432100
  rmtool edit-client 12 --address ""
""")


def edit_client(
    app: App,
    client: ClientWord,
    name: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("The full name."))] = None,
    kind: Annotated[str | None, typer.Option(metavar=_("KIND"), help=_("person or company."))] = None,
    phone: options.Phone = None,
    email: options.Email = None,
    wechat: options.Wechat = None,
    tier: options.Tier = None,
    stage: options.Stage = None,
    industry: options.Industry = None,
    area: options.Area = None,
    route: options.Route = None,
    address: options.Address = None,
    source: options.Source = None,
    referred_by: options.ReferredBy = None,
    birthday: options.Birthday = None,
    lunar: options.LunarOrNot = None,
    id_number: options.IdNumber = None,
    uscc: options.Uscc = None,
    owner: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("Who looks after it."))] = None,
    every: options.Every = None,
    remark: options.Remark = None,
    field: options.Field = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Put what was named in the place of what was there."""
    words = _client_form.Words(
        name=name, kind=kind, email=email, wechat=wechat, tier=tier, stage=stage, industry=industry, area=area,
        route=route, address=address, source=source, referred_by=referred_by, birthday=birthday, lunar=lunar,
        owner=owner, remark=remark, field=field, every=every,
        phone=None if phone is None else [_client_form.secret(each, _("Phone")) or "" for each in phone],
        id_number=_client_form.secret(id_number, _("Identity number")),
        uscc=_client_form.secret(uscc, _("Credit code")),
    )  # fmt: skip
    if words == _client_form.Words():
        raise UsageError(_("Nothing to change: name at least one option, see `rmtool edit-client --help`."))
    with app.look() as db:
        number = app.client(db, client).number
    with app.change() as db:
        before = clients.get(db, number)
        wanted = _client_form.client(app, db, words, before)
        _client_form.refuse_new_same(db, wanted, before, force=force)
        clients.set(db, wanted)
        if json:
            _client_form.show_json(app, clients.get(db, number))
    app.say(_("Changed client {number}: {name}.").format(number=number, name=shown(wanted.name)))
    if field:
        _fields.say_near(app, "client_fields", field, before.fields)
        _fields.say_missing(app, "client_fields", number, wanted.fields)
