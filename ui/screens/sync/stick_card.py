"""The way to the county without a line: two buttons for a USB stick, and in a sentence what came of it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui.screens.sync import words
from ui.screens.sync.presenter import StickTrip, SyncPresenter
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import IconPicture
from ui.widgets.text import Text

translate = QCoreApplication.translate


class StickCard(Card):
    """Asks for the folder on the stick and starts what the presenter does with it."""

    def __init__(self, presenter: SyncPresenter, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, spacing=10, parent=parent)
        self._presenter = presenter
        self._folder = ""
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconPicture("usb", 20))
        head.addWidget(Text(translate("sync", "By USB stick"), "strong"))
        head.addStretch(1)
        meaning = Text(
            translate(
                "sync",
                "Where there is no line. What is written on the stick opens only at the county, and its answer only on this laptop.",
            ),
            "small",
            "text_2",
            wrap=True,
        )
        self._ending = Text("", "body", wrap=True)
        self.carry = Button(translate("sync", "Carry to the county"), "plain", icon="upload")
        self.bring = Button(translate("sync", "Bring from the county"), "plain", icon="download")
        self.carry.clicked.connect(lambda: self._choose(presenter.carry))
        self.bring.clicked.connect(lambda: self._choose(presenter.bring))
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.carry)
        acts.addWidget(self.bring)
        acts.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(meaning)
        self.body.addWidget(self._ending)
        self.body.addLayout(acts)
        self.show_trip(None)

    def show_trip(self, trip: StickTrip | None) -> None:
        """What the last stick of this session came to."""
        under_way = trip is not None and trip.under_way
        self.carry.setEnabled(not under_way)
        self.bring.setEnabled(not under_way)
        self._ending.setText("" if trip is None else words.stick(trip))
        self._ending.setVisible(trip is not None)

    def said(self) -> str:
        """The sentence that is shown."""
        return self._ending.text()

    def _choose(self, act: "words.FolderAct") -> None:
        title = translate("sync", "Choose the folder on the stick")
        chosen = QFileDialog.getExistingDirectory(self, title, self._folder)
        if chosen:
            self._folder = chosen
            act(Path(chosen))
