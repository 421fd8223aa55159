import { csvLine, csvRows } from '../../../kernel/csv.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { type Code, type CodeList, GivenCode, MOST_CODES } from './code-list.ts';

/** Splits a line at the sign it has: a tab, a semicolon, otherwise a comma; quotes keep what is in them together. */
function cellsOf(line: string): string[] {
  const outside = line.replace(/"(?:[^"]|"")*"/g, '');
  const sign = outside.includes('\t') ? '\t' : outside.includes(';') ? ';' : ',';
  return csvRows(line, sign)[0]?.map((cell) => cell.trim()) ?? [];
}

const HEADINGS = new Set(['code', 'код']);

/**
 * Lines «код;назва» (also by tabs or commas, as copied from a spreadsheet), a heading may stand first.
 * `faults` name the line, counted from 1.
 */
export function codesOfText(text: string): { codes: GivenCode[]; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const codes: GivenCode[] = [];
  const add = (uk: string, en: string) => faults.push({ field: 'codes', text: { uk, en } });
  const seen = new Set<string>();
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const [code = '', name = ''] = cellsOf(line);
    if (at === 0 && HEADINGS.has(code.toLowerCase())) continue;
    const parsed = GivenCode.safeParse({ code, name });
    if (!parsed.success)
      add(
        `Рядок ${at + 1}: потрібні код (до 100 знаків) і назва (до 254), наприклад «1;вулиця».`,
        `Line ${at + 1}: a code (up to 100 characters) and a name (up to 254) are needed, for example “1;street”.`,
      );
    else if (seen.has(code))
      add(
        `Рядок ${at + 1}: код «${code}» уже був вище. Лишіть один.`,
        `Line ${at + 1}: the code “${code}” stands above already. Leave one.`,
      );
    else {
      seen.add(code);
      codes.push(parsed.data);
    }
  }
  if (codes.length > MOST_CODES)
    add(`У довіднику вміщується ${MOST_CODES} кодів.`, `A code list holds ${MOST_CODES} codes.`);
  return { codes, faults: faults.slice(0, 20) };
}

/**
 * The list after given codes: known ones get the given name, new ones are added at the end. A retired code comes back only as what it was: so a
 * code taken out by mistake is put right, and none is ever given to another value.
 * @param only codes that are not among the given go out of use today
 */
export function mergeCodes(
  before: readonly Code[],
  given: readonly GivenCode[],
  { only, today }: { only: boolean; today: string },
): { codes: Code[]; faults: FieldFault[] } {
  const names = new Map(given.map((one) => [one.code, one]));
  const known = new Map(before.map((one) => [one.code, one]));
  const reused = given.filter(({ code, name }) => {
    const one = known.get(code);
    return one !== undefined && one.retiredOn !== null && one.name !== name;
  });
  const faults = reused.slice(0, 20).map(({ code }) => ({
    field: 'codes',
    text: {
      uk: `Код «${code}» виведено з ужитку («${known.get(code)?.name}»), удруге його не дають. Візьміть інший код або поверніть цей із тією самою назвою.`,
      en: `The code “${code}” is out of use (“${known.get(code)?.name}”) and is not given again. Take another code, or bring this one back under the same name.`,
    },
  }));
  const kept = before.map((one) => {
    const now = names.get(one.code);
    if (one.retiredOn !== null && now?.name !== one.name) return one;
    if (now !== undefined) return { ...one, ...now, retiredOn: null };
    return only ? { ...one, retiredOn: today } : one;
  });
  const fresh = given.filter(({ code }) => !known.has(code)).map((one) => ({ ...one, retiredOn: null }));
  return { codes: [...kept, ...fresh], faults };
}

/** The list as CSV: `code,name,retiredOn`, then `category,parent` where codes have them. UTF-8, CRLF. */
export function codeListAsCsv({ codes }: Pick<CodeList, 'codes'>): string {
  const more = hasMore(codes);
  const rows = codes.map(({ code, name, retiredOn, category = '', parent = '' }) => [
    ...[code, name, retiredOn ?? ''],
    ...(more ? [category, parent] : []),
  ]);
  return [['code', 'name', 'retiredOn', ...(more ? ['category', 'parent'] : [])], ...rows]
    .map((row) => csvLine(row))
    .join('');
}

/** Codes stand in categories or under other codes. */
export const hasMore = (codes: readonly Code[]): boolean =>
  codes.some(({ category, parent }) => category !== undefined || parent !== undefined);

/** What a change of the codes comes to. */
export interface CodesDifference {
  /** New ones, and retired ones that are in use again. */
  readonly added: readonly Code[];
  readonly renamed: readonly { readonly code: string; readonly from: string; readonly to: string }[];
  readonly retired: readonly Code[];
  /** Only category or parent differ. */
  readonly moved: number;
}

/** Codes before and after, compared one by one. */
export function differenceOf(before: readonly Code[], after: readonly Code[]): CodesDifference {
  const known = new Map(before.map((one) => [one.code, one]));
  const both = after.flatMap((now) => {
    const was = known.get(now.code);
    return was ? [{ was, now }] : [];
  });
  return {
    added: after.filter(({ code, retiredOn }) => {
      const was = known.get(code);
      return was === undefined || (was.retiredOn !== null && retiredOn === null);
    }),
    renamed: both
      .filter(({ was, now }) => was.name !== now.name)
      .map(({ was, now }) => ({ code: now.code, from: was.name, to: now.name })),
    retired: both.filter(({ was, now }) => was.retiredOn === null && now.retiredOn !== null).map(({ now }) => now),
    moved: both.filter(
      ({ was, now }) => was.name === now.name && (was.category !== now.category || was.parent !== now.parent),
    ).length,
  };
}

/** Codes below which a list is too short to tell a wrong file by what it lacks. */
const FEW_CODES = 10;

/** True where a change takes most codes out of use: a file of another list, or a part of one, looks so. */
export function isSweeping(before: readonly Code[], { retired }: CodesDifference): boolean {
  const inUse = before.filter(({ retiredOn }) => retiredOn === null).length;
  return inUse >= FEW_CODES && retired.length * 2 > inUse;
}

/**
 * The list as a Frictionless Data Package of one table, which foreign keys of structures refer to.
 * @param address of the list without an ending
 */
export function codeListAsPackage(
  list: Pick<CodeList, 'name' | 'slug' | 'codes'> & Partial<Pick<CodeList, 'version' | 'source'>>,
  address: string,
) {
  return {
    profile: 'tabular-data-package',
    name: list.slug,
    title: list.name,
    ...(list.version === undefined ? {} : { version: String(list.version) }),
    ...(list.source ? { sources: [{ title: list.source }] } : {}),
    resources: [codeListResource(list, address)],
  };
}

/** A code list as one resource of a data package. @param address of the list without an ending */
export function codeListResource(list: Pick<CodeList, 'name' | 'slug' | 'codes'>, address: string) {
  const more = [
    { name: 'category', title: 'Категорія', type: 'string' },
    { name: 'parent', title: 'Код вищого рівня', type: 'string' },
  ];
  return {
    name: list.slug,
    title: list.name,
    path: `${address}.csv`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: [
        { name: 'code', title: 'Код', type: 'string', constraints: { required: true, unique: true } },
        { name: 'name', title: 'Назва', type: 'string' },
        { name: 'retiredOn', title: 'Виведено з ужитку', type: 'date' },
        ...(hasMore(list.codes) ? more : []),
      ],
      primaryKey: ['code'],
      missingValues: [''],
    },
  };
}
