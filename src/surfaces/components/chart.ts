import type { Language } from '../../kernel/text.ts';

/** How numbers are drawn: bars by name, columns or a line along time, shares of a whole. */
export const CHART_KINDS = ['bars', 'columns', 'line', 'share'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** One row of numbers, a value for each label; null where there is none. */
export interface ChartSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** What a chart shows. It holds words and numbers only: how it looks is decided where it is drawn. */
export interface Chart {
  readonly kind: ChartKind;
  /** Says the whole chart in one sentence: read aloud instead of it. */
  readonly title: string;
  /** Names along the axis, in order. */
  readonly labels: readonly string[];
  /** One to six. */
  readonly series: readonly ChartSeries[];
  readonly language: Language;
}

/** Series told apart by colour; more would not be told apart by anybody. */
export const MOST_SERIES = 6;

/** What a drawn shape is. */
export type ChartPart =
  | 'paper'
  | 'bar'
  | 'line'
  | 'area'
  | 'dot'
  | 'grid'
  | 'axis'
  | 'word'
  | 'soft-word'
  | 'strong-word'
  | 'gap'
  | 'cluster'
  | 'cluster-word';

/** Gives a shape its look as attributes. @param series 0-based, for shapes that belong to one */
export type ChartLook = (part: ChartPart, series?: number) => Readonly<Record<string, string>>;

/** On pages: classes, so that the page's own colours apply, light or dark. */
export const pageLook: ChartLook = (part, series) => ({
  class: series === undefined ? `chart-${part}` : `chart-${part} chart-series-${(series % MOST_SERIES) + 1}`,
});

/** Colours of a picture that stands alone. */
export interface PictureColours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly onSeries: string;
  /** One for each series, the city's colour first. */
  readonly series: readonly string[];
}

/** In pictures: presentation attributes; a picture knows no style sheet. */
export function pictureLook(colours: PictureColours): ChartLook {
  const looks: Readonly<Record<ChartPart, (own: string) => Readonly<Record<string, string>>>> = {
    paper: () => ({ fill: colours.paper }),
    bar: (own) => ({ fill: own }),
    dot: (own) => ({ fill: own, stroke: colours.paper, 'stroke-width': '1.5' }),
    line: (own) => ({ fill: 'none', stroke: own, 'stroke-width': '2.5', 'stroke-linejoin': 'round' }),
    area: (own) => ({
      fill: own,
      'fill-opacity': '0.25',
      stroke: own,
      'stroke-width': '1.5',
      'stroke-linejoin': 'round',
    }),
    gap: () => ({ stroke: colours.paper, 'stroke-width': '2' }),
    grid: () => ({ stroke: colours.rule, 'stroke-width': '1' }),
    axis: () => ({ stroke: colours.soft, 'stroke-width': '1' }),
    cluster: (own) => ({ fill: own, stroke: colours.paper, 'stroke-width': '1.5', 'fill-opacity': '0.9' }),
    'cluster-word': () => ({ fill: colours.onSeries, 'font-weight': '600' }),
    word: () => ({ fill: colours.ink }),
    'soft-word': () => ({ fill: colours.soft }),
    'strong-word': () => ({ fill: colours.ink, 'font-weight': '600' }),
  };
  return (part, series = 0) => looks[part](colours.series[series % colours.series.length] ?? colours.ink);
}
