"""Checks of identity numbers: CNP (Romania) and PESEL (Poland).

A finding is something to show beside the number, never a reason to refuse it. The check reads what the number
itself says (birth date, sex, county); comparing that with the rest of a record is the caller's business.
"""

from datetime import date
from enum import StrEnum

import msgspec
from stdnum.exceptions import InvalidComponent
from stdnum.pl import pesel
from stdnum.ro import cnp

DIGITS = {"cnp": 13, "pesel": 11}


class Finding(StrEnum):
    OK = "ok"
    LENGTH = "length"
    LETTERS = "letters"
    CHECK_DIGIT = "check_digit"
    DATE = "date"
    COUNTY = "county"


class IdentityCheck(msgspec.Struct, frozen=True):
    """What is wrong with a number and what it says of its owner.

    `findings` is empty for a good number; a damaged digit often spoils both the date and the check digit, and then
    both are named. `birth_on` and `sex` ("female" | "male") are None where the number does not tell.
    """

    kind: str
    number: str
    findings: tuple[Finding, ...]
    birth_on: date | None = None
    sex: str | None = None

    @property
    def finding(self) -> Finding:
        """The one finding to show first: an impossible date says more than the check digit it spoils."""
        for finding in (Finding.LETTERS, Finding.LENGTH, Finding.DATE, Finding.COUNTY, Finding.CHECK_DIGIT):
            if finding in self.findings:
                return finding
        return Finding.OK


def check_identity(kind: str, number: str) -> IdentityCheck:
    """Check a number of kind "cnp" or "pesel"; spaces and hyphens in it do not matter."""
    compact = "".join(number.split()).replace("-", "")
    if not (compact.isascii() and compact.isdigit()):
        return IdentityCheck(kind, compact, (Finding.LETTERS,))
    if len(compact) != DIGITS[kind]:
        return IdentityCheck(kind, compact, (Finding.LENGTH,))
    return _check_cnp(compact) if kind == "cnp" else _check_pesel(compact)


def kind_of(number: str) -> str | None:
    """The kind whose length the digits have, or None."""
    digits = "".join(number.split()).replace("-", "")
    if not (digits.isascii() and digits.isdigit()):
        return None
    return {length: kind for kind, length in DIGITS.items()}.get(len(digits))


def _check_cnp(number: str) -> IdentityCheck:
    findings = []
    birth_on = None
    try:
        birth_on = cnp.get_birth_date(number)
    except InvalidComponent:
        findings.append(Finding.DATE)
    if number[0] in "0789":
        # Foreign residents: the first digit does not carry the century, so 29 February may stand for another one.
        if number[0] != "0" and number[3:7] == "0229":
            findings = []
        birth_on = None
    if number[0] == "0" and Finding.DATE not in findings:
        findings.append(Finding.DATE)
    try:
        cnp.get_county(number)
    except InvalidComponent:
        findings.append(Finding.COUNTY)
    if cnp.calc_check_digit(number[:-1]) != number[-1]:
        findings.append(Finding.CHECK_DIGIT)
    sex = None if number[0] in "09" else ("male" if int(number[0]) % 2 else "female")
    return IdentityCheck("cnp", number, tuple(findings), birth_on, sex)


def _check_pesel(number: str) -> IdentityCheck:
    findings = []
    birth_on = None
    try:
        birth_on = pesel.get_birth_date(number)
    except InvalidComponent:
        findings.append(Finding.DATE)
    if pesel.calc_check_digit(number[:-1]) != number[-1]:
        findings.append(Finding.CHECK_DIGIT)
    sex = "female" if pesel.get_gender(number) == "F" else "male"
    return IdentityCheck("pesel", number, tuple(findings), birth_on, sex)
