import type { Chart, ChartLook } from './chart.ts';
import { scaleOf, valueWords } from './chart-scale.ts';
import { CHART_TEXT, textWidth, wrapped } from './chart-text.ts';

/** A part of a chart: what is drawn, and how high it is. */
export interface Drawn {
  readonly height: number;
  readonly shapes: preact.ComponentChildren;
}

const BAR = 20;
const LINE = 18;
/** Narrower than this the names stand above their bars. */
const NAMES_BESIDE = 480;

interface Row {
  readonly lines: readonly string[];
  readonly values: readonly (number | null)[];
  readonly total: string;
}

/** Bars by name: names wrap into two lines, the value stands at the bar's end. Several series lie one after another. */
export function drawBars(chart: Chart, look: ChartLook, width: number): Drawn {
  const beside = width >= NAMES_BESIDE;
  const longest = Math.max(0, ...chart.labels.map((label) => textWidth(label)));
  const names = beside ? Math.min(longest + 4, width * 0.36) : width;
  const rows = chart.labels.map((label, at) => rowOf(chart, label, at, names));
  const sums = rows.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const scale = scaleOf(sums);
  const words = Math.max(...rows.map(({ total }) => textWidth(total)), 20) + 12;
  const left = beside ? names + 12 : 0;
  const span = Math.max(40, width - left - words);
  const negative = scale.least < 0 ? words : 0;
  const place = (value: number) =>
    left + negative + ((value - scale.least) / (scale.most - scale.least)) * (span - negative);
  let top = 2;
  const shapes = rows.map((row, at) => {
    const high = beside ? Math.max(BAR, row.lines.length * LINE) + 10 : row.lines.length * LINE + BAR + 12;
    const bar = beside ? top + (high - BAR) / 2 : top + row.lines.length * LINE + 4;
    const textTop = beside ? top + (high - row.lines.length * LINE) / 2 + LINE - 5 : top + LINE - 5;
    top += high;
    return (
      <g key={at}>
        <title>{`${chart.labels[at]}: ${row.total}`}</title>
        {row.lines.map((line, index) => (
          <text
            key={index}
            x={beside ? names : 0}
            y={round(textTop + index * LINE)}
            text-anchor={beside ? 'end' : 'start'}
            {...look('word')}
          >
            {line}
          </text>
        ))}
        <Stack row={row} place={place} top={bar} look={look} />
        <text
          x={round(place(Math.max(0, sums[at] ?? 0)) + 8)}
          y={round(bar + BAR / 2 + CHART_TEXT * 0.36)}
          {...look('strong-word')}
        >
          {row.total}
        </text>
      </g>
    );
  });
  return {
    height: top + 4,
    shapes: (
      <>
        {shapes}
        <line x1={round(place(0))} x2={round(place(0))} y1={beside ? 2 : 0} y2={top} {...look('axis')} />
      </>
    ),
  };
}

function rowOf(chart: Chart, label: string, at: number, names: number): Row {
  const values = chart.series.map((series) => series.values[at] ?? null);
  const known = values.filter((value) => value !== null);
  const sum = known.length === 0 ? null : known.reduce((all, value) => all + value, 0);
  return { lines: wrapped(label, names, 2), values, total: valueWords(sum, chart.language) };
}

function Stack(props: { row: Row; place: (value: number) => number; top: number; look: ChartLook }) {
  const { row, place, top, look } = props;
  let sum = 0;
  return (
    <>
      {row.values.map((value, series) => {
        const from = place(sum);
        sum += value ?? 0;
        const to = place(sum);
        const width = Math.max(value ? 1.5 : 0, Math.abs(to - from) - (row.values.length > 1 ? 1 : 0));
        return (
          <rect
            key={series}
            x={round(Math.min(from, to))}
            y={round(top)}
            width={round(width)}
            height={BAR}
            {...look('bar', series)}
          />
        );
      })}
    </>
  );
}

/** Hundredths of a pixel are only bytes. */
export function round(n: number): number {
  return Math.round(n * 10) / 10;
}
