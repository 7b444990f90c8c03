"""The pictures and scans of one record or family: which there are, and the acts on them; reads again when something changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.kinds import FAMILY
from app.errors import AttachmentElsewhere, ExportRefused
from app.services import attachments, saving
from app.services.attachments import Content, Shown
from app.services.saving import Changed
from ui import pictures
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault


@dataclass(frozen=True)
class Subject:
    """What they are at: a record of a family, or the whole family."""

    family: bytes
    about: bytes
    about_kind: str = FAMILY.name

    @property
    def is_whole_family(self) -> bool:
        return self.about_kind == FAMILY.name


class AttachmentsPresenter(QObject):
    """Every act ends in ``done`` or ``failed``."""

    changed = Signal(object)
    """A tuple of ``Shown``."""
    content_came = Signal(object, object)
    """(``Shown``, bytes), or (``Shown``, None) when its content is not here."""
    done = Signal(str)
    """``added``, ``described``, ``taken_back``, ``undone``, ``asked_for``, ``copied``."""
    failed = Signal(object)

    def __init__(
        self,
        vault: "Vault",
        tasks: Tasks,
        send_now: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``send_now`` has the county asked at once, where there is somebody who asks."""
        super().__init__(parent)
        self._vault, self._tasks, self._send_now = vault, tasks, send_now
        self.subject: Subject | None = None
        self.shown: tuple[Shown, ...] = ()
        tasks.data_changed.connect(self._maybe_read)

    def show(self, subject: Subject | None) -> None:
        """What is shown from now on; None shows nothing."""
        if subject != self.subject:
            self.subject, self.shown = subject, ()
            self.changed.emit(self.shown)
        self.read()

    def read(self) -> None:
        """Anew."""
        subject = self.subject
        if subject is None:
            return

        def found() -> tuple[Subject, tuple[Shown, ...]]:
            if subject.is_whole_family:
                return subject, attachments.attachments_of(self._vault, subject.family)
            return subject, attachments.attachments_at(self._vault, subject.about)

        self._tasks.records.run(found, self._came, self.failed.emit)

    # acts

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach these files, each an act of its own: one that cannot be read hinders no other."""
        for path in paths:
            self._add(partial(pictures.read_file, path))

    def add_picture(self, body: bytes) -> None:
        """Attach what was pasted."""
        self._add(lambda: body)

    def open(self, one: Shown) -> None:
        """Bring its content before somebody; ``content_came`` tells."""

        def content() -> bytes | None:
            try:
                return attachments.content_of(self._vault, one.id)
            except AttachmentElsewhere:
                return None

        self._tasks.records.run(content, lambda body: self.content_came.emit(one, body), self.failed.emit)

    def fetch(self, one: Shown) -> None:
        """Have it brought, now if there is a line."""
        self._act(lambda: attachments.fetch(self._vault, one.id), "asked_for")

    def describe(self, one: Shown, description: str) -> None:
        if description.strip() != one.description:
            self._act(lambda: attachments.describe(self._vault, one.id, description), "described")

    def take_back(self, one: Shown, reason: str) -> None:
        self._act(lambda: attachments.take_back(self._vault, one.id, reason), "taken_back")

    def undo(self) -> None:
        """Take the last act back."""
        self._act(lambda: saving.undo(self._vault) or Changed(), "undone")

    def save_copy(self, one: Shown, path: Path) -> None:
        """Write the content where others can read it; that is noted before."""

        def write() -> None:
            content = attachments.let_out(self._vault, one.id)
            try:
                path.write_bytes(content)
            except OSError as problem:
                raise ExportRefused() from problem

        self._tasks.records.run(write, lambda _none: self.done.emit("copied"), self.failed.emit)

    # inside

    def _add(self, body: Callable[[], bytes]) -> None:
        subject = self.subject
        if subject is None:
            return

        def attach() -> Changed:
            content: Content = pictures.prepared(body())
            kept = attachments.attach(self._vault, subject.family, subject.about, subject.about_kind, content)
            return kept[1]

        self._act(attach, "added")

    def _act(self, act: Callable[[], Changed], what: str) -> None:
        def saved(changed: Changed) -> None:
            self._tasks.data_changed.emit(changed)
            self.done.emit(what)
            if what == "asked_for" and self._send_now is not None:
                self._send_now()

        self._tasks.records.run(act, saved, self.failed.emit)

    def _came(self, answer: tuple[Subject, tuple[Shown, ...]]) -> None:
        subject, shown = answer
        if subject == self.subject and shown != self.shown:
            self.shown = shown
            self.changed.emit(shown)

    def _maybe_read(self, changed: Changed) -> None:
        if self.subject is not None and self.subject.family in changed.families:
            self.read()
