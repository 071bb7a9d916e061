import json

from rmtool.commands import _profiles


def test_it_shows_what_changes_and_keeps_data(run, home) -> None:
    run("add-client", "张三", "--tier", "D", check=0)
    done = run("use-profile", "decoration", "--yes", check=0)
    assert any(line.startswith("- tier D") for line in done.out.splitlines())
    assert any(line.startswith("+ ") for line in done.out.splitlines())
    assert "The profile is now decoration" in done.err
    assert (home / "profile.toml").stat().st_mode & 0o777 == 0o600
    assert json.loads(run("list-clients", "--json", check=0).out)[0]["tier"] == "D"
    assert json.loads(run("profile", "--json", check=0).out)["others_count"] is False


def test_the_one_before_is_kept(run, home) -> None:
    run("use-profile", "tobacco", "--yes", check=0)
    own = (home / "profile.toml").read_bytes()
    assert "The one before is kept as" in run("use-profile", "general", "--yes", check=0).err
    (kept,) = (home / "backups").glob("profile-*.toml")
    assert kept.read_bytes() == own
    assert run("use-profile", "general", "--yes", check=0).out.strip() == "Nothing changes."


def test_without_yes_nobody_is_asked_here(run, home) -> None:
    run("use-profile", "tobacco", check=1)
    assert not (home / "profile.toml").exists()


def test_a_file_of_ones_own_and_what_is_no_profile(run, home, tmp_path) -> None:
    text = _profiles.shipped()["general"].read_text(encoding="utf-8")
    (tmp_path / "mine.toml").write_text(text.replace('"general"', '"mine"'), encoding="utf-8")
    run("use-profile", "mine.toml", "--yes", check=0)
    assert json.loads(run("profile", "--json", check=0).out)["name"] == "mine"
    (tmp_path / "bad.toml").write_text("colour = 1\n" + text, encoding="utf-8")
    assert "bad.toml, line 1: unknown key colour" in run("use-profile", "bad.toml", "--yes", check=5).err
    assert "use one of auto" in run("use-profile", "nothing", "--yes", check=4).err
    assert json.loads(run("profile", "--json", check=0).out)["name"] == "mine"


def test_a_task_is_due_by_the_trades_sla(run) -> None:
    run("add-client", "王家", check=0)
    assert "due" not in run("add-task", "x", "--client", "王家", "--kind", "complaint", check=0).err
    run("use-profile", "distributor", "--yes", check=0)
    # FMCG.7: a quality complaint within eight hours.
    done = run("add-task", "包装破损", "--client", "王家", "--kind", "complaint", check=0)
    assert "due 2026-11-24 Tue 17:30" in done.err
    done = run("add-task", "y", "--client", "王家", "--kind", "complaint", "--due", "+2d", check=0)
    assert "due 2026-11-26 Thu" in done.err
