"""`add-client`: a new client record (客户档案)."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _client_form
from rmtool.commands import _client_options as options
from rmtool.commands import _fields
from rmtool.commands._parameters import Force
from rmtool.commands._parameters import Json
from rmtool.domain.clients import Client
from rmtool.domain.text import shown
from rmtool.i18n import _
from rmtool.store import clients

HELP = _("""Add a client. The same name, phone, identity number or credit code twice is refused.

Examples:
  rmtool add-client 张三 --phone 13800138000 --tier A
  rmtool add-client 华星机械 --kind company --area 城东 --tier B
  rmtool add-client 李梅 --kind person --id-number -     (asked unseen)""")


def add_client(
    app: App,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("The full name."))],
    kind: Annotated[
        str, typer.Option(metavar=_("KIND"), help=_("person or company; guessed from the name by default."))
    ] = "",
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
    lunar: options.Lunar = False,
    id_number: options.IdNumber = None,
    uscc: options.Uscc = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar=_("NAME"), help=_("Who looks after it; the owner of the settings by default.")),
    ] = None,
    every: options.Every = None,
    remark: options.Remark = None,
    field: options.Field = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Store a new client."""
    words = _client_form.Words(
        name=name, kind=kind or guess_kind(name), email=email, wechat=wechat, tier=tier, stage=stage,
        industry=industry, area=area, route=route, address=address, source=source, referred_by=referred_by,
        birthday=birthday, lunar=lunar, remark=remark, field=field, every=every,
        owner=app.settings.owner if owner is None else owner,
        phone=[_client_form.secret(each, _("Phone")) or "" for each in phone or ()],
        id_number=_client_form.secret(id_number, _("Identity number")),
        uscc=_client_form.secret(uscc, _("Credit code")),
    )  # fmt: skip
    fresh = Client(name="", added_on=app.today.isoformat())
    if _fields.must_ask(app, field):
        # What can't be right is said before anybody answers more.
        with app.look() as db:
            _client_form.refuse_same(db, _client_form.client(app, db, words, fresh), force=force)
        words = words._replace(field=_fields.asked(app, field))
    with app.change() as db:
        wanted = _client_form.client(app, db, words, fresh)
        _client_form.refuse_same(db, wanted, force=force)
        number = clients.add(db, wanted, app.recorded_at)
        if json:
            _client_form.show_json(app, clients.get(db, number))
    more = app.profile.tier_name(wanted.tier, app.language)
    app.say(
        _("Added client {number}: {name}{more}.").format(
            number=number, name=shown(wanted.name), more=f" ({more})" if more else ""
        )
    )
    _fields.say_near(app, "client_fields", field or (), {})
    _fields.say_missing(app, "client_fields", number, wanted.fields)


def guess_kind(name: str) -> str:
    """`person` for two to four Chinese characters that end like no firm, else `company`."""
    firm = (
        "公司",
        "集团",
        "厂",
        "店",
        "行",
        "社",
        "部",
        "院",
        "局",
        "会",
        "中心",
        "酒店",
        "超市",
        "商贸",
        "科技",
    )
    plain = name.strip()
    short = 2 <= len(plain) <= 3 and all("\u4e00" <= each <= "\u9fff" for each in plain)
    return "person" if short and not plain.endswith(firm) else "company"
