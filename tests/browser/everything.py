"""Bringing to light what a page shows only now and then, so that it can be looked at too."""

SHOW_EVERYTHING = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const hidden of document.querySelectorAll("[hidden]")) hidden.hidden = false;
  const feeling = document.querySelector("input[name=feeling]");
  if (feeling) feeling.checked = true;
}"""
"""Opens what is folded, shows notices and offers, and picks the first feeling.

For Playwright's `evaluate`.
"""
