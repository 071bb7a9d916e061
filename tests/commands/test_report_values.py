"""Every report there is has its period, its maker, and templates in both languages."""

import pytest

from rmtool import paths
from rmtool.commands import _report_values
from rmtool.domain.schedules import KINDS


def test_what_a_schedule_can_run_is_what_can_be_made() -> None:
    # A client's report is of a client, and a schedule has none.
    assert set(KINDS) == set(_report_values.MAKERS) - {"client"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(_report_values.MAKERS))
def test_every_report_has_templates(name: str, language: str) -> None:
    folder = paths.templates_folder() / "reports" / language
    assert [each for each in ("txt", "md", "html") if not (folder / f"{name}.{each}.j2").is_file()] == []
