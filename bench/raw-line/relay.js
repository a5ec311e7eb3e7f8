/** The raw line's hop out of the page: what an event carries is posted as it is. */
const port = chrome.runtime.connect({ name: 'page' })
document.addEventListener('raw', ({ detail }) => port.postMessage({ letter: detail }))
