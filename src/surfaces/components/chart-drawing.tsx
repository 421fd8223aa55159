import type { Chart, ChartLook } from './chart.ts';
import { type Drawn, drawBars } from './chart-bars.tsx';
import { drawShare } from './chart-share.tsx';
import { CHART_TEXT, shortened, textWidth } from './chart-text.ts';
import { drawAlong } from './chart-time.tsx';

/** A chart laid out for a width: its shapes from the top left corner, and how high they are. */
export function drawChart(chart: Chart, look: ChartLook, width: number): Drawn {
  const body =
    chart.kind === 'bars'
      ? drawBars(chart, look, width)
      : chart.kind === 'share'
        ? drawShare(chart, look, width)
        : drawAlong(chart, look, width);
  if (chart.series.length < 2 || chart.kind === 'share') return body;
  const legend = drawLegend(chart, look, width);
  return {
    height: legend.height + body.height,
    shapes: (
      <>
        {legend.shapes}
        <g transform={`translate(0 ${legend.height})`}>{body.shapes}</g>
      </>
    ),
  };
}

/** Which colour is which series, in as many lines as it takes. */
function drawLegend(chart: Chart, look: ChartLook, width: number): Drawn {
  let x = 0;
  let y = 4;
  const shapes = chart.series.map(({ label }, at) => {
    const words = shortened(label, width - 30);
    const wide = 22 + textWidth(words) + 20;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += 24;
    }
    const left = x;
    x += wide;
    return (
      <g key={label}>
        <rect x={left} y={y} width="14" height="14" {...look('bar', at)} />
        <text x={left + 22} y={y + 12} {...look('word')}>
          {words}
        </text>
      </g>
    );
  });
  return { height: y + 30, shapes };
}

/** Widths a page's chart is drawn for: the style sheet shows the one that fits, so that letters keep their size. */
const PAGE_WIDTHS = [
  ['chart-wide', 760],
  ['chart-narrow', 320],
] as const;

/** A chart on a page. Its table must stand beside it: the drawing itself is one picture to a screen reader. */
export function ChartFigure({ chart, look }: { chart: Chart; look: ChartLook }) {
  return (
    <>
      {PAGE_WIDTHS.map(([name, width]) => {
        const { height, shapes } = drawChart(chart, look, width);
        return (
          <svg
            key={name}
            class={`chart ${name}`}
            viewBox={`0 0 ${width} ${Math.ceil(height)}`}
            width={width}
            height={Math.ceil(height)}
            font-size={CHART_TEXT}
            role="img"
            aria-label={chart.title}
          >
            {shapes}
          </svg>
        );
      })}
    </>
  );
}
