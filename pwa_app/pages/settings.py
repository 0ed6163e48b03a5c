"""How the app looks on this phone, which cards it leaves out, and its language."""

import reflex as rx

from pwa_app import ui
from pwa_app.pages.backup_parts import BACKUP
from pwa_app.pages.card_lines import hide_setting
from pwa_app.pages.install import install_offer
from pwa_app.pages.labels import CAUTIONS
from pwa_app.pages.layout import page
from pwa_app.pages.leaving import LEAVING
from pwa_app.pages.look import LOOK
from pwa_app.pages.phone_storage import PHONE_STORAGE
from pwa_app.pages.setting_parts import not_kept_message
from pwa_app.pages.words import _, language_name
from pwa_app.site import language, site

APPEARANCE = (
    ("", _("As the phone")),
    ("light", _("Light")),
    ("dark", _("Dark")),
    ("contrast", _("More contrast")),
)

TEXT_SIZES = (
    ("", _("Normal")),
    ("large", _("Large")),
    ("larger", _("Larger")),
    ("largest", _("Largest")),
)


def settings_page() -> rx.Component:
    """Choices that are kept on the phone and hold before the first paint."""
    return page(
        rx.el.h1(_("Settings")),
        ui.lead(_("Kept on this phone only. A change works at once.")),
        rx.el.noscript(ui.notice(_("To change settings, the app needs JavaScript."))),
        ui.section(
            _("Lock and privacy"),
            rx.el.div(
                ui.button_link(_("A passcode for what you keep"), "/settings/privacy/", "quiet"),
                ui.button_link(_("Leaving, and what others see"), LEAVING, "quiet"),
                ui.button_link(_("A plain name and icon"), LOOK, "quiet"),
                class_name="buttons",
            ),
        ),
        _choice("theme", _("Appearance"), APPEARANCE),
        _choice("text", _("Text size"), TEXT_SIZES),
        _safety(),
        ui.section(_("Language"), _languages()),
        not_kept_message(),
        ui.section(
            _("What you keep"),
            rx.el.p(_("Everything you keep here in one locked file, and back again.")),
            rx.el.div(
                ui.button_link(_("Back up, or bring back"), BACKUP, "quiet"),
                ui.button_link(_("What is on this phone"), PHONE_STORAGE, "quiet"),
                class_name="buttons section",
            ),
        ),
        ui.section(
            _("About"),
            ui.button_link(_("About this app"), "/about/", "quiet"),
        ),
        # Last, because it comes late: nothing that is read or tapped may move for it.
        install_offer(),
        room="now",
        back=(_("Now"), "/"),
    )


def _safety() -> rx.Component:
    """A switch for each caution: cards that carry it are then in no list."""
    return rx.el.fieldset(
        rx.el.legend(_("Cards to leave out")),
        rx.el.p(
            _("Some cards do not suit everybody. Pick what you would rather not be shown."),
            class_name="small",
        ),
        rx.el.div(
            *(
                ui.chip_toggle(
                    f"hide-{caution}",
                    "yes",
                    label,
                    identity=f"hide-{caution}",
                    custom_attrs={"data-setting": hide_setting(caution)},
                )
                for caution, label in CAUTIONS.items()
            ),
            class_name="choices ticks",
        ),
        id="safety",
        class_name="field",
    )


def _choice(setting: str, question: str, choices: tuple[tuple[str, str], ...]) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(question),
        rx.el.div(
            *(
                ui.chip_choice(
                    setting,
                    value,
                    label,
                    identity=f"{setting}-{value or 'default'}",
                    default_checked=value == "",
                    custom_attrs={"data-setting": setting},
                )
                for value, label in choices
            ),
            class_name="choices",
        ),
        class_name="field",
    )


def _languages() -> rx.Component:
    spoken = (
        rx.el.li(
            ui.OutsideLink.create(
                language_name(tag),
                href=f"{site().folder(tag)}/settings/",
                custom_attrs={"lang": tag},
            )
            if tag != language()
            else rx.el.strong(language_name(tag), aria_current="true")
        )
        for tag in site().languages
    )
    return rx.fragment(
        rx.el.ul(*spoken, class_name="languages"),
        *(
            [rx.el.p(_("There is one language so far. More can follow."), class_name="small")]
            if len(site().languages) == 1
            else []
        ),
    )
