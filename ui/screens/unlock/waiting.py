"""How long no passphrase is taken, in words."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
IN_SECONDS_UP_TO = 90


def wait_words(seconds: int) -> str:
    """By minutes while there is more than one."""
    if seconds <= IN_SECONDS_UP_TO:
        return translate("unlock", "Try again in %n seconds. Nothing has been deleted.", "", seconds)
    return translate("unlock", "Try again in %n minutes. Nothing has been deleted.", "", -(-seconds // 60))
