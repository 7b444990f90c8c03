"""A list of steps played on a form: what ``vatra-forms run`` does."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from app.forms.xform.beginning import Settings
from app.forms.xform.entry import Entry
from app.forms.xform.errors import FormProblem, StepProblem, XPathProblem
from app.forms.xform.model import Form
from app.forms.xform.snapshot import Shown, snapshot

Step = Mapping[str, Any]


class StepFailed(Exception):
    """Step ``number`` (from 1) could not be done; ``shown`` is what was shown before."""

    def __init__(self, code: str, message: str, number: int, ref: str | None, shown: list[Shown]) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.number = number
        self.ref = ref
        self.shown = shown


class Clock:
    """Tells the moment it was given, or the time of day; ``set`` moves it."""

    def __init__(self, zone: dt.tzinfo, now: dt.datetime | None) -> None:
        self.zone = zone
        self._now = now

    def now(self) -> dt.datetime:
        return dt.datetime.now(self.zone) if self._now is None else self._now.astimezone(self.zone)

    def set(self, now: dt.datetime) -> None:
        self._now = now


def moment_in(written: str, zone: dt.tzinfo) -> dt.datetime:
    """ISO 8601; without an offset it is told in ``zone``. Raises ValueError."""
    read = dt.datetime.fromisoformat(written)
    return read if read.tzinfo is not None else read.replace(tzinfo=zone)


class Player:
    """Plays steps on a record of a form and collects what they show."""

    def __init__(self, form: Form, settings: Settings, clock: Clock, record: bytes | None) -> None:
        self._form = form
        self._settings = settings
        self._clock = clock
        self.entry = Entry(form, settings, record)
        self.shown: list[Shown] = []

    def play(self, steps: Sequence[Step]) -> list[Shown]:
        """Raises StepFailed."""
        for number, step in enumerate(steps, start=1):
            try:
                self._do(step)
            except StepProblem as problem:
                raise StepFailed("step", problem.message, number, problem.ref, self.shown) from None
            except (XPathProblem, FormProblem) as problem:
                raise StepFailed("xpath", problem.message, number, None, self.shown) from None
        if not any("show" in step for step in steps):
            self.shown.append(snapshot(self.entry))
        return self.shown

    def _do(self, step: Step) -> None:
        if not isinstance(step, Mapping):
            raise StepProblem("a step is an object")
        kinds = [kind for kind in _STEPS if kind in step]
        if len(kinds) != 1 or set(step) - {kinds[0], "value"}:
            raise StepProblem(f"not a step: {', '.join(map(str, step)) or 'empty'}")
        _STEPS[kinds[0]](self, step)

    def _answer(self, step: Step) -> None:
        if "value" not in step:
            raise StepProblem("an answer without a value", _text(step, "answer"))
        self.entry.answer(_text(step, "answer"), step["value"])

    def _now(self, step: Step) -> None:
        try:
            self._clock.set(moment_in(_text(step, "now"), self._clock.zone))
        except ValueError:
            raise StepProblem(f"not a moment: {step['now']}") from None

    def _reopen(self, _step: Step) -> None:
        self.entry = Entry(self._form, self._same_language(), self.entry.draft())

    def _new(self, _step: Step) -> None:
        self.entry = Entry(self._form, self._same_language())

    def _same_language(self) -> Settings:
        settings = self._settings
        return Settings(
            settings.now, settings.zone, settings.chance, settings.properties, self.entry.language
        )

    def _show(self, step: Step) -> None:
        wanted = step["show"]
        if wanted is True:
            self.shown.append(snapshot(self.entry))
        elif isinstance(wanted, list) and all(isinstance(ref, str) for ref in wanted):
            self.shown.append(snapshot(self.entry, wanted))
        else:
            raise StepProblem("show takes true or a list of references")


def _text(step: Step, key: str) -> str:
    value = step[key]
    if not isinstance(value, str):
        raise StepProblem(f"{key} takes a text")
    return value


_STEPS: Final[Mapping[str, Callable[[Player, Step], object]]] = {
    "answer": Player._answer,
    "add_repeat": lambda player, step: player.entry.add_repeat(_text(step, "add_repeat")),
    "remove_repeat": lambda player, step: player.entry.remove_repeat(_text(step, "remove_repeat")),
    "language": lambda player, step: player.entry.speak(_text(step, "language")),
    "now": Player._now,
    "reopen": Player._reopen,
    "new": Player._new,
    "finalize": lambda player, _step: player.entry.finalize(),
    "show": Player._show,
}
