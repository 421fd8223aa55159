import { z } from 'zod';
import { sqlText } from '../../scan/predicate.ts';
import { ColumnTitle, countWhere, freeTitle, placesOf, standing, withColumns } from '../relation.ts';
import { defineShape } from '../shape-step.ts';

/** Signs of regexes that DuckDB does not have: looking around and back. */
const UNKNOWN_SIGNS = /\(\?(?:[=!]|<[=!])|\\[1-9k]/;

function isPattern(text: string): boolean {
  if (UNKNOWN_SIGNS.test(text)) return false;
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

const Parameters = z
  .strictObject({
    column: ColumnTitle,
    into: z.array(ColumnTitle).min(2).max(20),
    /** What stands between the parts. */
    separator: z.string().min(1).max(20).optional(),
    /** A regex of the whole cell with a group for each part. */
    pattern: z.string().min(1).max(500).refine(isPattern).optional(),
  })
  .refine(
    ({ separator, pattern }) => (separator === undefined) !== (pattern === undefined),
    'a separator or a pattern',
  );

/** SQL of each part. Nothing is lost: the last part has all that is left, and a cell the pattern does not fit stands whole in the first. */
function partsOf(cell: string, { into, separator, pattern }: z.infer<typeof Parameters>): string[] {
  if (separator !== undefined) {
    const split = `string_split(${cell}, ${sqlText(separator)})`;
    return into.map((_, at) => {
      const part =
        at + 1 < into.length ? `${split}[${at + 1}]` : `array_to_string(${split}[${at + 1}:], ${sqlText(separator)})`;
      return `nullif(trim(${part}), '')`;
    });
  }
  const whole = sqlText(`^(?:${pattern ?? ''})$`);
  return into.map((_, at) => {
    const part = `nullif(trim(regexp_extract(trim(${cell}), ${whole}, ${at + 1})), '')`;
    return `CASE WHEN regexp_matches(trim(${cell}), ${whole}) THEN ${part} ELSE ${at === 0 ? cell : 'NULL'} END`;
  });
}

/** One column with several things in it becomes several columns, in its place. */
export const splitColumn = defineShape({
  code: 'shape-split',
  title: { uk: 'Стовпець розділено', en: 'A column split' },
  deed: { uk: 'Розділити стовпець', en: 'Split the column' },
  parameters: Parameters,
  describe: ({ column, into, separator }) => {
    const names = into.map((title) => `«${title}»`).join(', ');
    const by = separator === undefined ? { uk: '', en: '' } : { uk: ` за «${separator}»`, en: ` by “${separator}”` };
    return {
      uk: `стовпець «${column}» розділено${by.uk} на ${names}`,
      en: `“${column}” split${by.en} into ${names}`,
    };
  },
  apply: async (table, parameters) => {
    const places = placesOf(table.headers, [parameters.column]);
    if ('missing' in places) return places;
    const [place = 0] = places;
    const parts = partsOf(`c${place}`, parameters);
    const count = await countWhere(table, `(${parts[1]}) IS NOT NULL`);
    const others = standing(table).filter((_, index) => index !== place);
    const titles: string[] = [];
    for (const title of parameters.into)
      titles.push(freeTitle([...others.map(({ header }) => header), ...titles], title));
    const made = parts.map((cell, at) => ({ header: titles[at] ?? '', cell }));
    return withColumns(table, [...others.slice(0, place), ...made, ...others.slice(place)], count);
  },
});
