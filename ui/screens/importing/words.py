"""What an import found, in words: fields of a column, problems of a cell, reasons why a row was set aside."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_FIELDS: dict[str, object] = {
    "family_number": QT_TRANSLATE_NOOP("importing", "Family number"),
    "row_number": QT_TRANSLATE_NOOP("importing", "Number of the row"),
    "household_name": QT_TRANSLATE_NOOP("importing", "Name of the family"),
    "full_name": QT_TRANSLATE_NOOP("importing", "Name of the person"),
    "surname": QT_TRANSLATE_NOOP("importing", "Surname"),
    "given_names": QT_TRANSLATE_NOOP("importing", "Given names"),
    "identity_number": QT_TRANSLATE_NOOP("importing", "Identity number"),
    "birth": QT_TRANSLATE_NOOP("importing", "Date of birth"),
    "sex": QT_TRANSLATE_NOOP("importing", "Sex"),
    "role": QT_TRANSLATE_NOOP("importing", "Place in the family"),
    "village": QT_TRANSLATE_NOOP("importing", "Village"),
    "street": QT_TRANSLATE_NOOP("importing", "Street"),
    "house_number": QT_TRANSLATE_NOOP("importing", "House number"),
    "phone": QT_TRANSLATE_NOOP("importing", "Phone"),
    "occupation": QT_TRANSLATE_NOOP("importing", "Occupation"),
    "school": QT_TRANSLATE_NOOP("importing", "School"),
    "monthly_income": QT_TRANSLATE_NOOP("importing", "Monthly income"),
    "member_count": QT_TRANSLATE_NOOP("importing", "Number of members"),
    "case_worker": QT_TRANSLATE_NOOP("importing", "Who looks after the family"),
    "reasons": QT_TRANSLATE_NOOP("importing", "Reasons of help"),
    "last_visit": QT_TRANSLATE_NOOP("importing", "Last visit"),
    "notes": QT_TRANSLATE_NOOP("importing", "Remarks"),
    "visit_date": QT_TRANSLATE_NOOP("importing", "Day of the visit"),
    "purpose": QT_TRANSLATE_NOOP("importing", "Purpose of the visit"),
    "findings": QT_TRANSLATE_NOOP("importing", "What was found"),
    "measures": QT_TRANSLATE_NOOP("importing", "What was done"),
}
_NO_FIELD = QT_TRANSLATE_NOOP("importing", "Keep as a note")
_KINDS: dict[str, object] = {
    "people": QT_TRANSLATE_NOOP("importing", "People"),
    "households": QT_TRANSLATE_NOOP("importing", "Households"),
    "visits": QT_TRANSLATE_NOOP("importing", "Visits"),
    "ignored": QT_TRANSLATE_NOOP("importing", "Set aside"),
}
_PROBLEMS: dict[str, object] = {
    "date_unreadable": QT_TRANSLATE_NOOP("importing", "the date is not clear; kept as a note"),
    "sex_unreadable": QT_TRANSLATE_NOOP("importing", "the sex is not clear; kept as a note"),
    "money_unreadable": QT_TRANSLATE_NOOP("importing", "the amount is not clear; kept as a note"),
    "count_unreadable": QT_TRANSLATE_NOOP("importing", "the number is not clear; kept as a note"),
    "phone_unreadable": QT_TRANSLATE_NOOP("importing", "not a phone number; kept as a note"),
    "name_missing": QT_TRANSLATE_NOOP("importing", "the name is missing"),
    "identity_length": QT_TRANSLATE_NOOP(
        "importing", "the identity number is too short or too long; kept as written"
    ),
    "identity_letters": QT_TRANSLATE_NOOP(
        "importing", "the identity number has other signs than digits; kept as written"
    ),
    "identity_date": QT_TRANSLATE_NOOP(
        "importing", "the identity number names a day that does not exist; kept as written"
    ),
    "identity_county": QT_TRANSLATE_NOOP(
        "importing", "the identity number names a county that does not exist; kept as written"
    ),
    "identity_check_digit": QT_TRANSLATE_NOOP(
        "importing", "the check digit of the identity number does not fit; kept as written"
    ),
    "birth_differs": QT_TRANSLATE_NOOP(
        "importing", "the date of birth differs from the one in the identity number"
    ),
    "sex_differs": QT_TRANSLATE_NOOP("importing", "the sex differs from the one in the identity number"),
    "visit_name_differs": QT_TRANSLATE_NOOP("importing", "the name does not fit the family of this number"),
}
_DUPLICATE = QT_TRANSLATE_NOOP("importing", "perhaps the same person as in row %1")
_ASIDE: dict[str, object] = {
    "total_line": QT_TRANSLATE_NOOP("importing", "a line of totals"),
    "after_total": QT_TRANSLATE_NOOP("importing", "a line below the totals"),
    "footer": QT_TRANSLATE_NOOP("importing", "a signature or a remark at the foot of the list"),
    "not_a_person": QT_TRANSLATE_NOOP("importing", "a remark, not a person"),
    "no_name": QT_TRANSLATE_NOOP("importing", "nobody is named in this row"),
    "sheet_ignored": QT_TRANSLATE_NOOP("importing", "the sheet was set aside as a whole"),
    "visit_family_unknown": QT_TRANSLATE_NOOP("importing", "a visit to a family that is not in this file"),
    "visit_family_ambiguous": QT_TRANSLATE_NOOP("importing", "a visit that fits more than one family"),
    "visit_without_date": QT_TRANSLATE_NOOP(
        "importing", "a visit without a clear day; its text is kept as a note of the family"
    ),
}
_KEPT: dict[str, object] = {
    "changed_since": QT_TRANSLATE_NOOP("importing", "changed since the import"),
    "has_new_records": QT_TRANSLATE_NOOP("importing", "has visits or notes written since"),
}
ANY_ROW_ASIDE = frozenset(_ASIDE)
ANY_PROBLEM = frozenset(_PROBLEMS) | {"possible_duplicate"}


def field(code: str | None) -> str:
    """``birth`` -> Date of birth; None is a column kept as notes."""
    return _word(_FIELDS, code) if code else _tr(_NO_FIELD)


def kind(code: str) -> str:
    """``people``, ``visits`` or ``ignored`` in words."""
    return _word(_KINDS, code)


def problem(code: str, value: str) -> str:
    """What is to look at in a cell; ``value`` is the cell, or ``sheet:row`` of the earlier row for a double."""
    if code == "possible_duplicate":
        return _tr(_DUPLICATE).replace("%1", value.rpartition(":")[2])
    return _word(_PROBLEMS, code)


def aside(reason: str) -> str:
    """Why a row became no record."""
    return _word(_ASIDE, reason)


def kept(why: str) -> str:
    """Why a family stays although its import was taken back."""
    return _word(_KEPT, why)


def _word(words: dict[str, object], code: str) -> str:
    return _tr(words[code]) if code in words else code


def _tr(word: object) -> str:
    return QCoreApplication.translate("importing", str(word))
