/** Entry of the DevTools page: puts the panel beside the browser's own, on every page, djust or not. */
import browser from 'webextension-polyfill'

// With a leading slash: Firefox would resolve it against this page, Chrome against the extension's root.
void browser.devtools.panels.create('djust', '/icons/32.png', '/src/panel/panel.html')
