/** The extension's API, as a module that comes only inside an extension: what turns the polyfill into one comes with it. */
import polyfill from 'webextension-polyfill'

export const browser = polyfill
