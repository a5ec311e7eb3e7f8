"""The ASGI application: HTTP with static files, and djust's socket behind an Origin check."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")

# Sets Django up, which the imports below need.
django_application = get_asgi_application()

from channels.auth import AuthMiddlewareStack  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402
from django.contrib.staticfiles.handlers import ASGIStaticFilesHandler  # noqa: E402
from django.urls import path  # noqa: E402
from djust.websocket import LiveViewConsumer  # noqa: E402
from mishaps.slow_line import slow_line  # noqa: E402

socket = URLRouter([path("ws/live/", LiveViewConsumer.as_asgi())])

application = slow_line(
    ProtocolTypeRouter(
        {
            "http": ASGIStaticFilesHandler(django_application),
            "websocket": AllowedHostsOriginValidator(AuthMiddlewareStack(socket)),
        }
    )
)
