/** Every way to write a report, one file each. */
import type { Format } from './format.ts'
import { github } from './github.ts'
import { human } from './human.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'

export const FORMATS: readonly Format[] = [human, json, junit, github, markdown]
