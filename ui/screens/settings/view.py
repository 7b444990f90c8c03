"""Settings: language, text size, colours, when to lock. Each takes effect at once and stays on this laptop."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import languages
from ui.appearance import replace_preferences
from ui.page import Desk, Heading, Page
from ui.preferences import LANGUAGES, Preferences
from ui.theme import TEXT_SIZES
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.facts import fact_line
from ui.widgets.fields import LABEL_WIDTH, Field
from ui.widgets.flow import Flow
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.text import Text

translate = QCoreApplication.translate
WIDTH = 760
LOCK_MINUTES = (1, 5, 10, 15)


@dataclass(frozen=True)
class About:
    """Which laptop and county this is."""

    county: str
    commune: str
    laptop: str


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    about = About(desk.who.county_name, desk.who.commune_name, desk.who.laptop_name)
    return SettingsView(desk.preferences, desk.prefer, about, desk.navigator.go, desk.screens)


class SettingsView(Page):
    """No filled button: nothing here has to be confirmed."""

    def __init__(
        self,
        preferences: Preferences,
        prefer: Callable[[Preferences], None],
        about: About,
        go: Callable[[str], None],
        screens: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._prefer = preferences, prefer
        language_words = [Option(code, languages.NAMES[code]) for code in LANGUAGES]
        self._language = AnswerKeys(translate("settings", "Language"), language_words)
        self._language.set_value(languages.current())
        size_words = (
            translate("settings", "Normal"),
            translate("settings", "Larger"),
            translate("settings", "Largest"),
        )
        self._size = AnswerKeys(
            translate("settings", "Text size"),
            [Option(str(size), word) for size, word in zip(TEXT_SIZES, size_words, strict=True)],
        )
        self._size.set_value(str(preferences.text_scale))
        self._colours = AnswerKeys(
            translate("settings", "Colours"),
            [
                Option("system", translate("settings", "As the system")),
                Option("light", translate("settings", "Light")),
                Option("dark", translate("settings", "Dark")),
                Option("high_contrast", translate("settings", "High contrast")),
            ],
            columns=2,
        )
        self._colours.set_value(preferences.colours)
        self._lock_after = AnswerKeys(
            translate("settings", "Lock when nobody works"),
            [Option(str(minutes), translate("settings", "%n min", "", minutes)) for minutes in LOCK_MINUTES],
        )
        self._lock_after.set_value(str(preferences.lock_after_minutes))
        for keys in (self._language, self._size, self._colours, self._lock_after):
            keys.changed.connect(self._changed)
        card = Card(padding=24, spacing=18)
        card.body.addWidget(Field(translate("settings", "Language"), self._language))
        card.body.addWidget(
            Field(
                translate("settings", "Text size"),
                self._size,
                hint=translate("settings", "Ctrl and plus or minus does the same on every screen."),
            )
        )
        card.body.addWidget(Field(translate("settings", "Colours"), self._colours))
        card.body.addWidget(
            Field(
                translate("settings", "Lock when nobody works"),
                self._lock_after,
                hint=translate("settings", "F12 locks at once. What is half typed is kept."),
            )
        )
        people = _people_card(go)
        if "team" not in screens:
            people.hide()
        facts = Card(translate("settings", "This laptop"), padding=24, spacing=10)
        for label, value in (
            (translate("settings", "County"), about.county),
            (translate("settings", "Commune"), about.commune),
            (translate("settings", "Laptop"), about.laptop),
        ):
            facts.body.addWidget(fact_line(label, value, label_width=LABEL_WIDTH + 12))
        stands = Button(translate("screens", "How this laptop stands"), "plain", icon="disk")
        stands.clicked.connect(lambda: go("health"))
        facts.body.addWidget(stands, 0, Qt.AlignmentFlag.AlignLeft)
        inside = column(card, people, facts, spacing=16)
        # Not before they have a parent: a widget that is shown without one is a window of its own.
        people.setVisible("team" in screens)
        stands.setVisible("health" in screens)
        inside.setMaximumWidth(WIDTH)
        self._scroll = Scroll(inside, translate("screens", "Settings"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(EDGE, 16, EDGE, 0)
        whole.addWidget(self._scroll)

    def _changed(self) -> None:
        language = next((code for code in LANGUAGES if code == self._language.value()), None)
        colours = self._colours.value()
        changed = replace_preferences(
            self._preferences,
            language=language or self._preferences.language,
            colours=colours if colours in ("system", "light", "dark", "high_contrast") else "system",
            text_scale=float(self._size.value() or 1.0),
            lock_after_minutes=int(self._lock_after.value() or self._preferences.lock_after_minutes),
        )
        self._preferences = changed
        self._prefer(changed)

    def heading(self) -> Heading:
        title = translate("screens", "Settings")
        return Heading(title, window=title)

    def first_focus(self) -> QWidget | None:
        return self._language

    def panes(self) -> tuple[QWidget, ...]:
        return (self._scroll,)


def _people_card(go: Callable[[str], None]) -> Card:
    card = Card(translate("screens", "People on this laptop"), padding=24, spacing=12)
    card.body.addWidget(
        Text(
            translate("settings", "Who works here and reads what; add a colleague, let one go."),
            "body",
            wrap=True,
        )
    )
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    buttons = Flow(gap=12, line_gap=8, parent=holder)
    for screen, icon, words in (
        ("team", "people", translate("screens", "People on this laptop")),
        ("passphrase", "key", translate("screens", "Change my passphrase")),
    ):
        button = Button(words, "plain", icon=icon)
        button.clicked.connect(lambda _on=False, screen=screen: go(screen))
        buttons.addWidget(button)
    card.body.addWidget(holder)
    return card
