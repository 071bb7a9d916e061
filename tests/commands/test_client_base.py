import json
from pathlib import Path


def test_what_the_clients_are(run, tmp_path: Path) -> None:
    run("add-client", "张伟", "--tier", "A", "--area", "城东", "--birthday", "1985-01-01", check=0)
    run("add-client", "华星机械", "--area", "城西", check=0)
    out = run("client-base", lang="zh", check=0).out
    assert "【区域】\n• 城东：1 户，50%\n• 城西：1 户，50%" in out
    found = json.loads(run("client-base", "--json", check=0).out)
    assert (found["clients"], found["period"]["key"]) == (2, "2026")
    run("client-base", "2026-11", "-o", "b.html", check=0)
    assert "<svg" in (tmp_path / "b.html").read_text()
    assert json.loads(run("client-base", "--owner", "nobody", "--json", check=0).out)["clients"] == 0
    assert run("client-base", "soon", check=2).err.count("\n") == 1
