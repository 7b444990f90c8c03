"""The language of the window: which one, and the translation loaded into the application.

The source texts are English; ``vatra_en`` carries only its plural forms. The ``.qm`` files are compiled from the ``.ts``
files beside them; without them the window speaks English and still counts "1 family", "2 families" wrongly, so a build
that lacks them is not a release.
"""

from importlib.resources import as_file, files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.preferences import LANGUAGES, Language

NAMES: dict[Language, str] = {"ro": "Română", "pl": "Polski", "hu": "Magyar", "en": "English"}
_TRANSLATORS = "vatra_translator_"


def language_of_system() -> Language:
    """The first of the system's languages that Vatra speaks; English otherwise."""
    for tag in QLocale.system().uiLanguages():
        for language in LANGUAGES:
            if tag.split("-")[0] == language:
                return language
    return "en"


def use(app: QCoreApplication, language: Language) -> bool:
    """Make the application speak ``language`` from now on; screens built before keep their old words.

    Returns whether the translation file was there.
    """
    for old in app.findChildren(QTranslator):
        if old.objectName().startswith(_TRANSLATORS):
            app.removeTranslator(old)
            old.deleteLater()
    QLocale.setDefault(QLocale(language))
    with as_file(files("resources") / "translations") as folder:
        found = _install(app, f"vatra_{language}", str(folder))
    _install(app, f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return found


def current() -> Language:
    """The language of the window now."""
    code = QLocale().name().split("_")[0]
    return next((language for language in LANGUAGES if language == code), "en")


def _install(app: QCoreApplication, name: str, folder: str) -> bool:
    translator = QTranslator(app)
    translator.setObjectName(_TRANSLATORS + name)
    return translator.load(name, folder) and app.installTranslator(translator)
