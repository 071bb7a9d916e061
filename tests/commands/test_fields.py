"""Fields, measures and products of a trade, through the commands that take and show them."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

PROFILE = """
name = "shops"
zh = "商店"
en = "Shops"
[[tiers]]
key = "A"
[[stages]]
key = "prospect"
[[stages]]
key = "active"
[[visit_kinds]]
key = "visit"
[[visit_kinds]]
key = "outing"
[[task_kinds]]
key = "follow-up"
[[task_kinds]]
key = "complaint"
[[task_kinds]]
key = "request"
[[deal_stages]]
key = "lead"
[[deal_stages]]
key = "won"
outcome = "won"
[[cadences]]
every = "1d"
[[client_fields]]
key = "floor-area"
zh = "面积"
en = "floor area"
type = "number"
required = true
shown_in = ["list-clients", "due", "plan-day", "export"]
[[client_fields]]
key = "risk"
zh = "风险等级"
en = "risk"
type = "choice"
choices = ["保守|conservative", "进取|aggressive"]
required = true
[[client_fields]]
key = "limit"
zh = "额度"
en = "limit"
type = "money"
shown_in = ["export"]
[[visit_fields]]
key = "seen"
zh = "见到本人"
en = "seen"
type = "yes-no"
required = true
shown_in = ["list-visits", "export"]
[[visit_fields]]
key = "until"
zh = "期限"
en = "until"
type = "date"
[[visit_fields]]
key = "signs"
zh = "风险信号"
en = "signs of risk"
shown_in = ["list-visits"]
[[measures]]
key = "coverage"
zh = "铺货率"
en = "shelf coverage"
unit = "%"
over = "mean"
[[measures]]
key = "stock"
zh = "库存"
en = "stock"
unit = "箱|cases"
over = "last"
[[measures]]
key = "outings"
zh = "走店次数"
en = "outings"
of = "visits"
kinds = ["outing"]
[[products]]
key = "deposit"
zh = "存款"
en = "time deposit"
"""


@pytest.fixture
def shops(run, tmp_path: Path):
    path = tmp_path / "shops.toml"
    path.write_text(PROFILE, encoding="utf-8")
    run("use-profile", path, "--yes", check=0)
    return run


def client(run, word: str = "no:1") -> dict[str, Any]:
    return json.loads(run("show-client", word, "--json", check=0).out)["client"]


def visit(run, number: str = "1") -> dict[str, Any]:
    return json.loads(run("show-visit", number, "--json", check=0).out)


def test_a_field_is_named_by_key_or_label_and_kept_in_no_language(shops) -> None:
    shops(
        "add-client",
        "张三",
        "--field",
        "面积=１２０.50",
        "--field",
        "Risk=Aggressive",
        "--field",
        "limit=500万",
        check=0,
    )
    assert client(shops)["fields"] == {"floor-area": "120.5", "risk": "进取", "limit": "5000000"}
    page = shops("show-client", "张三", check=0).out
    assert "floor area       120.5" in page or "floor area  120.5" in page
    assert "aggressive" in page
    assert "limit       5,000,000" in page
    page = shops("show-client", "张三", lang="zh", check=0).out
    assert "风险等级  进取" in page
    assert "额度      500万" in page


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("面积=大", "floor area can't be 大: it takes a number, such as 120."),
        ("risk=wild", "risk can't be wild: it takes one of conservative/aggressive."),
        ("limit=lots", "limit can't be lots: it takes an amount in yuan"),
        ("面积", "--field takes KEY=VALUE, not 面积."), ("=3", "--field takes KEY=VALUE, not =3."),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_and_nothing_is_stored(shops, pair: str, said: str) -> None:
    done = shops("add-client", "张三", "--field", pair, check=2)
    assert said in done.err
    assert done.err.count("\n") == 1
    assert shops("list-clients", check=0).out == ""
    shops("add-client", "李四", check=0)
    shops("edit-client", "李四", "--field", pair, check=2)
    assert client(shops)["fields"] == {}


def test_what_is_missing_is_said_and_never_refused(shops) -> None:
    done = shops("add-client", "张三", check=0)
    assert done.err.splitlines()[1:] == [
        "Still missing: floor area, risk; add it with `rmtool edit-client 1 --field floor-area=…`."
    ]
    assert (
        "还缺：面积、风险等级；用 `rmtool edit-client 2 --field 面积=…` 补上。"
        in shops("add-client", "李四", lang="zh", check=0).err
    )
    done = shops("edit-client", "张三", "--field", "面积=3", check=0)
    assert "Still missing: risk; add it with `rmtool edit-client 1 --field risk=…`." in done.err
    assert "missing" not in shops("edit-client", "张三", "--field", "risk=保守", check=0).err
    assert "Still missing" not in shops("show-client", "张三", check=0).out
    assert shops("show-client", "李四", check=0).out.splitlines()[2] == "Still missing: floor area, risk."


def test_a_field_of_your_own_is_kept_and_said_where_the_profile_has_one_like_it(shops) -> None:
    done = shops("add-client", "张三", "--field", "面基=3", "--field", "colour=red", check=0)
    assert "面基 is kept as a field of your own; the profile has floor-area." in done.err
    assert "colour" not in done.err
    assert client(shops)["fields"] == {"面基": "3", "colour": "red"}
    # Who keeps it knows it.
    assert "面基" not in shops("edit-client", "张三", "--field", "面基=4", check=0).err
    assert "面基" not in shops("edit-client", "张三", "--field", "面基=", check=0).err
    assert client(shops)["fields"] == {"colour": "red"}


def test_a_field_from_before_the_profile_had_it_finds_its_place(run, shops, tmp_path: Path) -> None:
    run("use-profile", "general", "--yes", check=0)
    run("add-client", "张三", "--field", "面积=约120", check=0)
    run("use-profile", tmp_path / "shops.toml", "--yes", check=0)
    assert "面积" in run("show-client", "张三", check=0).out
    run("edit-client", "张三", "--field", "面积=120", check=0)
    assert client(run)["fields"] == {"floor-area": "120"}


def test_on_a_terminal_required_fields_are_asked_for(shops, on_a_terminal) -> None:
    code, shown = on_a_terminal("add-client", "张三", typed="大\n120\n\n")
    assert code == 0
    assert shown.count("floor area (a number, such as 120; empty leaves it): ") == 2
    assert "floor area can't be 大" in shown
    assert "risk (one of conservative/aggressive; empty leaves it): " in shown
    assert "Still missing: risk" in shown
    assert client(shops)["fields"] == {"floor-area": "120"}
    # A client that is there already is refused before anybody answers.
    code, shown = on_a_terminal("add-client", "张三", typed="\n\n")
    assert code == 1
    assert "empty leaves it" not in shown
    code, shown = on_a_terminal("add-client", "李四", "--field", "面积=1", "--field", "risk=保守")
    assert code == 0
    assert "empty leaves it" not in shown


def test_incomplete_clients_are_listed_with_what_they_lack(shops) -> None:
    shops("add-client", "张三", "--field", "面积=3", "--field", "risk=保守", check=0)
    shops("add-client", "李四", "--field", "面积=3", check=0)
    shops("add-client", "王五", "--tier", "A", check=0)
    found = json.loads(shops("list-clients", "--incomplete", "--json", check=0).out)
    assert [(each["name"], each["missing"]) for each in found] == [
        ("李四", ["risk"]), ("王五", ["floor-area", "risk"]),
    ]  # fmt: skip
    lines = shops("list-clients", "--incomplete", lang="zh", check=0).out.splitlines()
    assert lines[0].split() == ["编号", "名称", "级别", "还缺"]
    assert lines[2].split() == ["2", "李四", "风险等级"]
    assert (
        json.loads(shops("list-clients", "--incomplete", "--tier", "A", "--json", check=0).out)[0]["name"]
        == "王五"
    )
    done = shops("list-clients", "--incomplete", "--search", "张三", check=0)
    assert (done.out, done.err) == ("", "Nobody that fits is incomplete.\n")
    assert "2 of 3 clients lack a required field" in shops("check", check=0).out


def test_without_required_fields_everybody_is_complete(run) -> None:
    run("add-client", "张三", check=0)
    done = run("list-clients", "--incomplete", check=0)
    assert (done.out, done.err.count("\n")) == ("", 1)
    assert run("list-clients", "--incomplete", "--json", check=0).out == "[]\n"
    assert "required" not in run("check", check=0).out


def test_fields_stand_where_the_profile_says(shops) -> None:
    shops(
        "add-client", "张三", "--field", "面积=120", "--field", "risk=保守",
        check=0, now="2026-11-02T09:00:00+08:00",
    )  # fmt: skip
    lines = shops("list-clients", check=0).out.splitlines()
    assert lines[0].split("  ")[-1].strip() == "floor area"
    assert lines[2].split()[-1] == "120"
    lines = shops("list-clients", "--columns", "name,风险等级,limit,missing", check=0).out.splitlines()
    assert lines[2].split() == ["张三", "conservative"]
    assert "Unknown column 面机" in shops("list-clients", "--columns", "面机", check=2).err
    assert "; floor area 120" in " ".join(shops("due", check=0).out.split())
    assert json.loads(shops("due", "--json", check=0).out)[0]["fields"]["floor-area"] == "120"
    assert "data  floor area 120" in shops("plan-day", check=0).out
    assert "conservative" not in shops("plan-day", check=0).out


def test_a_visit_has_fields_too(shops) -> None:
    shops("add-client", "张三", "--field", "面积=1", "--field", "risk=保守", check=0)
    done = shops("log-visit", "张三", "x", check=0)
    assert "Still missing: seen; add it with `rmtool edit-visit 1 --field seen=…`." in done.err
    done = shops(
        "log-visit",
        "张三",
        "y",
        "--field",
        "见到本人=是",
        "--field",
        "until=2026-12-01",
        "--field",
        "untill=z",
        check=0,
    )
    assert "missing" not in done.err
    assert "untill is kept as a field of your own; the profile has until." in done.err
    assert visit(shops, "2")["fields"] == {"seen": "yes", "until": "2026-12-01", "untill": "z"}
    page = shops("show-visit", "2", lang="zh", check=0).out
    assert "见到本人  是" in page
    assert "untill    z" in page
    assert "Still missing: seen." in shops("show-visit", "1", check=0).out
    head, _line, second, first = shops("list-visits", lang="zh", check=0).out.splitlines()
    assert head.split()[-2:] == ["见到本人", "内容"]
    assert (second.split()[-2:], first.split()[-1]) == (["是", "y"], "x")
    shops("log-visit", "张三", "w", "--field", "signs=停产", "--field", "seen=no", "--with", "陈波", check=0)
    lines = shops("list-visits", lang="zh", check=0).out.splitlines()
    assert (lines[0].split()[-2:], lines[2].split()[-2:]) == (["见到本人", "内容"], ["否", "w"])
    assert lines[3].strip() == "风险信号 停产"
    assert (
        "        在场 陈波；见到本人 否；风险信号 停产\n"
        in shops("show-client", "张三", lang="zh", check=0).out
    )
    assert (
        "seen can't be maybe: it takes yes or no."
        in shops("log-visit", "张三", "z", "--field", "seen=maybe", check=2).err
    )
    done = shops("edit-visit", "1", "--field", "until=2027-01-01", check=0)
    assert "Still missing: seen" in done.err
    done = shops("edit-visit", "2", "--field", "untill=", "--field", "seen=no", check=0)
    assert visit(shops, "2")["fields"] == {"seen": "no", "until": "2026-12-01"}
    shops("edit-visit", "2", "--field", "seen=x", check=2)
    shops("edit-visit", "2", "--text", "new", check=0)
    assert visit(shops, "2")["fields"] == {"seen": "no", "until": "2026-12-01"}


def test_a_table_brings_fields_and_measures_by_their_labels(shops, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(
        "客户名称,面积,Risk,额度\n张三,120,保守,30万\n李四,大,保守,\n王五,,,\n", encoding="utf-8"
    )
    done = shops("import-clients", "c.csv", "--skip-bad", check=0)
    assert "floor area can't be 大: it takes a number" in (tmp_path / "c.rejected.csv").read_text(
        encoding="utf-8-sig"
    )
    assert "1 clients lack a required field" in done.err
    assert client(shops)["fields"] == {"floor-area": "120", "risk": "保守", "limit": "300000"}
    shops("import-clients", "c.csv", check=8)
    (tmp_path / "v.csv").write_text(
        "客户,日期,内容,见到本人,铺货率,产品\n张三,2026-11-20,x,是,80,存款\n张三,2026-11-21,y,不知道,,\n张三,2026-11-22,z,,,\n",
        encoding="utf-8",
    )
    shops("import-visits", "v.csv", "--skip-bad", check=0)
    assert "seen can't be 不知道" in (tmp_path / "v.rejected.csv").read_text(encoding="utf-8-sig")
    found = visit(shops)
    assert (found["fields"], found["measures"], found["products"]) == (
        {"seen": "yes"},
        {"coverage": 80},
        ["deposit"],
    )
    again = shops("import-visits", "v.csv", "--skip-bad", "--json", check=0)
    assert json.loads(again.out)["unchanged"] == 2
    (tmp_path / "more.csv").write_text(
        "客户,日期,内容,期限,见到本人\n张三,2026-11-20,x,2026-12-01,\n", encoding="utf-8"
    )
    shops("import-visits", "more.csv", check=0)
    assert visit(shops)["fields"] == {"seen": "yes", "until": "2026-12-01"}


def test_a_column_can_be_mapped_to_a_field(shops, tmp_path: Path) -> None:
    (tmp_path / "v.csv").write_text("客户,日期,内容,Z\n张三,2026-11-20,x,no\n", encoding="utf-8")
    shops(
        "import-visits",
        "v.csv",
        "--create-clients",
        "--set",
        "field.seen={Z}",
        "--set",
        "field.own={Z}",
        check=0,
    )
    assert visit(shops)["fields"] == {"seen": "no", "own": "no"}


def test_an_export_has_a_column_for_each_field_shown_there_and_is_read_again(shops, tmp_path: Path) -> None:
    shops(
        "add-client",
        "张三",
        "--field",
        "面积=120.5",
        "--field",
        "risk=保守",
        "--field",
        "own=z",
        "--field",
        "limit=30万",
        check=0,
    )
    shops(
        "log-visit",
        "张三",
        "x",
        "--field",
        "seen=y",
        "--field",
        "until=2026-12-01",
        "--measure",
        "库存=3",
        check=0,
    )

    def rows(*words: str, lang: str = "en") -> dict[str, str]:
        out = shops("export", "all", "-o", "-", *words, lang=lang, check=0).out
        (row,) = csv.DictReader(out.removeprefix("\ufeff").splitlines())
        return row

    found = rows("--sheets", "clients", lang="zh")
    assert (found["面积"], found["额度"], found["其他"]) == ("120.5", "300000", "风险等级: 保守；own: z")
    found = rows()
    assert (found["seen"], found["More"], found["Measures"]) == ("yes", "until: 2026-12-01", "stock: 3")
    made = json.loads(shops("export", "all", "-o", "-", "--format", "json", check=0).out)
    assert made["clients"][0]["field.floor-area"] == 120.5
    assert made["clients"][0]["fields"] == {"risk": "保守", "own": "z"}
    assert (made["visits"][0]["field.seen"], made["visits"][0]["fields"]) == ("yes", {"until": "2026-12-01"})
    shops("export", "all", "-o", "all.xlsx", check=0)


def test_measures_are_named_by_label_and_shown_with_their_units(shops) -> None:
    shops("add-client", "张三", check=0)
    shops(
        "log-visit",
        "张三",
        "x",
        "--measure",
        "铺货率=85",
        "--measure",
        "Stock=1234567",
        "--measure",
        "own=2.5",
        check=0,
    )
    assert visit(shops)["measures"] == {"coverage": 85, "stock": 1234567, "own": 2.5}
    assert "shelf coverage 85%, stock 1234567 cases, own 2.5" in shops("show-visit", "1", check=0).out
    listed = "".join(shops("list-visits", lang="zh", check=0).out.split())
    assert "铺货率85%、库存1234567箱、own2.5" in listed
    done = shops("log-visit", "张三", "y", "--measure", "走店次数=3", check=2)
    assert "outings is counted by rmtool itself: it can't be logged." in done.err
    report = shops("weekly-report", lang="zh", check=0).out
    assert "【计量】\n• 铺货率：85%（1 条）\n• 库存：1234567 箱（1 条）\n• own：2.5（1 条）\n" in report
    assert "| stock | 1234567 cases |  | 1 |" in shops("weekly-report", "--format", "md", check=0).out


def test_targets_know_the_measures_of_the_profile(shops, run) -> None:
    shops("add-client", "张三", check=0)
    assert "Target: 85% shelf coverage in " in shops("set-target", "铺货率", "2026-11", "85%", check=0).err
    assert (
        "指标：2026年11月，库存 120 箱。"
        in shops("set-target", "stock", "2026-11", "120", lang="zh", check=0).err
    )
    shops("set-target", "走店次数", "2026-11", "1", check=0)
    shops("log-visit", "张三", "x", "--kind", "outing", "--measure", "铺货率=80", check=0)
    shops("log-visit", "张三", "x", "--measure", "铺货率=92", check=0)
    found = {each["measure"]: each for each in json.loads(shops("list-targets", "--json", check=0).out)}
    assert (found["coverage"]["done"], found["coverage"]["state"]) == (86, "on track")
    assert (found["stock"]["done"], found["stock"]["state"]) == (0, "behind")
    assert (found["outings"]["done"], found["outings"]["state"]) == (1, "met")
    table = shops("list-targets", lang="zh", check=0).out
    assert "铺货率（%）" in table
    assert "库存（箱）" in table
    # A mean is no estimate: it isn't rounded up.
    shops("set-target", "铺货率", "2026-11", "4.6", check=0)
    (line,) = [each for each in shops("list-targets", check=0).out.splitlines() if "coverage" in each]
    assert line.split()[4:8] == ["4.60", "86", "4.60", "86"]
    shops("set-target", "shelf coverage", "2026-11", "0", check=0)
    assert len(json.loads(shops("list-targets", "--json", check=0).out)) == 2


def test_a_target_from_before_the_profile_had_its_measure_gives_way(run, shops, tmp_path: Path) -> None:
    run("use-profile", "general", "--yes", check=0)
    run("set-target", "库存", "2026-11", "5", check=0)
    run("use-profile", tmp_path / "shops.toml", "--yes", check=0)
    run("set-target", "库存", "2026-11", "7", check=0)
    found = json.loads(run("list-targets", "--json", check=0).out)
    assert [(each["measure"], each["value"]) for each in found] == [("stock", 7)]


def test_products_are_kept_by_key_and_recommended_by_name(shops) -> None:
    for name in ("张三", "李四"):
        shops(
            "add-client",
            name,
            "--tier",
            "A",
            "--field",
            "面积=1",
            "--field",
            "risk=保守",
            now="2026-11-02T09:00:00+08:00",
        )
    shops("log-visit", "张三", "x", "--product", "存款", "--product", "别的", "--on", "2026-11-02", check=0)
    assert visit(shops)["products"] == ["deposit", "别的"]
    assert "time deposit, 别的" in shops("show-visit", "1", check=0).out
    assert (
        "Added deal 1: 张三, time deposit, 50,000"
        in shops("add-deal", "张三", "Time Deposit", "5万", check=0).err
    )
    shops("move-deal", "1", "won", check=0)
    shops("add-deal", "张三", "别的", "1万", check=0)
    assert (
        json.loads(shops("list-deals", "--outcome", "won", "--json", check=0).out)[0]["product"] == "deposit"
    )
    assert "存款" in shops("list-deals", "--outcome", "won", lang="zh", check=0).out
    assert "成交｜张三：存款 5万" in shops("weekly-report", lang="zh", check=0).out
    page = shops("show-client", "李四", check=0).out
    assert "To recommend\n  time deposit (1 of 1 clients of tier A hold it)" in page
    assert "可推荐\n  存款（A 级 1 户中有 1 户已有）" in shops("show-client", "李四", lang="zh", check=0).out
    assert json.loads(shops("show-client", "李四", "--json", check=0).out)["recommended"] == [
        {"product": "deposit", "holders": 1, "clients": 1, "tier": "A", "industry": ""}
    ]
    assert "recommend  time deposit (1 of 1 clients of tier A hold it)" in shops("plan-day", check=0).out
    assert "To recommend" not in shops("show-client", "张三", check=0).out


def test_data_of_fields_that_vanish_stays_is_shown_and_comes_back(run, shops, tmp_path: Path) -> None:
    run("add-client", "张三", "--field", "面积=120", "--field", "risk=保守", "--field", "limit=30万", check=0)
    run("log-visit", "张三", "x", "--field", "seen=是", "--measure", "库存=7", "--product", "存款", check=0)
    before = client(run), visit(run)
    run("use-profile", "general", "--yes", check=0)
    page = run("show-client", "张三", lang="zh", check=0).out
    assert [line.split() for line in page.splitlines() if line.strip()[:10] in ("floor-area", "risk      ")] == [
        ["floor-area", "120"], ["risk", "保守"],
    ]  # fmt: skip
    page = run("show-visit", "1", lang="zh", check=0).out
    assert "seen  yes" in page
    assert "stock 7" in page
    run("edit-client", "张三", "--area", "城东", "--field", "own=1", check=0)
    run("edit-visit", "1", "--need", "x", check=0)
    run("use-profile", tmp_path / "shops.toml", "--yes", check=0)
    assert client(run)["fields"] == {**before[0]["fields"], "own": "1"}
    assert (visit(run)["fields"], visit(run)["measures"]) == (before[1]["fields"], before[1]["measures"])
    page = run("show-client", "张三", lang="zh", check=0).out
    assert "面积      120" in page
    assert "额度      30万" in page
    assert "见到本人  是" in run("show-visit", "1", lang="zh", check=0).out


def test_a_measure_may_be_written_with_its_unit(shops) -> None:
    shops("add-client", "张三", check=0)
    told = (
        ("铺货率=85%", {"coverage": 85}),
        ("stock=12 cases", {"stock": 12}),
        ("库存=1.2万箱", {"stock": 12000}),
        ("own=-0.5", {"own": -0.5}),
    )
    for place, (number, kept) in enumerate(told, 1):
        shops("log-visit", "张三", "x", "--measure", number, check=0)
        assert visit(shops, str(place))["measures"] == kept
    # A unit that is not the measure's own says something else than was meant.
    for wrong in ("stock=85%", "own=12箱", "铺货率=%"):
        assert wrong in shops("log-visit", "张三", "x", "--measure", wrong, check=2).err
