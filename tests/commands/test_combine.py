"""`combine` as it is typed: real exports of several homes, filled forms, and files that are neither."""

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from rmtool import app as apps
from rmtool import i18n
from rmtool.commands import combine as command
from rmtool.commands import export as exporting
from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.errors import BadFileError
from rmtool.errors import CannotWriteError
from rmtool.errors import NotFoundError
from rmtool.errors import RefusedError
from rmtool.errors import UsageError
from rmtool.store import clients
from rmtool.store import tasks
from rmtool.store import visits

NOW = "2026-11-24T09:30:00+08:00"
COMPANY = "91350100M000100Y43"


class Team:
    """People with a home each, who send their exports into one folder."""

    def __init__(self, base: Path) -> None:
        self.base, self.inbox = base, base / "inbox"
        self.inbox.mkdir()

    def app(self, owner: str, now: str = NOW, team_key: str = "") -> apps.App:
        """The run of one person's rmtool."""
        made = apps.App({"RMTOOL_HOME": str(self.base / owner), "RMTOOL_NOW": now})
        made.__dict__["settings"] = Settings(owner=owner, team_key=team_key)
        return made

    def send(
        self,
        owner: str,
        name: str = "",
        language: str = "zh",
        now: str = NOW,
        team_key: str = "",
        days=("2026-11-24",),
        phone: str = "",
        uscc: str = COMPANY,
    ) -> Path:
        """A person with a client, its visits and a task, and the export of all that."""
        target = self.inbox / (name or f"{owner}.xlsx")
        app = self.app(owner, now, team_key)
        with app.change() as db:
            if not list(clients.everyone(db)):
                number = clients.add(
                    db,
                    Client(
                        "共同公司",
                        uuid=_uuid(owner, 1),
                        uscc=uscc,
                        phones=(phone,) if phone else (),
                        added_on="2026-01-01",
                    ),
                    app.recorded_at,
                )
                for at, day in enumerate(days):
                    visits.add(
                        db,
                        Visit(number, day, "=1+1", uuid=_uuid(owner, 10 + at), recorded_at=app.recorded_at),
                    )
                tasks.add(
                    db,
                    Task(
                        number,
                        "催资料",
                        kind="follow-up",
                        opened_on="2026-11-24",
                        due="2026-12-01",
                        uuid=_uuid(owner, 90),
                    ),
                )
        i18n.choose(language)
        exporting.write(app, periods.parse_period("all", app.today, "week"), target)
        i18n.choose("en")
        app.close()
        return target


def _uuid(owner: str, number: int) -> str:
    return f"00000000-0000-7000-8000-{abs(hash(owner)) % 16**8:08x}{number:04x}"


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path)


@pytest.fixture
def combine(team: Team, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[openpyxl.Workbook, str]]:
    """Run it in this process; answers the workbook and what was said."""

    def _run(
        *words: str | Path, names: str = "", output: str = "team.xlsx", bad: str = ""
    ) -> tuple[openpyxl.Workbook, str]:
        target = team.base / output
        chief = apps.App({"RMTOOL_HOME": str(team.base / "chief"), "RMTOOL_NOW": NOW})
        if bad:
            with pytest.raises(BadFileError, match=bad):
                command.combine(chief, [str(each) for each in words or (team.inbox,)], str(target), names)
        else:
            command.combine(chief, [str(each) for each in words or (team.inbox,)], str(target), names)
        assert not (team.base / "chief").exists()
        return openpyxl.load_workbook(target), capsys.readouterr().err

    return _run


def rows(sheet) -> list[dict[str, object]]:
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(head, each, strict=True)) for each in rest]


def test_exports_in_several_languages_become_one_table_a_sheet(team, combine):
    team.send("王敏", language="zh")
    team.send("李雷", language="en")
    book, said = combine()
    assert book.sheetnames == ["Summary", "People", "Visits", "Clients", "Tasks", "Duplicates", "Files"]
    made = rows(book["Visits"])
    assert [(row["Owner"], row["File"], row["Client"], row["What was said"]) for row in made] == [
        ("李雷", "李雷.xlsx", "共同公司", "=1+1"), ("王敏", "王敏.xlsx", "共同公司", "=1+1"),
    ]  # fmt: skip
    assert made[0]["Date"] == datetime.datetime(2026, 11, 24)
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert "team.xlsx: files 2, people 2, rows 6." in said


def test_renamed_and_moved_columns_are_known(team, combine):
    path = team.send("王敏")
    book = openpyxl.load_workbook(path)
    sheet = book["拜访"]
    sheet["F1"] = "谈话"  # what was said, renamed
    for row in (1, 2):  # date and client change places
        day, client = sheet.cell(row, 2), sheet.cell(row, 4)
        day.value, client.value = client.value, day.value
        day.number_format, client.number_format = client.number_format, day.number_format
    book.save(path)
    made = rows(combine()[0]["Visits"])[0]
    assert (made["Client"], made["Date"], made["What was said"]) == (
        "共同公司",
        datetime.datetime(2026, 11, 24),
        "=1+1",
    )


def test_people_and_weeks_are_counted(team, combine):
    team.send("王敏", days=("2026-11-17", "2026-11-24", "2026-11-25"))
    team.send("李雷")
    book, _said = combine()
    people = {row["Owner"]: row for row in rows(book["People"])}
    assert (people["王敏"]["Visits"], people["王敏"]["Clients visited"], people["王敏"]["Tasks open"]) == (
        3,
        1,
        1,
    )
    lines = [row[:5] for row in book["Summary"].iter_rows(values_only=True)]
    assert ("2026-W47", 1, 1, 0, 0) in lines
    assert ("2026-W48", 3, 2, 2, 0) in lines
    assert len(book["Summary"]._charts) == 2


def test_who_is_missing_is_named(team, combine):
    team.send("王敏")
    (team.inbox / "韩梅.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    _book, said = combine(names="王敏，李雷、韩梅", bad="1 left out.*韩梅.xlsx")
    assert "Missing: 李雷, 韩梅." in said


@pytest.mark.parametrize(
    ("name", "text"),
    [("n.txt", "王 敏\n李雷\n"), ("n.csv", "工号,姓名\n1,王敏\n2,李雷\n"), ("m.csv", "王敏\n李雷\n")],
)
def test_names_may_stand_in_a_file(team, combine, name, text):
    team.send("王敏")
    (team.base / name).write_text(text)
    assert "Missing: 李雷." in combine(names=str(team.base / name))[1]


def test_nobody_missing_is_said(team, combine):
    team.send("王敏")
    assert "Nobody is missing." in combine(names="王敏")[1]


def test_a_client_of_two_is_found_by_its_credit_code_without_a_key(team, combine):
    team.send("王敏", team_key="ours")
    team.send("李雷")
    made = rows(combine()[0]["Duplicates"])
    assert [(row["Client"], row["Owner"], row["Same in"]) for row in made] == [
        (1, "李雷", "credit code"), (1, "王敏", "credit code"),
    ]  # fmt: skip


def test_a_phone_finds_a_client_of_two_only_with_the_teams_key(team, combine):
    for owner in ("王敏", "李雷"):
        team.send(owner, uscc="", phone="13812345678")
    book, said = combine()
    assert "Duplicates" not in book.sheetnames
    assert "2 clients carry no key" in said
    for owner in ("王敏", "李雷"):
        team.send(owner, team_key="ours")
    book, said = combine()
    assert {row["Same in"] for row in rows(book["Duplicates"])} == {"phone or identity number"}
    assert "1 client is logged by several" in said
    assert "no key" not in said


def test_masked_phones_that_look_alike_are_not_the_same_client(team, combine):
    team.send("王敏", uscc="", phone="13812345678", team_key="ours")
    team.send("李雷", uscc="", phone="13899995678", team_key="ours")
    assert "Duplicates" not in combine()[0].sheetnames


def test_rows_in_two_files_are_counted_once_and_the_newer_wins(team, combine):
    team.send("王敏", "old.xlsx", days=("2026-11-23", "2026-11-24"))
    app = team.app("王敏")
    with app.change() as db:
        visits.set(db, visits.get(db, 2)._replace(text="新的"))
    app.close()
    team.send("王敏", "new.xlsx", now="2026-11-25T09:30:00+08:00")
    book, said = combine()
    assert sorted((row["File"], row["What was said"]) for row in rows(book["Visits"])) == [
        ("new.xlsx", "=1+1"), ("new.xlsx", "新的"),
    ]  # fmt: skip
    assert "old.xlsx: 4 rows also stand in a newer file and are counted once." in said
    assert "Duplicates" not in book.sheetnames


def test_cells_that_do_not_fit_are_named(team, combine):
    path = team.send("王敏")
    book = openpyxl.load_workbook(path)
    sheet = book["拜访"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("日期") + 1).value = "上周"
    sheet.cell(2, heads.index("时长（分钟）") + 1).value = "很久"
    sheet.cell(2, heads.index("结果") + 1).value = "长" * 20_000
    sheet.cell(2, heads.index("时间") + 1).value = "晚上"
    book["事项"].cell(2, 3).value = datetime.date(1926, 1, 1)
    book.save(path)
    book, said = combine()
    found = {(row["File"], row["Sheet"], row["Cell"], row["Problem"]) for row in rows(book["Problems"])}
    assert found == {
        ("王敏.xlsx", "拜访", "B2", "no date in a column of dates"),
        ("王敏.xlsx", "拜访", "C2", "no time of day in a column of times"),
        ("王敏.xlsx", "拜访", f"{sheet.cell(1, heads.index('时长（分钟）') + 1).column_letter}2", "no number in a column of numbers"),
        ("王敏.xlsx", "拜访", "G2", "too long: cut"),
        ("王敏.xlsx", "事项", "C2", "a date out of reach"),
    }  # fmt: skip
    assert rows(book["Visits"])[0]["Date"] == "上周"
    assert "王敏.xlsx, sheet 拜访, cell B2: no date in a column of dates." in said


def test_last_weeks_output_is_not_combined_again(team, combine):
    team.send("王敏")
    combine(output="inbox/team.xlsx")
    book, said = combine(output="inbox/team.xlsx")
    assert len(rows(book["Visits"])) == 1
    assert "team.xlsx: it is itself a combined workbook: left out" in said


def test_an_input_is_never_written_over(team, combine):
    path = team.send("王敏")
    before = path.read_bytes()
    with pytest.raises(RefusedError, match="output equal to input"):
        combine(output="inbox/王敏.xlsx")
    assert path.read_bytes() == before


def _without_key(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["拜访"]
    sheet.delete_cols(sheet.max_column)
    book.save(path)


def _encrypted(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40)


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_without_key, "the hidden last column of the sheet 拜访 is gone"),
        (_encrypted, "protected by a password"),
        (_bomb, "too large"),
        (lambda path: path.write_bytes(b"PK\x03\x04 no"), "broken"),
        (lambda path: path.write_text("王敏,1\n"), "no workbook"),
        (lambda path: path.write_bytes(b""), "is empty"),
    ],
)
def test_one_bad_file_is_named_and_stops_nothing(team, combine, spoil, said):
    team.send("王敏")
    spoil(team.send("李雷"))
    book, words = combine(bad="1 left out, the rest is written: 李雷.xlsx")
    assert [row["Owner"] for row in rows(book["Visits"])] == ["王敏"]
    assert said in words
    assert [row["File"] for row in rows(book["Files"]) if row["Left out"]] == ["李雷.xlsx"]


def test_nothing_is_written_when_nothing_can_be_combined(team, combine):
    path = team.send("王敏")
    _without_key(path)
    with pytest.raises(BadFileError, match=r"nothing was written: 王敏\.xlsx"):
        combine()
    assert not (team.base / "team.xlsx").exists()


def _form(team: Team, name: str, owner: str, lines: list[tuple[object, ...]], title: str = "走访") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    sheet.append(["客户走访情况表"])
    sheet.append([f"姓名：{owner}", None, "部门", "公司部"])
    sheet.append(["序号", "客户", "日期", "走访情况", None])
    sheet.append([None, None, None, "次数", "金额"])
    for number, line in enumerate(lines, 1):
        sheet.append([number, *line])
    sheet.append([len(lines) + 1])
    sheet.append(["合计", None, None, 99, 99])
    book.save(team.inbox / name)
    return team.inbox / name


DAY = datetime.date(2026, 11, 24)


def test_forms_are_combined_and_summed_by_person(team, combine):
    _form(team, "a.xlsx", "王敏", [("甲", DAY, 3, 1000), ("乙", DAY, 2, 500.5)])
    _form(team, "b.xlsx", "李雷", [("丙", DAY, 1, 10)])
    _form(team, "走访表-赵四.xlsx", "", [("丁", "2026年11月3日", "三次", 7)])
    book, said = combine(names="王敏,李雷,赵四,韩梅")
    assert [tuple(row.values()) for row in rows(book["People"])] == [
        ("李雷", 1, 1, 1, 10), ("王敏", 1, 2, 5, 1500.5), ("赵四", 1, 1, 0, 7),
    ]  # fmt: skip
    assert [row["客户"] for row in rows(book["走访"])] == ["丙", "甲", "乙", "丁"]
    assert "Missing: 韩梅." in said
    assert "走访表-赵四.xlsx, sheet 走访, cell D5: no number in a column of numbers." in said


def test_another_form_is_refused_by_name(team, combine):
    _form(team, "a.xlsx", "王敏", [("甲", DAY, 3, 1000)])
    _form(team, "b.xlsx", "李雷", [("甲", DAY, 3, 1000)])
    _form(team, "c.xlsx", "韩梅", [("甲", DAY, 3, 1000)], title="别的")
    team.send("赵四")
    _book, said = combine(bad="2 left out")
    assert "c.xlsx: it is another form than the others" in said
    assert "赵四.xlsx: it is an export and the others are forms" in said


def test_a_form_sent_twice_counts_once(team, combine):
    import os

    old = _form(team, "a.xlsx", "王敏", [("甲", DAY, 3, 1000)])
    os.utime(old, (1, 1))
    _form(team, "b.xlsx", "王敏", [("甲", DAY, 4, 1000)])
    book, said = combine()
    assert [row["走访情况 次数"] for row in rows(book["走访"])] == [4]
    assert "a.xlsx was sent again as b.xlsx: the newer counts." in said


def test_files_of_one_name_are_told_apart_by_their_folders(team, combine):
    for owner in ("王敏", "李雷"):
        (team.base / "inbox" / owner).mkdir()
        team.send(owner, f"{owner}/week.xlsx")
    made = rows(combine(*(team.inbox / owner / "week.xlsx" for owner in ("王敏", "李雷")))[0]["Visits"])
    assert [row["File"] for row in made] == [
        str(team.inbox / owner / "week.xlsx") for owner in ("李雷", "王敏")
    ]


def test_a_sheet_may_have_a_name_of_ours(team, combine):
    _form(team, "a.xlsx", "王敏", [("甲", DAY, 3, 1000)], title="summary")
    assert combine()[0].sheetnames[:3] == ["Summary", "People", "summary 2"]


@pytest.mark.parametrize(
    ("words", "output", "error", "said"),
    [
        (["none*.xlsx"], "team.xlsx", NotFoundError, "There is no workbook in none"),
        (["none.xlsx"], "team.xlsx", BadFileError, "There is no file none.xlsx"),
        (["none.xlsx"], "team.csv", UsageError, "doesn't end in .xlsx"),
        (["none.xlsx"], "missing/team.xlsx", CannotWriteError, "the folder does not exist"),
    ],
)
def test_what_is_typed_wrong_is_said(combine, words, output, error, said):
    with pytest.raises(error, match=said):
        combine(*words, output=output)


def test_a_file_of_names_that_is_not_there_is_said(team, combine):
    team.send("王敏")
    with pytest.raises(BadFileError, match=r"There is no file nobody\.txt"):
        combine(names="nobody.txt")


def test_it_runs_as_it_is_typed(team, run):
    team.send("王敏")
    (team.inbox / "坏.xlsx").write_bytes(b"PK\x03\x04 no")
    done = run("combine", "inbox/王敏.xlsx", "inbox/坏.xlsx", "-o", "t.xlsx", check=8)
    assert done.err.endswith("rmtool: 1 left out, the rest is written: 坏.xlsx.\n")
    assert (team.base / "t.xlsx").stat().st_mode & 0o777 == 0o600
    assert run("combine", "inbox/王敏.xlsx", "--quiet", "-o", "t.xlsx", check=0).err == ""


def test_the_output_must_be_named_as_the_systems_own_rm_would_delete_without(team, run):
    team.send("王敏")
    assert "as in -o team.xlsx" in run("combine", "inbox/王敏.xlsx", check=2).err


def test_of_many_lines_only_some_are_said(team, combine):
    team.send("王敏")
    for number in range(7):
        (team.inbox / f"{number}.xlsx").write_bytes(b"PK")
    _book, said = combine(names="王敏," + ",".join(f"甲{number}" for number in range(30)), bad="7 left out")
    assert said.count("no workbook") == 5
    assert "and more: see the sheet Files." in said
    assert "甲19 and others, 30 in all: see the sheet Summary." in said


def test_whole_phones_are_warned_of(team, combine):
    app = team.app("王敏")
    with app.change() as db:
        clients.add(
            db,
            Client("甲", uuid=_uuid("甲", 1), phones=("13812345678",), added_on="2026-01-01"),
            app.recorded_at,
        )
    exporting.export(app, "all", str(team.inbox / "a.xlsx"), unmasked=True, reason="审计")
    app.close()
    book, said = combine()
    assert rows(book["Clients"])[0]["Phones"] == "13812345678"
    assert "pass it on with care" in said
