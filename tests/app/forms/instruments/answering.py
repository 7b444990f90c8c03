"""The shipped instruments opened as the window opens them, and filled in as a worked example says.

A worked example gives answers by question, answers for each child, and what to say to all other questions of a type that
are asked ("fill": every yes/no question gets "no").
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

import resources
from app.forms.xform.model import Form
from app.forms.xform.reading import read_form
from app.forms.xform.snapshot import snapshot
from app.forms.xform.xlsform import compile_xlsform
from tests.app.forms.xform.building import Filling

RESOURCES = Path(resources.__file__).parent
EXAMPLES = Path(__file__).parent / "worked_examples"
INSTRUMENTS: Mapping[str, str] = {
    "ro_observation": "countries/ro/forms",
    "ro_risk_sheet": "countries/ro/forms",
    "vatra_mps_screen": "forms",
    "pl_wywiad_i": "countries/pl/forms",
    "pl_cus_ipus": "countries/pl/forms",
    "vatra_home_visit": "forms",
}
COUNTRY = {"pl_wywiad_i": "pl", "pl_cus_ipus": "pl"}
TEST_POVERTY_LIMIT = 400
"""Only for the worked examples: the limit of the law has to be entered by somebody who has read it."""
FILLED_BY_TYPE = {
    "yn": {"yes", "no"},
    "ynu": {"yes", "no", "unknown"},
    "scale": {"none", "some", "serious", "pressing"},
}


class Child(msgspec.Struct, frozen=True):
    age_y: int
    sex: str
    answers: dict[str, Any] = {}


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    fill: dict[str, str]
    answers: dict[str, Any]
    level: str
    children: tuple[Child, ...] = ()
    flags: tuple[str, ...] | None = None
    values: dict[str, Any] = {}


def examples(form_id: str) -> tuple[Example, ...]:
    text = (EXAMPLES / f"{form_id}.json").read_text(encoding="utf-8")
    return msgspec.convert(json.loads(text), tuple[Example, ...])


def path_of(form_id: str) -> Path:
    """The newest version."""
    versions = (RESOURCES / INSTRUMENTS[form_id]).glob(f"{form_id}-*.md")
    return max(versions, key=lambda path: int(path.stem.rpartition("-")[2]))


@lru_cache
def xform_of(form_id: str) -> str:
    return compile_xlsform(path_of(form_id)).xml


def shipped_amounts(form_id: str) -> str:
    country = COUNTRY.get(form_id, "ro")
    return (RESOURCES / "countries" / country / "forms" / "amounts.csv").read_text(encoding="utf-8")


def with_test_limit(amounts: str) -> str:
    return amounts.replace("poverty_pc,,", f"poverty_pc,{TEST_POVERTY_LIMIT},")


def household(children: Sequence[Child]) -> str:
    """The members as the vault lists them: a grown-up and these children."""
    rows = [f"child{number},Child {number},{one.age_y},{one.sex}" for number, one in enumerate(children, 1)]
    return "\n".join(["name,label,age_y,sex", "adult,Adult,40,F", *rows])


def instrument(form_id: str, children: Sequence[Child] = (), amounts: str | None = None) -> Form:
    files = {
        "members.csv": household(children).encode(),
        "amounts.csv": (with_test_limit(shipped_amounts(form_id)) if amounts is None else amounts).encode(),
    }
    return read_form(xform_of(form_id), files.get)[0]


class Answering(Filling):
    """An instrument being filled in; questions, groups and values are named without their place."""

    def __init__(
        self, form_id: str, children: Sequence[Child] = (), amounts: str | None = None, **settings: Any
    ) -> None:
        super().__init__(instrument(form_id, children, amounts), **settings)
        self._children = children
        self._paths = {field.name: field.path for field in self.form.fields}
        self._rosters = [
            field.path
            for field in self.form.fields
            if field.is_repeat and f"{field.path}/{field.name}_person" in self._paths.values()
        ]

    def ref(self, name: str) -> str:
        return self._paths[name]

    def says(self, **answers: Any) -> "Answering":
        """Answers outside the sections for each child, in this order."""
        for name, value in answers.items():
            self.answer(self.ref(name), value.isoformat() if isinstance(value, dt.date) else value)
        return self

    def computed(self, name: str) -> str:
        return self.value(self.ref(name))

    def fails(self, name: str) -> str | None:
        return self.failed(self.ref(name))

    def asks(self, name: str) -> bool:
        return self.relevant(self.ref(name))

    def brings_the_children(self) -> None:
        """A repetition for each child in every section that asks about each child."""
        for section in self._rosters:
            if not self.relevant(section):
                continue
            for number in range(1, len(self._children) + 1):
                if number > self.count(section):
                    self.entry.add_repeat(section)
                person = f"{section}[{number}]/{section.rpartition('/')[2]}_person"
                if not self.value(person):
                    self.answer(person, f"child{number}")

    def follows(self, example: Example) -> None:
        """Gives the example's answers and fills the other questions by type, until nothing new is asked."""
        given: set[str] = set()
        while True:
            self.brings_the_children()
            new = [
                (node["ref"], answer)
                for node in snapshot(self.entry)["nodes"]
                if node["kind"] == "question" and not node["readonly"] and node["ref"] not in given
                if node["relevant"] and (answer := self._wanted(node, example)) is not None
            ]
            if not new:
                return
            for ref, answer in new:
                if self.relevant(ref):
                    self.answer(ref, answer)
                    given.add(ref)

    def _wanted(self, node: Mapping[str, Any], example: Example) -> Any:
        section, _, question = node["ref"].rpartition("/")
        said: Mapping[str, Any] = example.answers
        if section.partition("[")[0] in self._rosters:
            number = int(section[:-1].rpartition("[")[2])
            said = example.children[number - 1].answers if number <= len(example.children) else {}
            if question.endswith("_person"):
                return None
        if question in said:
            return said[question]
        choices = {choice["value"] for choice in node.get("choices") or ()}
        return next((value for kind, value in example.fill.items() if choices == FILLED_BY_TYPE[kind]), None)
