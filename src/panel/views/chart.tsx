/** The chart over time, drawn by uPlot: counts as steps on the left, the longest time as points on the right. */
import 'uplot/dist/uPlot.min.css'
import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import { formatCount, formatMs } from '../../core/numbers.ts'
import type { Theme } from '../store/theme.ts'
import { formatSeconds, legendWords, type Point } from './series.ts'

export interface ChartProps {
  points: readonly Point[]
  theme: Theme
}

const HEIGHT = 190
/** Of the legend, by series. */
const DASHES = ['solid', 'solid', 'dashed', 'dotted', 'solid'] as const

export function Chart({ points, theme }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<uPlot>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const width = () => Math.max(200, element.clientWidth)
    const drawn = new uPlot(
      { ...optionsFor(element), width: width(), height: HEIGHT },
      dataOf(points),
      element,
    )
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.setSize({ width: width(), height: HEIGHT }))
    observer.observe(element)
    return () => {
      observer.disconnect()
      drawn.destroy()
    }
    // Its colours are those of the theme.
  }, [theme])
  useEffect(() => chart.current?.setData(dataOf(points)), [points])
  return <div ref={box} class="chart" aria-hidden="true" />
}

function dataOf(points: readonly Point[]): uPlot.AlignedData {
  return [
    points.map(({ start }) => (start - (points[0]?.start ?? 0)) / 1000),
    points.map(({ exchanges }) => exchanges),
    points.map(({ rerenders }) => rerenders),
    points.map(({ errors }) => errors),
    points.map(({ longest }) => longest),
  ]
}

/** What a colour of the stylesheet is right now: a property alone says `light-dark(…)`. */
function colourOf(element: HTMLElement, name: string): string {
  element.style.color = `var(--${name})`
  const { color } = getComputedStyle(element)
  element.style.color = ''
  return color
}

function optionsFor(element: HTMLElement): Omit<uPlot.Options, 'width' | 'height'> {
  const colour = (name: string) => colourOf(element, name)
  const [text, hair] = [colour('sub'), colour('line')]
  const axis = {
    stroke: text,
    grid: { stroke: hair, width: 0.5 },
    ticks: { stroke: hair, width: 0.5, size: 4 },
  }
  const font = '11px system-ui, sans-serif'
  const steps = uPlot.paths.stepped?.({ align: 1 })
  const counts = {
    scale: 'count',
    points: { show: false },
    width: 1.5,
    ...(steps ? { paths: steps } : {}),
    value: legendWords(formatCount, ''),
  }
  return {
    cursor: { y: false },
    // As the lines are, so that no colour need be told from another.
    legend: { markers: { dash: (_, place) => DASHES[place] ?? 'solid' } },
    scales: { x: { time: false }, count: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [
      { ...axis, font, size: 28, values: (_, ticks) => ticks.map((tick) => formatSeconds(tick * 1000)) },
      {
        ...axis,
        font,
        scale: 'count',
        size: 40,
        values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? formatCount(tick) : '')),
      },
      {
        ...axis,
        font,
        scale: 'ms',
        side: 1,
        size: 58,
        grid: { show: false },
        values: (_, ticks) => ticks.map(formatMs),
      },
    ],
    series: [
      {
        label: 'After',
        value: legendWords((seconds) => formatSeconds(seconds * 1000), ''),
      },
      { ...counts, label: 'Exchanges', stroke: text },
      { ...counts, label: 'Re-renders', stroke: colour('loud'), dash: [6, 3] },
      { ...counts, label: 'Errors', stroke: colour('error'), dash: [2, 2] },
      {
        label: 'Longest (dots, on the right)',
        scale: 'ms',
        stroke: colour('call'),
        width: 0,
        points: { show: true, size: 5, fill: colour('call') },
        value: legendWords(formatMs, 'nothing timed'),
      },
    ],
  }
}
