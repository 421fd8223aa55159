import { placesOf } from '../../../../capabilities/tables/index.ts';
import type { Language } from '../../../../kernel/text.ts';
import { xmlText } from '../../../../kernel/xml.ts';
import { formatNumber } from '../../../../language/numbers.ts';
import { datasetTexts } from '../../../../locales/dataset.ts';
import { fittedText, textWidth } from '../../../components/index.ts';
import type { BrandTokens } from '../../look/theme.ts';
import type { PictureData } from './picture-data.ts';

/** Where a chart stands in the picture, pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Pen {
  readonly tokens: BrandTokens;
  readonly language: Language;
}

export const INK = '#17191e';
export const SOFT = '#545962';
const RULE = '#dedad1';
const SMALL = 22;
/** Kilometres of a degree of longitude shrink to the poles; beyond this no place of ours lies. */
const FLATTEST = 0.2;

/** A line of text; SVG knows no `ellipsis`, so callers fit it first. */
export function line(
  text: string,
  at: { x: number; y: number; size: number; fill: string; anchor?: 'end' | 'middle'; strong?: boolean },
): string {
  const { x, y, size, fill, anchor, strong } = at;
  // the renderer has the regular weight only: an outline of its own colour makes letters heavier
  const heavy = strong ? ` stroke="${fill}" stroke-width="${(size * 0.032).toFixed(2)}" stroke-linejoin="round"` : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${anchor ? ` text-anchor="${anchor}"` : ''}${heavy}>${xmlText(text)}</text>`;
}

const round = (n: number) => Math.round(n * 10) / 10;

/** The chart of a picture, or nothing. */
export function chartOf(data: PictureData, box: Box, pen: Pen): string {
  switch (data.kind) {
    case 'map':
      return drawMap(data.places, box, pen);
    case 'bars':
      return drawBars(data, box, pen);
    case 'time':
    case 'spread':
      return drawColumns(data, box, pen);
    default:
      return '';
  }
}

function drawMap(places: Extract<PictureData, { kind: 'map' }>['places'], box: Box, { tokens }: Pen): string {
  const { bounds } = places;
  const points = placesOf(places);
  const frame = `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="6" fill="${tokens['brand-tint']}"/>`;
  if (!bounds) return frame;
  const [west, south, east, north] = bounds;
  const narrow = Math.max(FLATTEST, Math.cos(((south + north) / 2) * (Math.PI / 180)));
  const wide = Math.max((east - west) * narrow, 1e-6);
  const high = Math.max(north - south, 1e-6);
  const inner = { width: box.width - 72, height: box.height - 56 };
  const scale = Math.min(inner.width / wide, inner.height / high);
  const left = box.x + (box.width - wide * scale) / 2;
  const top = box.y + (box.height - high * scale) / 2;
  const most = Math.max(...points.map(({ rows }) => rows));
  const base = points.length > 800 ? 3 : points.length > 150 ? 5 : 8;
  const dots = points.map(({ latitude, longitude, rows }) => {
    const x = left + (longitude - west) * narrow * scale;
    const y = top + (north - latitude) * scale;
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(base * (1 + 1.4 * Math.sqrt((rows - 1) / Math.max(1, most))))}"/>`;
  });
  return `${frame}<g fill="${tokens.brand}" fill-opacity="0.72" stroke="#ffffff" stroke-width="1.5">${dots.join('')}</g>`;
}

function drawBars(data: Extract<PictureData, { kind: 'bars' }>, box: Box, pen: Pen): string {
  const { tokens, language } = pen;
  const words = datasetTexts[language].picture;
  const names = data.values.map(({ value }) =>
    value === null || value === ''
      ? words.blank
      : value === true || value === 'true'
        ? words.yes
        : value === false || value === 'false'
          ? words.no
          : String(value),
  );
  const most = Math.max(1, ...data.values.map(({ count }) => count));
  const step = Math.min(48, (box.height - 44) / Math.max(1, data.values.length));
  const nameRoom = Math.min(420, Math.max(...names.map((name) => textWidth(name, SMALL))) + 24);
  const barRoom = box.width - nameRoom - 110;
  const bars = data.values.map(({ count }, at) => {
    const y = box.y + 44 + at * step;
    const width = Math.max(3, (count / most) * barRoom);
    return [
      line(fittedText(names[at] ?? '', SMALL, nameRoom - 20), { x: box.x, y: y + step * 0.64, size: SMALL, fill: INK }),
      `<rect x="${box.x + nameRoom}" y="${round(y + step * 0.16)}" width="${round(width)}" height="${round(step * 0.66)}" rx="2" fill="${tokens.brand}"/>`,
      line(formatNumber(count, language), {
        x: box.x + nameRoom + width + 14,
        y: y + step * 0.64,
        size: SMALL,
        fill: SOFT,
      }),
    ].join('');
  });
  return caption(words.by(data.column), box) + bars.join('');
}

/** Bins as columns side by side: rows over time, or how numbers are spread. */
function drawColumns(data: Extract<PictureData, { kind: 'time' | 'spread' }>, box: Box, pen: Pen): string {
  const { tokens, language } = pen;
  const words = datasetTexts[language].picture;
  const { bins } = data;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const floor = box.y + box.height - 34;
  const room = floor - box.y - 52;
  const step = box.width / bins.length;
  const columns = bins.map(({ count }, at) => {
    const height = count === 0 ? 0 : Math.max(2, (count / most) * room);
    return `<rect x="${round(box.x + at * step)}" y="${round(floor - height)}" width="${round(step * 0.86)}" height="${round(height)}"/>`;
  });
  const [first, last] = [bins[0]?.from, bins.at(-1)?.to];
  const end = (value: number | string | undefined) =>
    value === undefined ? '' : typeof value === 'number' ? formatNumber(value, language) : timeLabel(value, bins);
  return [
    caption(data.kind === 'time' ? words.over(data.column) : words.spread(data.column), box),
    `<g fill="${tokens.brand}">${columns.join('')}</g>`,
    `<path d="M${box.x} ${floor + 1}h${box.width}" stroke="${RULE}" stroke-width="2"/>`,
    line(end(first), { x: box.x, y: floor + 30, size: SMALL, fill: SOFT }),
    line(end(last), { x: box.x + box.width, y: floor + 30, size: SMALL, fill: SOFT, anchor: 'end' }),
  ].join('');
}

/** Years where the bins are years long, days otherwise. */
function timeLabel(value: string, bins: readonly { from: number | string }[]): string {
  const days = bins.every(({ from }) => String(from).slice(5, 10) === '01-01');
  return days ? value.slice(0, 4) : value.slice(0, 10).split('-').reverse().join('.');
}

function caption(text: string, box: Box): string {
  return line(fittedText(text, SMALL, box.width), { x: box.x, y: box.y + 18, size: SMALL, fill: SOFT });
}
