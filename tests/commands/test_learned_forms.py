"""The forms whose map is known."""

from dataclasses import replace
from pathlib import Path

import pytest

from rmtool.commands import _learned_forms
from rmtool.domain.form_map import Block
from rmtool.domain.form_map import FormMap
from rmtool.domain.forms import Form
from rmtool.domain.forms import FormSheet
from rmtool.domain.forms import Place
from rmtool.errors import SettingsError
from rmtool.errors import UsageError

SHEET = FormSheet("周报 1", "s", {Place(1, 1): "姓名", Place(2, 1): "1", Place(2, 2): "客户"})
FORM = Form(Path("x.xlsx"), (SHEET,))
MAP = FormMap(
    {"s": {Place(1, 2): '{{ owner }} "x"'}},
    (Block("s", "visit", 3, 9, {1: "{{ visit.index }}", 28: "{{ visit.text }}"}),),
)


def test_a_map_is_kept_and_found_by_what_is_printed_on_the_form(tmp_path: Path) -> None:
    (tmp_path / "weekly.toml").write_text(_learned_forms.saved(FORM, MAP), encoding="utf-8")
    for found in (_learned_forms.load(tmp_path, "weekly", FORM), _learned_forms.find(tmp_path, FORM)):
        assert found is not None
        assert (found.name, found.map) == ("weekly", MAP)
    numbers = replace(FORM, sheets=(replace(SHEET, cells={**SHEET.cells, Place(2, 1): "7"}),))
    assert _learned_forms.find(tmp_path, numbers) is not None
    other = replace(FORM, sheets=(replace(SHEET, cells={**SHEET.cells, Place(2, 2): "单位"}),))
    assert _learned_forms.find(tmp_path, other) is None


def test_names_that_are_no_names_and_unknown_ones_are_refused(tmp_path: Path) -> None:
    for name in ("", "../x", "a b", "x" * 41):
        with pytest.raises(UsageError, match="can't name"):
            _learned_forms.check_name(name)
    with pytest.raises(UsageError, match="none yet"):
        _learned_forms.load(tmp_path, "x", FORM)
    (tmp_path / "one.toml").touch()
    with pytest.raises(UsageError, match="one"):
        _learned_forms.load(tmp_path, "x", FORM)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[", "TOML"),
        ('[cells]\n"B1" = "x"', "no cell"),
        ('[cells]\n"周报 1!B" = "x"', "no cell"),
        ("[cells]\nB1 = 3", r"\[cells\]"),
        ("block = 3", r"\[\[block\]\]"),
        ('[[block]]\nsheet = "x"', "no sheet x"),
        ('[[block]]\nsheet = "周报 1"\nlist = "x"', "list is one of"),
        ('[[block]]\nsheet = "周报 1"\nlist = "visit"\nfirst = 3\nlast = 2', "rows"),
        (
            '[[block]]\nsheet = "周报 1"\nlist = "visit"\nfirst = 3\nlast = 4\n[block.columns]\nA1 = "x"',
            "no column",
        ),
        ('[[block]]\nsheet = "周报 1"\nlist = "visit"\nfirst = 3\nlast = 4\ncolumns = 3', r"\[columns\]"),
    ],
)
def test_a_file_that_is_wrong_is_told_with_its_place(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "form.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=words):
        _learned_forms.load(tmp_path, "form", FORM)
    if text == "[":
        with pytest.raises(SettingsError, match="TOML"):
            _learned_forms.find(tmp_path, FORM)
