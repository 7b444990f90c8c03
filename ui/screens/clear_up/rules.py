"""Why the desk asks, and who decides: the table of kinds in words, for the group on the desk and for everything Vatra keeps.

Nothing here repeats the table: what is not in it is not shown, and a test fails when a rule or a kind has no words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.kinds import ANSWER_PREFIX, BACKGROUND, EVERYWHERE, KINDS, Group, Kind, Rule, Settler
from ui.field_words import group_name
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.facts import fact_line
from ui.widgets.text import LongText

translate = QCoreApplication.translate
_KINDS: dict[str, object] = {
    "family": QT_TRANSLATE_NOOP("clear_up", "Family"),
    "person": QT_TRANSLATE_NOOP("clear_up", "Person"),
    "membership": QT_TRANSLATE_NOOP("clear_up", "Member of the household"),
    "visit": QT_TRANSLATE_NOOP("clear_up", "Visit"),
    "assessment": QT_TRANSLATE_NOOP("clear_up", "Assessment"),
    "task": QT_TRANSLATE_NOOP("clear_up", "Task"),
    "note": QT_TRANSLATE_NOOP("clear_up", "Note"),
    "attachment": QT_TRANSLATE_NOOP("clear_up", "Picture or scan"),
    "any": QT_TRANSLATE_NOOP("clear_up", "Every record"),
    "section_answers": QT_TRANSLATE_NOOP("clear_up", "Confidential part of a form"),
}
_RULES: dict[Rule, object] = {
    Rule.SIBLINGS: QT_TRANSLATE_NOOP("clear_up", "Both versions are kept until somebody decides."),
    Rule.HIGHEST: QT_TRANSLATE_NOOP(
        "clear_up", "Both versions are kept until somebody decides; the higher level is shown meanwhile."
    ),
    Rule.DONE: QT_TRANSLATE_NOOP(
        "clear_up", "Both versions are kept until somebody decides; it counts as done meanwhile."
    ),
    Rule.STAYS: QT_TRANSLATE_NOOP(
        "clear_up",
        "Both versions are kept until somebody decides; the person counts as living there meanwhile.",
    ),
    Rule.UNION: QT_TRANSLATE_NOOP("clear_up", "What each one adds is kept; there is nothing to decide."),
    Rule.APPEND: QT_TRANSLATE_NOOP("clear_up", "Written once and never changed; there is nothing to decide."),
}
_SETTLERS: dict[Settler, object] = {
    Settler.AUTHOR_OR_CASE_MANAGER: QT_TRANSLATE_NOOP(
        "clear_up", "Whoever wrote one of the versions, or the social worker of the commune."
    ),
    Settler.AUTHOR: QT_TRANSLATE_NOOP("clear_up", "Whoever wrote one of the versions."),
    Settler.WHO_IT_IS_FOR: QT_TRANSLATE_NOOP("clear_up", "Whom the task is for."),
    Settler.SUPERVISOR: QT_TRANSLATE_NOOP("clear_up", "Only a supervisor."),
}
LABEL_WIDTH = 190
_ANY = Kind("any", "team", EVERYWHERE)


@dataclass(frozen=True)
class TableRow:
    """Groups of a kind that share a rule and whoever decides."""

    kind: Kind
    rule: Rule
    settler: Settler
    groups: tuple[Group, ...]


def table() -> tuple[TableRow, ...]:
    """The table of kinds as people read it: what only comes along, and what the county writes, is left out."""
    written = [
        kind
        for kind in KINDS.values()
        if kind.name not in BACKGROUND and all(one.rule is not Rule.COUNTY for one in kind.groups)
    ]
    return tuple(row for kind in (*written, _ANY) for row in _rows(kind))


def _rows(kind: Kind) -> Iterator[TableRow]:
    groups = [*kind.groups, *([kind.group(ANSWER_PREFIX)] if kind.has_answers else [])]
    for rule, settler in dict.fromkeys((one.rule, one.settler) for one in groups):
        same = tuple(one for one in groups if (one.rule, one.settler) == (rule, settler))
        yield TableRow(kind, rule, settler, same)


def rule_words(rule: Rule) -> str:
    """What happens to two versions."""
    return translate("clear_up", str(_RULES[rule]))


def settler_words(settler: Settler) -> str:
    """Who decides; empty where there is nothing to decide."""
    return translate("clear_up", str(_SETTLERS[settler])) if settler in _SETTLERS else ""


def kind_words(kind: str) -> str:
    """``visit`` -> Visit; a kind nobody foresaw is shown as it is."""
    return translate("clear_up", str(_KINDS[kind])) if kind in _KINDS else kind


class RulesCard(Card):
    """Rule and deciders of the group on the desk; a button unfolds the whole table."""

    def __init__(self, entry: Group, settlers: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(padding=16, spacing=6, parent=parent)
        self.body.addWidget(
            fact_line(
                translate("clear_up", "Why this is asked"), rule_words(entry.rule), label_width=LABEL_WIDTH
            )
        )
        who = settler_words(entry.settler)
        names = ", ".join(settlers) or translate("clear_up", "Nobody on this laptop: ask the county office.")
        self.body.addWidget(
            fact_line(translate("clear_up", "Who may decide"), f"{who} {names}", label_width=LABEL_WIDTH)
        )
        self._unfold = Button(translate("clear_up", "Show all rules"), "text")
        self._unfold.clicked.connect(self._toggle)
        self.body.addWidget(self._unfold)
        self._table: QWidget | None = None

    def _toggle(self) -> None:
        if self._table is None:
            self._table = _table_widget()
            self.body.addWidget(self._table)
        shown = not self._table.isVisibleTo(self)
        self._table.setVisible(shown)
        self._unfold.setText(
            translate("clear_up", "Hide the rules") if shown else translate("clear_up", "Show all rules")
        )


def _table_widget() -> QWidget:
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 8, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    for number, row in enumerate(table()):
        names = [
            translate("clear_up", "Answers")
            if one.name.startswith(ANSWER_PREFIX)
            else group_name(row.kind.name, one.name)
            for one in row.groups
        ]
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(LongText(kind_words(row.kind.name), "strong"))
        about.addWidget(LongText(", ".join(names), "small", "text_2"))
        what = QVBoxLayout()
        what.setSpacing(0)
        what.addWidget(LongText(rule_words(row.rule), "small"))
        if who := settler_words(row.settler):
            what.addWidget(LongText(who, "small", "text_2"))
        what.addStretch(1)
        about.addStretch(1)
        grid.addLayout(about, number, 0)
        grid.addLayout(what, number, 1)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 2)
    return whole
