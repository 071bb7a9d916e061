import json
from pathlib import Path


def test_scores_logged_with_visits(run, tmp_path: Path) -> None:
    run("add-client", "张伟", "--phone", "13800138000", check=0)
    for score, words in (("2", ("--feedback", "等太久，电话13800138000")), ("5", ())):
        run(
            "log-visit",
            "张伟",
            "回访",
            "--kind",
            "call",
            "--measure",
            f"satisfaction={score}",
            *words,
            check=0,
        )
    out = run("satisfaction-report", lang="zh", check=0).out
    assert "评分 2 次，平均 3.50" in out
    assert "等太久，电话138******00" in out
    found = json.loads(run("satisfaction-report", "--json", check=0).out)
    assert (found["period"]["kind"], found["total"]["count"]) == ("year", 2)
    run("satisfaction-report", "2026-11", "-o", "s.html", check=0)
    assert "<svg" not in (tmp_path / "s.html").read_text()
    assert "No satisfaction was scored" in run("satisfaction-report", "2020", check=0).out
    assert "Satisfaction" in run("report", "satisfaction", check=0).out
    assert run("satisfaction-report", "soon", check=2).err.count("\n") == 1
