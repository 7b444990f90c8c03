"""``vatra-forms preview``: a form in the real window, for its author, over an invented household and without a vault.

Nothing is kept. When the window closes, or the form is finished, the record is told as it would be submitted, as one JSON
document on standard output.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.countries.phones import emergency_phones
from app.domain.records import Family, Membership, Person
from app.errors import FormInvalid
from app.forms.instruments import Instrument
from app.forms.xform.beginning import Settings
from app.forms.xform.entry import Entry
from app.forms.xform.errors import FormProblem, FormRefused, Problem
from app.forms.xform.members import fill_rosters
from app.forms.xform.opening import Unreadable, files_beside, read_file
from app.forms.xform.paper import Paper
from app.forms.xform.reading import examine_form
from app.forms.xform.vault_lists import STAND_INS, Place, VaultLists
from app.forms.xform.vault_lists import Person as Listed
from app.forms.xform.xlsform import SPREADSHEETS, compile_xlsform
from app.services.assessment_lists import services_of
from app.services.assessment_members import facts_of
from app.services.assessment_papers import Prints
from app.services.assessments import AssessmentDraft, Open, OpenDraft
from app.services.audit import GoingOut
from app.services.families import FamilyFile, FamilyLine, Member
from app.services.saving import Changed
from ui import languages, theme
from ui.application import make_application
from ui.preferences import LANGUAGES, Language
from ui.screens.assessment.presenter import AssessmentPresenter
from ui.screens.assessment.view import AssessmentView
from ui.screens.assessment_places import Begin, Where
from ui.tasks import Tasks
from ui.widgets.banner import Banner

HOUSEHOLD = (
    ("Elena", "female", 38),
    ("Vasile", "male", 41),
    ("Alin", "male", 15),
    ("Ioana", "female", 9),
    ("Dan", "male", 0),
)
SIZE = (1366, 696)
ADULT = 18
PLACES = (Place("valea", "Valea"), Place("vatra", "Vatra"))
_ID = bytes(16)


class Throwaway:
    """Keeps nothing; ``told`` is the record as it would be submitted now."""

    def __init__(self, instrument: Instrument, record: str | None) -> None:
        self._instrument, self._record = instrument, record
        self.paper: Paper | None = None

    def told(self) -> str:
        return self.paper.entry.instance() if self.paper is not None else ""

    def open(self, what: Where, language: str, now: dt.datetime) -> Open:
        draft = AssessmentDraft(
            draft_id=_ID,
            assessment_id=_ID,
            family_id=_ID,
            form_id=self._instrument.id,
            form_version=self._instrument.version,
            form_digest=self._instrument.digest,
            record=self._record,
        )
        return self.reopen(draft, language, now)

    def reopen(self, draft: AssessmentDraft, language: str, now: dt.datetime) -> OpenDraft:
        file = _household(now.date())
        people = tuple(
            Listed(
                one.person.id.hex(),
                one.person.full_name,
                str(age),
                "F" if one.person.sex == "female" else "M",
            )
            for one, (_, _, age) in zip(file.members, HOUSEHOLD, strict=True)
        )
        zone = now.tzinfo or dt.UTC
        settings = Settings(lambda: dt.datetime.now(zone), zone, language=self._instrument.language(language))
        lists = VaultLists(members=people, places=PLACES, services=services_of("ro", language))
        entry = Entry(self._instrument.with_lists(lists), settings, draft.record)
        children = [person.name for person in people if int(person.age_y) < ADULT]
        answered = fill_rosters(entry, children, [person.name for person in people], facts_of(file.members))
        self.paper = Paper(entry)
        put_in = {self.paper.key(node): node.state.raw for node in answered}
        return OpenDraft(
            file=file,
            instrument=self._instrument,
            paper=self.paper,
            draft=msgspec.structs.replace(draft, people=people, put_in={**draft.put_in, **put_in}),
        )

    def keep(self, draft: AssessmentDraft) -> tuple[AssessmentDraft, Changed]:
        return draft, Changed()

    def knows(self, draft: AssessmentDraft) -> bool:
        return True

    def discard(self, draft: AssessmentDraft) -> Changed:
        return Changed()

    def seal(self, draft: AssessmentDraft, paper: Paper, language: str, now: dt.datetime) -> Changed:
        return Changed()

    def confirm_level(self, assessment_id: bytes, level: str, reason: str) -> Changed:
        return Changed()

    def undo(self) -> Changed:
        return Changed()

    def note_read(self, family_id: bytes, parts: Sequence[str]) -> None:
        """Nobody was looked at."""

    def prints(self, assessment_id: bytes, language: str) -> Prints:
        raise FormInvalid(reason="not_here", form=self._instrument.id)

    def note_going_out(self, act: GoingOut, family_id: bytes, assessment_id: bytes) -> None:
        """Nothing goes out."""


def _household(day: dt.date) -> FamilyFile:
    members = tuple(
        Member(
            Person(
                id=bytes([number]) * 16,
                family_name="Vatra",
                given_names=name,
                sex=sex,
                birth=str(day.year - age if age else day.year),
            ),
            Membership(
                id=bytes([100 + number]) * 16,
                person=bytes([number]) * 16,
                role="child" if age < ADULT else "head",
            ),
        )
        for number, (name, sex, age) in enumerate(HOUSEHOLD, 1)
    )
    children = sum(age < ADULT for _, _, age in HOUSEHOLD)
    line = FamilyLine(
        id=_ID, name="Vatra", number="1", village=None, street=None, directions=None, phone=None, members=len(members),
        children=children, last_visit_on=None, next_visit_on=None, pending=False, conflicts=0,
    )  # fmt: skip
    return FamilyFile(
        family=Family(id=_ID, name="Vatra"), line=line, members=members, visits=(), notes=(), timeline=(), conflicts=(),
        kept_apart={}, own_compartments=(),
    )  # fmt: skip


def read_instrument(path: Path, external: dict[str, str]) -> Instrument:
    """The author's form. Raises FormProblem or FormRefused with every problem placed, Unreadable for a file.

    What laptops have from their vault need not be there. The household is always the invented one; other lists are the author's
    own, where there are any.
    """
    beside = files_beside(path, external)

    def own(name: str) -> bytes | None:
        return beside(name) if name != "members.csv" else None

    def files(name: str) -> bytes | None:
        return own(name) or STAND_INS.get(name)

    compiled = compile_xlsform(path) if path.suffix.lower() in SPREADSHEETS else None
    form, problems = examine_form(compiled.xml if compiled is not None else read_file(path), files)
    if compiled is not None:
        problems = tuple(compiled.located(problem) for problem in problems)
    if form is None or any(problem.severity == "error" for problem in problems):
        raise FormRefused(problems)
    version = int(form.version) if form.version.isdigit() else 0
    return Instrument(
        id=form.id,
        version=version,
        digest="",
        title={"en": form.title},
        form=form,
        date_question=None,
        files=own,
    )


def show(app: QApplication, keeping: Throwaway) -> QWidget:
    """The window; it closes itself when the form is finished."""
    window = QWidget()
    window.setWindowTitle("Vatra")
    window.resize(*SIZE)
    tasks = Tasks(window)
    presenter = AssessmentPresenter(keeping, tasks)

    def leave(*_: object) -> None:
        window.close()

    view = AssessmentView(presenter, ("Vatra", "social_worker"), emergency_phones("ro"), leave, leave)
    presenter.setParent(view)
    banner = Banner("")
    view.notice_changed.connect(banner.show_notice)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(banner)
    column.addWidget(view, 1)
    app.lastWindowClosed.connect(tasks.close)
    window.show()
    view.arrive(Begin(_ID, ""))
    return window


def main(arguments: Sequence[str] | None = None) -> int:
    """Shows the form until the window is closed; exit codes as all of ``vatra-forms``."""
    parser = argparse.ArgumentParser(prog="vatra-forms preview")
    parser.add_argument("form", type=Path)
    parser.add_argument("--language")
    parser.add_argument("--record", type=Path)
    parser.add_argument("--external", action="append", type=lambda one: tuple(one.split("=", 1)), default=[])
    options = parser.parse_args(arguments)
    try:
        instrument = read_instrument(options.form, dict(options.external))
        record = options.record.read_text(encoding="utf-8") if options.record else None
    except FormRefused as refused:
        return _wrong({"code": "form", "message": str(refused)}, refused.problems)
    except FormProblem as problem:
        return _wrong({"code": "form", "message": problem.message}, (problem.as_problem(),))
    except (Unreadable, OSError) as problem:
        return _wrong({"code": "io", "message": str(problem)}, ())
    app = make_application([])
    theme.apply(app, theme.load("light"))
    languages.use(app, language_of(options.language))
    keeping = Throwaway(instrument, record)
    window = show(app, keeping)
    code = app.exec()
    window.deleteLater()
    sys.stdout.buffer.write(msgspec.json.encode({"ok": True, "instance": keeping.told()}) + b"\n")
    return int(code)


def _wrong(error: dict[str, str], problems: Sequence[Problem]) -> int:
    answer = {"ok": False, "error": {**error, "problems": problems}}
    sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
    return 1


def language_of(wanted: str | None) -> Language:
    """The window's language for a form's (``Română (ro)``, or just ``ro``); that of the system for any other."""
    for code in LANGUAGES:
        if wanted is not None and (wanted == code or wanted.endswith(f"({code})")):
            return code
    return languages.language_of_system()


if __name__ == "__main__":
    sys.exit(main())
