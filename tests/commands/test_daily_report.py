"""`daily-report`: today by default, a text message on demand."""

from collections.abc import Callable

import pytest


def test_the_report_is_of_today_unless_a_day_is_named(run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("daily-report", check=0)[1].startswith("Daily report Tue 24 Nov 2026")
    assert run("daily-report", "yesterday", check=0)[1].startswith("Daily report Mon 23 Nov 2026")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_message_fits_whatever_was_logged(
    run: Callable[..., tuple[int, str, str]], lang: str
) -> None:
    for number in range(3):
        run("add-client", f"客户第{number}有限责任公司", "--force", check=0)
        run("log-visit", f"客户第{number}有限责任公司", "谈了很久。" * 60, "--next", "tomorrow", check=0)
    out = run("daily-report", "--format", "sms", lang=lang, check=0)[1]
    assert out.count("\n") == 1
    assert 40 < len(out.strip()) <= 300
