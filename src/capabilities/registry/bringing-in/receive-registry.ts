import { RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type PassportSheet, receiveSheet } from '../../catalog/index.ts';
import { sheetOfRegistry, toldBy } from './registry-columns.ts';

/**
 * Takes a registry the city kept in a workbook of its own: columns are known by their names, each row is compared with what there is, and the
 * difference is kept to be looked at, written and taken back like every table of passports is. New rows become drafts, or plans where they name a day.
 * Throws `forbidden`, `invalid` (unreadable; no column of titles).
 */
export function receiveRegistry(ctx: Context, path: string, fileName: string): Promise<PassportSheet> {
  return receiveSheet(ctx, path, fileName, (cells, known) => {
    if (!cells.headings.some((heading) => toldBy(heading) === 'title')) throw noTitles();
    return sheetOfRegistry(cells, known);
  });
}

function noTitles(): RequestError {
  const text = {
    uk: 'У першому рядку немає стовпця з назвами наборів («Назва», Name). Поставте назви стовпців у перший рядок і завантажте файл ще раз.',
    en: 'The first row has no column with the names of datasets (“Name”). Put the names of columns into the first row and give the file again.',
  };
  return new RequestError('invalid', 'registry-without-titles', text, [{ field: 'file', text }]);
}
