"""docs/limits.md names every limit by the number that holds, and by what is told beyond it."""

import re
from importlib import import_module
from pkgutil import iter_modules

from maker import limits

from deckgen import plugins, source
from tests.builders import ROOT

TEMPLATE = limits.TEMPLATE.read_text(encoding="utf-8")


def test_the_page_is_what_the_constants_say() -> None:
    assert limits.problems() == ()


def test_every_limit_of_what_is_read_is_on_the_page() -> None:
    named = {f"{module}.{name}" for module, name in limits.NUMBER.findall(TEMPLATE)}
    for module in iter_modules(source.__path__, "source."):
        for name, value in vars(import_module(f"deckgen.{module.name}")).items():
            if re.match(r"(MOST|LARGEST|LONGEST|DEEPEST)", name) and isinstance(value, int | float):
                assert any(one.endswith(f".{name}") for one in named), f"{module.name}.{name}"


def test_what_is_told_beyond_a_limit_has_the_code_and_name_that_the_page_gives() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "deckgen").rglob("*.py"))
    code = re.sub(r"\s+", " ", code)
    checks = {(check.code, check.name) for check in plugins.checks()}
    given = re.findall(r"\b([A-Z]\d{3}) ([a-z][a-z0-9-]+)", TEMPLATE)
    assert given
    for one, name in given:
        assert (one, name) in checks or f'"{one}", "{name}"' in code or f'"{name}": "{one}"' in code, (one, name)
