"""Lengths as whole numbers of EMU, the unit of DrawingML (ECMA-376 part 1, 20.1.10.16)."""

from typing import NewType

from deckgen.values import frozen

Emu = NewType("Emu", int)
"""A length in English Metric Units: 914,400 to the inch, 12,700 to the point."""

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700


def inches(length: float) -> Emu:
    """Return ``length``, in inches, as EMU."""
    return Emu(round(length * EMU_PER_INCH))


def points(length: float) -> Emu:
    """Return ``length``, in points, as EMU."""
    return Emu(round(length * EMU_PER_POINT))


def in_points(length: int) -> float:
    """Return ``length``, in EMU, as points."""
    return length / EMU_PER_POINT


def in_inches(length: int) -> float:
    """Return ``length``, in EMU, as inches."""
    return length / EMU_PER_INCH


@frozen(slots=True)
class Size:
    """A width and a height, in EMU."""

    width: Emu
    height: Emu


@frozen(slots=True)
class Rect:
    """A rectangle, in EMU; ``x`` and ``y`` are its upper left corner."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu

    @classmethod
    def of_inches(cls, x: float, y: float, width: float, height: float) -> "Rect":
        """Return the rectangle with these sides, in inches."""
        return cls(inches(x), inches(y), inches(width), inches(height))

    def inset(self, by: int) -> "Rect":
        """Return the rectangle less ``by`` at each side, as far as there is room."""
        x, y = min(by, self.width // 2), min(by, self.height // 2)
        return Rect(Emu(self.x + x), Emu(self.y + y), Emu(self.width - 2 * x), Emu(self.height - 2 * y))

    @property
    def right(self) -> Emu:
        """The x of the right side."""
        return Emu(self.x + self.width)

    @property
    def bottom(self) -> Emu:
        """The y of the lower side."""
        return Emu(self.y + self.height)

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)

    def moved(self, right: int, down: int) -> "Rect":
        """Return the same rectangle elsewhere."""
        return Rect(Emu(self.x + right), Emu(self.y + down), self.width, self.height)

    def union(self, other: "Rect") -> "Rect":
        """Return the smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Rect(Emu(x), Emu(y), Emu(right - x), Emu(bottom - y))


@frozen(slots=True)
class Insets:
    """What is kept free inside a frame, in EMU."""

    left: Emu = Emu(0)
    top: Emu = Emu(0)
    right: Emu = Emu(0)
    bottom: Emu = Emu(0)
