"""Questions as rows: what stands on each now, and the editor for its answer."""

import datetime as dt
from collections.abc import Callable

from ui import trade
from ui.forms import editors
from ui.forms.day_editor import line_editor
from ui.forms.editors import Editor
from ui.forms.form_page import RowLook
from ui.forms.signature_editor import SignatureEditor, SignatureShown
from ui.screens.assessment import words
from ui.screens.assessment.state import AssessmentState, Question
from ui.widgets.answer_keys import Option


def look_of(question: Question, state: AssessmentState) -> RowLook:
    """What does not fit is told once the question was left, not while it is typed; what is missing when finishing."""
    wrong = question.failed is not None and question.editable
    told = state.finishing or (question.failed != "required" and question.key != state.current)
    return RowLook(
        key=question.key,
        words=words.label(question),
        answer=question.answer if question.editable else words.shown(question),
        hint=question.hint,
        extra_hint=words.beside(question),
        proposal=words.proposal(question) if question.editable else "",
        message=words.problem(question) if wrong and told else "",
        soft=question.soft and question.failed == "constraint",
        number=question.number,
    )


def make_editor(question: Question, signer: tuple[str, str], clock: Callable[[], dt.datetime]) -> Editor:
    """The editor for a question; ``signer`` is (name, profession code) of who works now."""
    name = words.label(question)
    if not question.editable:
        signed = question.answer if question.type == "sign" else None
        strokes = signed.get("strokes", "") if signed else ""
        return SignatureShown(name, strokes) if strokes else editors.SilentEditor(name)
    if question.type in ("one", "many"):
        options = [Option(one.value, one.label, one.red, one.exclusive) for one in question.options]
        return editors.KeysEditor(name, options, many=question.type == "many")
    if question.type == "tick":
        return editors.KeysEditor(name, [Option("OK", "OK")], many=False)
    if question.type == "sign":
        return SignatureEditor(name, signer, trade.profession, clock, by_hand=True)
    if question.type == "long":
        return editors.LongEditor(name)
    editor = line_editor(question.type, name, clock)
    if question.unit:
        editor.show_unit(question.unit)
    if question.proposes:
        editor.takes_proposals()
    return editor
