"""The lock of a store as Reflex Vars and components: the Python face of browser/vault.js."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import BooleanVar, NumberVar, StringVar, VarData

from pwa_app.device.handlers import handler
from pwa_app.device.modules import module_path, uses


class VaultForm(rx.Component):
    """The `VaultForm` component of browser/vault_form.js."""

    library = module_path("vault_form")
    tag = "VaultForm"

    records: rx.Var[Any]
    act: rx.Var[str]
    wait_after: rx.Var[Any]
    cost_of: rx.Var[Any]
    auto_complete: rx.Var[str]


@dataclass(frozen=True)
class StoreVault:
    """The lock of one store.

    Args:
        name: The store's name.
        records: Its opened database in the browser.
        wait_after: A function: how many seconds to wait after so many wrong tries.
        cost_of: A function: what a key is to cost (`memory_kib`, `iterations`) where the least
            that is right took so many milliseconds.
    """

    name: str
    records: rx.Var[Any]
    wait_after: rx.Var[Any]
    cost_of: rx.Var[Any]

    @property
    def mode(self) -> StringVar:
        """How it stands (see `VaultState` in types.d.ts); `unknown` in the prerendered page."""
        return self._hooked("mode", "useVaultMode").to(str)

    @property
    def locked(self) -> BooleanVar:
        """Whether what is kept can not be read now."""
        return self.mode == "locked"

    @property
    def working(self) -> BooleanVar:
        """Whether something is being done with it."""
        return self._state("working").to(bool)

    @property
    def problem(self) -> StringVar:
        """Why the last step did not work (see `VaultState` in types.d.ts), or null."""
        return self._state("problem").to(str)

    @property
    def until(self) -> NumberVar:
        """The moment before which no try counts, in milliseconds since 1970."""
        return self._state("until").to(int)

    @property
    def said(self) -> StringVar:
        """What was done last: `on`, `off`, `changed`, `choices` and so on, or null."""
        return self._state("said").to(str)

    @property
    def code(self) -> StringVar:
        """A recovery code to show once, or null."""
        return self._state("code").to(str)

    @property
    def minutes(self) -> NumberVar:
        """After how many minutes without a touch it locks; 0 for never."""
        return self._state("minutes").to(int)

    @property
    def hiding(self) -> BooleanVar:
        """Whether it locks when the app is hidden."""
        return self._state("hiding").to(bool)

    @property
    def passkey(self) -> BooleanVar:
        """Whether a passkey opens it too."""
        return self._state("passkey").to(bool)

    def form(self, act: str, *children: rx.Component, **props: Any) -> rx.Component:
        """A form that does something with the lock.

        Args:
            act: `unlock`, `recover`, `turn_on`, `change`, `turn_off`, `choose`, `erase`,
                `add_passkey`, `use_passkey` or `remove_passkey`.
            children: Its controls: `passcode`, `again`, `now`, `code`, `minutes`, `hiding`.
            props: More of the form element's own.
        """
        return VaultForm.create(
            *children,
            records=self.records,
            act=act,
            wait_after=self.wait_after,
            cost_of=self.cost_of,
            **props,
        )

    def lock(self) -> rx.EventHandler:
        """An event handler that locks every tab."""
        return handler(f"{self.records}.vault.lockEverywhere()", self.records)

    def forget_code(self) -> rx.EventHandler:
        """An event handler that takes the recovery code off the screen."""
        return handler(f"{self.records}.vault.tell({{ code: null }})", self.records)

    def _state(self, path: str) -> rx.Var[Any]:
        state = self._hooked("state", "useVault")
        return rx.Var(f"({state!s}.{path})", _var_data=state._get_all_var_data())

    def _hooked(self, part: str, hook: str) -> rx.Var[Any]:
        variable = f"vault_{part}_{self.name}"
        line = f"const {variable} = {hook}({self.records!s})"
        data = VarData.merge(
            self.records._get_all_var_data(),
            uses("vault_state", hook),
            VarData(hooks={line: None}),
        )
        return rx.Var(variable, _var_data=data)
