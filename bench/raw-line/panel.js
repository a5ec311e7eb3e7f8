/** The raw line's end: says how many letters have come, and when each came, epoch ms. */
window.letters = []
chrome.runtime.connect({ name: 'panel' }).onMessage.addListener(({ letter }) => {
  window.letters.push({ at: performance.timeOrigin + performance.now(), length: letter.length })
})
