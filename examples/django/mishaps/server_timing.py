"""Says in every answer of the API how long the server took for it, as a well-written application does."""

import time

from asgiref.sync import iscoroutinefunction
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def server_timing(get_response):
    def say(request, response, began):
        if request.path.startswith("/djust/api/"):
            response["Server-Timing"] = f"app;dur={(time.perf_counter() - began) * 1000:.1f}"
        return response

    if iscoroutinefunction(get_response):

        async def through(request):
            began = time.perf_counter()
            return say(request, await get_response(request), began)

    else:

        def through(request):
            began = time.perf_counter()
            return say(request, get_response(request), began)

    return through
