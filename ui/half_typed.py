"""Keeps what is half typed in one form of a screen, until the save that replaces it or until it is thrown away.

The form says after every change what stands in it (``edit``, an empty mapping when there is nothing to keep). It is on disk
within ``KEPT_AFTER_MS`` of the first key, and ``leave`` asks for it at once: the vault closes behind it on the same lane.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.access import TEAM
from app.errors import VatraError
from app.services import typed
from app.services.typed import Kept, Place
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault

T = TypeVar("T")
Fields = Mapping[str, Any]
Text = tuple[Fields, str]
"""What stands in the form, and the compartment it belongs into."""
KEPT_AFTER_MS = 700
"""From the first key that is not kept yet: quick typing is one write, a power cut costs less than two seconds."""
TRIED_AGAIN_AFTER_MS = 5000
"""While the disk refuses: until it has room again, and nobody has to press anything."""
NOTHING: Text = ({}, TEAM)


class HalfTyped(QObject):
    """One form, at one place after the other. ``changed`` carries what it goes on with (a Kept), or None."""

    changed = Signal(object)

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self.place: Place | None = None
        self.going_on_with: Kept | None = None
        """What was left here earlier and stands in the form again."""
        self._text = NOTHING
        self._edited = False
        self._unread = False
        self._left: dict[Place, Kept] = {}
        self._refused: dict[Place, Text] = {}
        """What the disk did not take, at whatever place it was typed."""
        self._safe: dict[Place, Text] = {}
        """What of each place needs no keeping any more: it is on disk or in a record. Of the records lane alone."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._keep)

    # where

    def know(self, left: Iterable[Kept]) -> None:
        """What the vault has of the places that may be opened; what it did not take yet is known already."""
        refused = [one for one in self._left.values() if one.place in self._refused]
        self._left = {one.place: one for one in (*left, *refused)}

    def open(self, place: Place | None) -> Fields:
        """The form is at this place now, and this has to stand in it; None when it is not in use."""
        if place != self.place:
            self._arrive(place)
            self._go_on_with(self._left.get(place) if place else None)
            if self.going_on_with is not None:
                self._text = (self.going_on_with.fields, self.going_on_with.kept_in)
        return self._text[0]

    def open_unread(self, place: Place, came: Callable[[Fields], None]) -> None:
        """As ``open``, for a form that cannot wait: ``came`` gets what was left, with what was typed meanwhile over it."""
        self._arrive(place)
        self._unread = True
        self._go_on_with(None)

        def read(kept: Kept | None) -> None:
            if self.place == place and self._unread:
                self._unread = False
                if kept is not None:
                    self._text = ({**kept.fields, **self._text[0]}, kept.kept_in)
                    self._go_on_with(kept)
                came(self._text[0])

        self._tasks.records.run(lambda: typed.read(self._vault, place), read)

    def _arrive(self, place: Place | None) -> None:
        self.leave()
        self.place, self._text = place, NOTHING
        self._edited = self._unread = False

    # typing

    def edit(self, fields: Fields, kept_in: str = TEAM) -> None:
        """Something was typed, and this stands in the form now; what is as the record has it is left out."""
        self._text, self._edited = (dict(fields), kept_in), True
        if not fields:
            self._go_on_with(None)
        if not self._timer.isActive():
            self._timer.start(KEPT_AFTER_MS)

    def leave(self) -> None:
        """Keep now what is not kept yet."""
        self._timer.stop()
        self._keep()

    def throw_away(self) -> None:
        """Nothing is half typed here any more."""
        self.edit({})
        self.leave()
        self._edited = False

    def save(
        self,
        place: Place,
        act: Callable[[Place], T],
        done: Callable[[T], None],
        failed: Callable[[VatraError], None],
    ) -> None:
        """Run the save that replaces what is typed at a place; until it went through, that stays to be kept."""
        text = self._text if place == self.place else NOTHING
        self._timer.stop()

        def save() -> T:
            result = act(place)
            self._safe[place] = text
            return result

        def saved(result: T) -> None:
            self._left.pop(place, None)
            if self.place == place and self._text == text:
                self.throw_away()
            done(result)

        def refused(error: VatraError) -> None:
            self._keep()
            failed(error)

        self._tasks.records.run(save, saved, refused)

    # keeping

    def _keep(self) -> None:
        texts, self._refused = self._refused, {}
        if self.place is not None and self._edited:
            texts[self.place] = self._text
        for place, text in texts.items():
            self._keep_at(place, text, unread=self._unread and place == self.place)

    def _keep_at(self, place: Place, text: Text, *, unread: bool) -> None:
        self._left.pop(place, None)
        if text[0]:
            self._left[place] = Kept(place, *text, int(time.time()))

        def refused(error: VatraError) -> None:
            self._refused[place] = text
            self._timer.start(TRIED_AGAIN_AFTER_MS)
            self._tasks.trouble.emit(error)

        self._tasks.records.run(lambda: self._keep_on_lane(place, text, unread=unread), failed=refused)

    def _keep_on_lane(self, place: Place, text: Text, *, unread: bool) -> None:
        # The very one, not an equal one: what was saved, taken back and typed again is not on disk.
        if self._safe.get(place) is text:
            return
        fields, kept_in = text
        left = typed.read(self._vault, place) if unread else None
        if left is not None:
            fields = {**left.fields, **fields}
        if fields:
            typed.keep(self._vault, place, fields, kept_in)
        else:
            typed.drop(self._vault, place)
        self._safe[place] = text

    def _go_on_with(self, kept: Kept | None) -> None:
        if kept != self.going_on_with:
            self.going_on_with = kept
            self.changed.emit(kept)
