/** The files a log can be exported to, in the order of their menu. */
import { csv } from './csv.ts'
import type { Exporter } from './exporter.ts'
import { har } from './har.ts'

export const EXPORTERS: readonly Exporter[] = [har, csv]
