/** What a page is made to do with all its might: tasks full of facts, or of letters of as many bytes. */

export interface Burst {
  tasks: number
  atOnce: number
  isRaw: boolean
}
/** Runs in the page: frames of a socket that the instrument takes for djust's, or letters of as many bytes as their facts have. */
export async function burst({ tasks, atOnce, isRaw }: Burst): Promise<void> {
  const { live } = window as unknown as { live: WebSocket }
  const { port1, port2 } = new MessageChannel()
  const task = () =>
    new Promise<void>((resolve) => {
      port1.onmessage = () => resolve()
      port2.postMessage(0)
    })
  for (let at = 0; at < tasks; at++) {
    if (isRaw) document.dispatchEvent(new CustomEvent('raw', { detail: 'x'.repeat(300 * atOnce) }))
    else
      for (let each = 0; each < atOnce; each++)
        live.send(
          `{"type":"event","event":"add","params":{"name":"${'x'.repeat(90)}"},"ref":${at * atOnce + each}}`,
        )
    await task()
  }
}
