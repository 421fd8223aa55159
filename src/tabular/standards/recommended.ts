import type { ColumnType } from '../column.ts';
import facts from './facts/recommended-structures.json';
import type { Standard, StandardField } from './standard.ts';

/** As the facts keep it: what is not said is not there. */
interface StoredField {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly format?: string;
  readonly required?: boolean;
  readonly purpose?: string;
  readonly pattern?: string;
  readonly officialName?: string;
}

interface StoredStandard {
  readonly title: string;
  readonly dataset: string;
  readonly resource: string;
  readonly version: string;
  readonly complete: boolean;
  readonly verified: boolean;
  readonly typesInferred: boolean;
  readonly source: string;
  readonly note?: string;
  readonly block?: boolean;
  readonly fields: readonly StoredField[];
}

const TYPES: readonly ColumnType[] = ['integer', 'decimal', 'boolean', 'date', 'datetime', 'time', 'text'];

function fieldOf({ type, format = '', required = false, purpose = '', ...field }: StoredField): StandardField {
  return { ...field, type: TYPES.find((one) => one === type) ?? 'text', format, required, purpose };
}

const STORED: Readonly<Record<string, StoredStandard>> = facts.structures;

/** Edition of the facts: changes whenever a recommended structure does. */
export const STANDARDS_EDITION = facts.edition;

/** Every recommended structure that is known, whole or in part, in the order of the list of resolution 835; the shared block of the address too. */
export const RECOMMENDED: readonly Standard[] = Object.entries(STORED).map(
  ([key, { note = '', block = false, fields, ...stored }]) => ({
    ...stored,
    key,
    origin: 'recommended',
    note,
    block,
    fields: fields.map(fieldOf),
  }),
);

const BY_KEY = new Map(RECOMMENDED.map((standard) => [standard.key, standard]));

/** A recommended structure by its key, e.g. `buildings`; null for a key nobody knows. */
export function recommendedStandard(key: string): Standard | null {
  return BY_KEY.get(key) ?? null;
}
