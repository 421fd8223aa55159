import type { Finding } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import { plural } from '../../language/plural.ts';
import { checkEntry } from '../checks/catalogue.ts';
import type { ColumnProfile } from '../column.ts';
import type { Inspection } from '../inspection.ts';

/** A finding that still says what and where, but shows nothing that stands there: words of checks may quote a value, so they are put anew. */
export function withoutAllValues(finding: Finding): Finding {
  return { ...finding, message: wordsOf(finding), places: finding.places.map(({ row }) => ({ row, value: null })) };
}

function wordsOf({ code, columnName, count, places }: Finding): Text {
  const { uk, en } = checkEntry(code)?.title ?? { uk: 'Зауваження', en: 'Finding' };
  // of the file as a whole: there is no place, so no value is kept back
  if (columnName === null && places.length === 0 && count === 1) return { uk: `${uk}.`, en: `${en}.` };
  const where =
    columnName === null ? { uk: '', en: '' } : { uk: `Стовпець «${columnName}»: `, en: `Column “${columnName}”: ` };
  return {
    uk: `${where.uk}${uk} (${count} ${plural(count, 'місце', 'місця', 'місць')}). Значень не показуємо: тут персональні дані.`,
    en: `${where.en}${en} (${count === 1 ? '1 place' : `${count} places`}). Values are not shown: there are personal data here.`,
  };
}

/**
 * An inspection as it may be kept and shown once columns of the table are protected: no example, no cell in a place of a finding, neither of those
 * columns nor of whole rows.
 * @param columns indexes of the protected columns
 */
export function withoutValues(inspection: Inspection, columns: ReadonlySet<number>): Inspection {
  if (columns.size === 0) return inspection;
  return {
    ...inspection,
    columns: inspection.columns.map((column) => (columns.has(column.index) ? bare(column) : column)),
    findings: inspection.findings.map((finding) =>
      finding.column === null || columns.has(finding.column) || isOfSeveralColumns(finding)
        ? withoutAllValues(finding)
        : finding,
    ),
  };
}

/** Told of one column, such a finding quotes what stands in others. */
function isOfSeveralColumns({ code }: Finding): boolean {
  return checkEntry(code)?.group === 'relations';
}

function bare(column: ColumnProfile): ColumnProfile {
  return { ...column, examples: [] };
}
