"""Corrections to the files Reflex 0.10 generates for a stateless app.

Each is a pure function from a file's text to its corrected text. It may be applied again to its
own result without harm, because Reflex keeps some files from one compile to the next, and it
stops the build when the text it corrects is no longer there: then Reflex has changed and the
correction must be looked at again, never skipped silently.
"""

import json
import re
from collections.abc import Callable, Mapping

Repair = Callable[[str], str]


class RepairError(RuntimeError):
    """A generated file no longer holds what a repair expects; the message names both."""


def _replace(text: str, old: str, new: str, *, file: str, why: str) -> str:
    if new in text:
        return text
    if text.count(old) != 1:
        msg = (
            f"{file}: expected {old!r} once, found it {text.count(old)} times. "
            f"This repair {why}; this version of Reflex writes the file differently."
        )
        raise RepairError(msg)
    return text.replace(old, new)


_SEND = re.compile(r"(  // Send the event to the server.\n  if )\(socket(?:\?\.emit)?\)")
_SERVER_PLACES = (
    (
        "      Object.keys(app.initialState).length > 1 &&\n"
        "      !isBackendDisabled() &&\n"
        "      !socket.current?.connected\n",
        "      false /* no server to connect to */\n",
    ),
    ("    if (event.handler) {\n", "    if (false /* no server to upload to */) {\n"),
)


def leave_out_the_server(state_js: str) -> str:
    """Close every way to a server, so that the bundler leaves out all that lies behind it.

    It holds the connection, uploads, and the reloads that a server asks for.
    """
    # Without state there is no connection, but what is passed in its place is an object: the call
    # would fail inside a promise, whose handler sends an event about it, and so on without end.
    state_js = _SEND.sub(r"\1(false /* no server to send to */)", state_js)
    for old, new in _SERVER_PLACES:
        state_js = _replace(
            state_js, old, new, file="utils/state.js", why="keeps the server's client out"
        )
    if "no server to send to" not in state_js:
        msg = "utils/state.js: expected where events are sent to the server; the file has changed."
        raise RepairError(msg)
    return state_js


_EVAL = re.compile(r"\beval(\?\.)?\(")
_REFUSED = "evalIsRefused"


def refuse_eval(state_js: str) -> str:
    """Refuse to turn text into a script, in words: the policy forbids it anyway.

    A file with a direct eval in it cannot be minified, nor can its neighbours in the same chunk.
    """
    if _REFUSED in state_js:
        return state_js
    repaired, count = _EVAL.subn(f"{_REFUSED}(", state_js)
    if count == 0:
        msg = "utils/state.js: expected eval; this version of Reflex writes the file differently."
        raise RepairError(msg)
    return (
        f"{repaired}\nfunction {_REFUSED}(script) {{\n"
        "  throw new EvalError(`The policy forbids to run text as a script: ${script}`);\n}\n"
    )


_GLOBALS = re.compile(r"window\.__reflex = \{.*?\};", re.DOTALL)
_NO_GLOBALS = "/* nothing is evaluated, so nothing is global */"


def drop_globals(root_jsx: str) -> str:
    """Take out the global object that only components made from text at run time would use.

    It holds whole libraries, so none of them could be cut down to what the app uses.
    """
    if _NO_GLOBALS in root_jsx:
        return root_jsx
    repaired, count = _GLOBALS.subn(_NO_GLOBALS, root_jsx)
    if count != 1:
        msg = "app/root.jsx: expected window.__reflex once; the file has changed."
        raise RepairError(msg)
    return repaired


def drop_build_time(state_js: str) -> str:
    """Keep the time of the build out of the bundle, so that equal sources give equal files."""
    return _replace(
        state_js,
        'import reflexEnvironment from "$/reflex.json";',
        'const reflexEnvironment = { version: "static" };',
        file="utils/state.js",
        why="makes builds reproducible",
    )


STAND_INS = {
    "socket.io-client": "no_socket.js",
    "@emotion/react": "no_emotion.js",
    "universal-cookie": "no_cookies.js",
    "mergician": "merged.js",
}
"""Packages that a stateless app under this policy hardly uses, and what stands in for each."""

_ROUTE_MODULES = r"/^\.\/routeModules\.js$/"
"""Where React Router fetches the script of a route (see browser/route_module.js)."""


def alias_packages(vite_config: str) -> str:
    """Replace packages by small modules that do what is left for them to do, and one part of one.

    A test of the bundle tells if React Router no longer has that part where it is looked for.
    """
    stand_ins = {f'"{package}"': module for package, module in STAND_INS.items()}
    stand_ins[_ROUTE_MODULES] = "route_module.js"
    aliases = "".join(
        f"      {{ find: {found}, replacement:"
        f' fileURLToPath(new URL("./pwa/{module}", import.meta.url)) }},\n'
        for found, module in stand_ins.items()
    )
    return _replace(
        vite_config,
        "    alias: [\n",
        f"    alias: [\n{aliases}",
        file="vite.config.js",
        why="keeps unused packages out of the bundle",
    )


def fixed_theme(react_theme_js: str) -> str:
    """Take Reflex's colour mode out: the app's own appearance settings decide.

    The provider would set a class and a color-scheme on the html element after hydration, over
    what the person has chosen.
    """
    if "export function ThemeProvider(" not in react_theme_js:
        msg = "utils/react-theme.js: expected ThemeProvider; Reflex writes the file differently."
        raise RepairError(msg)
    return (
        'export { ThemeProvider, useTheme } from "$/pwa/fixed_theme.js";\n'
        "// Replaces: export function ThemeProvider(\n"
    )


def start_with_this_page(entry_client_js: str) -> str:
    """Let the router know the page that is open, and others only when they are gone to."""
    started = "createElement(HydratedRouter, { instrumentations: knownRoutes() })"
    if started in entry_client_js:
        return entry_client_js
    repaired = _replace(
        entry_client_js,
        "createElement(HydratedRouter)",
        started,
        file="app/entry.client.js",
        why="keeps the router from sorting every route of the site before its first render",
    )
    return f'import {{ knownRoutes }} from "$/pwa/known_routes.js";\n{repaired}'


_THEME_SCRIPT = re.compile(
    r'jsx\("script",\{\},"\\n// Only run in browser environment, not during SSR'
    r'(?:[^"\\]|\\.)*"\),'
)
_STYLE_LINK = re.compile(
    r'(?:jsx\("link",\{as:"style",href:reflexGlobalStyles,rel:"preload"\},\),)?'
    r'(jsx\("link",\{href:reflexGlobalStyles,rel:"stylesheet",type:"text/css"\},\))'
)


_NO_THEME_SCRIPT = "/* no theme script */"


def drop_theme_script(document_js: str) -> str:
    """Take out Reflex's inline colour mode script."""
    if _NO_THEME_SCRIPT in document_js:
        return document_js
    repaired, count = _THEME_SCRIPT.subn(_NO_THEME_SCRIPT, document_js)
    if count != 1:
        msg = "app/_document.js: expected Reflex's theme script once; the file has changed."
        raise RepairError(msg)
    return repaired


_VIEWPORT = 'content:"width=device-width, initial-scale=1'


def whole_screen(document_js: str) -> str:
    """Let pages use the whole screen, and shrink them to what the on-screen keyboard leaves.

    The styles keep clear of notches by `env(safe-area-inset-…)`. Without `resizes-content`,
    Chromium and Firefox lay the keyboard over the page, and what sticks to its foot is under it
    (https://drafts.csswg.org/css-viewport/#interactive-widget-section).
    """
    return _replace(
        document_js,
        f'{_VIEWPORT}"',
        f'{_VIEWPORT}, viewport-fit=cover, interactive-widget=resizes-content"',
        file="app/_document.js",
        why="keeps fields above the keyboard and controls out of notches",
    )


_DEVELOPMENT = "import.meta.env.DEV"


def link_styles_in_development(document_js: str) -> str:
    """Link the stylesheet, and this library's scripts, in development only.

    A build has both inside each page's HTML. A link that React knows of but the page no longer
    has would make React draw the page again, so the browser's bundle has none; the one that
    renders the pages keeps it, which is what brings the style sheet into the export.
    """
    if _DEVELOPMENT in document_js:
        return document_js
    development = (
        f"({_DEVELOPMENT} || import.meta.env.SSR) && \\1,{_DEVELOPMENT} && ["
        'jsx("link",{key:"cover",href:`${import.meta.env.BASE_URL}pwa/cover.css`,'
        'rel:"stylesheet"}),'
        'jsx("script",{key:"pwa",src:`${import.meta.env.BASE_URL}pwa/development.js`,'
        'type:"module",async:true})]'
    )
    repaired, count = _STYLE_LINK.subn(development, document_js)
    if count != 1:
        msg = "app/_document.js: expected a link to reflexGlobalStyles; the file has changed."
        raise RepairError(msg)
    return repaired


def prerender_not_found(route: str) -> Repair:
    """Return a repair that renders an address no page has, for the static 404 page.

    Args:
        route: Such an address, "/404".
    """
    wanted = f'"prerender": ({{ getStaticPaths }}) => [...getStaticPaths(), {json.dumps(route)}]'

    def repair(router_config: str) -> str:
        # A development server renders nothing ahead.
        if '"prerender"' not in router_config:
            return router_config
        return _replace(
            router_config,
            '"prerender": true',
            wanted,
            file="react-router.config.js",
            why="renders the 404 page",
        )

    return repair


def repairs(not_found_route: str) -> Mapping[str, tuple[Repair, ...]]:
    """Return every repair by the file it applies to, relative to the frontend's folder."""
    return {
        "utils/state.js": (leave_out_the_server, refuse_eval, drop_build_time),
        "utils/react-theme.js": (fixed_theme,),
        "vite.config.js": (alias_packages,),
        "app/entry.client.js": (start_with_this_page,),
        "app/root.jsx": (drop_globals,),
        "app/_document.js": (drop_theme_script, whole_screen, link_styles_in_development),
        "react-router.config.js": (prerender_not_found(not_found_route),),
    }
