"""Whatever the form and whatever the answers: what was computed piece by piece is what computing everything gives.

Forms of random rules are filled in by random steps; after each step a computation of all rules must change nothing, and a
draft opened again must be as it was.
"""

import random
from typing import Any

import pytest

from app.forms.xform.document import Node
from app.forms.xform.errors import StepProblem
from app.forms.xform.places import leaves
from app.forms.xform.reading import read_form
from app.forms.xform.xpath.axes import reference
from tests.app.forms.xform.building import Filling, bind, inputs, repeat, xform

FIRST = ["/data/t0", "/data/t1", "/data/row/a0", "/data/row/a1", "/data/row/deep/c0"]
LATER = [
    "/data/t2",
    "/data/g/t3",
    "/data/g/t4",
    "/data/row/a2",
    "/data/row/a3",
    "/data/row/deep/c1",
    "/data/row/deep/c2",
]
RECORD = "<t0/><t1/><t2/><g><t3/><t4/></g><row><a0/><a1/><a2/><a3/><deep><c0/><c1/><c2/></deep></row>"
EXPRESSIONS = [
    "{0} + 1", "{0} > 2", "{0} != ''", "concat({0}, {1})", "coalesce({0}, {1})", "if({0} > {1}, {0}, {1})", "sum({0})",
    "count({0})", "count(/data/row[a0 > 1])", "sum(/data/row/a0)", "join(' ', /data/row/a1)", "count(/data/row)",
    "/data/row[position() = 1]/a0", "/data/row[last()]/a1", "indexed-repeat(/data/row/a0, /data/row, 2)", "count(//a0)",
    "count(/data/row/deep/c0)", "max({0})", "selected({0}, '1')", "string-length({1})", "count-non-empty({0})",
]  # fmt: skip
WITHIN = [
    "position(..)",
    "sum(../../row/a0)",
    "../preceding-sibling::*[1]/a0",
    "count(../following-sibling::row)",
]


class Maker:
    """One random form and random steps for it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.free = list(FIRST)

    def expression(self, ref: str, known: list[str]) -> str:
        within = WITHIN if ref.startswith("/data/row/a") else []
        chosen = self.chance.choice([*EXPRESSIONS, *within])
        return chosen.format(self.chance.choice(known), self.chance.choice(known))

    def rules(self, ref: str, known: list[str]) -> str:
        rules: dict[str, str] = {}
        odds = self.chance.random
        if odds() < 0.5:
            rules["calculate"] = self.expression(ref, known)
        else:
            self.free.append(ref)
        for rule in ("relevant", "required"):
            if odds() < 0.4:
                rules[rule] = self.expression(ref, known)
        if odds() < 0.3:
            rules["constraint"] = self.chance.choice([". < 5", "count(/data/row) < 4", f". != {ref}"])
        if odds() < 0.3:
            rules["type"] = self.chance.choice(["int", "string", "decimal"])
        return bind(ref, **rules)

    def form(self) -> str:
        later = self.chance.sample(LATER, len(LATER))
        binds = "".join(self.rules(ref, FIRST + later[:at]) for at, ref in enumerate(later))
        if self.chance.random() < 0.4:
            binds += bind("/data/row/deep", relevant="../a0 != '1'")
        if self.chance.random() < 0.3:
            binds += bind("/data/g", relevant="/data/t0 != '2'")
        refs = [*FIRST, *LATER]
        counted = {"jr_count": "/data/t1"} if self.chance.random() < 0.3 else {}
        deep = repeat("/data/row/deep", inputs(*(ref for ref in refs if "/deep/" in ref)))
        rows = inputs(*(ref for ref in refs if ref.startswith("/data/row/a"))) + deep
        others = inputs(*(ref for ref in refs if "/row/" not in ref))
        return xform(RECORD, binds, others + repeat("/data/row", rows, **counted))

    def step(self, form: Filling) -> None:
        kind, row, deep = self.chance.random(), self.chance.randint(1, 3), self.chance.randint(1, 2)
        if kind < 0.25:
            form.entry.add_repeat("/data/row")
        elif kind < 0.35:
            form.entry.add_repeat(f"/data/row[{row}]/deep")
        elif kind < 0.45:
            form.entry.remove_repeat(f"/data/row[{row}]")
        else:
            ref = (
                self.chance.choice(self.free)
                .replace("/row/", f"/row[{row}]/")
                .replace("/deep/", f"/deep[{deep}]/")
            )
            form.answer(ref, self.chance.choice([None, 0, 1, 2, 3]))


def seen(form: Filling) -> list[tuple[Any, ...]]:
    def of(node: Node) -> tuple[Any, ...]:
        return reference(node), node.text, node.relevant, node.state.required, form.entry.failed(node)

    return [of(node) for node in leaves(form.entry.root)]


@pytest.mark.parametrize("seed", range(40))
def test_nothing_was_overlooked(seed: int) -> None:
    maker = Maker(seed)
    form = Filling(read_form(maker.form())[0])
    for _ in range(12):
        try:
            maker.step(form)
        except StepProblem:
            continue
        before = seen(form)
        computing = form.entry._computation
        computing.everything()
        computing.run()
        assert seen(form) == before
        assert seen(form.reopened()) == before
