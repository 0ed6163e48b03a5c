"""The page as a screen reader gets it: the browser's accessibility tree, and its faults."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

CONTROLS = {
    "button",
    "checkbox",
    "combobox",
    "Date",
    "DateTime",
    "DisclosureTriangle",
    "InputTime",
    "link",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
}
"""Roles of what can be used, as Chromium calls them."""

NAMED = {"dialog", "image", "navigation", "radiogroup", "table"}
"""Roles of what must have a name to be told from others of its kind."""

LANDMARKS = ("banner", "main", "navigation", "search", "region", "complementary")


@dataclass(frozen=True)
class Node:
    """One thing in the tree: its role, its name and description, its level where it has one."""

    role: str
    name: str
    description: str
    level: int | None
    live: str


def tree(page: Page) -> list[Node]:
    """Everything a screen reader comes by, in the order of the page."""
    session = page.context.new_cdp_session(page)
    try:
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    finally:
        session.detach()
    return list(_in_order(nodes))


def tree_faults(page: Page) -> list[str]:
    """What a screen reader could not make sense of, one line each."""
    nodes = tree(page)
    modal = [node for node in nodes if node.role == "dialog"]
    return [
        *(f"{node.role} without a name" for node in nodes if _is_unnamed(node)),
        *([] if modal else _heading_faults(nodes)),
        *([] if modal else _landmark_faults(nodes)),
    ]


def spoken(page: Page) -> list[str]:
    """What stands in the page's live regions now, in order."""
    return page.locator("[role=status], [role=alert], [aria-live=polite]").evaluate_all(
        """(regions) => regions.filter((region) => region.checkVisibility())
          .map((region) => region.textContent.trim()).filter(Boolean)"""
    )


def _is_unnamed(node: Node) -> bool:
    return node.role in CONTROLS | NAMED and not node.name.strip()


def _heading_faults(nodes: list[Node]) -> Iterator[str]:
    headings = [node for node in nodes if node.role == "heading"]
    levels = [node.level or 0 for node in headings]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    if levels and levels[0] != 1:
        yield f"the first heading is {headings[0].name!r} of level {levels[0]}"
    for before, after in pairwise(headings):
        if (after.level or 0) > (before.level or 0) + 1:
            yield f"a level is left out before {after.name!r}"
    yield from ("a heading without words" for node in headings if not node.name.strip())


def _landmark_faults(nodes: list[Node]) -> Iterator[str]:
    found = Counter((node.role, node.name) for node in nodes if node.role in LANDMARKS)
    if sum(count for (role, _name), count in found.items() if role == "main") != 1:
        yield "not one main part"
    yield from (f"two {role} called {name!r}" for (role, name), count in found.items() if count > 1)


def _in_order(nodes: list[dict[str, Any]]) -> Iterator[Node]:
    by_id = {node["nodeId"]: node for node in nodes}
    waiting = [node for node in nodes if "parentId" not in node][::-1]
    while waiting:
        node = waiting.pop()
        waiting += [by_id[key] for key in reversed(node.get("childIds", [])) if key in by_id]
        if not node.get("ignored"):
            yield _node(node)


def _node(node: dict[str, Any]) -> Node:
    properties = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    return Node(
        role=str(node["role"]["value"]),
        name=str(node.get("name", {}).get("value", "")),
        description=str(node.get("description", {}).get("value", "")),
        level=properties.get("level"),
        live=str(properties.get("live", "")),
    )
