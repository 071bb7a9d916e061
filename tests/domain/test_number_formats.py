"""What a number format makes of a number."""

import pytest

from rmtool.domain import number_formats


@pytest.mark.parametrize(
    ("number", "code", "look"),
    [
        (0, "", ""), (14, "", "date"), (22, "", "date"), (20, "", "time"), (57, "", "date"), (2, "", ""), (49, "", ""),
        (164, "yyyy-mm-dd", "date"), (164, 'm"月"d"日"', "date"), (164, "[$-804]e年m月d日", "date"), (164, "h:mm", "time"),
        (164, "mmm", "date"), (164, "0.00E+00", ""), (164, "#,##0.00", ""), (164, '"days" 0', ""), (164, "[Red]0", ""),
        (164, "General", ""), (164, "@", ""), (164, "0;yyyy", ""), (164, r"\d0", ""), (164, "[h]:mm:ss", "time"),
    ],
)  # fmt: skip
def test_formats_are_told_apart(number: int, code: str, look: str) -> None:
    assert number_formats.look(number, code) == look
