"""Numbers with a form that can be wrong: identity and credit numbers, phones.

The one room that imports python-stdnum and phonenumbers, 50 ms together: only what adds,
edits or imports comes here. No message shows a number in full, because messages are logged.
"""

import re
import unicodedata
from datetime import date
from typing import Literal

import phonenumbers
from phonenumbers import PhoneNumber
from phonenumbers import PhoneNumberFormat
from phonenumbers import ValidationResult
from stdnum.cn import ric
from stdnum.cn import uscc

from rmtool.domain.text import clean
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

# GB/T 2260: the provinces, 81–83 for residents from Hong Kong, Macau and Taiwan, 9 for foreign residents.
# Not the counties: a card keeps the number of a county that has been gone for decades.
_PLACE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[0-9]")
_SEPARATORS = re.compile("[\\s\u00ad\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060\u2212\ufeff-]+")

_CHINESE_MOBILE = re.compile("1[3-9][0-9]{9}")
_LOCAL = re.compile("[2-8][0-9]{6,7}")
_PHONE = re.compile(r"\+?[0-9().\s-]+")
_EXTENSION = re.compile(
    r"\s*(?:转|轉|分机|分機|;?\s*ext(?:ension|n)?[.=]?|x|#)\s*:?\s*([0-9]{1,7})$", re.IGNORECASE
)


def identity_number(text: str) -> str:
    """The 18 characters of an identity number (居民身份证号, GB 11643), checked."""
    number = _compact(text, _("The identity number"))
    if re.fullmatch("[0-9]{15}", number):
        raise UsageError(
            _(
                "The identity number {hint} is that of an old card, without a check digit: use the 18 digits."
            ).format(hint=_hint(number))
        )
    if len(number) != 18:
        raise UsageError(_("The identity number {hint} must have 18 digits.").format(hint=_hint(number)))
    if not re.fullmatch("[0-9]{17}[0-9X]", number):
        raise UsageError(
            _("The identity number {hint} may hold digits only, and an X at its end.").format(
                hint=_hint(number)
            )
        )
    if not _PLACE.match(number):
        raise UsageError(
            _("The identity number {hint} begins with no known province: check it.").format(
                hint=_hint(number)
            )
        )
    if _born(number) is None:
        raise UsageError(
            _("The identity number {hint} holds an impossible birth date: check it.").format(
                hint=_hint(number)
            )
        )
    if ric.calc_check_digit(number) != number[-1]:
        raise UsageError(
            _("The identity number {hint} has a wrong check digit: check it for a mistyped digit.").format(
                hint=_hint(number)
            )
        )
    return number


def birth_date(identity_number: str) -> date:
    """The day of birth in a checked identity number."""
    return date(int(identity_number[6:10]), int(identity_number[10:12]), int(identity_number[12:14]))


def sex(identity_number: str) -> Literal["female", "male"]:
    """The sex in a checked identity number."""
    return "male" if int(identity_number[16]) % 2 else "female"


def credit_code(text: str) -> str:
    """The 18 characters of a unified social credit code (统一社会信用代码, GB 32100), checked."""
    code = _compact(text, _("The credit code"))
    if re.fullmatch("[0-9]{15}", code):
        raise UsageError(
            _("The credit code {hint} is an old registration number: use the 18 characters.").format(
                hint=_hint(code)
            )
        )
    if len(code) != 18:
        raise UsageError(_("The credit code {hint} must have 18 characters.").format(hint=_hint(code)))
    if not re.fullmatch("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}", code):
        raise UsageError(
            _(
                "The credit code {hint} holds a character it can't: digits and letters but I, O, S, V, Z, "
                "and only digits from the third to the eighth."
            ).format(hint=_hint(code))
        )
    if uscc.calc_check_digit(code) != code[-1]:
        raise UsageError(
            _("The credit code {hint} has a wrong check digit: check it for a mistyped character.").format(
                hint=_hint(code)
            )
        )
    return code


def phone(text: str, region: str = "CN") -> str:
    """A phone number as it is kept: 13800138000, 010-62771234转5, +886912345678; the same again if kept."""
    plain = unicodedata.normalize("NFKC", clean(text, _("The phone number"), 100)).strip()
    extension = _EXTENSION.search(plain)
    number = _parsed(plain[: extension.start()] if extension else plain, region.upper())
    kept = _kept(number, region.upper())
    if extension is None:
        return kept
    return f"{kept}转{extension[1]}" if number.country_code == 86 else f"{kept} x{extension[1]}"


def phone_digits(stored: str) -> str:
    """The digits of a kept phone number without its extension, for tails and duplicates."""
    return re.sub("[^0-9]", "", re.split("[转x]", stored, maxsplit=1)[0])


def _parsed(plain: str, region: str) -> PhoneNumber:
    """The number in `plain`, or an error that says what is wrong with it."""
    if region not in phonenumbers.SUPPORTED_REGIONS:
        raise UsageError(
            _("Unknown phone region {region}: use two letters, as in CN.").format(region=shown(region))
        )
    dialled = re.sub("[\u2010-\u2015\u2212]", "-", plain)
    if not _PHONE.fullmatch(dialled) or not re.search("[0-9]", dialled):
        raise UsageError(
            _(
                "The phone number {hint} holds something other than digits: write one number, as 13800138000."
            ).format(hint=_hint(plain))
        )
    try:
        number = phonenumbers.parse(re.sub("[^0-9+]", "", dialled), region)
    except phonenumbers.NumberParseException as error:
        raise _refused(plain, _PARSE_REASONS.get(error.error_type)) from error
    if not _acceptable(number, region):
        raise _refused(plain, phonenumbers.is_possible_number_with_reason(number))
    return number


_PARSE_REASONS = {
    phonenumbers.NumberParseException.INVALID_COUNTRY_CODE: ValidationResult.INVALID_COUNTRY_CODE,
    phonenumbers.NumberParseException.TOO_SHORT_AFTER_IDD: ValidationResult.TOO_SHORT,
    phonenumbers.NumberParseException.TOO_SHORT_NSN: ValidationResult.TOO_SHORT,
    phonenumbers.NumberParseException.NOT_A_NUMBER: ValidationResult.TOO_SHORT,
    phonenumbers.NumberParseException.TOO_LONG: ValidationResult.TOO_LONG,
}


def _acceptable(number: PhoneNumber, region: str) -> bool:
    if number.country_code != phonenumbers.country_code_for_region(region):
        # Other countries' numbering plans change faster than a list here is renewed.
        return phonenumbers.is_possible_number(number) and _stays(number)
    significant = phonenumbers.national_significant_number(number)
    if phonenumbers.is_valid_number(number):
        # With zeros too many in front a Chinese number would be read back as a foreign one.
        return number.country_code != 86 or not significant.startswith("0")
    return number.country_code == 86 and bool(_CHINESE_MOBILE.fullmatch(significant))


def _stays(number: PhoneNumber) -> bool:
    """Whether the number is read back as it is written: with zeros too many in front, it isn't."""
    return phonenumbers.parse(phonenumbers.format_number(number, PhoneNumberFormat.E164)) == number


def _refused(plain: str, reason: int | None) -> UsageError:
    hint = _hint(plain)
    if reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY or _LOCAL.fullmatch(re.sub("[^0-9+]", "", plain)):
        return UsageError(
            _("The phone number {hint} lacks its area code: write it as 010-12345678.").format(hint=hint)
        )
    if reason == ValidationResult.TOO_SHORT:
        return UsageError(
            _("The phone number {hint} is too short: look for missing digits.").format(hint=hint)
        )
    if reason == ValidationResult.TOO_LONG:
        return UsageError(_("The phone number {hint} is too long: write one number only.").format(hint=hint))
    if reason == ValidationResult.INVALID_COUNTRY_CODE:
        return UsageError(_("The phone number {hint} begins with an unknown country code.").format(hint=hint))
    return UsageError(_("The phone number {hint} can't be one: check its first digits.").format(hint=hint))


def _kept(number: PhoneNumber, region: str) -> str:
    if number.country_code != phonenumbers.country_code_for_region(region):
        return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if number.country_code != 86:
        return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    significant = phonenumbers.national_significant_number(number)
    if _CHINESE_MOBILE.fullmatch(significant):
        return significant
    area, _blank, rest = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL).partition(" ")
    return f"{area}-{re.sub('[^0-9]', '', rest)}" if rest else area


def _compact(text: str, what: str) -> str:
    number = _SEPARATORS.sub("", unicodedata.normalize("NFKC", clean(text, what, 100))).upper()
    if not number:
        raise UsageError(_("{what} is empty: type it, or - to be asked for it.").format(what=what))
    return number


def _born(number: str) -> date | None:
    try:
        born = birth_date(number)
    except ValueError:
        return None
    return born if born.year >= 1900 else None


def _hint(number: str) -> str:
    """Enough of `number` to know it by among others, and never more than half."""
    start = number[: min(3, len(number) // 2)]
    return _("{start}… ({count} characters)").format(start=shown(start), count=len(number))
