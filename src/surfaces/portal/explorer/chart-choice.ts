import type { GroupColumn, GroupPage, Row } from '../../../capabilities/tables/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { type Chart, type ChartSeries, MOST_SERIES } from '../../components/chart.ts';
import type { ChartChoice } from './explorer-state.ts';
import { groupColumnTitle, groupValueText } from './group-choice.ts';

/** Bars one under another that are still looked at. */
const MOST_BARS = 20;
/** Parts of a whole that are still told apart. */
const MOST_SHARES = 6;
/** Years and months in a row at most. */
const MOST_TIMES = 600;

/** What can be drawn of these groups, and what is drawn when nobody chooses. */
export interface ChartOffer {
  readonly kinds: readonly ChartChoice[];
  readonly kind: ChartChoice;
  readonly measures: readonly GroupColumn[];
  readonly measure: GroupColumn;
}

/** True for years, months, days: what has an order along a line. */
function isTime(column: GroupColumn): boolean {
  return column.part !== 'value' || column.type === 'date' || column.type === 'datetime';
}

/** Chooses by the kinds of the columns: a line along time, bars by name; shares only of what adds up to a whole. */
export function chartOffer(groups: GroupPage, kind: ChartChoice | null, measure: string | null): ChartOffer | null {
  const measures = groups.columns.filter(
    (column) =>
      column.measure === 'count' ||
      (column.measure !== 'key' && (column.type === 'integer' || column.type === 'decimal')),
  );
  const [key] = groups.columns;
  // what was asked to be counted is what one wants to see
  const drawn = measures.find((column) => column.name === measure) ?? measures[1] ?? measures[0];
  if (!drawn || !key || groups.rows.length === 0) return null;
  const along = isTime(key) || (key.type === 'integer' && key.measure === 'key');
  const single = groups.columns.filter((column) => column.measure === 'key').length === 1;
  const adds = drawn.measure === 'count' || drawn.measure === 'sum';
  const whole = adds && single && groups.rows.every((row) => Number(row[drawn.name] ?? 0) >= 0);
  const kinds: ChartChoice[] = ['bars', ...(along ? (['line'] as const) : []), ...(whole ? (['share'] as const) : [])];
  const suited = isTime(key) && groups.rows.length > 8 ? 'line' : 'bars';
  return { kinds, kind: kinds.find((one) => one === kind) ?? suited, measures, measure: drawn };
}

/** A chart of groups, and how many of them it shows. */
export interface DrawnGroups {
  readonly chart: Chart;
  readonly shown: number;
}

/** Makes the chart of the groups: time is completed and put in order, the many small are put together. */
export function chartOf(groups: GroupPage, offer: ChartOffer, language: Language): DrawnGroups {
  const keys = groups.columns.filter((column) => column.measure === 'key');
  const [key, second] = keys;
  if (!key) throw new Error('groups without a key');
  const title = explorerTexts[language].chart.title(
    groupColumnTitle(offer.measure, language),
    keys.map((column) => groupColumnTitle(column, language)).join(', '),
  );
  const said = explorerTexts[language].chart.summary(title, groups.total);
  if (offer.kind === 'share') return shares(groups, offer, key, language, said);
  const along = isTime(key) || offer.kind === 'line';
  const labels = along ? timesOf(groups.rows, key) : namesOf(groups.rows, key);
  const series = second
    ? seriesOf(groups.rows, { key, second, offer, labels, language })
    : [one(groups.rows, key, offer, labels, language)];
  const kind = offer.kind === 'line' ? 'line' : isTime(key) ? 'columns' : 'bars';
  return {
    chart: { kind, title: said, labels: labels.map((value) => groupValueText(key, value, language)), series, language },
    shown: second
      ? groups.rows.filter((row) => labels.includes(row[key.name] ?? null)).length
      : Math.min(labels.length, groups.rows.length),
  };
}

type Value = Row[string];

/** Values of the key in the order of the groups: those with the most first. */
function namesOf(rows: readonly Row[], key: GroupColumn): Value[] {
  return [...new Set(rows.map((row) => row[key.name] ?? null))].slice(0, MOST_BARS);
}

/** Years and months one after another, also those without rows; other values in order. Empty ones have no place along time. */
function timesOf(rows: readonly Row[], key: GroupColumn): Value[] {
  const values = [...new Set(rows.map((row) => row[key.name] ?? null))].filter((value) => value !== null);
  const order = values.toSorted((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  );
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined || key.part === 'value') return order;
  const steps = key.part === 'year' ? Number(last) - Number(first) : monthNumber(last) - monthNumber(first);
  if (steps > MOST_TIMES) return order;
  return Array.from({ length: steps + 1 }, (_, at) =>
    key.part === 'year' ? Number(first) + at : monthOf(monthNumber(first) + at),
  );
}

function monthNumber(month: Value): number {
  const [year = '0', number = '1'] = String(month).split('-');
  return Number(year) * 12 + Number(number) - 1;
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function one(
  rows: readonly Row[],
  key: GroupColumn,
  offer: ChartOffer,
  labels: readonly Value[],
  language: Language,
): ChartSeries {
  const byKey = new Map(rows.map((row) => [String(row[key.name] ?? null), row]));
  return {
    label: groupColumnTitle(offer.measure, language),
    values: labels.map((label) => numberOf(byKey.get(String(label)), offer.measure)),
  };
}

/** A group that is not there has no rows and a sum of nothing; its average is not nought but unknown. */
function numberOf(row: Row | undefined, measure: GroupColumn): number | null {
  if (!row) return measure.measure === 'count' || measure.measure === 'sum' ? 0 : null;
  const value = row[measure.name] ?? null;
  return value === null ? null : Number(value);
}

function seriesOf(
  rows: readonly Row[],
  asked: { key: GroupColumn; second: GroupColumn; offer: ChartOffer; labels: readonly Value[]; language: Language },
): ChartSeries[] {
  const { key, second, offer, labels, language } = asked;
  const weights = new Map<string, number>();
  for (const row of rows) {
    const name = String(row[second.name] ?? null);
    weights.set(name, (weights.get(name) ?? 0) + Math.abs(Number(row[offer.measure.name] ?? 0)));
  }
  const order = [...weights].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  const named = order.length > MOST_SERIES ? order.slice(0, MOST_SERIES - 1) : order;
  const adds = offer.measure.measure === 'count' || offer.measure.measure === 'sum';
  const cell = new Map(rows.map((row) => [`${row[key.name] ?? null} ${row[second.name] ?? null}`, row]));
  const values = (name: string) => labels.map((label) => numberOf(cell.get(`${label} ${name}`), offer.measure));
  const word = (name: string) => {
    const row = rows.find((one) => String(one[second.name] ?? null) === name);
    return groupValueText(second, row?.[second.name] ?? null, language);
  };
  const series = named.map((name) => ({ label: word(name), values: values(name) }));
  const rest = order.slice(named.length);
  if (rest.length === 0 || !adds) return series;
  const others = labels.map((_, at) => rest.reduce((sum, name) => sum + (values(name)[at] ?? 0), 0));
  return [...series, { label: explorerTexts[language].chart.other(rest.length), values: others }];
}

function shares(
  groups: GroupPage,
  offer: ChartOffer,
  key: GroupColumn,
  language: Language,
  title: string,
): DrawnGroups {
  const sorted = groups.rows.toSorted(
    (a, b) => Number(b[offer.measure.name] ?? 0) - Number(a[offer.measure.name] ?? 0),
  );
  const most = sorted.length > MOST_SHARES ? MOST_SHARES - 1 : MOST_SHARES;
  const [named, rest] = [sorted.slice(0, most), sorted.slice(most)];
  const value = (row: Row) => Number(row[offer.measure.name] ?? 0);
  const labels = named.map((row) => groupValueText(key, row[key.name] ?? null, language));
  const values = named.map(value);
  if (rest.length > 0) {
    // groups beyond those fetched are a part of the whole too
    const beyond =
      offer.measure.measure === 'count' ? groups.matched - sorted.reduce((sum, row) => sum + value(row), 0) : 0;
    labels.push(explorerTexts[language].chart.other(groups.total - named.length));
    values.push(rest.reduce((sum, row) => sum + value(row), 0) + Math.max(0, beyond));
  }
  const series = [{ label: groupColumnTitle(offer.measure, language), values }];
  return { chart: { kind: 'share', title, labels, series, language }, shown: groups.total };
}
