/** Asks the demo for a database of one's own, as a seed leaves it. */

/** Undefined when it is there; otherwise why not, as a sentence. */
export async function beginLesson(seed: number): Promise<string | undefined> {
  const answer = await fetch('/lesson/state', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ seed }),
  }).catch(() => undefined)
  if (answer?.ok) return undefined
  return `The lesson cannot begin: ${answer ? `the demo answered ${answer.status}` : 'the demo is not running'}.`
}
