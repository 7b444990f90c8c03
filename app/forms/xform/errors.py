"""What can be wrong with a form, an expression or a step: facts for whoever has to mend it.

These are faults of a file or of a request, not of Vatra and not of this computer. The command line prints them as they
are; the window turns ``code`` and ``facts`` into a sentence of its own.
"""

from typing import Any

import msgspec


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that is wrong with a form. ``severity`` is "error" or "warning"."""

    severity: str
    code: str
    message: str
    ref: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    line: int | None = None


class FormProblem(Exception):
    """The form cannot be used; ``line`` is where, if it is known."""

    def __init__(self, code: str, message: str, *, line: int | None = None, ref: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.ref = ref

    def as_problem(self) -> Problem:
        return Problem("error", self.code, self.message, ref=self.ref, line=self.line)


class FormRefused(Exception):
    """The form was read and cannot be opened; ``problems`` has every error and warning."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        errors = [problem for problem in problems if problem.severity == "error"]
        super().__init__(errors[0].message if errors else "the form cannot be opened")
        self.problems = problems
        self.errors = tuple(errors)


class XPathProblem(Exception):
    """An expression that does not parse, calls what does not exist, or cannot be computed within its limits."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class StepProblem(Exception):
    """An answer or another step that the record cannot take."""

    def __init__(self, message: str, ref: str | None = None, **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.ref = ref
        self.facts = facts
