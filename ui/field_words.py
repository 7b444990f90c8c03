"""What the fields and groups of records are called, as headings: ``Phone``, ``Address``."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate
_NAMES: dict[str, object] = {
    "name": QT_TRANSLATE_NOOP("clear_up", "Name of the family"),
    "number": QT_TRANSLATE_NOOP("clear_up", "Family number"),
    "phone": QT_TRANSLATE_NOOP("clear_up", "Phone"),
    "status": QT_TRANSLATE_NOOP("clear_up", "State"),
    "case_manager": QT_TRANSLATE_NOOP("clear_up", "Case manager"),
    "last_contact_on": QT_TRANSLATE_NOOP("clear_up", "Last contact"),
    "case_worker": QT_TRANSLATE_NOOP("clear_up", "Who looks after the family"),
    "declared_members": QT_TRANSLATE_NOOP("clear_up", "Number of members"),
    "income_minor": QT_TRANSLATE_NOOP("clear_up", "Monthly income"),
    "village": QT_TRANSLATE_NOOP("clear_up", "Village"),
    "street": QT_TRANSLATE_NOOP("clear_up", "Street"),
    "directions": QT_TRANSLATE_NOOP("clear_up", "How to find the house"),
    "family_name": QT_TRANSLATE_NOOP("clear_up", "Surname"),
    "given_names": QT_TRANSLATE_NOOP("clear_up", "Given names"),
    "also_known_as": QT_TRANSLATE_NOOP("clear_up", "Also known as"),
    "birth": QT_TRANSLATE_NOOP("clear_up", "Date of birth"),
    "identity_kind": QT_TRANSLATE_NOOP("clear_up", "Kind of number"),
    "identity_number": QT_TRANSLATE_NOOP("clear_up", "Identity number"),
    "sex": QT_TRANSLATE_NOOP("clear_up", "Sex"),
    "occupation": QT_TRANSLATE_NOOP("clear_up", "Occupation"),
    "school": QT_TRANSLATE_NOOP("clear_up", "School"),
    "role": QT_TRANSLATE_NOOP("clear_up", "Place in the family"),
    "role_text": QT_TRANSLATE_NOOP("clear_up", "Place in the family, as written"),
    "since_on": QT_TRANSLATE_NOOP("clear_up", "In the household since"),
    "until_on": QT_TRANSLATE_NOOP("clear_up", "In the household until"),
    "confirmed_level": QT_TRANSLATE_NOOP("clear_up", "Confirmed level of risk"),
    "level_reason": QT_TRANSLATE_NOOP("clear_up", "Why this level"),
    "description": QT_TRANSLATE_NOOP("clear_up", "Description"),
    "text": QT_TRANSLATE_NOOP("clear_up", "Text"),
    "done_at": QT_TRANSLATE_NOOP("clear_up", "Done"),
    "withdrawn_at": QT_TRANSLATE_NOOP("clear_up", "Withdrawn"),
}
_GROUPS: dict[str, object] = {
    "address": QT_TRANSLATE_NOOP("clear_up", "Address"),
    "identity": QT_TRANSLATE_NOOP("clear_up", "Identity number"),
    "income": QT_TRANSLATE_NOOP("clear_up", "Monthly income"),
    "membership": QT_TRANSLATE_NOOP("clear_up", "Member of the household"),
    "times": QT_TRANSLATE_NOOP("clear_up", "Day and hours of the visit"),
    "met": QT_TRANSLATE_NOOP("clear_up", "Who was met"),
    "void": QT_TRANSLATE_NOOP("clear_up", "Taken back or not"),
    "outcome": QT_TRANSLATE_NOOP("clear_up", "How the visit went"),
    "level": QT_TRANSLATE_NOOP("clear_up", "Confirmed level of risk"),
    "result": QT_TRANSLATE_NOOP("clear_up", "Suggested level and score"),
    "done": QT_TRANSLATE_NOOP("clear_up", "Done or not"),
    "withdrawn": QT_TRANSLATE_NOOP("clear_up", "Withdrawn or not"),
    "flags": QT_TRANSLATE_NOOP("clear_up", "Marks of the family"),
    "signs": QT_TRANSLATE_NOOP("clear_up", "Danger signs"),
    "form": QT_TRANSLATE_NOOP("clear_up", "Form and version"),
    "sealed": QT_TRANSLATE_NOOP("clear_up", "Day, household and seal"),
    "given": QT_TRANSLATE_NOOP("clear_up", "Row of an imported list"),
    "task": QT_TRANSLATE_NOOP("clear_up", "What is to be done"),
    "of": QT_TRANSLATE_NOOP("clear_up", "The form it belongs to"),
    "parts": QT_TRANSLATE_NOOP("clear_up", "Confidential parts"),
    "lists": QT_TRANSLATE_NOOP("clear_up", "Lists the form offered"),
    "blob": QT_TRANSLATE_NOOP("clear_up", "The picture itself"),
    "import": QT_TRANSLATE_NOOP("clear_up", "The list it was imported from"),
}
_PERSON_NAME = QT_TRANSLATE_NOOP("clear_up", "Name of the person")


def field_name(field: str) -> str:
    """``given_names`` -> Given names; a field nobody foresaw is shown as it is."""
    return translate("clear_up", str(_NAMES[field])) if field in _NAMES else field


def group_name(kind: str, group: str) -> str:
    """``address`` -> Address; a group nobody foresaw is shown as it is."""
    if group == "name" and kind == "person":
        return translate("clear_up", str(_PERSON_NAME))
    word = _GROUPS.get(group) or _NAMES.get(group)
    return translate("clear_up", str(word)) if word else group
