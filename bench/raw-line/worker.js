/** The raw line's middle: what comes from a page goes to the panel. */
const panels = new Set()
chrome.runtime.onConnect.addListener((port) => {
  if (port.name === 'panel') {
    panels.add(port)
    port.onDisconnect.addListener(() => panels.delete(port))
  } else
    port.onMessage.addListener((message) => {
      for (const panel of panels) panel.postMessage(message)
    })
})
