import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent


def home() -> Path:
    return Path(os.environ["RMTOOL_HOME"])


def found(run: Run, code: int, **environ: str) -> dict[str, list[dict[str, str]]]:
    """The findings that are not in order, by subject; the first `rm` of the machine left out."""
    done = run("check", "--json", "--quiet", **environ)
    assert done.code == code, done.out + done.err
    assert "bug" not in done.err
    rows: dict[str, list[dict[str, str]]] = {}
    for each in json.loads(done.out):
        if each["subject"] != "rm":
            rows.setdefault(each["subject"], []).append(each)
    return rows


def sql(statement: str) -> None:
    db = sqlite3.connect(home() / "store.db", isolation_level=None)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(statement)
    db.close()


@pytest.fixture
def filled(run: Run, crontab: Path, reports: Path) -> Path:
    """A home in order with a client, a visit and a schedule; answers the crontab."""
    run("add-client", "云岫科技有限公司")
    run("log-visit", "云岫科技有限公司", "谈续贷")
    assert run("schedule", "daily", "--at", "17:30", "--to", str(reports)).code == 0
    return crontab


def test_a_home_in_order_has_no_findings(run: Run, filled: Path) -> None:
    assert found(run, 0) == {}
    whole = run("check")
    assert whole.code == 0
    for subject in ("permissions", "settings", "profile", "store", "templates", "cron", "rm"):
        assert f" {subject}: " in whole.out


def test_a_home_not_made_yet_is_in_order_and_stays_unmade(run: Run) -> None:
    assert found(run, 0) == {}
    assert not home().exists()


@pytest.mark.parametrize(
    "change",
    [
        "DROP INDEX visits_by_day",
        "INSERT INTO tasks (uuid, client_id, kind, text, opened_on, recorded_at) VALUES ('u', 99, 'x', 'y', '', '')",
        "DELETE FROM visits",
    ],
)
def test_a_store_that_is_not_sound_leaves_with_6_and_is_not_repaired(
    run: Run, filled: Path, change: str
) -> None:
    sql(change)
    before = (home() / "store.db").read_bytes()
    (problem,) = found(run, 6)["store"]
    assert problem["level"] == "error"
    assert "restore" in problem["step"]
    assert (home() / "store.db").read_bytes() == before


@pytest.mark.parametrize("offset", [0, 18, 100, 4096 * 3])
def test_a_damaged_store_is_told_without_a_bug(run: Run, filled: Path, offset: int) -> None:
    with (home() / "store.db").open("r+b") as file:
        file.seek(offset)
        file.write(b"\xff" * 3000)
    assert found(run, 6)["store"]


def test_a_store_of_a_newer_rmtool_is_told_as_that(run: Run, filled: Path) -> None:
    sql("PRAGMA user_version = 999")
    (problem,) = found(run, 6)["store"]
    assert "newer" in problem["text"]


@pytest.mark.parametrize(
    ("name", "mode", "step"), [("", 0o755, "chmod 700"), ("store.db", 0o644, "chmod 600")]
)
def test_what_others_may_read_is_told(run: Run, filled: Path, name: str, mode: int, step: str) -> None:
    (home() / name).chmod(mode)
    (problem,) = found(run, 5)["permissions"]
    assert problem["step"].startswith(step)
    assert (home() / name).stat().st_mode & 0o777 == mode


@pytest.mark.parametrize(
    ("name", "text", "subject"),
    [
        ("config.toml", "language = 'xx'\n", "settings"),
        ("config.toml", "owner = \n", "settings"),
        ("profile.toml", "colour = 1\n", "profile"),
        ("templates/weekly.md.j2", "{{ foo( }}\n", "templates"),
        ("templates/mine.html.j2", "{{ no_such_name }}\n", "templates"),
    ],
)
def test_a_wrong_file_of_the_users_own_is_named(
    run: Run, filled: Path, name: str, text: str, subject: str
) -> None:
    file = home() / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    file.chmod(0o600)
    problems = found(run, 5)
    assert file.name in problems[subject][0]["text"]


def test_a_good_template_of_the_users_own_is_in_order(run: Run, filled: Path) -> None:
    (home() / "templates").mkdir()
    (home() / "templates" / "mine.md.j2").write_text("# mine\n")
    assert found(run, 0) == {}


def test_the_crontab_must_hold_what_the_schedules_need(run: Run, filled: Path) -> None:
    good = filled.read_text()
    filled.write_text("")
    assert len(found(run, 5)["cron"]) == 2
    filled.write_text(good + good.splitlines()[0].replace(" 1 --quiet", " 9 --quiet")[:-1] + "9\n")
    (stale,) = found(run, 5)["cron"]
    assert "9" in stale["text"]
    filled.write_text(good.replace("30 17", "31 17"))
    (differs,) = found(run, 0)["cron"]
    assert differs["level"] == "warning"
    assert run(*differs["step"].split()[1:]).code == 0
    assert filled.read_text() == good
    assert found(run, 0) == {}


def test_a_schedule_that_cannot_write_and_one_that_failed_are_told(
    run: Run, filled: Path, reports: Path
) -> None:
    reports.rmdir()
    run("run-schedule", "1")
    levels = [each["level"] for each in found(run, 5)["schedules"]]
    assert sorted(levels) == ["error", "warning"]


def test_which_rm_comes_first_is_told(run: Run, tmp_path: Path) -> None:
    for folder, text in (("ours", (ROOT / "scripts" / "rm").read_text()), ("system", "#!/bin/sh\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "rm").write_text(text)
        (tmp_path / folder / "rm").chmod(0o755)
    ours, system = tmp_path / "ours", tmp_path / "system"
    for path, level, step in (
        (f"{ours}:{system}", "ok", "hash -r"),
        (f"{system}:{ours}", "warning", f"export PATH='{ours}'"),
        (f"{system}", "warning", "hash -r"),
    ):
        rows = json.loads(run("check", "--json", PATH=path).out)
        (row,) = [each for each in rows if each["subject"] == "rm"]
        assert row["level"] == level
        assert step in row["step"]


def test_the_findings_are_chinese_where_that_is_spoken(run: Run, filled: Path) -> None:
    done = run("check", lang="zh")
    assert done.code == 0


def test_a_record_that_was_altered_beside_rmtool_is_named(run: Run, home: Path) -> None:
    run("add-client", "张三", check=0)
    run("log-visit", "张三", "谈续贷", check=0)
    assert "every record is what the history says it is." in run("check", "--full", check=0).out
    with sqlite3.connect(home / "store.db") as db:
        db.execute("UPDATE visits SET text = '谈还贷'")
    db.close()
    # What triggers wrote belongs to no command: the last one's record is no longer what it was.
    run("check", check=0)
    told = run("check", "--full", "--quiet", check=6).out
    assert "error  store: visit 1 (张三) is not what was stored." in told
    assert "拜访 1（张三） 与存入时不同。" in run("check", "--full", lang="zh", check=6).out


def test_of_many_altered_records_twenty_are_named(run: Run, home: Path) -> None:
    run("add-client", "张三", check=0)
    with sqlite3.connect(home / "store.db") as db:
        db.executemany(
            "INSERT INTO notes (uuid, day, kind, text, recorded_at) VALUES (?, '', 'x', 'y', '')",
            [(str(place),) for place in range(30)],
        )
        db.execute("DELETE FROM change_rows WHERE tbl = 'notes'")
    db.close()
    told = run("check", "--full", "--quiet", check=6).out
    assert told.count("was stored by no command") == 20
    assert "10 records more do not fit." in told


def test_a_home_in_a_synchronised_folder_is_warned_of(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "OneDrive - 某银行" / "rm"
    first = run("add-client", "张三", RMTOOL_HOME=str(home), check=0)
    assert "OneDrive - 某银行" in first.err
    assert "RMTOOL_HOME" in first.err
    assert "OneDrive" not in run("log-visit", "张三", "谈续贷", RMTOOL_HOME=str(home), check=0).err
    done = run("check", RMTOOL_HOME=str(home), check=0)
    assert "warning  store: " in done.out
