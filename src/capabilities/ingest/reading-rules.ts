import { RequestError } from '../../kernel/errors.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import type { ColumnProfile } from '../../tabular/column.ts';
import type { Inspection } from '../../tabular/inspection.ts';
import type { Reading, ReadingState } from './reading.ts';

/** The work on it is over for now: nothing will change until a person acts. */
export function isSettled(state: ReadingState): boolean {
  return !['receiving', 'received', 'reading', 'mending'].includes(state);
}

/** It has been read, so it can be looked at, mended and read again with other choices. */
export function isRead(reading: Pick<Reading, 'state' | 'inspection'>): boolean {
  return reading.inspection !== null && ['checked', 'mending', 'ready'].includes(reading.state);
}

/** How many places of an inspection the system can mend without asking, over all findings. */
export function repairableCount(inspection: Inspection): number {
  return inspection.findings.filter(({ repairable }) => repairable).reduce((sum, { count }) => sum + count, 0);
}

/** Refuses a deed that the state does not allow, saying what to do. */
export function wrongState(reading: Pick<Reading, 'state'>): RequestError {
  return new RequestError('conflict', 'reading-state', WRONG_STATE[isSettled(reading.state) ? 'over' : 'working']);
}

const WRONG_STATE: Record<'over' | 'working', Text> = {
  over: {
    uk: 'З цим файлом уже нічого не зробити. Завантажте його ще раз.',
    en: 'Nothing more can be done with this file. Upload it again.',
  },
  working: {
    uk: 'Файл ще читається. Зачекайте кілька секунд і повторіть.',
    en: 'The file is still being read. Wait a few seconds and try again.',
  },
};

/** A finding about the whole file. */
export function fileFinding(code: string, severity: Finding['severity'], message: Text): Finding {
  return { code, severity, column: null, columnName: null, count: 1, places: [], message, repairable: false };
}

/** Said to the clerk when our own work failed three times. */
export const PARKED: Finding = fileFinding('reading-failed', 'error', {
  uk: 'Не вдалося обробити файл: тричі сталася наша помилка. Файл збережено, адміністратор бачить причину. Спробуйте прочитати ще раз або збережіть таблицю з Excel як XLSX і завантажте її.',
  en: 'The file could not be processed: we failed three times. The file is kept and the administrator sees the reason. Try to read it again, or save the table from Excel as XLSX and upload that.',
});

/** The columns as they will be published: after the repairs, without those left out. */
export function columnsOfReading(reading: Reading): readonly ColumnProfile[] {
  const removed = reading.mended?.removedColumns ?? [];
  const columns = (reading.mended?.inspection ?? reading.inspection)?.columns ?? [];
  return columns.filter(({ index }) => !removed.includes(index));
}
