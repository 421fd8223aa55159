import { formatNumber, THIN_SPACE } from '../../language/numbers.ts';
import type { Chart, ChartLook } from './chart.ts';
import { type Drawn, round } from './chart-bars.tsx';
import { valueWords } from './chart-scale.ts';
import { CHART_TEXT, textWidth, wrapped } from './chart-text.ts';

const RING = 220;
const INNER = 0.58;
const LINE = 18;

/** Shares of a whole as a ring, with each part's name, share and number beside it. */
export function drawShare(chart: Chart, look: ChartLook, width: number): Drawn {
  const values = chart.labels.map((_, at) => Math.max(0, chart.series[0]?.values[at] ?? 0));
  const whole = values.reduce((sum, value) => sum + value, 0);
  const beside = width >= 480;
  const size = Math.min(RING, width);
  const left = beside ? size + 32 : 0;
  let top = beside ? 6 : size + 20;
  const legend = chart.labels.map((label, at) => {
    const value = values[at] ?? 0;
    const percent = whole === 0 ? '—' : `${formatNumber((value / whole) * 100, chart.language, 1)}${THIN_SPACE}%`;
    const words = `${percent} · ${valueWords(value, chart.language)}`;
    const lines = wrapped(label, width - left - 28 - textWidth(words) - 16, 2);
    const y = top + LINE - 5;
    top += lines.length * LINE + 10;
    return (
      <g key={at}>
        <rect x={left} y={round(y - 11)} width="14" height="14" {...look('bar', at)} />
        {lines.map((line, index) => (
          <text key={index} x={left + 24} y={round(y + index * LINE)} {...look('word')}>
            {line}
          </text>
        ))}
        <text x={width} y={round(y)} text-anchor="end" {...look('strong-word')}>
          {words}
        </text>
      </g>
    );
  });
  const height = Math.max(beside ? size + 8 : 0, top + 4);
  const middle = { x: beside ? size / 2 : width / 2, y: beside ? height / 2 : size / 2 };
  const all = valueWords(whole, chart.language);
  return {
    height,
    shapes: (
      <>
        <Ring values={values} whole={whole} middle={middle} radius={size / 2 - 2} look={look} />
        <text
          x={round(middle.x)}
          y={round(middle.y + CHART_TEXT * 0.5)}
          text-anchor="middle"
          font-size={textWidth(all, 22) < size * INNER - 16 ? '22' : '15'}
          {...look('strong-word')}
        >
          {all}
        </text>
        {legend}
      </>
    ),
  };
}

function Ring(props: {
  values: readonly number[];
  whole: number;
  middle: { x: number; y: number };
  radius: number;
  look: ChartLook;
}) {
  const { values, whole, middle, radius, look } = props;
  let turned = 0;
  return (
    <>
      {values.map((value, at) => {
        const from = turned;
        turned += whole === 0 ? 0 : value / whole;
        if (value <= 0) return null;
        return <path key={at} d={arc(middle, radius, from, turned)} {...look('bar', at)} {...gapOf(look)} />;
      })}
    </>
  );
}

/** The line of paper between two parts; a class would replace the part's own, so it is only taken where attributes are. */
function gapOf(look: ChartLook): Readonly<Record<string, string>> {
  const gap = look('gap');
  return 'class' in gap ? {} : gap;
}

/** A part of the ring, from and to in turns. A whole turn is drawn as two halves: an arc to its own beginning is nothing. */
function arc(middle: { x: number; y: number }, radius: number, from: number, to: number): string {
  if (to - from > 0.999)
    return `${arc(middle, radius, from, from + 0.5)}${arc(middle, radius, from + 0.5, from + 0.998)}`;
  const at = (turn: number, r: number) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    return `${round(middle.x + r * Math.cos(angle))} ${round(middle.y + r * Math.sin(angle))}`;
  };
  const large = to - from > 0.5 ? 1 : 0;
  const inner = radius * INNER;
  return `M${at(from, radius)}A${radius} ${radius} 0 ${large} 1 ${at(to, radius)}L${at(to, inner)}A${round(inner)} ${round(inner)} 0 ${large} 0 ${at(from, inner)}Z`;
}
