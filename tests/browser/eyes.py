"""What is seen and heard of a page in the browser."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
AXE = next(
    (
        path
        for path in (Path(os.environ.get("AXE_CORE", "")), ROOT / "node_modules" / "axe-core" / "axe.min.js")
        if path.is_file()
    ),
    None,
)
SHOWN = "document.querySelector('.sheet.current .slide').id"
_LOOK = """() => axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.flatMap(
    ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)))"""
"""Every rule is tried; only what is found wrong is told at length, which takes half of the time."""


def shown(page: "Page") -> str:
    """Return the name of the slide that is shown."""
    return str(page.evaluate(SHOWN))


def shows(page: "Page") -> set[str]:
    """Return how the document is shown."""
    return set(page.evaluate("[...document.documentElement.classList]"))


def turn(page: "Page", number: int) -> None:
    """Show a slide by its number."""
    page.evaluate(f"location.hash = '#{number}'")
    page.wait_for_function(f"{SHOWN} === document.querySelectorAll('.slide')[{number - 1}].id")


def violations(page: "Page") -> list[str]:
    """Return what axe-core finds wrong, or skip where it is not at hand."""
    if AXE is None:
        pytest.skip("axe-core is not at hand: AXE_CORE names its axe.min.js")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    return list(page.evaluate(_LOOK))


def heard(page: "Page", *roles: str) -> list[str]:
    """Return the names of what the browser tells a screen reader of, of these roles, in its order."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = (node for node in nodes if not node["ignored"] and node["role"]["value"] in roles)
    return [f"{node['role']['value']}: {node['name']['value']}" for node in told]
