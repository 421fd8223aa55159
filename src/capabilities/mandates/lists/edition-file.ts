import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { readCells } from '../../../tabular/index.ts';
import type { FilledSheet } from '../../../tabular/writers/index.ts';
import { FREQUENCIES, type Frequency, type RequiredItem, type RequiredSection, THEMES } from '../../catalog/index.ts';
import { badEditionFile } from '../refusals.ts';

/** What a file says of an item; what it leaves out comes from the edition before, or is suggested. */
export interface GivenItem {
  readonly section: string;
  readonly audience: RequiredSection;
  readonly number: number;
  readonly name: string;
  readonly title: string | null;
  readonly frequency: Frequency | null;
  readonly keywords: readonly string[] | null;
  readonly themes: readonly string[] | null;
  readonly aim: string | null;
  readonly recommendationPage: string | null;
  readonly tables: readonly string[] | null;
  readonly risk: boolean | null;
}

/** Columns of the form in its order: key, heading, width. */
const COLUMNS = [
  ['section', 'Розділ', 44],
  ['number', '№', 8],
  ['name', 'Пункт дослівно', 90],
  ['title', 'Коротка назва', 44],
  ['frequency', 'Частота', 26],
  ['keywords', 'Ключові слова', 40],
  ['themes', 'Теми', 24],
  ['aim', 'Призначення', 50],
  ['recommendationPage', 'Сторінка рекомендацій', 40],
  ['tables', 'Рекомендовані таблиці', 30],
  ['risk', 'Персональні дані', 16],
] as const;
type Column = (typeof COLUMNS)[number][0];

export const EDITION_SHEET = 'Перелік';
const MOST_ITEMS = 3000;
const YES = /^(так|yes|true|1|\+)$/i;

/** The same form as JSON: `{ "items": [ … ] }` with these keys. */
const JsonItem = z.object({
  section: z.string(),
  number: z.coerce.number().int(),
  name: z.string(),
  title: z.string().optional(),
  frequency: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  themes: z.array(z.string()).optional(),
  aim: z.string().optional(),
  recommendationPage: z.string().nullish(),
  tables: z.array(z.string()).optional(),
  risk: z.boolean().optional(),
});

/** Whose duty a heading of the list names; null: of bodies that are not this community's. */
function audienceOf(section: string): RequiredSection | null {
  if (/усі розпорядники|всі розпорядники/i.test(section)) return 'all';
  if (/самоврядування/i.test(section)) return 'local-government';
  if (/місцев\S+ держ\S*адміністрац/i.test(section)) return 'state-administrations';
  return /місцевий перелік/i.test(section) ? 'city' : null;
}

const listOf = (text: string): string[] | null => {
  const parts = text.split(/[;,\n]/).map((part) => part.trim());
  const said = parts.filter((part) => part !== '');
  return said.length > 0 ? said : null;
};

function itemOf(cells: Readonly<Record<Column, string>>, row: number): GivenItem | null {
  const { section, name } = cells;
  if (section === '' && name === '') return null;
  const audience = audienceOf(section);
  if (audience === null) return null;
  const number = Number(cells.number);
  if (!Number.isInteger(number) || number < 1 || name.length < 3 || name.length > 4000)
    throw badEditionFile(row, name.length < 3 ? 'name' : 'number');
  const frequency = FREQUENCIES.find((one) => one === cells.frequency.toLowerCase()) ?? null;
  if (cells.frequency !== '' && frequency === null) throw badEditionFile(row, 'frequency');
  const themes = listOf(cells.themes)?.filter((theme) => THEMES[theme] !== undefined) ?? null;
  return {
    ...{ section, audience, number, name, frequency, themes },
    title: cells.title.slice(0, 254) || null,
    keywords: listOf(cells.keywords),
    aim: cells.aim.slice(0, 300) || null,
    recommendationPage: /^https?:\/\//.test(cells.recommendationPage) ? cells.recommendationPage : null,
    tables: listOf(cells.tables),
    risk: cells.risk === '' ? null : YES.test(cells.risk),
  };
}

function fromJson(text: string): GivenItem[] {
  let parsed: ReturnType<typeof JsonItem.array.prototype.safeParse>;
  try {
    const value: unknown = JSON.parse(text);
    const items = Array.isArray(value) ? value : (value as { items?: unknown }).items;
    parsed = z.array(JsonItem).max(MOST_ITEMS).safeParse(items);
  } catch {
    throw badEditionFile(0, 'json');
  }
  if (!parsed.success) throw badEditionFile(Number(parsed.error.issues[0]?.path[0] ?? 0) + 1, 'json');
  return parsed.data.flatMap((item: z.infer<typeof JsonItem>, at: number) => {
    const cells = {
      ...{ section: item.section.trim(), number: String(item.number), name: item.name.trim() },
      ...{ title: item.title ?? '', frequency: item.frequency ?? '', aim: item.aim ?? '' },
      keywords: item.keywords?.join('; ') ?? '',
      themes: item.themes?.join('; ') ?? '',
      recommendationPage: item.recommendationPage ?? '',
      tables: item.tables?.join('; ') ?? '',
      risk: item.risk === undefined ? '' : item.risk ? 'так' : 'ні',
    };
    return itemOf(cells, at + 1) ?? [];
  });
}

async function fromTable(ctx: Context, path: string, fileName: string): Promise<GivenItem[]> {
  const workFolder = await ctx.objects.workFolder();
  const wanted = { path, fileName, workFolder, sheetNames: [EDITION_SHEET], most: MOST_ITEMS, signal: ctx.signal };
  const cells = await readCells(ctx.duckdb, wanted);
  if (cells.kind === 'refused') throw new RequestError('invalid', 'list-unreadable', cells.reason.message);
  if (cells.kind === 'too-long') throw badEditionFile(MOST_ITEMS, 'length');
  const at = new Map(cells.headings.map((heading, index) => [heading.trim().toLowerCase(), index]));
  const places = COLUMNS.map(
    ([key, heading]) => [key, at.get(heading.toLowerCase()) ?? at.get(key.toLowerCase())] as const,
  );
  const missing = places.find(([key, index]) => ['section', 'number', 'name'].includes(key) && index === undefined);
  if (missing) throw badEditionFile(0, missing[0]);
  return cells.rows.flatMap((row, index) => {
    const said = places.map(([key, place]) => [key, place === undefined ? '' : (row[place] ?? '').trim()]);
    return itemOf(Object.fromEntries(said) as Record<Column, string>, index + 2) ?? [];
  });
}

/**
 * Items of a list from a file in the documented form: XLSX, CSV or JSON. Rows of bodies that are not this community's are passed over.
 * Throws `invalid` (which row and column).
 */
export async function readEditionFile(ctx: Context, path: string, fileName: string): Promise<GivenItem[]> {
  const json = /\.json$/i.test(fileName);
  const items = json ? fromJson(await readFile(path, 'utf8')) : await fromTable(ctx, path, fileName);
  if (items.length === 0) throw badEditionFile(0, 'empty');
  const seen = new Set<string>();
  for (const [index, { audience, number }] of items.entries()) {
    const place = `${audience} ${number}`;
    if (seen.has(place)) throw badEditionFile(index + 2, 'twice');
    seen.add(place);
  }
  return items;
}

/** The form filled with these items, to be changed and given back. */
export function editionSheet(items: readonly RequiredItem[]): FilledSheet {
  return {
    name: EDITION_SHEET,
    headings: COLUMNS.map(([, heading]) => heading),
    widths: COLUMNS.map(([, , width]) => width),
    rows: items.map((item) => [
      item.section,
      String(item.number),
      item.name,
      item.title,
      item.frequency,
      item.keywords.join('; '),
      item.themes.join('; '),
      item.aim,
      item.recommendationPage ?? '',
      item.tables.join('; '),
      item.risk ? 'так' : 'ні',
    ]),
  };
}
