"""What a measured process finds in its environment."""

import os


def compiled(folder: str, **more: str) -> dict[str, str]:
    """An environment in which Python keeps compiled modules in `folder`, as pip does for an installed program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": folder} | more
