import type { ManifestColumn } from './manifest.ts';
import type { ColumnRule, RowFault } from './row-batch.ts';

/** A value of the right form which its type cannot hold. */
export function misfit(row: number, column: ManifestColumn | undefined): RowFault {
  return {
    row,
    column: column?.name ?? null,
    message: {
      uk: `Значення «${column?.title ?? ''}» завелике для свого типу.`,
      en: `The value of “${column?.title ?? ''}” is too large for its type.`,
    },
  };
}

/** So many of the values that may stand there are told in a refusal. */
const TOLD = 10;

/** A value that is neither in the column's code list nor among its allowed ones. */
export function outsideValue(row: number, column: ManifestColumn, rule: ColumnRule): RowFault {
  const all = rule.values ?? [];
  const told = `${all.slice(0, TOLD).join(', ')}${all.length > TOLD ? ' …' : ''}`;
  const message = rule.codeList
    ? {
        uk: `Значення стовпця «${column.title}» немає в довіднику «${rule.codeList}». Надішліть код із довідника (${told}) або додайте цей до нього.`,
        en: `The value of “${column.title}” is not in the code list “${rule.codeList}”. Send a code of the list (${told}) or add this one to it.`,
      }
    : {
        uk: `Значення немає серед дозволених для стовпця «${column.title}»: ${told}. Надішліть одне з них або допишіть це в структурі й опублікуйте її.`,
        en: `The value is not among those allowed for “${column.title}”: ${told}. Send one of them, or add this one to the structure and publish it.`,
      };
  return { row, column: column.name, message };
}

/** Two rows of a batch with one key: which of them is meant? */
export function repeatedKey(row: number, first: number): RowFault {
  return {
    row,
    column: null,
    message: {
      uk: `Такий самий ключ має рядок ${first} цього ж запиту. Надішліть кожен рядок один раз.`,
      en: `Row ${first} of this request has the same key. Send every row once.`,
    },
  };
}

/** To append means new rows only. */
export function alreadyThere(row: number): RowFault {
  return {
    row,
    column: null,
    message: {
      uk: 'Рядок із таким ключем уже є. Щоб замінити його, надішліть рядки через PUT.',
      en: 'A row with this key is there already. To replace it, send the rows by PUT.',
    },
  };
}

/** A new row that came by its changed columns only. */
export function requiredBlank(row: number, column: ManifestColumn | undefined): RowFault {
  return {
    row,
    column: column?.name ?? null,
    message: {
      uk: `Рядка з таким ключем ще немає, тож потрібне й «${column?.title ?? ''}».`,
      en: `There is no row with this key yet, so “${column?.title ?? ''}” is needed too.`,
    },
  };
}

/** The identifier of the table tells some of its rows not apart. */
export function severalRows(row: number): RowFault {
  return {
    row,
    column: null,
    message: {
      uk: 'Такий ключ мають кілька рядків таблиці, тож незрозуміло, який змінити. Виправте таблицю файлом.',
      en: 'Several rows of the table have this key, so it is not clear which to change. Mend the table by a file.',
    },
  };
}
