"""What is said of each thing that was looked at: its name, what is known, and one sentence about what to do."""

from PySide6.QtCore import QCoreApplication

from app.services.laptop_health import Health, Level, What
from ui import formatting
from ui.widgets.paint import ChipLook

translate = QCoreApplication.translate
_GB, _MIB = 1000**3, 1024
_TONES: dict[Level, tuple[str, str]] = {
    "good": ("check", "green"),
    "look": ("clock", "amber"),
    "act": ("flag", "red"),
    "unknown": ("help", "quiet"),
}


def standing(level: Level) -> str:
    """How it stands, in a word or two."""
    return {
        "good": translate("health", "Fine"),
        "look": translate("health", "Look at it soon"),
        "act": translate("health", "Needs doing"),
        "unknown": translate("health", "Cannot tell"),
    }[level]


def chip(level: Level) -> ChipLook:
    icon, tone = _TONES[level]
    return ChipLook(standing(level), icon, tone)


def label(what: What) -> str:
    return {
        "encryption": translate("health", "Disk encryption"),
        "space": translate("health", "Free space"),
        "clock": translate("health", "Clock"),
        "copy": translate("health", "Last copy"),
        "contact": translate("health", "Last contact with the county"),
        "passphrases": translate("health", "Protection of the passphrases"),
        "memory": translate("health", "Memory"),
    }[what]


def value(what: What, health: Health) -> str:
    """What is known."""
    if what == "encryption":
        return {
            "yes": translate("health", "on"),
            "no": translate("health", "off"),
            "unknown": translate("health", "not known"),
        }[health.disk_encrypted]
    if what == "space":
        return (
            translate("health", "%1 of %2 GB")
            .replace("%1", _gigabytes(health.disk_free_bytes))
            .replace("%2", _gigabytes(health.disk_total_bytes))
        )
    if what == "clock":
        return _clock(health.clock_offset_s)
    if what == "copy":
        return moment(health.last_copy_at)
    if what == "contact":
        return moment(health.last_contact_at)
    if what == "memory":
        return translate("health", "%1 GB").replace("%1", _gigabytes(health.memory_total_bytes))
    if health.costs is None:
        return translate("health", "not known")
    told = translate("health", "%1 MB and %2 passes for each try")
    return told.replace("%1", str(health.costs.memory_kib // _MIB)).replace("%2", str(health.costs.passes))


def _clock(offset_s: int | None) -> str:
    if offset_s is None:
        return translate("health", "not compared yet")
    if abs(offset_s) < 60:
        return translate("health", "as the county's")
    minutes = round(abs(offset_s) / 60)
    return (
        translate("health", "%n min slow", "", minutes)
        if offset_s > 0
        else translate("health", "%n min fast", "", minutes)
    )


def moment(at: int | None) -> str:
    return formatting.moment(at) if at is not None else translate("health", "never")


def _gigabytes(size_bytes: int) -> str:
    return formatting.number(round(size_bytes / _GB)) if size_bytes >= 10 * _GB else f"{size_bytes / _GB:.1f}"


def advice(what: What, level: Level) -> str:
    """What to do about it; empty when there is nothing to do."""
    return "" if level == "good" else _advice().get((what, level), "")


def _advice() -> dict[tuple[What, Level], str]:
    copies = translate(
        "health",
        "Leave Vatra open for a minute without typing: a copy is made by itself. If it stays old, make room on the disk.",
    )
    contact = translate(
        "health", "Connect to the internet soon: what was written since then is only on this laptop."
    )
    clock = translate("health", "Set the clock of the laptop: days of visits and deadlines come from it.")
    return {
        ("encryption", "act"): translate(
            "health",
            "Have BitLocker or LUKS turned on: without it, a stolen disk shows what other programs keep on it.",
        ),
        ("encryption", "unknown"): translate(
            "health", "Ask whoever set up this laptop whether its disk is encrypted."
        ),
        ("space", "look"): translate("health", "Make room soon: copies need it."),
        ("space", "act"): translate("health", "Make room now: the next copy may not fit."),
        ("clock", "look"): clock,
        ("clock", "act"): clock,
        ("clock", "unknown"): translate("health", "It is compared at the next contact with the county."),
        ("copy", "look"): copies,
        ("copy", "act"): copies,
        ("contact", "look"): contact,
        ("contact", "act"): contact,
        ("contact", "unknown"): translate("health", "Connect to the internet and press Try now under Sync."),
        ("passphrases", "look"): translate(
            "health", "Made for a laptop with little memory. Change the passphrase on a laptop with more."
        ),
        ("passphrases", "unknown"): translate(
            "health", "The key file cannot be read. Call the county office."
        ),
        ("memory", "look"): translate("health", "Close other programs before you open Vatra."),
        ("memory", "unknown"): translate("health", "The system does not tell how much memory there is."),
    }


def facts(health: Health) -> tuple[tuple[str, str], ...]:
    """What is only told: (label, value)."""
    told = [
        (translate("health", "Last lock"), moment(health.locked_at)),
        (translate("health", "People who sign in"), formatting.number(health.workers)),
        (translate("health", "Passphrases"), formatting.number(health.passphrases)),
        (translate("health", "Copies kept"), formatting.number(health.copies)),
    ]
    if health.restored_at is not None:
        told.append((translate("health", "Brought back from a copy"), moment(health.restored_at)))
    return (*told, *health.versions.items())
