"""Asking once more before an act on a colleague: what will happen, the act, and how far it is.

The dialog stays while the act is done, and tells what was in its way. Closed meanwhile - by Esc, or by the lock - it stops
nothing: the act goes on, and the list shows how it ended.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import messages
from ui.screens.team.presenter import TeamPage, TeamPresenter
from ui.widgets.banner import announce
from ui.widgets.buttons import Button, Kind
from ui.widgets.focus_ring import FocusRing
from ui.widgets.progress import WaitLine
from ui.widgets.text import Text

translate = QCoreApplication.translate
WIDTH = 520


class Confirm(QDialog):
    """Focus begins on "Cancel": Enter pressed in haste changes nothing."""

    def __init__(
        self,
        presenter: TeamPresenter,
        question: str,
        lines: Sequence[str],
        act: tuple[str, Kind, Callable[[], None]],
        working: str,
        parent: QWidget,
    ) -> None:
        """``act`` is (words of the button, its kind, what it does); ``working`` is said while it is done."""
        super().__init__(parent)
        self._working = working
        self.setWindowTitle(translate("team", "People on this laptop"))
        self.setAccessibleName(question)
        side = QVBoxLayout(self)
        side.setContentsMargins(24, 24, 24, 20)
        side.setSpacing(10)
        side.addWidget(Text(question, "heading", wrap=True))
        for line in lines:
            side.addWidget(Text(line, "body", wrap=True))
        self.told = Text("", "small", "urgent", wrap=True)
        self.told.hide()
        side.addWidget(self.told)
        self._wait = WaitLine(translate("frame", "Please wait"))
        side.addWidget(self._wait)
        side.addSpacing(6)
        self.cancel_button = Button(translate("team", "Cancel"), "text")
        self.cancel_button.clicked.connect(self.reject)
        words, kind, do = act
        self.act_button = Button(words, kind)
        self.act_button.clicked.connect(do)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.act_button)
        side.addLayout(buttons)
        self.setFixedWidth(WIDTH)
        self._ring = FocusRing(self)
        presenter.changed.connect(self._show_page)
        presenter.acted.connect(self.accept)
        self.cancel_button.setFocus()

    def _show_page(self, page: TeamPage) -> None:
        self.act_button.setEnabled(not page.acting)
        self.cancel_button.setEnabled(not page.acting)
        self._wait.setVisible(page.acting)
        words = self._working if page.acting else messages.sentence(page.problem) if page.problem else ""
        if words != self.told.text():
            self.told.setText(words)
            self.told.set_tone("text_2" if page.acting else "urgent")
            self.told.setVisible(bool(words))
            announce(self, words, assertive=not page.acting)
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its words are at this width; Qt would take the height they want at another one."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(WIDTH))
