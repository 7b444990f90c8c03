"""What every form says about a question and about being saved, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from ui import formatting
from ui.forms.form_state import FormState

translate = QCoreApplication.translate


def optional(words: str) -> str:
    """The words of a question that need not be answered."""
    return translate("forms", "%1 (optional)").replace("%1", words)


def last_time(words: str, *, changed: bool) -> str:
    """``Last time: No``, with a word when today's answer differs."""
    line = translate("forms", "Last time: %1 · changed") if changed else translate("forms", "Last time: %1")
    return line.replace("%1", words)


def proposed(words: str) -> str:
    """``Proposed: 27.11.2026``"""
    return translate("forms", "Proposed: %1").replace("%1", words)


def problem(trouble: str, kind: str, authors: str) -> str:
    """What to correct in an answer to a question of this type: ``trouble`` is ``required``, ``constraint``, ``option`` or
    ``type``; ``authors`` is what the form says itself, "" for nothing.
    """
    if trouble == "required":
        return translate("forms", "Still to answer.")
    if trouble == "constraint":
        return authors or translate("forms", "This answer does not fit the others. Compare them.")
    if trouble == "option":
        return translate("forms", "This answer is not one of the choices. Choose again.")
    if kind == "date":
        return translate("forms", "Write the day like 21.11.2026, or t for today.")
    if kind == "time":
        return translate("forms", "Write the hour like 9:40 or 940.")
    if kind in ("int", "decimal"):
        return translate("forms", "Write a number.")
    return translate("forms", "This cannot be read. Write it again.")


def saved(state: FormState) -> str:
    """The quiet line at the bottom left."""
    if state.trouble is not None:
        return translate("forms", "Not saved")
    if state.saved_at is not None:
        return translate("forms", "Saved at %1").replace("%1", formatting.clock(state.saved_at))
    return translate("forms", "Saving…") if state.unsaved else translate("forms", "Nothing to save yet")
