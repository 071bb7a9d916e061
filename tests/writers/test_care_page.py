import pytest

from rmtool import i18n
from rmtool.domain.care import Coming
from rmtool.domain.text import width
from rmtool.writers import care_page

FESTIVAL = Coming("festival", "mid-autumn", "中秋节", "2026-09-25", 0, greeted=3, clients=50)
PERSON = Coming(
    "birthday", "birthday", "", "2026-09-26", 1, client=12, client_name="云岫精密机械有限公司", contact="陈波", role="财务总监",
    age=41, likes="喝茶" * 40, taboos="周一不打电话", gift="茶叶", gift_on="2025-10-01", greeted=1,
)  # fmt: skip
OWN = Coming("own", "成立日", "成立日", "2026-09-28", 3, client=7, client_name="华星", lunar=True)


def test_a_day_and_its_people() -> None:
    assert care_page.text([FESTIVAL, PERSON._replace(likes="", role=""), OWN], "en") == (
        "2026-09-25 Fri  today\n"
        "  中秋节: 3 of 50 clients greeted  (rmtool greetings mid-autumn)\n"
        "\n"
        "2026-09-26 Sat  in 1 day\n"
        "    12  陈波  云岫精密机械有限公司  birthday, becomes 41\n"
        "        avoid  周一不打电话\n"
        "        last gift  2025-10-01 茶叶\n"
        "        greeted already\n"
        "\n"
        "2026-09-28 Mon  in 3 days\n"
        "     7  华星  成立日 (lunar calendar)"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_fits_the_terminal_and_shows_nothing_that_acts(language: str) -> None:
    i18n.choose(language)
    page = care_page.text([FESTIVAL, PERSON._replace(client_name="\x1b[31m红"), OWN], language)
    assert all(width(line) <= 80 for line in page.split("\n"))
    assert "\x1b" not in page
