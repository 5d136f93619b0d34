"""What a chart is told about the theme."""

from itertools import zip_longest

from deckgen.fonts import shape
from deckgen.model.charts import ChartStyle
from deckgen.theme.theme import Theme
from deckgen.units import Emu, inches

ROW_PADDING, ROW_GAP = inches(0.07), inches(0.03)
"""What is kept free over the first and under the last row of a chart, and at least between two."""


def chart_style(theme: Theme) -> ChartStyle:
    """Return the text sizes of charts, and how wide a text in them is."""

    def measure(text: str, size: float, bold: bool) -> Emu:
        return shape.width(text, size, bold=bold, family=theme.body_font)

    values, keys = theme.styles["chart-value"].sizes, theme.styles["chart-key"].sizes
    smaller = tuple(zip_longest(values[1:], keys[1:], fillvalue=min(values[-1], keys[-1])))
    return ChartStyle(values[0], keys[0], theme.styles["category"].sizes, measure, smaller)
