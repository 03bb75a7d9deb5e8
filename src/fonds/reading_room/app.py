"""The web application: every part of it in one list."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment
from litestar import Litestar, Response, Router, get
from litestar.config.compression import CompressionConfig
from litestar.di import NamedDependency, Provide
from litestar.exceptions import HTTPException, NotFoundException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.params import FromPath
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig
from litestar.types import ASGIApp, Message, Middleware, Receive, Scope, Send

from fonds.archive import Archive
from fonds.catalogue import Remembered
from fonds.reading_room.api import API_HANDLERS
from fonds.reading_room.assets import STATIC, Assets, load_assets
from fonds.reading_room.failures import API, answer_error
from fonds.reading_room.fair_use import FairUse
from fonds.reading_room.headers import add_headers, limit_address
from fonds.reading_room.kept import KeptAnswers
from fonds.reading_room.overview import make_overview
from fonds.reading_room.pages import PAGES
from fonds.reading_room.queries import provide_asked
from fonds.reading_room.taking_away import FIGURES
from fonds.reading_room.templating import make_environment

LARGEST_BODY = 1024
"""Bytes. Nothing here reads a request's body."""
A_YEAR = 31_536_000
"""Seconds."""


@get(f"{STATIC}/{{digest:str}}/{{path:path}}", sync_to_thread=False, include_in_schema=False)
def static_file(assets: NamedDependency[Assets], digest: FromPath[str], path: FromPath[Path]) -> Response[bytes]:
    """A static file; an address holds for as long as what is in it, so it need never be asked for twice."""
    asset = assets.files.get(path.as_posix().removeprefix("/"))
    if asset is None or digest != assets.digest:
        raise NotFoundException
    headers = {"Cache-Control": f"public, max-age={A_YEAR}, immutable", "ETag": f'"{digest}"'}
    return Response(asset.content, media_type=asset.media_type, headers=headers)


class ReadingRoom(Litestar):
    """Answers HEAD as it answers GET, without the content (RFC 9110, section 9.3.2)."""

    # Any, for what the server tells of its own life comes this way too.
    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["method"] == "HEAD":
            scope, send = scope | {"method": "GET"}, _without_content(send)
        await super().__call__(scope, receive, send)


def _without_content(send: Send) -> Send:
    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message["body"] = b""
        await send(message)

    return send_head


def create_app(archive: Archive) -> Litestar:
    """The reading room of an open archive; the archive stays the caller's, to close when the server has ended.

    Functions run in the server's own thread but where they say why not: most answers take milliseconds, and handing
    them to another thread and back costs as much again.
    """
    assets = load_assets()
    environment = make_environment(archive, assets)
    return ReadingRoom(
        [*PAGES, *FIGURES, Router(API, route_handlers=API_HANDLERS), static_file],
        dependencies=_handed_out(archive, assets, environment),
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment)),
        exception_handlers={HTTPException: answer_error, Exception: answer_error},
        before_request=limit_address,
        middleware=[_door(archive)],
        before_send=[add_headers],
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=4, exclude=r"\.woff2$"),
        openapi_config=_description(archive),
        request_max_body_size=LARGEST_BODY,
        logging_config=None,
        debug=False,
    )


def _handed_out(archive: Archive, assets: Assets, environment: Environment) -> dict[str, Provide]:
    """What pages and answers name among their parameters, and are handed."""
    overview = Remembered(lambda: make_overview(archive), archive.state)
    given: dict[str, Callable[..., Any]] = {
        "archive": lambda: archive,
        "overview": overview.get,
        "asked": provide_asked,
        "templates": lambda: environment,
        "assets": lambda: assets,
    }
    return {name: Provide(give, sync_to_thread=False) for name, give in given.items()}


def _door(archive: Archive) -> Middleware:
    """Where each request is counted, and answered from memory if its answer is known."""
    fair_use, kept = FairUse(archive.settings.requests_a_minute), KeptAnswers(archive.state)

    def at_the_door(app: ASGIApp) -> ASGIApp:
        async def let_in(scope: Scope, receive: Receive, send: Send) -> None:
            fair_use.require(scope)
            await kept.answer(app, scope, receive, send)

        return let_in

    return at_the_door


def _description(archive: Archive) -> OpenAPIConfig:
    """The description of the API, for programs (OpenAPI)."""
    return OpenAPIConfig(
        title=f"{archive.name}: interface for programs",
        version=version("fonds"),
        path=f"{API}/openapi.json",
        render_plugins=[JsonRenderPlugin(path="/")],
        use_handler_docstrings=True,
    )
