"""What a chart is told about the theme."""

from deckgen.fonts import shape
from deckgen.model.charts import ChartStyle
from deckgen.theme.theme import Theme
from deckgen.units import Emu


def chart_style(theme: Theme) -> ChartStyle:
    """Return the text sizes of charts, and how wide a text in them is."""

    def measure(text: str, size: float, bold: bool) -> Emu:
        return shape.width(text, size, bold=bold, family=theme.body_font)

    value, key = theme.styles["chart-value"].sizes[0], theme.styles["chart-key"].sizes[0]
    return ChartStyle(value, key, theme.styles["category"].sizes, measure)
