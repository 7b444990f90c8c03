"""Every way Vatra can fail because of the world, on one screen.

A ``VatraError`` is the fault of the environment (a wrong passphrase, a full disk, a county that answers nonsense): it has
a stable ``code``, and ``facts`` that are ids, numbers or file names - never a person's name, a note or a key, because
facts reach logs. ``ui/messages.py`` has one sentence per code and language. Anything else that is raised is our bug.
"""

from typing import ClassVar

Fact = str | int


class VatraError(Exception):
    """Base of all failures that a person can do something about."""

    code: ClassVar[str] = "unknown"

    def __init__(self, **facts: Fact) -> None:
        super().__init__(self.code)
        self.facts: dict[str, Fact] = facts

    @property
    def told_as(self) -> str:
        """``code``, or ``code.which`` where the facts say which kind of it happened: what ``ui/messages.py`` looks up."""
        which = self.facts.get("why", self.facts.get("reason"))
        return self.code if which is None else f"{self.code}.{which}"

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in sorted(self.facts.items()))
        return f"{self.code} ({told})" if told else self.code


# vault


class WrongPassphrase(VatraError):
    """The passphrase opens no slot of this worker; also the answer for an unknown worker."""

    code = "wrong_passphrase"


class TooManyTries(VatraError):
    """Wrong passphrases came too often; ``wait_s`` says when the next try may be made. Nothing was tried now."""

    code = "too_many_tries"


class PassphraseTooWeak(VatraError):
    """A passphrase of one's own choice that is easy to guess; ``reason`` is ``short`` or ``guessable``."""

    code = "passphrase_too_weak"


class TooLittleMemory(VatraError):
    """Argon2id found too little memory; weaker parameters are never used instead."""

    code = "too_little_memory"


class KeyringDamaged(VatraError):
    """Neither copy of the keyring can be read or verified."""

    code = "keyring_damaged"


class RecoveryFileInvalid(VatraError):
    """A file is no recovery request or answer, or was changed; ``why`` is a code."""

    code = "recovery_file_invalid"


class RecoveryForeign(VatraError):
    """A recovery request of another county, or an answer for another laptop or worker."""

    code = "recovery_foreign"


class RecoveryOutdated(VatraError):
    """A recovery answer to an earlier request, or to one from before the keys of this laptop changed: ask again."""

    code = "recovery_outdated"


class RecoveryMissing(VatraError):
    """This worker has no open recovery request on this laptop."""

    code = "recovery_missing"


class VaultInUse(VatraError):
    """Another Vatra has this vault open."""

    code = "vault_in_use"


class VaultMissing(VatraError):
    """The folder has no vault, or a file of it is gone."""

    code = "vault_missing"


class VaultExists(VatraError):
    """A vault is already there; it is never written over."""

    code = "vault_exists"


class VaultDamaged(VatraError):
    """A store file failed one of the checks of opening; ``check`` names it. Nothing was overwritten."""

    code = "vault_damaged"


class VaultForeign(VatraError):
    """A store file belongs to another vault or compartment."""

    code = "vault_foreign"


class VaultTooNew(VatraError):
    """The store was written by a newer Vatra."""

    code = "vault_too_new"


class SavedWorkMissing(VatraError):
    """The store is older than its head file: acknowledged work is missing (rolled back or damaged)."""

    code = "saved_work_missing"


class BackupMissing(VatraError):
    """No backup opens for this worker, or there is none; ``tried`` says how many were looked at."""

    code = "backup_missing"


class VaultLocked(VatraError):
    """The vault is closed; unlock it first."""

    code = "vault_locked"


class WorkerKnown(VatraError):
    """Somebody is to be added who has a place on this laptop already."""

    code = "worker_known"


class WorkerMissing(VatraError):
    """There is no such worker on this laptop any more."""

    code = "worker_missing"


class LastWorker(VatraError):
    """Nobody removes himself: somebody else must be able to open the vault afterwards."""

    code = "last_worker"


class WorkerRevoked(VatraError):
    """The county has let go the worker who signs in; what they wrote stays."""

    code = "worker_revoked"


class DeskRevoked(VatraError):
    """The county has let go the worker who was signed in, and the desk locked; whoever reads this may be another."""

    code = "desk_revoked"


class DeskLost(VatraError):
    """The process that works ended unasked, before or after its desk was shown."""

    code = "desk_lost"


class NoRight(VatraError):
    """The worker's profession may not do this (``right``)."""

    code = "no_right"


class OtherCommune(VatraError):
    """A code of the county is for a worker of another commune."""

    code = "other_commune"


class NativePartsTooOld(VatraError):
    """SQLCipher or SQLite of this installation is older than what Vatra was tested with."""

    code = "native_parts_too_old"


class DiskFull(VatraError):
    """The disk is full; nothing of the last act was kept, everything before it was."""

    code = "disk_full"


class DiskReadOnly(VatraError):
    """The disk or folder cannot be written."""

    code = "disk_read_only"


class DiskFailing(VatraError):
    """The disk answered with an error."""

    code = "disk_failing"


# records


class RecordMissing(VatraError):
    """The record is not in this vault (moved, erased, or never here)."""

    code = "record_missing"


class RecordFrozen(VatraError):
    """A sealed record can only be amended."""

    code = "record_frozen"


class SaveTooLarge(VatraError):
    """One save is larger than 64 KiB; ``size_bytes`` says how large."""

    code = "save_too_large"


class AttachmentUnreadable(VatraError):
    """A file cannot be attached; ``why`` is ``kind`` (no picture and no PDF that Vatra knows) or ``damaged``."""

    code = "attachment_unreadable"


class AttachmentTooLarge(VatraError):
    """A file is too large to be attached; ``size_bytes`` and ``limit_bytes``, or ``megapixels`` and ``limit_megapixels``."""

    code = "attachment_too_large"


class AttachmentElsewhere(VatraError):
    """The full picture is not on this laptop yet."""

    code = "attachment_elsewhere"


class AttachmentDamaged(VatraError):
    """What lies here of an attachment is not what was attached; ``place`` is that of the chunk."""

    code = "attachment_damaged"


class NothingChosen(VatraError):
    """An act needs something that was not given; ``what`` names it."""

    code = "nothing_chosen"


# county


class CountyUnreachable(VatraError):
    """No answer; ``why`` is ``unknown_name``, ``refused``, ``timeout``, ``silent``, ``cut_off``, ``too_slow`` or another."""

    code = "county_unreachable"


class NotTheCounty(VatraError):
    """Something answered that is not this county; ``why`` is ``portal``, ``proxy``, ``in_between``, ``other_county`` or another."""

    code = "not_the_county"


class CountyTroubled(VatraError):
    """The county answered with 5xx or 429; ``status`` says which, ``why`` is ``busy`` or ``trouble``."""

    code = "county_troubled"


class CountyRefused(VatraError):
    """The county knows this laptop and refuses it; ``reason`` is a code."""

    code = "county_refused"


class CountyWentBack(VatraError):
    """The county's log lacks what this laptop has seen of it: it was put back from a copy, and nobody told it so."""

    code = "county_went_back"


class LeaseEnded(VatraError):
    """This laptop has not met its county for so long that it takes no new work until it does; ``silent_days``."""

    code = "lease_ended"


class CountySpeaksOtherwise(VatraError):
    """The answer came from the county but cannot be understood by this version."""

    code = "county_speaks_otherwise"


class StickEmpty(VatraError):
    """The folder has no file of the county for a laptop."""

    code = "stick_empty"


class StickUnreadable(VatraError):
    """A file on a stick is not whole, or not what it says; ``why`` is ``damaged``, ``too_new`` or ``signature``."""

    code = "stick_unreadable"


class StickForeign(VatraError):
    """A file on a stick is of another county, or for another laptop; ``why`` is ``county`` or ``laptop``."""

    code = "stick_foreign"


class StickForOthers(VatraError):
    """A file on a stick opens only for a colleague who reads another part of the records."""

    code = "stick_for_others"


class StickIncomplete(VatraError):
    """A file on a stick goes on from one that is missing."""

    code = "stick_incomplete"


class EnrolmentRefused(VatraError):
    """The enrolment code is unknown, used or expired; ``reason`` is a code."""

    code = "enrolment_refused"


class CardInvalid(VatraError):
    """The county card cannot be read or its signature does not hold."""

    code = "card_invalid"


# reading rules of a form


class FingerprintDiffers(VatraError):
    """The card that was fetched is not the one whose signs were typed."""

    code = "fingerprint_differs"


class FormInvalid(VatraError):
    """A form file cannot be used; ``where`` names sheet, row and column."""

    code = "form_invalid"


class PublishedFormUnusable(VatraError):
    """A form from the county was not kept; ``why`` is ``signature``, ``damaged`` or ``too_new``. ``form`` and ``version`` as signed."""

    code = "published_form_unusable"


class ExportRefused(VatraError):
    """The folder that was chosen takes no files; nothing of the vault is concerned."""

    code = "export_refused"


# import


class ImportProblem(VatraError):
    """A file cannot be imported; nothing of it was kept. ``file`` is its name without the folder."""


class ImportUnreadable(ImportProblem):
    """The file looks right from outside but is damaged inside, or may not be read."""

    code = "import_unreadable"


class ImportMissing(ImportProblem):
    """There is no such file."""

    code = "import_missing"


class ImportEmpty(ImportProblem):
    """The file or its sheets hold nothing."""

    code = "import_empty"


class ImportPassword(ImportProblem):
    """The workbook is encrypted; save it once without a password."""

    code = "import_password"


class ImportTooBig(ImportProblem):
    """The file is larger than a caseload can be; ``size_bytes`` and ``limit_bytes``, or ``cells`` and ``limit_cells``."""

    code = "import_too_big"


class ImportWrongType(ImportProblem):
    """The content is no workbook and no text list; ``found`` names what it is (pdf, image, document ...)."""

    code = "import_wrong_type"


class ImportNoTable(ImportProblem):
    """The file can be read, but no sheet has a list of people or visits."""

    code = "import_no_table"
