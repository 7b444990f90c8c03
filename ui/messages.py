"""One sentence per error code: what happened, and what to do.

The words are those of the trade: no "server", no "database", no "invalid". A test checks that every class of
``app.errors`` has its sentence, in every language.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.errors import VatraError

_SENTENCES: dict[str, object] = {
    "wrong_passphrase": QT_TRANSLATE_NOOP(
        "messages", "The passphrase does not fit. Check Caps Lock and the keyboard language."
    ),
    "too_many_tries": QT_TRANSLATE_NOOP(
        "messages", "Too many wrong passphrases. Wait a little and try again. Nothing has been deleted."
    ),
    "passphrase_too_weak": QT_TRANSLATE_NOOP(
        "messages",
        "This passphrase is easy to guess. Take the four words that Vatra offers, or a sentence of your own of at least 15 letters, without names of people and places here.",
    ),
    "recovery_file_invalid": QT_TRANSLATE_NOOP(
        "messages",
        "This file is not the answer of the county office, or it was changed on the way. Copy it once more from the stick, or ask for it again.",
    ),
    "recovery_foreign": QT_TRANSLATE_NOOP(
        "messages",
        "This answer is for another laptop or another colleague. Choose the file that the county office made for your request.",
    ),
    "recovery_outdated": QT_TRANSLATE_NOOP(
        "messages",
        "This answer belongs to an earlier request, or the keys of this laptop have changed since. Save a new request and take it to the county office.",
    ),
    "recovery_missing": QT_TRANSLATE_NOOP(
        "messages",
        "There is no open request for this worker on this laptop. Save a request first and take it to the county office.",
    ),
    "too_little_memory": QT_TRANSLATE_NOOP(
        "messages",
        "The laptop has too little free memory to open the store. Close other programs and try again.",
    ),
    "keyring_damaged": QT_TRANSLATE_NOOP(
        "messages",
        "The key file of this laptop cannot be read. Nothing was overwritten. Call the county office: they can help you open it.",
    ),
    "vault_in_use": QT_TRANSLATE_NOOP(
        "messages", "Vatra is already open on this laptop. Look for its window in the task bar."
    ),
    "vault_missing": QT_TRANSLATE_NOOP(
        "messages", "A part of the store is not where it was. Put the folder back or use the last copy."
    ),
    "vault_exists": QT_TRANSLATE_NOOP(
        "messages", "This laptop is already set up. Its store was left as it is."
    ),
    "vault_damaged": QT_TRANSLATE_NOOP(
        "messages",
        "The store of this laptop needs help. Nothing was overwritten. Use the last copy or call the county office.",
    ),
    "vault_foreign": QT_TRANSLATE_NOOP(
        "messages", "A file in the folder belongs to another laptop. Take it out and open again."
    ),
    "vault_too_new": QT_TRANSLATE_NOOP(
        "messages", "The store was written by a newer Vatra. Install the newer version on this laptop."
    ),
    "saved_work_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Work that was already saved is missing from this store: an older copy may have been put back. Call the county office before you go on.",
    ),
    "backup_missing": QT_TRANSLATE_NOOP(
        "messages",
        "No copy on this laptop opens with this passphrase. Nothing was overwritten. Call the county office: they can help you.",
    ),
    "worker_known": QT_TRANSLATE_NOOP("messages", "This person already works on this laptop."),
    "worker_missing": QT_TRANSLATE_NOOP(
        "messages", "This person no longer works on this laptop. Open the list again."
    ),
    "last_worker": QT_TRANSLATE_NOOP(
        "messages", "You cannot remove yourself. Ask a colleague to do it while they are signed in."
    ),
    "worker_revoked": QT_TRANSLATE_NOOP(
        "messages",
        "The county office has ended your work on this laptop. What you wrote is kept. If this is a mistake, call the county office.",
    ),
    "desk_revoked": QT_TRANSLATE_NOOP(
        "messages",
        "The county office has ended the work of the person who was signed in. What they wrote is kept. If this is a mistake, call the county office.",
    ),
    "no_right": QT_TRANSLATE_NOOP(
        "messages", "Your profession may not do this here. Ask the social worker or the county office."
    ),
    "other_commune": QT_TRANSLATE_NOOP(
        "messages",
        "This code is for a worker of another commune. Nobody was added. Ask the county office for a code of this commune.",
    ),
    "vault_locked": QT_TRANSLATE_NOOP("messages", "Vatra is locked. Open it with your passphrase."),
    "desk_lost": QT_TRANSLATE_NOOP(
        "messages", "Vatra stopped unexpectedly. What was saved is safe. Open it again with your passphrase."
    ),
    "native_parts_too_old": QT_TRANSLATE_NOOP(
        "messages", "A part of this installation is too old to keep data safely. Install Vatra again."
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "messages",
        "The disk is full. The last step was not kept, everything before it was. Free about 200 MB and try again.",
    ),
    "disk_read_only": QT_TRANSLATE_NOOP(
        "messages",
        "The folder of Vatra cannot be written. Check its permissions or ask whoever looks after the laptop.",
    ),
    "disk_failing": QT_TRANSLATE_NOOP(
        "messages",
        "The disk answers with errors. Send your work to the county now and have the laptop checked.",
    ),
    "record_missing": QT_TRANSLATE_NOOP(
        "messages", "This record is no longer on this laptop. It may have moved to another commune."
    ),
    "record_frozen": QT_TRANSLATE_NOOP("messages", "A signed record cannot be changed, only completed."),
    "attachment_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "This file cannot be attached: Vatra takes photographs (JPEG, PNG) and PDF files that are whole. Open it on the device it comes from, save it as JPEG or PDF, and try again.",
    ),
    "attachment_too_large": QT_TRANSLATE_NOOP(
        "messages",
        "This file is too large: a PDF may have 10 megabytes, a photograph 60 megapixels. Scan with fewer dots per inch, or in several parts.",
    ),
    "attachment_elsewhere": QT_TRANSLATE_NOOP(
        "messages", "The full picture is not on this laptop yet. Open it and choose “Fetch it”."
    ),
    "attachment_damaged": QT_TRANSLATE_NOOP(
        "messages",
        "What lies on this laptop of the picture is damaged. It will be fetched again from the county with the next sending.",
    ),
    "save_too_large": QT_TRANSLATE_NOOP(
        "messages", "This is too much for one save. Shorten the text and save again."
    ),
    "nothing_chosen": QT_TRANSLATE_NOOP("messages", "Something is still missing. Choose it and try again."),
    "county_unreachable": QT_TRANSLATE_NOOP(
        "messages", "No connection. Vatra goes on working and sends by itself later."
    ),
    "not_the_county": QT_TRANSLATE_NOOP(
        "messages",
        "Something answered, but not your county: perhaps the log-in page of a public network. Nothing was sent.",
    ),
    "county_troubled": QT_TRANSLATE_NOOP(
        "messages", "The county cannot take anything right now. Your work is saved and goes later."
    ),
    "county_refused": QT_TRANSLATE_NOOP(
        "messages",
        "The county does not accept this laptop at present. Your work is saved. Call the county office.",
    ),
    "lease_ended": QT_TRANSLATE_NOOP(
        "messages",
        "This laptop has not met the county for too long, so it takes no new work. What you typed stays here. Connect it to the internet, or carry its work to the county.",
    ),
    "county_went_back": QT_TRANSLATE_NOOP(
        "messages",
        "The county works with an older copy of its data and has not noticed. Nothing was sent and nothing is lost. Call the county office and tell it so.",
    ),
    "county_speaks_otherwise": QT_TRANSLATE_NOOP(
        "messages",
        "The county answered in a way this version does not know. Your work is saved. Update Vatra.",
    ),
    "stick_empty": QT_TRANSLATE_NOOP(
        "messages",
        "There is no answer of the county in this folder. Choose the folder on the stick into which the county office wrote.",
    ),
    "stick_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "A file on the stick is damaged or was changed. Nothing of it was taken. Ask the county office to write the answer again.",
    ),
    "stick_foreign": QT_TRANSLATE_NOOP(
        "messages",
        "The files on this stick are for another laptop. Nothing of them was taken. Look for the stick of this laptop.",
    ),
    "stick_for_others": QT_TRANSLATE_NOOP(
        "messages",
        "A file on the stick is for a colleague who reads other records. Keep it on the stick until they have signed in and brought it.",
    ),
    "stick_incomplete": QT_TRANSLATE_NOOP(
        "messages",
        "A file on the stick goes on from one that is missing. Bring the earlier stick first, or carry everything to the county once more.",
    ),
    "enrolment_refused": QT_TRANSLATE_NOOP(
        "messages",
        "The county does not know this code, or it was used or has expired. Check it, or ask for a new one.",
    ),
    "card_invalid": QT_TRANSLATE_NOOP(
        "messages",
        "This file is not a county card, or it was changed on the way. Ask the county for a new one.",
    ),
    "fingerprint_differs": QT_TRANSLATE_NOOP(
        "messages",
        "The signs are not those of the county that answered. Nothing was taken from it. Compare address and signs with the paper from the county, letter by letter.",
    ),
    "export_refused": QT_TRANSLATE_NOOP(
        "messages", "The files could not be written there. Choose another folder."
    ),
    "form_invalid": QT_TRANSLATE_NOOP(
        "messages", "This form cannot be used. Ask whoever made it to correct it."
    ),
    "published_form_unusable": QT_TRANSLATE_NOOP(
        "messages",
        "A form from the county is not what the county signed, and was not taken. Everything else arrived. Tell the county office.",
    ),
    "import_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "The file is damaged or may not be read. Open it in your office program, save it again and choose the new one.",
    ),
    "import_missing": QT_TRANSLATE_NOOP(
        "messages", "There is no such file. Check where it is, or choose it with the button."
    ),
    "import_empty": QT_TRANSLATE_NOOP(
        "messages", "The file holds nothing. Check whether it is the right one, or save it again."
    ),
    "import_password": QT_TRANSLATE_NOOP(
        "messages",
        "The workbook has a password. Save a copy without the password, choose the copy, and delete it afterwards.",
    ),
    "import_too_big": QT_TRANSLATE_NOOP(
        "messages",
        "The file is much larger than a list of families. Copy the sheet with the families into a new file and choose that.",
    ),
    "import_wrong_type": QT_TRANSLATE_NOOP(
        "messages",
        "This is neither a workbook nor a list as text. Open it in the program it comes from and save it as .xlsx or .csv.",
    ),
    "import_no_table": QT_TRANSLATE_NOOP(
        "messages",
        "No list of people was found in this file. It needs one row for each person and a row with the names of the columns.",
    ),
}
_FINER: dict[str, object] = {
    "county_unreachable.unknown_name": QT_TRANSLATE_NOOP(
        "messages",
        "The address of the county was not found: probably there is no internet here. Vatra goes on working and sends by itself later.",
    ),
    "county_unreachable.refused": QT_TRANSLATE_NOOP(
        "messages",
        "The county office was reached, but Vatra is not running there at present. Your work is saved and goes by itself later.",
    ),
    "county_unreachable.timeout": QT_TRANSLATE_NOOP(
        "messages",
        "The county does not answer from this network. Your work is saved and goes by itself later, perhaps from another place.",
    ),
    "county_unreachable.silent": QT_TRANSLATE_NOOP(
        "messages",
        "The line went dead in the middle. What has arrived is safe; Vatra goes on from there by itself.",
    ),
    "county_unreachable.cut_off": QT_TRANSLATE_NOOP(
        "messages", "The line broke off. What has arrived is safe; Vatra goes on from there by itself."
    ),
    "county_unreachable.too_slow": QT_TRANSLATE_NOOP(
        "messages",
        "The line is too slow at present. What has arrived is safe; Vatra goes on from there by itself.",
    ),
    "not_the_county.portal": QT_TRANSLATE_NOOP(
        "messages",
        "A page of this network answered instead of your county. Open any web page, sign in to the network and try again. Nothing was sent.",
    ),
    "not_the_county.proxy": QT_TRANSLATE_NOOP(
        "messages",
        "This network asks for a password before it lets anything through. Ask whoever looks after the network. Nothing was sent.",
    ),
    "not_the_county.in_between": QT_TRANSLATE_NOOP(
        "messages",
        "Something stands between this laptop and your county and shows papers of its own: the network or a protection program. Use another network, or ask whoever looks after the laptop. Nothing was sent.",
    ),
    "not_the_county.other_county": QT_TRANSLATE_NOOP(
        "messages",
        "Another county answered at this address. Nothing was sent. Ask your county office which address is right.",
    ),
    "not_the_county.other_name": QT_TRANSLATE_NOOP(
        "messages",
        "What answered has papers that are made for another name. Nothing was sent. Tell the county office.",
    ),
    "not_the_county.old_tls": QT_TRANSLATE_NOOP(
        "messages",
        "What answered knows only an old encryption that is not safe any more. Nothing was sent. Tell the county office.",
    ),
    "not_the_county.not_tls": QT_TRANSLATE_NOOP(
        "messages",
        "What answered does not encrypt, so it is not your county: perhaps the log-in page of a public network. Nothing was sent.",
    ),
    "stick_foreign.county": QT_TRANSLATE_NOOP(
        "messages", "The files on this stick are from another county. Nothing of them was taken."
    ),
    "stick_unreadable.too_new": QT_TRANSLATE_NOOP(
        "messages",
        "The stick was written by a newer Vatra. Install the newer version on this laptop, then bring it again.",
    ),
    "published_form_unusable.too_new": QT_TRANSLATE_NOOP(
        "messages",
        "The county has published a form that needs a newer Vatra. Install the newer version on this laptop; the form is then there by itself.",
    ),
    "county_troubled.busy": QT_TRANSLATE_NOOP(
        "messages",
        "The county has too much to do right now and asks to wait. Your work is saved and goes by itself later.",
    ),
    "county_refused.device_revoked": QT_TRANSLATE_NOOP(
        "messages",
        "The county has taken this laptop out of service. Your work is saved here. If this is a mistake, call the county office.",
    ),
    "county_refused.unknown_device": QT_TRANSLATE_NOOP(
        "messages",
        "The county does not know this laptop. Your work is saved. Call the county office: the laptop may have to be set up again.",
    ),
    "county_refused.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "Something on the way to the county takes no messages of this size. Your work is saved. Use another network, or tell the county office.",
    ),
    "county_speaks_otherwise.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "The answer was far larger than an answer may be, and was thrown away. Your work is saved. Tell the county office.",
    ),
    "county_speaks_otherwise.packing": QT_TRANSLATE_NOOP(
        "messages",
        "The answer of the county arrived damaged and was thrown away. Your work is saved; Vatra tries again by itself.",
    ),
}
"""Where the facts of an error say which kind of it happened (``told_as``), and the worker can do something else about it."""
_UNKNOWN = QT_TRANSLATE_NOOP("messages", "Something went wrong. Everything saved before is safe. Try again.")


def sentence(error: VatraError) -> str:
    """The sentence for this error in the language of the window."""
    return sentence_for(error.told_as)


def sentence_for(told_as: str) -> str:
    """The same for what was kept of an error, such as what the last sync met."""
    code = told_as.partition(".")[0]
    return QCoreApplication.translate("messages", str(_FINER.get(told_as) or _SENTENCES.get(code, _UNKNOWN)))


def finer() -> frozenset[str]:
    """All kinds of errors that have a sentence of their own."""
    return frozenset(_FINER)


def codes() -> frozenset[str]:
    """All codes that have a sentence."""
    return frozenset(_SENTENCES)
