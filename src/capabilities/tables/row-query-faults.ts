import type { FieldFault } from '../../kernel/errors.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';
import { nearestWord } from './column-names.ts';
import type { ManifestColumn } from './manifest.ts';
import { MAX_PAGE_SIZE, OPERATORS } from './row-query.ts';

/** Names told at most; the rest is counted. */
const TOLD = 60;

/** Names one after another, as many as can be read. */
export function listOf(names: readonly string[], language: 'uk' | 'en'): string {
  const told = names.slice(0, TOLD).join(', ');
  const rest = names.length - TOLD;
  if (rest <= 0) return told;
  return language === 'uk' ? `${told} і ще ${rest}` : `${told} and ${rest} more`;
}

/** No open column has this name or title. */
export function unknownColumn(columns: readonly ManifestColumn[], field: string, written: string): FieldFault {
  const names = columns.map((column) => column.name);
  const byTitle = nearestWord(
    columns.map((column) => column.title),
    written,
  );
  const near = nearestWord(names, written) ?? columns.find((column) => column.title === byTitle)?.name ?? null;
  return {
    field,
    text: {
      uk: `Стовпця «${written}» у таблиці немає.${near ? ` Можливо, це «${near}».` : ''} Є такі стовпці: ${listOf(names, 'uk')}.`,
      en: `The table has no column "${written}".${near ? ` Did you mean "${near}"?` : ''} The columns are: ${listOf(names, 'en')}.`,
    },
  };
}

/** Several columns have the same title: only the name tells which is meant. */
export function severalColumns(columns: readonly ManifestColumn[], field: string, written: string): FieldFault {
  const names = columns.map((column) => column.name);
  return {
    field,
    text: {
      uk: `«${written}» називається кілька стовпців. Вкажіть ім’я одного з них: ${listOf(names, 'uk')}.`,
      en: `Several columns are called "${written}". Give the name of one of them: ${listOf(names, 'en')}.`,
    },
  };
}

/** The column exists, what is asked of it does not. */
export function unknownOperator(field: string, column: string, written: string): FieldFault {
  const near = nearestWord(OPERATORS, written);
  const all = OPERATORS.map((operator) => `${column}__${operator}`);
  return {
    field,
    text: {
      uk: `Умови «${written}» немає.${near ? ` Можливо, це «${near}».` : ''} Є такі: ${all.join(', ')}.`,
      en: `There is no condition "${written}".${near ? ` Did you mean "${near}"?` : ''} There are: ${all.join(', ')}.`,
    },
  };
}

/** The value is not of the column's type. */
export function badValue(field: string, title: string, written: string, expected: Text): FieldFault {
  return {
    field,
    text: {
      uk: `У стовпці «${title}» не може бути значення «${written}». Потрібно: ${expected.uk}.`,
      en: `The column "${title}" cannot have the value "${written}". Expected: ${expected.en}.`,
    },
  };
}

/** `isnull` asks yes or no. */
export function badTruth(field: string, written: string): FieldFault {
  return {
    field,
    text: {
      uk: `Значення «${written}» незрозуміле. Потрібно: true (клітинка порожня) або false (заповнена).`,
      en: `The value "${written}" is not understood. Expected: true (the cell is empty) or false (it is not).`,
    },
  };
}

/** `year` and `month` are asked of days and moments only. */
export function partOfOtherType(field: string, title: string, columns: readonly ManifestColumn[]): FieldFault {
  const days = columns.filter(({ type }) => type === 'date' || type === 'datetime').map(({ name }) => name);
  const has = {
    uk: days.length > 0 ? `Стовпці з датами: ${listOf(days, 'uk')}.` : 'Стовпців із датами в таблиці немає.',
    en: days.length > 0 ? `The columns of dates are: ${listOf(days, 'en')}.` : 'The table has no columns of dates.',
  };
  return {
    field,
    text: {
      uk: `У стовпці «${title}» не дати, тому роком чи місяцем його не відібрати. ${has.uk}`,
      en: `The column "${title}" does not hold dates, so it has no year or month. ${has.en}`,
    },
  };
}

/** The value is no year or no month. */
export function badPart(field: string, part: 'year' | 'month', written: string): FieldFault {
  const expected = part === 'year' ? { uk: 'рік, наприклад 2025', en: 'a year, for example 2025' } : MONTH;
  return {
    field,
    text: {
      uk: `Значення «${written}» незрозуміле. Потрібно: ${expected.uk}.`,
      en: `The value "${written}" is not understood. Expected: ${expected.en}.`,
    },
  };
}

const MONTH: Text = { uk: 'місяць року, наприклад 2025-03', en: 'a month of a year, for example 2025-03' };

/** Bounds are four numbers, and only a geometry lies in them. */
export function badBounds(field: string, written: string, isShape: boolean): FieldFault {
  const text = isShape
    ? {
        uk: `Межі «${written}» незрозумілі. Потрібно чотири числа в градусах: захід, південь, схід, північ, наприклад 23.4,49.3,23.6,49.4.`,
        en: `The bounds "${written}" are not understood. Four numbers in degrees are needed: west, south, east, north, for example 23.4,49.3,23.6,49.4.`,
      }
    : {
        uk: 'Умова bbox лише для стовпця геометрії; широту й довготу відбирають умовами gte та lte.',
        en: 'The condition bbox is for a column of geometry only; latitude and longitude are narrowed by gte and lte.',
      };
  return { field, text };
}

/** A list of nothing. */
export function noValues(field: string): FieldFault {
  return {
    field,
    text: {
      uk: `В умові «${field}» немає жодного значення. Перелічіть їх через кому або приберіть умову; порожні клітинки шукають через __isnull=true.`,
      en: `The condition "${field}" has no value. List values separated by commas, or leave the condition out; empty cells are found by __isnull=true.`,
    },
  };
}

/** More values than `in` takes. */
export function tooManyValues(field: string, most: number): FieldFault {
  return {
    field,
    text: {
      uk: `Забагато значень: можна щонайбільше ${most}.`,
      en: `Too many values: at most ${most} are allowed.`,
    },
  };
}

/** `page` or `page_size` is no number in its bounds. */
export function badPage(field: 'page' | 'page_size', written: string): FieldFault {
  const most = field === 'page_size' ? MAX_PAGE_SIZE : null;
  return {
    field,
    text: {
      uk: `Значення «${written}» незрозуміле. Потрібно: ціле число від 1${most ? ` до ${most}` : ''}.`,
      en: `The value "${written}" is not understood. Expected: a whole number from 1${most ? ` to ${most}` : ''}.`,
    },
  };
}

/** The cursor is not one of ours, or of another question. */
export function badCursor(why: 'damaged' | 'other-question' | 'with-page'): FieldFault {
  const start = {
    uk: 'Почніть спочатку з порожнім cursor= і далі беріть links.next.',
    en: 'Begin with an empty cursor= and then follow links.next.',
  };
  const what: Text = {
    damaged: { uk: 'Значення cursor пошкоджене.', en: 'The value of cursor is damaged.' },
    'other-question': {
      uk: 'Цей cursor від іншого запиту: умови, пошук і сортування мають лишатися такими самими.',
      en: 'This cursor belongs to another question: conditions, search and sorting must stay the same.',
    },
    'with-page': {
      uk: 'Параметри cursor і page виключають один одного.',
      en: 'The parameters cursor and page exclude each other.',
    },
  }[why];
  return { field: 'cursor', text: { uk: `${what.uk} ${start.uk}`, en: `${what.en} ${start.en}` } };
}

/** The published version changed while somebody went through its pages. */
export function cursorOfOtherTable(): FieldFault {
  return {
    field: 'cursor',
    text: {
      uk: 'Дані оновлено після того, як ви почали гортати сторінки: цей cursor від попередньої версії. Почніть спочатку з порожнім cursor= або гортайте за адресою версії.',
      en: 'The data have been renewed since you began: this cursor belongs to an earlier version. Begin again with an empty cursor=, or go through the address of the version.',
    },
  };
}

/** All faults of a query as one refusal. */
export function badRowQuery(faults: readonly FieldFault[]): RequestError {
  return new RequestError(
    'invalid',
    'bad-row-query',
    {
      uk: faults.map((fault) => fault.text.uk).join(' '),
      en: faults.map((fault) => fault.text.en).join(' '),
    },
    faults,
  );
}
