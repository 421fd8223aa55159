import type { Text } from '../../kernel/text.ts';
import { formatNumber } from '../../language/numbers.ts';
import { plural, pluralEnglish } from '../../language/plural.ts';
import type { ColumnType } from '../column.ts';

/** «12 клітинок», «1 клітинці» …: a number with its noun in the form a sentence needs. */
export function counted(n: number, forms: readonly [string, string, string], english: readonly [string, string]): Text {
  return {
    uk: `${formatNumber(n, 'uk')} ${plural(n, ...forms)}`,
    en: `${formatNumber(n, 'en')} ${pluralEnglish(n, ...english)}`,
  };
}

/** «у 12 клітинках». */
export const inCells = (n: number): Text => counted(n, ['клітинці', 'клітинках', 'клітинках'], ['cell', 'cells']);
/** «12 значень». */
export const values = (n: number): Text => counted(n, ['значення', 'значення', 'значень'], ['value', 'values']);
/** «12 рядків». */
export const rowsOf = (n: number): Text => counted(n, ['рядок', 'рядки', 'рядків'], ['row', 'rows']);

/** What a column of the type holds, for «дати», «числа». */
export const TYPE_WORDS: Record<ColumnType, Text> = {
  integer: { uk: 'цілі числа', en: 'whole numbers' },
  decimal: { uk: 'числа', en: 'numbers' },
  boolean: { uk: '«так» або «ні»', en: 'yes or no' },
  date: { uk: 'дати', en: 'dates' },
  datetime: { uk: 'дати з часом', en: 'dates with time' },
  time: { uk: 'час', en: 'times' },
  text: { uk: 'текст', en: 'text' },
};

/** What cannot be done with a column of the type while it is text, after «буде текстом:» and “stays text and”. */
export function lostAsText(type: ColumnType): Text {
  if (type === 'integer' || type === 'decimal')
    return { uk: 'його не можна додати чи впорядкувати за величиною', en: 'cannot be added up or sorted by size' };
  if (type === 'date' || type === 'datetime' || type === 'time')
    return {
      uk: 'його не можна впорядкувати за часом чи відібрати за проміжком',
      en: 'cannot be sorted by time or narrowed to a period',
    };
  return { uk: 'відібрати за ним можна буде лише слова', en: 'can be narrowed by its words only' };
}
