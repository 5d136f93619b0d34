"""Lists of which only some items end in a full stop."""

import re
from collections.abc import Iterator

from deckgen.checks._lists import lists
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told

_STOPPED = re.compile(r"(?<![.…])\.[\"”»’)]*")
_SHORTENED = re.compile(r"(?:\b[^\W\d_]|\b(?:etc|al|approx|Inc|Ltd|Co|No|usw|bzw|др|пр))\.")
_BARE = re.compile(r"[\w%)”»’]")

_QUOTED = re.compile(r"[“„«»\"][^“„”«»\"]*[”“»«\"]")


class UnevenFullStops(Check):
    """Items of one list of which some end in a full stop and others do not.

    What it finds
        A list whose items end in two ways: with a full stop, and with a letter or a figure. Items with semicolons
        are left alone.

    Why it matters
        It looks like what it is: pasted from two places, and read by nobody.

    Example:
        Three bullets, the second with a full stop.

    Instead
        End all of them in one way; without a full stop where they are no sentences.

    """

    code = "E604"
    name = "uneven-full-stops"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the first item of each list that ends otherwise than most."""
        for of in lists(checked):
            endings = {item: _stopped(item) for item in of.items}
            stopped, bare = ([item for item, ends in endings.items() if ends is wanted] for wanted in (True, False))
            if not stopped or not bare or any(item.plain.rstrip().endswith((";", ",")) for item in of.items):
                continue
            odd, others = (stopped, bare) if len(stopped) <= len(bare) else (bare, stopped)
            with_stop = odd is stopped
            message = f"this item ends {'with' if with_stop else 'without'} a full stop, {len(others)} of its list"
            message += f" {'end' if len(others) > 1 else 'ends'} {'without' if with_stop else 'with'} one"
            hint = f"{'delete it' if with_stop else 'add it'}, or end all items of the list in one way"
            yield self.found(message, odd[0].span, hint)


def _stopped(item: Told) -> bool | None:
    """Return whether an item ends in a full stop; None where it ends in another way, or as a shortened word does.

    What someone said has the full stop that they put.
    """
    text = item.plain.strip()
    if _QUOTED.fullmatch(text):
        return None
    if re.search(rf"{_SHORTENED.pattern}$", text):
        return None
    if re.search(rf"{_STOPPED.pattern}$", text):
        return True
    return False if _BARE.fullmatch(text[-1:]) else None
