"""Compile the shipped forms: each Markdown XLSForm below resources/ becomes an XForm beside it.

Done when a form is added or changed, and committed with it, so that a laptop fills it in without pyxform.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write what changed and say so; the exit code is 0."""
    sys.path.insert(0, str(ROOT))
    from app.forms.xform.xlsform import compile_xlsform  # noqa: PLC0415 - not importable before the line above

    for source in sorted((ROOT / "resources").glob("**/forms/*.md")):
        target = source.with_suffix(".xml")
        compiled = compile_xlsform(source).xml + "\n"
        if not target.exists() or target.read_text(encoding="utf-8") != compiled:
            target.write_text(compiled, encoding="utf-8", newline="\n")
            print(target.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
