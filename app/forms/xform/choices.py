"""The choices a question offers now: written in the form, found in a list, or searched in a table."""

from collections.abc import Sequence

from app.forms.xform.document import Node
from app.forms.xform.model import SELECTS, Control, Form, Itemset, Search
from app.forms.xform.record import Offer, State
from app.forms.xform.texts import Speaker
from app.forms.xform.xpath.scene import Place, Scene
from app.forms.xform.xpath.values import text


class Chooser:
    """Offers choices for the questions of one record, in order and after their filters."""

    def __init__(self, form: Form, scene: Scene, speaker: Speaker) -> None:
        self._form = form
        self._scene = scene
        self._speaker = speaker
        self._ranks: dict[tuple[int, int], float] = {}

    def offers(self, question: Node) -> Sequence[Offer]:
        """Kept with the question until the rule of its filter is computed again; a search is made anew."""
        state: State = question.state
        control: Control | None = question.field.control
        if control is None or control.search is not None:
            return self._offers(question)
        if state.offered is None:
            state.offered = tuple(self._offers(question))
        return state.offered

    def _offers(self, question: Node) -> list[Offer]:
        control: Control | None = question.field.control
        if control is None or control.kind not in SELECTS:
            return []
        if control.search is not None:
            kept: list[Offer] = [
                (one.value, one.label, None) for one in control.choices if one.value.isdigit()
            ]
            return kept + self._searched(control.search, question)
        found: list[Offer] = [(one.value, one.label, None) for one in control.choices]
        itemset = control.itemset
        if itemset is not None:
            for row in self._rows(itemset, question):
                value = text(itemset.value.run(Place(row, question, self._scene)))
                if value:
                    found.append((value, itemset.label, row))
        return found

    def _rows(self, itemset: Itemset, question: Node) -> list[Node]:
        rows = itemset.nodes.nodes(question, self._scene)
        if not itemset.shuffled:
            return rows
        # Mixed once for a question, not anew whenever somebody looks.
        for row in rows:
            self._ranks.setdefault((id(question), id(row)), self._scene.chance.random())
        return sorted(rows, key=lambda row: self._ranks[id(question), id(row)])

    def _searched(self, search: Search, question: Node) -> list[Offer]:
        table = self._form.instances.get(search.table)
        if table is None:
            return []
        sought = search.sought.text(question, self._scene).lower() if search.sought is not None else ""
        wanted = search.filter_value.text(question, self._scene) if search.filter_value is not None else None
        found: list[Offer] = []
        for root in table.elements():
            for row in root.elements():
                self._scene.spend(1)
                if wanted is not None and _cell(row, search.filter_column) != wanted:
                    continue
                if _matches(_cell(row, search.column).lower(), search.condition, sought):
                    found.append((_cell(row, search.value_column), search.label_column, row))
        return found

    def label(self, offer: Offer, question: Node) -> str | None:
        _, label, row = offer
        control: Control = question.field.control
        if row is not None and control.search is not None:
            named = self._speaker.show(label, question, self._scene) or ""
            return ", ".join(_cell(row, column.strip()) for column in named.split(","))
        return self._speaker.show(label, question, self._scene, at=row)

    def label_of(self, value: str, question: Node) -> str:
        """The label of a choice, "" if it is not offered."""
        for offer in self.offers(question):
            if offer[0] == value:
                return self.label(offer, question) or ""
        return ""

    def visible(self, question: Node) -> str:
        """What of the answer is still offered; what is not comes back when it is offered again."""
        state: State = question.state
        control: Control | None = question.field.control
        if not state.raw or control is None or control.kind not in SELECTS:
            return state.raw
        offered = [value for value, _, _ in self.offers(question)]
        if control.kind == "select1":
            return state.raw if state.raw in offered else ""
        kept = [value for value in state.raw.split() if value in offered]
        if control.kind == "rank":
            # Everything offered has a rank: what was not ranked yet comes last.
            kept += [value for value in dict.fromkeys(offered) if value not in kept]
        return " ".join(kept)


def _cell(row: Node, column: str) -> str:
    found = row.named(column)
    return found[0].value() if found else ""


def _matches(cell: str, condition: str, sought: str) -> bool:
    if condition == "contains":
        return sought in cell
    if condition == "startswith":
        return cell.startswith(sought)
    if condition == "endswith":
        return cell.endswith(sought)
    return not condition or cell == sought
