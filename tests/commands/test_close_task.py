import json


def test_a_task_is_closed_once(run) -> None:
    run("add-task", "x", check=0)
    assert run("close-task", "1", "--result", "done", check=0).err == "Closed task 1: x\n"
    (task,) = json.loads(run("list-tasks", "--state", "closed", "--json").out)
    assert (task["closed_on"], task["result"]) == ("2026-11-24", "done")
    assert "2026-11-24" in run("close-task", "1", "--result", "again", check=1).err
    assert json.loads(run("list-tasks", "--state", "closed", "--json").out) == [task]
    assert run("close-task", "2").code == 4
