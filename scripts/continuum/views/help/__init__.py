"""How readers reach help: the links, the strip on every page, and where it stays in sight."""
