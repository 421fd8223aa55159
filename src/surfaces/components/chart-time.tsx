import type { Chart, ChartLook } from './chart.ts';
import { type Drawn, round } from './chart-bars.tsx';
import { compactNumber, type Scale, scaleOf, valueWords } from './chart-scale.ts';
import { shortened, textWidth } from './chart-text.ts';

const PLOT = 260;
const DOTS_UP_TO = 60;

interface Plot {
  readonly chart: Chart;
  readonly look: ChartLook;
  readonly left: number;
  readonly width: number;
  readonly y: (value: number) => number;
  /** Middle of the place of the n-th label. */
  readonly x: (at: number) => number;
  readonly step: number;
}

/** Columns or lines along an axis of labels. Labels that would touch are left out evenly. */
export function drawAlong(chart: Chart, look: ChartLook, width: number): Drawn {
  const stacked = chart.kind === 'columns';
  const values = stacked
    ? chart.labels.map((_, at) => chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
    : chart.series.flatMap((series) => series.values);
  const scale = scaleOf(values, width < 480 ? 4 : 5);
  const marks = scale.ticks.map((tick) => compactNumber(tick, chart.language));
  const left = Math.max(...marks.map((mark) => textWidth(mark))) + 10;
  const span = width - left - 8;
  const step = span / Math.max(1, chart.labels.length);
  const high = width < 480 ? 200 : PLOT;
  const plot: Plot = {
    chart,
    look,
    left,
    width,
    step,
    x: (at) => left + step * (at + 0.5),
    y: (value) => 10 + (1 - (value - scale.least) / (scale.most - scale.least)) * high,
  };
  return {
    height: high + 44,
    shapes: (
      <>
        <Marks plot={plot} scale={scale} words={marks} />
        {stacked ? <Columns plot={plot} /> : <Lines plot={plot} />}
        <Labels plot={plot} top={high + 32} />
      </>
    ),
  };
}

function Marks({ plot, scale, words }: { plot: Plot; scale: Scale; words: readonly string[] }) {
  const { look, left, width, y } = plot;
  return (
    <>
      {scale.ticks.map((tick, at) => (
        <g key={tick}>
          <line
            x1={round(left)}
            x2={width}
            y1={round(y(tick))}
            y2={round(y(tick))}
            {...look(tick === 0 ? 'axis' : 'grid')}
          />
          <text x={round(left - 8)} y={round(y(tick) + 5)} text-anchor="end" {...look('soft-word')}>
            {words[at]}
          </text>
        </g>
      ))}
    </>
  );
}

function Labels({ plot, top }: { plot: Plot; top: number }) {
  const { chart, look, x, step, left, width } = plot;
  const longest = Math.min(120, Math.max(...chart.labels.map((label) => textWidth(label)), 10)) + 22;
  const every = Math.max(1, Math.ceil(longest / step));
  return (
    <>
      {chart.labels.map((label, at) => {
        if (at % every !== 0) return null;
        const half = Math.min(textWidth(label), longest) / 2;
        const place = Math.min(Math.max(x(at), left + half - 6), width - half);
        return (
          <text key={at} x={round(place)} y={top} text-anchor="middle" {...look('soft-word')}>
            {shortened(label, longest)}
          </text>
        );
      })}
    </>
  );
}

function Columns({ plot }: { plot: Plot }) {
  const { chart, look, x, y, step } = plot;
  const width = Math.min(56, Math.max(1, step * 0.72));
  return (
    <>
      {chart.labels.map((label, at) => {
        let sum = 0;
        return (
          <g key={at}>
            <title>{`${label}: ${chart.series.map(({ values }) => valueWords(values[at] ?? null, chart.language)).join(' · ')}`}</title>
            {chart.series.map(({ values }, series) => {
              const from = y(sum);
              sum += values[at] ?? 0;
              const to = y(sum);
              return (
                <rect
                  key={series}
                  x={round(x(at) - width / 2)}
                  y={round(Math.min(from, to))}
                  width={round(width)}
                  height={round(Math.abs(from - to))}
                  {...look('bar', series)}
                />
              );
            })}
          </g>
        );
      })}
    </>
  );
}

function Lines({ plot }: { plot: Plot }) {
  const { chart, look, x, y } = plot;
  const dots = chart.labels.length <= DOTS_UP_TO;
  return (
    <>
      {chart.series.map((series, at) => (
        <g key={series.label}>
          <path d={pathOf(series.values, x, y)} {...look('line', at)} />
          {series.values.map((value, place) =>
            value !== null && (dots || isAlone(series.values, place)) ? (
              <circle key={place} cx={round(x(place))} cy={round(y(value))} r="3.5" {...look('dot', at)}>
                <title>{`${chart.labels[place]}: ${valueWords(value, chart.language)}`}</title>
              </circle>
            ) : null,
          )}
        </g>
      ))}
    </>
  );
}

/** A value with nothing on either side is no line. */
function isAlone(values: readonly (number | null)[], at: number): boolean {
  return (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}

/** The line breaks where there is no value. */
function pathOf(values: readonly (number | null)[], x: (at: number) => number, y: (value: number) => number): string {
  let pen = 'M';
  return values
    .map((value, at) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const part = `${pen}${round(x(at))} ${round(y(value))}`;
      pen = 'L';
      return part;
    })
    .join('');
}
