"""Which column goes into which field."""

from pathlib import Path

import pytest

from rmtool.domain import headers
from rmtool.errors import BadFileError
from rmtool.errors import UsageError
from rmtool.readers import mapping
from rmtool.readers.mapping import Mapping

FIELDS = mapping.fields_of(headers.CLIENTS, ("field.",))


@pytest.mark.parametrize("word", ["name", "=x", "colour=red", "field.=x"])
def test_set_takes_a_known_field_and_a_text(word: str) -> None:
    with pytest.raises(UsageError):
        mapping.parse_set([word], FIELDS)


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    kept = Mapping({'a"b': "name", "电话\\": "phone"}, {"field.颜色": "红\n{1}\x7f"}, header=False)
    path = tmp_path / "map.toml"
    path.write_text(mapping.saved(kept), encoding="utf-8")
    assert mapping.load(path, FIELDS) == kept


@pytest.mark.parametrize(
    "text",
    [
        "= 1",
        "colour = 1",
        "header = 1",
        "columns = 1",
        "[columns]\na = 1",
        '[columns]\na = "nothing"',
        '[set]\nnothing = "x"',
        "\xff",
    ],
)
def test_a_broken_map_is_a_bad_file_that_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "map.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(BadFileError, match=r"map\.toml"):
        mapping.load(path, FIELDS)


def test_a_missing_map_is_a_bad_file(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match=r"map\.toml"):
        mapping.load(tmp_path / "map.toml", FIELDS)
