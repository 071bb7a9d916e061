"""The names a form may ask for."""

import pytest

from rmtool.domain import form_names
from rmtool.domain.headers import folded


@pytest.mark.parametrize("name", form_names.LISTS)
def test_every_heading_means_a_field_that_the_list_has(name: str) -> None:
    known = set(form_names.fields(name).values())
    assert known <= {*form_names.LISTS[name], form_names.INDEX}
    assert {*form_names.LISTS[name], form_names.INDEX} <= known


def test_every_fact_has_words() -> None:
    assert set(form_names.facts().values()) == set(form_names.FACTS)
    assert form_names.facts()[folded("填报人")] == "owner"


def test_a_profiles_words_come_before_ours() -> None:
    assert form_names.fields("visit", (("field.area", ("area", "区域", "")),))[folded("区域")] == "field.area"
