import type { Text } from '../../kernel/text.ts';
import { formatNumber } from '../../language/numbers.ts';
import { TYPE_WORDS } from '../checks/wording.ts';
import type { ColumnKind } from '../column.ts';
import { kindOf } from '../kinds/kind-of.ts';
import type { FileChange } from './compare-files.ts';

const list = (titles: readonly string[]): string => titles.map((title) => `«${title}»`).join(', ');

const BY: Readonly<Record<'values' | 'name' | 'place', Text>> = {
  values: { uk: 'значення в ньому ті самі', en: 'its values are the same' },
  name: { uk: 'назви схожі', en: 'the names are alike' },
  place: { uk: 'стоїть на тому самому місці', en: 'it stands in the same place' },
};

function named(kind: ColumnKind | null): Text {
  return kind === null ? { uk: 'просто значення', en: 'just values' } : kindOf(kind).title;
}

function inNumbers(from: number, to: number): Text {
  return {
    uk: `було ${formatNumber(from, 'uk')}, стало ${formatNumber(to, 'uk')}`,
    en: `it was ${formatNumber(from, 'en')} and is ${formatNumber(to, 'en')}`,
  };
}

const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** A change of a file in one sentence. */
export function tellChange(change: FileChange): Text {
  switch (change.what) {
    case 'renamed':
      return {
        uk: `Стовпець «${change.from}» тепер, схоже, зветься «${change.to}»: ${BY[change.by].uk}.`,
        en: `“${change.from}” now seems to be called “${change.to}”: ${BY[change.by].en}.`,
      };
    case 'gone':
      return { uk: `Немає стовпців: ${list(change.titles)}.`, en: `Columns gone: ${list(change.titles)}.` };
    case 'new':
      return { uk: `Нові стовпці: ${list(change.titles)}.`, en: `New columns: ${list(change.titles)}.` };
    case 'moved':
      return {
        uk: `Стоять в іншому порядку: ${list(change.titles)}. На дані це не впливає.`,
        en: `They stand in another order: ${list(change.titles)}. The data are the same for it.`,
      };
    case 'type':
      return {
        uk: `У стовпці «${change.title}» були ${TYPE_WORDS[change.from].uk}, а тепер ${TYPE_WORDS[change.to].uk}.`,
        en: `“${change.title}” held ${TYPE_WORDS[change.from].en} and now holds ${TYPE_WORDS[change.to].en}.`,
      };
    case 'kind':
      return {
        uk: `Вміст стовпця «${change.title}» схожий на інше: було «${named(change.from).uk}», стало «${named(change.to).uk}».`,
        en: `“${change.title}” looks like something else: it was “${named(change.from).en}” and is “${named(change.to).en}”.`,
      };
    case 'rows':
      return {
        uk: `Рядків незвично ${change.to > change.from ? 'багато' : 'мало'}: ${inNumbers(change.from, change.to).uk}. Перевірте, чи файл цілий і за той період.`,
        en: `Unusually ${change.to > change.from ? 'many' : 'few'} rows: ${inNumbers(change.from, change.to).en}. See whether the file is whole and of the right period.`,
      };
    case 'total':
      return {
        uk: `Сума стовпця «${change.title}» незвична: ${inNumbers(change.from, change.to).uk}. Перевірте, чи ті самі одиниці й чи немає зайвих нулів.`,
        en: `The total of “${change.title}” is unusual: ${inNumbers(change.from, change.to).en}. See whether the units are the same and no zeros were added.`,
      };
    case 'emptied':
      return {
        uk: `Стовпець «${change.title}» був заповнений, а тепер у ньому ${percent(change.to)} порожніх клітинок.`,
        en: `“${change.title}” was filled, and now ${percent(change.to)} of its cells are empty.`,
      };
  }
}

/** True where a person should look before the file is published; another order of columns or a likely other kind harms nobody. */
export function isWeighty({ what }: FileChange): boolean {
  return what !== 'moved' && what !== 'kind';
}
