"""What a check is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from deckgen.diagnostics import Diagnostic
from deckgen.typeset.frames import Pages


class Check(ABC):
    """Looks over typeset pages for one kind of problem."""

    code: ClassVar[str]
    name: ClassVar[str]

    @abstractmethod
    def find(self, pages: Pages) -> Iterator[Diagnostic]:
        """Yield what is wrong with ``pages``."""
