import json


def test_it_is_gone_and_its_task_stays(run, on_a_terminal) -> None:
    run("add-client", "张三", check=0)
    run("log-visit", "张三", "谈续贷", "--next", "+2d", check=0)
    assert "--yes" in run("delete-visit", "1", check=1).err
    assert on_a_terminal("delete-visit", "1", typed="n\n")[0] == 1
    assert len(json.loads(run("list-visits", "--json").out)) == 1
    assert run("delete-visit", "1", "--yes", check=0).err == "Deleted visit 1: 张三, 2026-11-24 Tue, visit.\n"
    assert json.loads(run("list-visits", "--json").out) == []
    (task,) = json.loads(run("list-tasks", "--json").out)
    assert task["visit"] is None
    assert run("delete-visit", "1", "--yes").code == 4
