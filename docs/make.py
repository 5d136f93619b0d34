"""Makes docs/format.md, claims.md, limits.md and checks from the code: ``python docs/make.py [--check | --pictures]``.

Without an option the page is written. ``--check`` writes nothing, and fails if the page or a picture is not what the
specs and examples make of it today. ``--pictures`` draws the pictures that are not, with LibreOffice and poppler's
``pdftoppm``, as the fonts of Arial's widths (fonts-liberation) show them.
"""

import sys
from difflib import unified_diff

from maker import Missing, checks, claims, limits, pictures
from maker.examples import examples
from maker.page import PAGE, page


def main(arguments: list[str]) -> int:
    """Do what is asked, say what is wrong, and return the exit code."""
    try:
        if arguments not in ([], ["--check"], ["--pictures"]):
            raise Missing(__doc__ or "")
        if arguments == ["--check"]:
            return _check()
        if arguments == ["--pictures"]:
            for name in pictures.draw():
                sys.stdout.write(f"docs/pictures/{name}\n")
        checks.write()
        claims.PAGE.write_text(claims.page(), encoding="utf-8")
        limits.PAGE.write_text(limits.page(), encoding="utf-8")
        PAGE.write_text(page(), encoding="utf-8")
        sys.stdout.write(f"docs/{PAGE.name}\n")
    except Missing as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _check() -> int:
    wrong = [*pictures.problems(examples()), *checks.problems(), *claims.problems(), *limits.problems()]
    written, made = (PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""), page()
    if written != made:
        wrong += ["docs/format.md is not what the specs say: write it with: python docs/make.py"]
        wrong += list(unified_diff(written.splitlines(), made.splitlines(), "written", "made", n=0))[:40]
    sys.stderr.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
