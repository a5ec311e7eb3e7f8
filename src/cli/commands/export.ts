/** `export`: writes recordings for the tools of others. */
import { CliError } from '../cli-error.ts'
import { damageOf } from '../damage.ts'
import { openEndpoint } from '../otlp/endpoint.ts'
import { exportRecording } from '../otlp/export-recording.ts'
import { openFolder } from '../otlp/folder.ts'
import { readPairs } from '../otlp/resource.ts'
import type { Sink } from '../otlp/sink.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import type { Command } from './command.ts'

interface Options {
  otlp?: true
  output?: string
  endpoint?: string
  service?: string
}

export const exportCommand: Command = {
  add(program, terminal, run) {
    program
      .command('export')
      .description('Export recordings as OpenTelemetry spans and metrics.')
      .argument('<recordings...>', 'recordings (.jsonl, .jsonl.gz, or exported .html); - reads stdin')
      .option('--otlp', 'as OTLP/JSON, which is all there is so far')
      .option('-o, --output <folder>', 'write traces.jsonl and metrics.jsonl into this folder')
      .option('-e, --endpoint <url>', 'send to the collector there (default: OTEL_EXPORTER_OTLP_ENDPOINT)')
      .option('-s, --service <name>', 'service.name (default: OTEL_SERVICE_NAME, or djust)')
      .action((recordings: string[], options: Options) => run(() => exportAll(recordings, options, terminal)))
  },
}

async function exportAll(
  recordings: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!options.otlp) throw new CliError('Say as what to export it: --otlp.')
  const { sink, place } = await openSink(options, terminal.env)
  const troubles: string[] = []
  let spans = 0
  for (const recording of recordings) {
    const exported = await exportRecording(recording, options.service, sink, terminal)
    spans += exported.spans
    troubles.push(...damageOf(exported))
  }
  troubles.push(...(await sink.end()))
  terminal.out(
    `${spans} spans of ${recordings.length} ${recordings.length === 1 ? 'recording' : 'recordings'} → ${place}\n`,
  )
  for (const trouble of troubles) terminal.err(`${trouble}\n`)
  return troubles.length > 0 ? 2 : 0
}

async function openSink(
  { output, endpoint }: Options,
  env: Terminal['env'],
): Promise<{ sink: Sink; place: string }> {
  if (output !== undefined && endpoint !== undefined)
    throw new CliError('Either --output or --endpoint: it goes to one place at a time.')
  if (output !== undefined) return { sink: await openFolder(output), place: output }
  const place = endpoint ?? env['OTEL_EXPORTER_OTLP_ENDPOINT']
  if (!place) throw new CliError('Say where to: --output FOLDER or --endpoint URL.')
  return { sink: openEndpoint(place, readPairs('OTEL_EXPORTER_OTLP_HEADERS', env)), place }
}
