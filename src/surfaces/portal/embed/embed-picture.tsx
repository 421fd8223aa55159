import { render } from 'preact-render-to-string';
import type { Card } from '../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { type ChartLook, type PictureColours, pictureLook } from '../../components/chart.ts';
import type { Drawn } from '../../components/chart-bars.tsx';
import { drawChart } from '../../components/chart-drawing.tsx';
import { layMap, MapNet, MapPoints } from '../../components/chart-map.tsx';
import type { Visit } from '../../components/index.ts';
import { MapShapes } from '../../components/map-shapes.tsx';
import { fittedText, PICTURE_FONT, textLines } from '../../components/picture.ts';
import { chartOf, chartOffer } from '../explorer/chart-choice.ts';
import { type ExplorerModel, type ExplorerSource, explorerModel } from '../explorer/explorer-model.ts';
import { groupColumnTitle, groupValueText } from '../explorer/group-choice.ts';
import { cellText } from '../explorer/table-cell.tsx';

const WIDTH = 800;
const EDGE = 24;
const INNER = WIDTH - 2 * EDGE;
const ROWS = 12;
const COLUMNS = 6;

interface PictureProps {
  readonly visit: Visit;
  readonly card: Card;
  readonly view: ExplorerSource;
  readonly colours: PictureColours;
}

/** The view as an SVG that stands alone: title, chart or map or the first rows, and whose data they are. */
export function embedPicture({ visit, card, view, colours }: PictureProps): string {
  const look = pictureLook(colours);
  const title = textLines(card.passport.title, 22, INNER, 2);
  const top = EDGE + title.length * 28 + 12;
  const body = bodyOf(visit, card, view, look);
  const height = Math.ceil(top + body.height + 52);
  const source = `${explorerTexts[visit.language].frame.source}: ${card.unit.name}. ${portalTexts[visit.language].freshness.asOf(dayInWords(new Date(card.dataAsOf), visit.language))}. ${visit.origin}/datasets/${card.slug}`;
  return render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      font-family={`'${PICTURE_FONT}', Onest, system-ui, sans-serif`}
      font-size="14"
    >
      <title>{card.passport.title}</title>
      <rect width={WIDTH} height={height} {...look('paper')} />
      {title.map((line, at) => (
        <text key={at} x={EDGE} y={EDGE + 20 + at * 28} font-size="22" {...look('strong-word')}>
          {line}
        </text>
      ))}
      <g transform={`translate(${EDGE} ${top})`}>{body.shapes}</g>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={height - 36} y2={height - 36} {...look('grid')} />
      <text x={EDGE} y={height - 16} font-size="12" {...look('soft-word')}>
        {fittedText(source, 12, INNER)}
      </text>
    </svg>,
  );
}

function bodyOf(visit: Visit, card: Card, view: ExplorerSource, look: ChartLook): Drawn {
  const texts = explorerTexts[visit.language];
  if (card.state === 'suspended') return sentence(texts.frame.suspended, look);
  if (card.state === 'withdrawn') return sentence(texts.frame.withdrawn, look);
  const model = view.table?.kind === 'rows' ? explorerModel(visit, view, view.table) : null;
  if (!model) return sentence(view.table ? texts.wrongTitle : texts.frame.notTable, look);
  const { shown, state } = model.facts;
  if (shown.view === 'chart') {
    const offer = chartOffer(shown.groups, state.chart, state.measure);
    return offer
      ? drawChart(chartOf(shown.groups, offer, visit.language).chart, look, INNER)
      : sentence(texts.chart.none, look);
  }
  if (shown.view === 'map') return drawMap(model, look);
  return drawRows(linesOf(model), look);
}

function sentence(text: string, look: ChartLook): Drawn {
  return {
    height: 48,
    shapes: (
      <text y="24" {...look('word')}>
        {text}
      </text>
    ),
  };
}

function drawMap(model: ExplorerModel, look: ChartLook): Drawn {
  const { shown } = model.facts;
  const { language } = model.visit;
  const points = shown.view === 'map' ? shown.points : null;
  const bounds = shown.view === 'map' ? (shown.bounds ?? points?.bounds) : null;
  if (!points || !bounds) return sentence(explorerTexts[language].map.none, look);
  const map = layMap(bounds, INNER, 480);
  return {
    height: 492,
    shapes: (
      <>
        <MapNet map={map} look={look} language={language} />
        <MapShapes map={map} shapes={points.shapes.map(({ shape }) => shape)} look={look} />
        <MapPoints map={map} points={points.points} look={look} language={language} />
      </>
    ),
  };
}

/** The first line names the columns. */
function linesOf(model: ExplorerModel): string[][] {
  const { facts, page, shown: columns, visit } = model;
  const { language } = visit;
  const { shown } = facts;
  if (shown.view === 'groups') {
    const seen = shown.groups.columns.slice(0, COLUMNS);
    return [
      seen.map((column) => groupColumnTitle(column, language)),
      ...shown.groups.rows
        .slice(0, ROWS)
        .map((row) => seen.map((column) => groupValueText(column, row[column.name] ?? null, language))),
    ];
  }
  const seen = columns.slice(0, COLUMNS);
  return [
    seen.map((column) => column.title),
    ...page.rows
      .slice(0, ROWS)
      .map((row) => seen.map((column) => cellText(row[column.name] ?? null, column, language))),
  ];
}

function drawRows(lines: readonly string[][], look: ChartLook): Drawn {
  const wide = INNER / Math.max(1, lines[0]?.length ?? 1);
  return {
    height: lines.length * 30 + 8,
    shapes: lines.map((cells, at) => (
      <g key={at}>
        {cells.map((cell, column) => (
          <text key={column} x={column * wide} y={at * 30 + 20} {...look(at === 0 ? 'strong-word' : 'word')}>
            {fittedText(cell, 14, wide - 14)}
          </text>
        ))}
        <line x1="0" x2={INNER} y1={at * 30 + 30} y2={at * 30 + 30} {...look(at === 0 ? 'axis' : 'grid')} />
      </g>
    )),
  };
}
