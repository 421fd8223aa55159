import type { FieldFault } from '../../kernel/errors.ts';
import { nearestWord } from './column-names.ts';
import { typesOf } from './group-columns.ts';
import type { Measure } from './group-query.ts';
import type { ManifestColumn } from './manifest.ts';
import { listOf } from './row-query-faults.ts';

/** `group=` without a column. */
export function emptyGroup(columns: readonly ManifestColumn[]): FieldFault {
  const names = columns.map(({ name }) => name);
  return {
    field: 'group',
    text: {
      uk: `Не сказано, за яким стовпцем групувати. Є такі стовпці: ${listOf(names, 'uk')}.`,
      en: `No column to group by is named. The columns are: ${listOf(names, 'en')}.`,
    },
  };
}

/** Small groups of the table are not shown, so neither is what they could be subtracted from. */
export function groupedWhole(smallest: number): FieldFault {
  return {
    field: 'group',
    text: {
      uk: `У цій таблиці не показуємо груп, менших за ${smallest} рядків, щоб не виказати людей. Тому групувати можна всю таблицю (без фільтрів і пошуку), за одним стовпцем, а дати за роками.`,
      en: `Groups under ${smallest} rows of this table are not shown, so that nobody can be told. So the whole table is grouped (without filters and search), by one column, dates by years.`,
    },
  };
}

/** `columns` says which columns rows have; groups have columns of their own. */
export function columnsOfGroups(): FieldFault {
  return {
    field: 'columns',
    text: {
      uk: '«columns» не поєднується з «group»: стовпці відповіді — ті, за якими групують, кількість і підсумки. Приберіть «columns».',
      en: '“columns” does not go with “group”: the answer has the columns it groups by, the count and the measures. Remove “columns”.',
    },
  };
}

/** More keys or measures than one question takes. */
export function tooManyOf(field: 'group' | 'sum', most: number): FieldFault {
  return field === 'group'
    ? {
        field,
        text: {
          uk: `Групувати можна щонайбільше за ${most} стовпцями.`,
          en: `At most ${most} columns can be grouped by.`,
        },
      }
    : {
        field,
        text: {
          uk: `Забагато підсумків: можна щонайбільше ${most} разом у sum, avg, min і max.`,
          en: `Too many measures: at most ${most} in sum, avg, min and max together.`,
        },
      };
}

/** A sum of words, a least of yes and no. */
export function otherMeasureType(measure: Measure, title: string, columns: readonly ManifestColumn[]): FieldFault {
  const fit = columns.filter(({ type }) => typesOf(measure).includes(type)).map(({ name }) => name);
  const numbers = measure === 'sum' || measure === 'avg';
  const has = {
    uk: fit.length > 0 ? `Підійдуть: ${listOf(fit, 'uk')}.` : 'Таких стовпців у таблиці немає.',
    en: fit.length > 0 ? `These can be asked: ${listOf(fit, 'en')}.` : 'The table has no such columns.',
  };
  return {
    field: measure,
    text: {
      uk: `Для ${measure} потрібен стовпець із ${numbers ? 'числами' : 'числами, датами або часом'}, а «${title}» не такий. ${has.uk}`,
      en: `${measure} needs a column of ${numbers ? 'numbers' : 'numbers, days or times'}, and "${title}" is not one. ${has.en}`,
    },
  };
}

/** `sort` names what the answer does not have. */
export function unknownOutput(written: string, outputs: readonly string[]): FieldFault {
  const near = nearestWord(outputs, written);
  return {
    field: 'sort',
    text: {
      uk: `За «${written}» сортувати групи не можна.${near ? ` Можливо, це «${near}».` : ''} У відповіді є: ${listOf(outputs, 'uk')}.`,
      en: `Groups cannot be sorted by "${written}".${near ? ` Did you mean "${near}"?` : ''} The answer has: ${listOf(outputs, 'en')}.`,
    },
  };
}
