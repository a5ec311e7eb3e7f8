/** Entry: the runtime is to send its events over HTTP, as it does where no socket can be had. */

Object.assign(window, { DJUST_USE_WEBSOCKET: false })
