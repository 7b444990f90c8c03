"""`python3 installer/dev.py torture NAME ...`: one torture by its name, without a name all of them at full length."""

import sys
from pathlib import Path

# Started as a folder, Python knows only this one.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.torture import canaries, damage, faults, hostile, keys, kill, line, memory, powercut, road

TORTURES = {
    "kill": kill.main,
    "powercut": powercut.main,
    "faults": faults.main,
    "damage": damage.main,
    "keys": keys.main,
    "memory": memory.main,
    "canaries": canaries.main,
    "line": line.main,
    "road": road.main,
    "hostile": hostile.main,
}


def main(arguments: list[str]) -> int:
    """Run the named torture, or all of them; 0 when everything held."""
    if arguments and arguments[0] in TORTURES:
        return TORTURES[arguments[0]](arguments[1:])
    if arguments:
        print(f"There is no torture {arguments[0]!r}. There are: {', '.join(TORTURES)}", file=sys.stderr)
        return 2
    return max(torture([]) for torture in TORTURES.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
