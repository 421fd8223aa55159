import type { FieldFault } from '../../../kernel/errors.ts';
import type { PurgeOffer } from './purge.ts';

/** What of a version tells whether another holds the same. */
export interface VersionMarks {
  readonly number: number;
  readonly closed: boolean;
  /** Tables, files and what they were read from. */
  readonly marks: readonly string[];
}

/** A table or file of a purged version. */
export interface PurgedPart {
  /** Digest of all its table was made of; '' for documents. */
  readonly source: string;
  readonly readingId: string | null;
  /** Of the file it was read from. */
  readonly sha256: string | null;
  /** Places in the file of the columns that were public; empty for documents. */
  readonly columns: readonly number[];
}

/**
 * Whether a draft would let out again what was purged: the same file, with nothing taken out of it. Other titles, types or passports are no mending;
 * a column that is closed or protected is.
 * @param open places in the file of the columns that would be public as they are; empty for documents
 */
export function isPurgedAgain(
  draft: Omit<PurgedPart, 'columns'> & { readonly open: readonly number[] },
  purged: readonly PurgedPart[],
): boolean {
  return purged.some(({ source, readingId, sha256, columns }) => {
    if (source !== '' && source === draft.source) return true;
    const same = readingId === draft.readingId || (sha256 !== null && sha256 === draft.sha256);
    return same && columns.every((column) => draft.open.includes(column));
  });
}

/** Which versions go with one that is taken away, and which are left to choose from. */
export function offerOf(versions: readonly VersionMarks[], number: number): PurgeOffer {
  const marks = new Set(versions.find((one) => one.number === number)?.marks);
  const open = versions.filter((one) => !one.closed && one.number !== number);
  const together = open.filter((one) => one.marks.some((mark) => marks.has(mark)));
  const others = open.filter((one) => !together.includes(one));
  return {
    together: together.map((one) => one.number).sort((a, b) => a - b),
    others: others.map((one) => one.number).sort((a, b) => b - a),
  };
}

/** Faults of what was chosen: the version shown instead must be one that stays. */
export function choiceFaults(instead: number | 'none', gone: readonly number[], offer: PurgeOffer): FieldFault[] {
  if (instead === 'none') return [];
  const stays = offer.others.includes(instead) && !gone.includes(instead);
  return stays ? [] : [NOT_STAYING];
}

export const REASON_MISSING: FieldFault = {
  field: 'reason',
  text: {
    uk: 'Напишіть, що сталося, без самих персональних даних (до 2000 знаків): цей текст побачать усі.',
    en: 'Write what happened, without the personal data themselves (up to 2000 characters): everybody will read it.',
  },
};

export const CHOICE_MISSING: FieldFault = {
  field: 'instead',
  text: {
    uk: 'Виберіть, що показувати замість вилученого.',
    en: 'Choose what is shown instead of what is taken away.',
  },
};

const NOT_STAYING: FieldFault = {
  field: 'instead',
  text: {
    uk: 'Цю версію теж вилучають, тому її не можна показати. Виберіть іншу або «нічого».',
    en: 'This version is taken away too, so it cannot be shown. Choose another one or “nothing”.',
  },
};
