"""`report`: any report by its name, the user's own included, and the list of them."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def branch(home: Path) -> Path:
    """A template of the user's own."""
    (home / "templates").mkdir(parents=True)
    path = home / "templates" / "branch.md.j2"
    path.write_text("# {{ period | title }}: {{ counts.visits.count }}\n", encoding="utf-8")
    return path


def test_the_list_names_shipped_and_own(run, branch: Path) -> None:  # type: ignore[no-untyped-def]
    rows = json.loads(run("report", "--list", "--json", check=0).out)
    assert {"name": "branch", "format": "md", "own": True, "path": str(branch)} in rows
    assert {(row["name"], row["format"]) for row in rows} >= {
        ("daily", "sms"),
        ("weekly", "html"),
        ("monthly", "text"),
    }
    assert "branch" in run("report", "--list", check=0).out


def test_a_report_of_ones_own_is_run_by_its_name(run, branch: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("report", "branch", "2026-Q4", check=0).out == "# Q4 2026: 0\n"
    assert run("report", "branch", "2026-Q4", "--format", "md", check=0).out == "# Q4 2026: 0\n"
    assert run("report", "weekly", "2026-11", "--template", branch, check=0).out == "# Nov 2026: 0\n"


def test_a_shipped_report_takes_any_period(run) -> None:  # type: ignore[no-untyped-def]
    assert run("report", "monthly", "2026-Q4", check=0).out.startswith("Quarterly report Q4 2026")
    assert run("report", "weekly", "2026-11上旬", lang="zh", check=0).out.startswith("旬报 2026年11月上旬")
    assert run("report", "monthly", "all", "-o", "all.html", check=0).code == 0


def test_json_is_what_a_template_gets(run, home: Path) -> None:  # type: ignore[no-untyped-def]
    context = json.loads(run("report", "weekly", "2026-W48", "--json", check=0).out)
    assert (
        run("report", "weekly", "2026-W48", "--format", "json", check=0).out
        == json.dumps(context, ensure_ascii=False, indent=2) + "\n"
    )
    (home / "templates").mkdir(parents=True)
    lines = "\n".join(
        "{{ " + key + " | length }}" for key, value in context.items() if isinstance(value, list)
    )
    (home / "templates" / "all.txt.j2").write_text(lines, encoding="utf-8")
    assert run("report", "all", check=0).out.split() == [
        str(len(v)) for v in context.values() if isinstance(v, list)
    ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "Name a report"),
        (("nothing",), 4, "There is no report nothing"),
        (("nothing", "--json"), 4, "There is no report nothing"),
        (("weekly", "nonsense"), 2, "nonsense"),
    ],
)
def test_what_cannot_be_right_is_one_line(run, words: tuple[str, ...], code: int, said: str) -> None:  # type: ignore[no-untyped-def]
    result = run("report", *words, check=code)
    assert said in result.err
    assert result.err.count("\n") == 1
