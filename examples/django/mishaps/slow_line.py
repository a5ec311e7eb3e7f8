"""A line between server and page, which is slow where the page asks for `mishap=slow-network`: every answer takes its time on the way.

It stands outside of what measures the server, as a real network does.
"""

import asyncio

# s that an answer takes.
SLOW = 0.4


def slow_line(application):
    async def through(scope, receive, send):
        if scope["type"] == "websocket":
            return await application(scope, *_socket(receive, send))
        referer = dict(scope.get("headers", [])).get(b"referer", b"")
        if scope["type"] == "http" and _is_asked(referer.decode("latin-1")) and scope["method"] == "POST":
            return await application(scope, receive, _slowly(send, lambda: True))
        return await application(scope, receive, send)

    return through


def _socket(receive, send):
    """A socket knows its page from what the page says when it mounts."""
    asked = False

    async def hearing():
        nonlocal asked
        message = await receive()
        asked = asked or _is_asked(message.get("text") or "")
        return message

    return hearing, _slowly(send, lambda: asked)


def _slowly(send, is_slow):
    async def sending(message):
        if is_slow() and message["type"] in ("websocket.send", "http.response.start"):
            await asyncio.sleep(SLOW)
        await send(message)

    return sending


def _is_asked(text: str) -> bool:
    return "slow-network" in text and "mishap" in text and "setting" not in text
