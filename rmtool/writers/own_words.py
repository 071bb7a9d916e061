"""How a trade's own fields and measures are said: their labels, values with units, in the language of the run."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence

from rmtool.config.profile import Profile
from rmtool.config.profile_rows import Field
from rmtool.domain import fields
from rmtool.domain.deals import Recommendation
from rmtool.domain.tables import number_text
from rmtool.domain.text import in_language
from rmtool.domain.text import shown
from rmtool.i18n import _


def pairs(known: Sequence[Field], values: Mapping[str, str], language: str) -> list[tuple[str, str]]:
    """Labels and values, those of the profile in its order, then what it does not (or no longer) have by its key."""
    keys = {each.key for each in known}
    others = [(shown(key), value) for key, value in values.items() if key not in keys]
    return _known(known, values, language) + others


def _known(known: Iterable[Field], values: Mapping[str, str], language: str) -> list[tuple[str, str]]:
    return [
        (shown(each.label(language)), fields.show(each, values[each.key], language))
        for each in known
        if values.get(each.key)
    ]


def heading(field: Field, language: str) -> str:
    """The heading of a column of a listing: numbers are aligned to the right."""
    return (">" if field.type in ("number", "money") else "") + field.label(language)


def told(known: Iterable[Field], values: Mapping[str, str], where: str, language: str) -> str:
    """The fields that are shown in the listing `where`, in one line."""
    chosen = (each for each in known if where in each.shown_in)
    return _("; ").join(f"{label} {value}" for label, value in _known(chosen, values, language))


def missing(known: Iterable[Field], values: Mapping[str, str], language: str) -> str:
    """What a record still lacks, in one line; empty where it is complete."""
    return _(", ").join(each.label(language) for each in fields.missing(known, values))


def recommended(found: Recommendation, profile: Profile, language: str) -> str:
    """Why a product is recommended, in words."""
    # Of a tier called A its code is enough: of tier A.
    named = profile.tier_name(found.tier, language)
    tier = found.tier if named.startswith(f"{found.tier} ") else named
    who = {"holders": found.holders, "clients": found.clients, "tier": tier, "industry": found.industry}
    if found.industry:
        why = _("{holders} of {clients} clients of tier {tier} in {industry} hold it")
    elif found.tier:
        why = _("{holders} of {clients} clients of tier {tier} hold it")
    else:
        why = _("{holders} of {clients} clients hold it")
    return _("{product} ({why})").format(
        product=profile.label("products", found.product, language), why=why.format(**who)
    )


def measures(found: Mapping[str, float], profile: Profile, language: str) -> str:
    """The measures of a visit with their units, in one line, in the order of the profile."""
    places = {each.key: place for place, each in enumerate(profile.measures)}
    ordered = sorted(found.items(), key=lambda each: places.get(each[0], len(places)))
    return _(", ").join(
        f"{profile.label('measures', key, language)} {measured(value, unit_of(key, profile), language)}"
        for key, value in ordered
    )


def unit_of(key: str, profile: Profile) -> str:
    """The unit of a measure; empty where the profile has none."""
    return next((each.unit for each in profile.measures if each.key == key), "")


def measured(value: float, unit: str, language: str) -> str:
    """A number with its unit: 85%, 120 箱."""
    return with_unit(number_text(round(value, 4)), unit, language)


def with_unit(number: str, unit: str, language: str) -> str:
    """A number as it is written, with its unit."""
    gap = "" if unit == "%" or number[-1:] in ("万", "亿") else " "
    return f"{number}{gap}{in_language(unit, language)}".rstrip()
