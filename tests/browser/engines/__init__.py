"""Firefox and WebKitGTK, as Debian has them, driven by the commands of WebDriver."""
