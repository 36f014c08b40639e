"""textual-serve's server with a guard at its door."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class OwnServer(Server):
    """Refuses pages of other sites: a browser lets any page it shows talk to addresses of this machine."""

    async def _make_app(self) -> web.Application:
        """The library's application, guarded; there is no public way to add to it."""
        app = await super()._make_app()
        app.middlewares.append(_guard)
        return app


@web.middleware
async def _guard(request: web.Request, handler: _Handler) -> web.StreamResponse:
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden(text="Only pages of this program may use it.")
    return await handler(request)
