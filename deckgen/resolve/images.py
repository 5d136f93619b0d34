"""Images as written to images: the file read, what it shows in words."""

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.images import Image
from deckgen.model.text import plain
from deckgen.resolve.references import Reader
from deckgen.spec.images import ImageSpec


def image(written: ImageSpec | None, reader: Reader) -> Image | None:
    """Return the image that ``written`` names; None, with what is wrong told to ``reader``, if it cannot be shown."""
    if written is None:
        return None
    file, problems = reader.images.image(written.file.text, written.file.span.path.parent)
    for problem in problems:
        severity = Severity.WARNING if file else Severity.ERROR
        span = written.file.span
        reader.found.append(Diagnostic(problem.code, problem.name, severity, problem.message, span, problem.hint))
    alt, caption, credit = (reader.runs(text) for text in (written.alt, written.caption, written.credit))
    if file is None:
        return None
    focus = written.focus.across, written.focus.down
    return Image(file.data, file.kind, file.size, plain(alt), written.fit, focus, caption, plain(credit))
