import type { Card, CardResource } from '../../../../capabilities/catalog/index.ts';
import type { Language } from '../../../../kernel/text.ts';
import { dayInWords } from '../../../../language/dates.ts';
import { datasetTexts } from '../../../../locales/dataset.ts';
import { fittedText, MARK_PATH, PICTURE_FONT, textLines, textWidth } from '../../../components/index.ts';
import { lightTokens } from '../../look/theme.ts';
import { PICTURE_SIZE } from '../picture-size.ts';
import { chartOf, INK, line, type Pen, SOFT } from './draw-chart.ts';
import type { PictureData } from './picture-data.ts';

const EDGE = 64;
const DEFAULT_COLOUR = '#17467d';
const PAPER = '#fdfcfa';
const FOOT = 92;
/** Sizes of the title, the largest first: the first that takes two lines, else three lines of the last. */
const TITLE_SIZES = [62, 54, 46];

/** What a picture says. */
export interface PictureFacts {
  readonly card: Card;
  readonly resource: CardResource | null;
  readonly city: string;
  /** `#rrggbb`; empty where the city has not chosen. */
  readonly colour: string;
  readonly language: Language;
  readonly data: PictureData;
}

/** The picture that stands beside a link to a dataset: city, title, a chart of the data themselves, size and freshness. SVG. */
export function drawPicture(facts: PictureFacts): string {
  const { width, height } = PICTURE_SIZE;
  const tokens = lightTokens(/^#[0-9a-f]{6}$/i.test(facts.colour) ? facts.colour : DEFAULT_COLOUR);
  const pen: Pen = { tokens, language: facts.language };
  const title = titleOf(facts, facts.data.kind !== 'none');
  const box = {
    x: EDGE,
    y: title.bottom + 32,
    width: width - 2 * EDGE,
    height: height - FOOT - 22 - (title.bottom + 32),
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${PICTURE_FONT}">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    header(facts, pen),
    title.drawn,
    chartOf(facts.data, box, pen),
    foot(facts, pen),
    '</svg>',
  ].join('');
}

function header({ city, language }: PictureFacts, { tokens }: Pen): string {
  const open = datasetTexts[language].picture.openData;
  const room = PICTURE_SIZE.width - 2 * EDGE - 60 - textWidth(open, 24) - 40;
  return [
    `<rect width="${PICTURE_SIZE.width}" height="84" fill="${tokens.panel}"/>`,
    `<g transform="translate(${EDGE} 22) scale(1.25)" fill="${tokens['on-panel']}"><path d="${MARK_PATH}"/></g>`,
    line(fittedText(city, 28, room), { x: EDGE + 58, y: 52, size: 28, fill: tokens['on-panel'], strong: true }),
    line(open, { x: PICTURE_SIZE.width - EDGE, y: 51, size: 24, fill: tokens['panel-soft'], anchor: 'end' }),
  ].join('');
}

/** The title in as large letters as fit; larger where nothing stands below it. */
function titleOf({ card }: PictureFacts, beside: boolean): { drawn: string; bottom: number } {
  const { title } = card.passport;
  const room = PICTURE_SIZE.width - 2 * EDGE;
  const sizes = beside ? TITLE_SIZES : [84, 72, ...TITLE_SIZES];
  const most = beside ? 2 : 4;
  const size = sizes.find((one) => textLines(title, one, room, 9).length <= most) ?? sizes.at(-1) ?? 46;
  const lines = textLines(title, size, room, beside ? 3 : 5);
  const step = size * 1.18;
  const first = 84 + (beside ? 36 : 60) + size * 0.86;
  return {
    drawn: lines
      .map((text, at) => line(text, { x: EDGE, y: first + at * step, size, fill: INK, strong: true }))
      .join(''),
    bottom: first + (lines.length - 1) * step,
  };
}

function foot({ card, resource, language }: PictureFacts, { tokens }: Pen): string {
  const words = datasetTexts[language].picture;
  const columns = resource?.fields.filter((field) => field.sensitivity === 'open').length ?? 0;
  const size = resource?.rows
    ? `${words.rows(resource.rows)} × ${words.columns(columns)}`
    : (resource?.formats.join(', ') ?? '');
  const state =
    card.state === 'suspended' ? words.suspended : words.asOf(dayInWords(new Date(card.dataAsOf), language));
  const said = [size, state].filter(Boolean).join('  ·  ');
  const top = PICTURE_SIZE.height - FOOT;
  const whole = PICTURE_SIZE.width - 2 * EDGE;
  // beside each other where both fit, below each other otherwise
  const beside = textWidth(said, 24) + textWidth(card.unit.name, 24) + 60 <= whole;
  const unit = fittedText(card.unit.name, 24, whole);
  return [
    `<path d="M${EDGE} ${top}h${whole}" stroke="${tokens.brand}" stroke-width="3"/>`,
    line(said, { x: EDGE, y: top + (beside ? 52 : 40), size: 24, fill: INK }),
    beside
      ? line(unit, { x: PICTURE_SIZE.width - EDGE, y: top + 52, size: 24, fill: SOFT, anchor: 'end' })
      : line(unit, { x: EDGE, y: top + 74, size: 24, fill: SOFT }),
  ].join('');
}
