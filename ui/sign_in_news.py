"""What a worker has to know right after signing in: a disk that takes no writes, wrong passphrases on the tile, who was
let in by the county office, and a county that was not met for long.

A recovery is told to everybody on the laptop, at each sign-in, until they have closed the notice: whoever was let in under a
colleague's name would be found out by it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.services import lease, recovering
from app.services.recovering import Told
from app.services.session import SignedIn
from ui import formatting
from ui.lease_notice import lease_notice
from ui.tasks import Tasks
from ui.widgets.banner import Notice

if TYPE_CHECKING:
    from storage.vault import Vault
    from sync.core.lease import Standing

translate = QCoreApplication.translate


class SignInNews(QObject):
    """``told`` carries a Notice, when there is something to tell."""

    told = Signal(object)

    def __init__(self, vault: "Vault", who: SignedIn, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._vault, self._who, self._tasks = vault, who, tasks
        self._notice: Notice | None = None

    def read(self) -> None:
        """Look what there is to tell."""
        if self._vault.read_only:
            words = translate("news", "The disk of this laptop takes no writes. You can read everything.")
            hint = translate("news", "Nothing typed now can be kept. Tell whoever looks after this laptop.")
            self.told.emit(Notice("amber", words, hint))
            return
        self._tasks.records.run(
            lambda: (recovering.untold(self._vault), lease.standing_of(self._vault)), self._tell
        )

    def closed(self, notice: object) -> None:
        """A notice was closed; when it is this one, the worker has seen it."""
        if self._notice is not None and notice is self._notice:
            self._notice = None
            self._tasks.records.run(lambda: recovering.acknowledge(self._vault))

    def _tell(self, found: "tuple[tuple[Told, ...], Standing]") -> None:
        recoveries, standing = found
        failed = _failed_words(self._who)
        if recoveries:
            newest = recoveries[-1]
            self._notice = Notice("amber", _recovered_words(newest), _and_then(newest, failed), closable=True)
            self.told.emit(self._notice)
        elif failed:
            hint = translate("news", "If that was not you, tell whoever looks after this laptop.")
            self.told.emit(Notice("amber", failed, hint, closable=True))
        elif (silence := lease_notice(standing, closable=True)) is not None:
            self.told.emit(silence)


def _failed_words(who: SignedIn) -> str:
    if not who.failed_tries:
        return ""
    return translate(
        "news",
        "%n wrong passphrases on your tile since you last signed in, the last on %1.",
        "",
        who.failed_tries,
    ).replace("%1", formatting.moment(who.failed_at))


def _recovered_words(one: Told) -> str:
    holders, moment = ", ".join(one.holders), formatting.moment(one.at)
    if one.is_me:
        words = translate(
            "news", "With the county office (%2) you came in again on %1 under a new passphrase."
        )
        return words.replace("%1", moment).replace("%2", holders)
    words = translate("news", "With the county office (%2) %3 came in again on %1 under a new passphrase.")
    return words.replace("%1", moment).replace("%2", holders).replace("%3", one.name)


def _and_then(one: Told, failed: str) -> str:
    hint = (
        translate("news", "If it was not you who asked for it, call them now.")
        if one.is_me
        else translate("news", "If %1 did not ask for it, call them now.").replace("%1", one.name)
    )
    return f"{hint} {failed}".strip()
