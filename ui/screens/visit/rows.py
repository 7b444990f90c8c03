"""Questions of the visit as rows: what stands on each now, and the editor for its answer."""

import datetime as dt
from collections.abc import Callable

from app.forms.questions import Asked, said
from ui import languages, trade
from ui.forms import editors
from ui.forms.day_editor import line_editor
from ui.forms.editors import Editor
from ui.forms.form_page import RowLook
from ui.forms.signature_editor import SignatureEditor
from ui.screens.visit import words
from ui.screens.visit.state import VisitState


def look_of(asked: Asked, state: VisitState) -> RowLook:
    """What does not fit is told once the question was left, not while it is typed."""
    problem = state.problems.get(asked.key)
    told = problem is not None and (asked.key != state.current or state.finishing)
    return RowLook(
        key=asked.key,
        words=words.label(asked.question),
        answer=state.answers.get(asked.key),
        hint=said(asked.question.hint, languages.current()),
        extra_hint=words.last_time(asked, state),
        proposal=words.proposal(asked, state),
        message=words.problem(problem) if problem is not None and told else "",
        soft=problem is not None and problem.soft,
    )


def make_editor(
    asked: Asked, state: VisitState, signer: tuple[str, str], clock: Callable[[], dt.datetime]
) -> Editor:
    """The editor for a question; ``signer`` is (name, profession code) of who works now."""
    question = asked.question
    name = words.label(question)
    if editors.is_keys(question):
        options = words.options_of(question, state.file.members, state)
        return editors.KeysEditor(name, options, many=question.type in ("many", "people"))
    if question.type == "sign":
        return SignatureEditor(name, signer, trade.profession, clock)
    if question.type == "long":
        return editors.LongEditor(name)
    editor = line_editor(question.type, name, clock)
    if question.rules.suggest is not None:
        editor.takes_proposals()
    return editor
