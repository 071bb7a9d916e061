import json

import pytest

from rmtool import paths

PROFILES = paths.templates_folder() / "profiles"


@pytest.fixture
def book(run):
    run("add-client", "张三", check=0)
    run(
        "add-task",
        "late",
        "--due",
        "2026-11-20",
        "--client",
        "张三",
        now="2026-11-19T09:00:00+08:00",
        check=0,
    )
    run("add-task", "soon", "--due", "+1d", "--kind", "paper", "--owner", "林", check=0)
    run("add-task", "done", check=0)
    run("close-task", "3", "--result", "ok", check=0)
    return run


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ((), ["late", "soon"]),
        (("--state", "closed"), ["done"]),
        (("--state", "全部"), ["late", "soon", "done"]),
        (("--overdue",), ["late"]),
        (("--due", "this week"), ["soon"]),
        (("--client", "zs"), ["late"]),
        (("--kind", "补件"), ["soon"]),
        (("--owner", "林"), ["soon"]),
        (("--limit", "1"), ["late"]),
    ],
)
def test_filters(book, words, texts) -> None:
    assert [each["text"] for each in json.loads(book("list-tasks", "--json", *words, check=0).out)] == texts


def test_the_table(book) -> None:
    out = book("list-tasks", "--state", "all", check=0).out
    assert "  1  2026-11-20 Fri  follow-up      张三    late [overdue]" in out
    assert "done [closed 2026-11-24: ok]" in out
    done = book("list-tasks", "--kind", "complaint", check=0)
    assert (done.out, "add-task" in done.err) == ("", True)


def test_the_clock_is_told_in_words_and_in_json(run, home) -> None:
    run("config", "supervisor", "王总", check=0)
    for due in ("today 10:00", "today 15:00", "today", "tomorrow"):
        run("add-task", due, "--due", due, now="2026-11-24T08:00:00+08:00", check=0)
    at_two = {"now": "2026-11-24T14:00:00+08:00"}
    rows = json.loads(run("list-tasks", "--json", check=0, **at_two).out)
    assert [(each["text"], each["state"], each["escalate_to"]) for each in rows] == [
        ("today", "amber", ""), ("today 10:00", "red", "王总"), ("today 15:00", "amber", ""), ("tomorrow", "green", ""),
    ]  # fmt: skip
    out = run("list-tasks", check=0, **at_two).out
    assert "today 10:00 [overdue, tell 王总]" in " ".join(out.split())
    assert out.count("[due soon]") == 2
    late = json.loads(run("list-tasks", "--overdue", "--limit", "5", "--json", check=0, **at_two).out)
    assert [each["text"] for each in late] == ["today 10:00"]
    day = run("today", check=0, **at_two).out
    assert "late: 10:00" in day
    assert day.index("[tell 王总] today 10:00") < day.index("today 15:00")
    general = (PROFILES / "general.toml").read_text()
    named = general.replace('key = "follow-up"', 'key = "follow-up"\nescalate_to = "周敏"')
    (home / "profile.toml").write_text(named)
    assert "tell 周敏" in run("list-tasks", check=0, **at_two).out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--state", "x"), 2),
        (("--kind", "x"), 2),
        (("--client", "x"), 4),
        (("--due", "x"), 2),
        (("--overdue", "--due", "today"), 2),
    ],
)
def test_bad_words(book, words, code: int) -> None:
    done = book("list-tasks", *words)
    assert (done.code, done.err.count("\n")) == (code, 1)
