"""One module a screen, put together from content, device, logic and ui. See routes.py."""
