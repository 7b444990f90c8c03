"""Codes of the records as words of the trade, in the language of the window. A code nobody foresaw is shown as it is."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_PROFESSIONS: dict[str, object] = {
    "social_worker": QT_TRANSLATE_NOOP("trade", "social worker"),
    "social_technician": QT_TRANSLATE_NOOP("trade", "social assistance technician"),
    "community_nurse": QT_TRANSLATE_NOOP("trade", "community nurse"),
    "health_mediator": QT_TRANSLATE_NOOP("trade", "health mediator"),
    "school_counsellor": QT_TRANSLATE_NOOP("trade", "school counsellor"),
    "school_mediator": QT_TRANSLATE_NOOP("trade", "school mediator"),
    "family_assistant": QT_TRANSLATE_NOOP("trade", "family assistant"),
    "case_manager": QT_TRANSLATE_NOOP("trade", "case manager"),
    "supervisor": QT_TRANSLATE_NOOP("trade", "supervisor"),
}
_ROLES: dict[str, object] = {
    "head": QT_TRANSLATE_NOOP("trade", "reference person"),
    "spouse": QT_TRANSLATE_NOOP("trade", "husband or wife"),
    "partner": QT_TRANSLATE_NOOP("trade", "partner"),
    "son": QT_TRANSLATE_NOOP("trade", "son"),
    "daughter": QT_TRANSLATE_NOOP("trade", "daughter"),
    "child": QT_TRANSLATE_NOOP("trade", "child"),
    "grandchild": QT_TRANSLATE_NOOP("trade", "grandchild"),
    "parent": QT_TRANSLATE_NOOP("trade", "parent"),
    "grandparent": QT_TRANSLATE_NOOP("trade", "grandparent"),
    "sibling": QT_TRANSLATE_NOOP("trade", "brother or sister"),
    "other_relative": QT_TRANSLATE_NOOP("trade", "other relative"),
    "other": QT_TRANSLATE_NOOP("trade", "not related"),
}
_VISIT_RESULTS: dict[str, object] = {
    "done": QT_TRANSLATE_NOOP("trade", "Visit made"),
    "absent": QT_TRANSLATE_NOOP("trade", "Visit, nobody at home"),
    "refused": QT_TRANSLATE_NOOP("trade", "Visit refused"),
    "unreachable": QT_TRANSLATE_NOOP("trade", "Visit, place not reachable"),
}
_SYNC: dict[str, tuple[str, object, str]] = {
    # state: icon, word, colour token
    "to_send": ("upload", QT_TRANSLATE_NOOP("trade", "to send"), "accent"),
    "at_county": ("receipt", QT_TRANSLATE_NOOP("trade", "at the county"), "low"),
    "held_back": ("flag", QT_TRANSLATE_NOOP("trade", "held back"), "medium"),
}
_LEVELS: dict[str, object] = {
    "none": QT_TRANSLATE_NOOP("trade", "No risk identified"),
    "low": QT_TRANSLATE_NOOP("trade", "Low"),
    "medium": QT_TRANSLATE_NOOP("trade", "Medium"),
    "high": QT_TRANSLATE_NOOP("trade", "High"),
    "urgent": QT_TRANSLATE_NOOP("trade", "Urgent"),
}
_READERS: dict[str, object] = {
    "team": QT_TRANSLATE_NOOP("trade", "everybody on the team"),
    "social": QT_TRANSLATE_NOOP("trade", "only social workers"),
    "health": QT_TRANSLATE_NOOP("trade", "only health workers"),
    "education": QT_TRANSLATE_NOOP("trade", "only school workers"),
}
ROLES = tuple(_ROLES)
PROFESSIONS = tuple(code for code in _PROFESSIONS if code != "supervisor")
"""Of a colleague whom a laptop takes in; a supervisor comes with a code of the county."""


def profession(code: str) -> str:
    """``community_nurse`` -> community nurse."""
    return _word(_PROFESSIONS, code)


def level(code: str) -> str:
    """``medium`` -> Medium: how serious an assessment found the situation."""
    return _word(_LEVELS, code)


def role(code: str | None) -> str:
    """``daughter`` -> daughter; nothing for None."""
    return _word(_ROLES, code) if code else ""


def readers(compartment: str) -> str:
    """Who reads what lies in a compartment: ``health`` -> only health workers."""
    return _word(_READERS, compartment)


def visit_result(code: str | None) -> str:
    """The title of a visit in a list; a free text of an imported row stays as it was written."""
    if not code:
        return _tr("Visit")
    return _word(_VISIT_RESULTS, code)


def sync_mark(state: str) -> tuple[str, str, str]:
    """(icon, word, colour token) of how far a record has come."""
    icon, word, token = _SYNC[state]
    return icon, _tr(str(word)), token


def _word(words: dict[str, object], code: str) -> str:
    return _tr(str(words[code])) if code in words else code


def _tr(word: str) -> str:
    return QCoreApplication.translate("trade", word)


_VISIT = QT_TRANSLATE_NOOP("trade", "Visit")
