/** The rules on recordings of the real djust: every mistake is found, and nothing else; those of the sealed page are counted apart. */
import { expect, test } from 'vitest'
import { measure } from './measure.ts'
import { SEALED } from './scenarios.ts'
import { readTwins } from './twin.ts'

const twins = readTwins()

test.each([
  ['open', twins.filter(({ variant }) => variant !== SEALED)],
  ['sealed', twins.filter(({ variant }) => variant === SEALED)],
])('precision and recall on the %s twins are 1', (name, some) => {
  const { precision, recall, wrong } = measure(some)
  console.log(`${name} twins: ${some.length}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
  expect(wrong).toEqual([])
  expect([precision, recall]).toEqual([1, 1])
})
