"""The language of the window: which one, and the translation loaded into the application.

The source texts are English; ``vatra_en`` carries only its plural forms. The ``.qm`` files are compiled from the ``.ts``
files beside them and are not committed; without them the window speaks English and counts badly ("1 families"), so a
build that lacks them is not a release.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from resources import resource_bytes, resource_names
from ui.preferences import LANGUAGES, Language

NAMES: dict[Language, str] = {"ro": "Română", "pl": "Polski", "hu": "Magyar", "en": "English"}


class Translation(QTranslator):
    """A loaded ``.qm``; keeps the bytes that Qt reads from."""

    def __init__(self, compiled: bytes, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._compiled = compiled
        self.load(self._compiled)


def language_of_system() -> Language:
    """The first of the system's languages that Vatra speaks; English otherwise."""
    for tag in QLocale.system().uiLanguages():
        for language in LANGUAGES:
            if tag.split("-")[0] == language:
                return language
    return "en"


def use(app: QCoreApplication, language: Language) -> bool:
    """Make the application speak ``language`` from now on; screens built before keep their old words.

    Returns whether the compiled translation was there.
    """
    for old in app.findChildren(Translation):
        app.removeTranslator(old)
        old.setParent(None)
    QLocale.setDefault(QLocale(language))
    name = f"vatra_{language}.qm"
    if name not in resource_names("translations"):
        return False
    return app.installTranslator(Translation(resource_bytes(f"translations/{name}"), app))


def current() -> Language:
    """The language of the window now."""
    code = QLocale().name().split("_")[0]
    return next((language for language in LANGUAGES if language == code), "en")
