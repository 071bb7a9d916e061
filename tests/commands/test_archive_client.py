import json


def names(run, *words: str) -> list[str]:
    return [each["name"] for each in json.loads(run("list-clients", "--json", *words, check=0).out)]


def test_away_and_back(run) -> None:
    run("add-client", "张三", check=0)
    run("add-task", "x", "--client", "张三", check=0)
    done = run("archive-client", "张三", check=0)
    assert "Archived client 1: 张三." in done.err
    assert "list-tasks --client 1" in done.err
    assert (names(run), names(run, "--archived")) == ([], ["张三"])
    assert "Archived on 2026-11-24" in run("show-client", "张三", check=0).out
    assert "archived already" in run("archive-client", "张三", check=1).err
    run("archive-client", "张三", "--back", check=0)
    assert (names(run), names(run, "--archived")) == (["张三"], [])
    assert "is not archived" in run("archive-client", "张三", "--back", check=1).err


def test_nobody(run) -> None:
    assert run("archive-client", "张三").code == 4
