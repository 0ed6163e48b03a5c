"""What in the packs should have been looked over again by now."""

from datetime import date

from pwa_app.content.reading import Packs


def overdue_articles(packs: Packs, today: date) -> list[str]:
    """One line for each article whose next review is past, the longest overdue first."""
    late = sorted(
        (pack.next_review, slug)
        for slug, pack in packs.articles.items()
        if pack.next_review < today
    )
    return [
        f"articles/{slug}.toml: its next review was due on {due}; check it against its sources, "
        "then set reviewed and next_review"
        for due, slug in late
    ]
