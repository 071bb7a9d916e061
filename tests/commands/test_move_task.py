import json

import pytest


def task(run) -> dict[str, object]:
    (found,) = json.loads(run("list-tasks", "--state", "all", "--json", check=0).out)
    return found


def test_a_task_moved_is_not_a_new_task(run) -> None:
    run("add-task", "x", "--due", "+1d", check=0)
    before = task(run)
    assert "2026-11-27 Fri 15:00" in run("move-task", "1", "+3d 15:00", check=0).err
    run("move-task", "1", "2026-12-01", check=0)
    assert task(run) == before | {"due": "2026-12-01", "moves": 2, "first_due": "2026-11-25"}


def test_a_first_due_day_is_no_move(run) -> None:
    run("add-task", "x", check=0)
    run("move-task", "1", "+1d", check=0)
    assert (task(run)["first_due"], task(run)["moves"]) == ("2026-11-25", 0)


@pytest.mark.parametrize(
    ("words", "code"),
    [(("1", "+1d"), 1), (("1", "yesterday"), 2), (("1", "whenever"), 2), (("9", "+2d"), 4), (("1",), 2)],
)
def test_bad_input_changes_nothing(run, words, code: int) -> None:
    run("add-task", "x", "--due", "+1d", check=0)
    before = task(run)
    done = run("move-task", *words)
    assert (done.code, done.err.count("\n")) == (code, 1)
    assert task(run) == before


def test_a_closed_task_stays_where_it_was(run) -> None:
    run("add-task", "x", "--due", "+1d", check=0)
    run("close-task", "1", check=0)
    assert run("move-task", "1", "+3d").code == 1
    assert task(run)["due"] == "2026-11-25"
