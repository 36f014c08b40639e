"""A package handed to the running Anki through the AnkiConnect add-on, on this machine only."""

import ipaddress
import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from learner.errors import ExportError

ADDRESS = "http://127.0.0.1:8765"
_VERSION = 6  # of AnkiConnect's protocol
_SECONDS = 120  # a large deck takes Anki its time
_LONGEST_ANSWER = 1 << 20


def push(path: Path, *, address: str = ADDRESS, key: str = "") -> None:
    """Have Anki import the package. Raises ExportError where Anki does not run, refuses, or is not on this machine."""
    _demand_loopback(address)
    if _ask(address, key, "importPackage", {"path": str(path.resolve())}) is not True:
        raise ExportError("Anki did not import the package.", where=str(path), hint="Import the file by hand.")


def _demand_loopback(address: str) -> None:
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.scheme != "http" or not (host == "localhost" or _is_loopback(host)):
        hint = f"Only an AnkiConnect on this machine is used, such as {ADDRESS}."
        raise ExportError("is not an address on this machine.", where=address, hint=hint)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _ask(address: str, key: str, action: str, parameters: dict[str, str]) -> Any:
    """AnkiConnect's result of an action."""
    request = {"action": action, "version": _VERSION, "params": parameters} | ({"key": key} if key else {})
    answer = _answer(address, json.dumps(request).encode())
    if not isinstance(answer, dict) or "result" not in answer or "error" not in answer:
        hint = "Another program seems to listen there; the package was written all the same."
        raise ExportError("does not answer like AnkiConnect.", where=address, hint=hint)
    if answer["error"] is not None:
        hint = "The package was written all the same: import the file by hand, or check the API key."
        raise ExportError(f"Anki says: {answer['error']}", where=address, hint=hint)
    return answer["result"]


def _answer(address: str, body: bytes) -> Any:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"})  # noqa: S310 - http on loopback
    try:
        with opener.open(request, timeout=_SECONDS) as response:
            return json.loads(response.read(_LONGEST_ANSWER))
    except json.JSONDecodeError:
        return None
    except (urllib.error.URLError, OSError) as error:
        hint = "Start Anki with the AnkiConnect add-on; the package was written and can be imported by hand."
        raise ExportError("Anki cannot be reached.", where=address, hint=hint) from error


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect could lead away from this machine."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing."""
