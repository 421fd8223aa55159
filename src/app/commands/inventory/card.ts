import { createHash } from 'node:crypto';
import {
  type ColumnProfile,
  DETECTORS,
  headerWords,
  type Inspection,
  isPersonalTitle,
  kindOf,
  mayNamePerson,
  type PersonalSign,
  speaksOfPeople,
  type TextTable,
} from '../../../tabular/index.ts';

/** What the inventory says of one table. No value of the table stands in it. */
export interface TableCard {
  readonly file: string;
  /** Sheet or part of the file; '' where it holds one table. */
  readonly part: string;
  readonly rows: number | null;
  readonly columns: readonly string[];
  readonly kinds: readonly string[];
  /** «Контакт (Телефон)»: columns with signs of personal data, but contacts of organisations. */
  readonly personal: readonly string[];
  readonly changed: Date;
  readonly size: number;
  /** Digest of the file's bytes. */
  readonly bytes: string;
  /** Digest of the names of columns; null where there are none to compare. */
  readonly structure: string | null;
  /** Why the file could not be read; null where it was. */
  readonly reason: string | null;
}

/** What a name of a column has only where a row of data was taken for the header. */
const OF_DATA =
  /\d{5,}|@|(?:вул|просп|пров|бульв)\S*\s+\p{Lu}.*,\s*\d|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(ич|вна|івна|ївна)(\s|$)/u;
const NAME_LENGTH = 120;

/**
 * The name of a column as it may be mailed: where the header could be a value (a phone, a person's name over a column of such), only its place is
 * told. «Учень», «Мати», «Отримувач» are words for people and no names: they are told.
 */
export function nameToTell({ title, kind, index }: ColumnProfile, hasHeader: boolean): string {
  const placed = `Стовпець ${index + 1}`;
  if (!hasHeader || OF_DATA.test(title)) return placed;
  if (isPersonalTitle(title)) return placed;
  const words = kind === null ? undefined : kindOf(kind).header;
  if (mayNamePerson(kind) && !words?.test(headerWords(title)) && !speaksOfPeople(title)) return placed;
  return title.replace(/\s+/g, ' ').slice(0, NAME_LENGTH);
}

/** Whether the columns were named by the file. */
function hasHeader({ findings }: TextTable): boolean {
  return !findings.some(({ code }) => code === 'no-header');
}

type OfTable = Pick<TableCard, 'rows' | 'columns' | 'kinds' | 'personal' | 'structure'>;

const titleOf = ({ code }: PersonalSign): string => DETECTORS.find((one) => one.code === code)?.title.uk ?? code;

/** What is told of a table that was read. */
export function cardOfTable(table: TextTable, { columns, signs = [] }: Pick<Inspection, 'columns' | 'signs'>): OfTable {
  const named = hasHeader(table);
  const names = columns.map((column) => nameToTell(column, named));
  const titled = (kind: ColumnProfile['kind']) => (kind === null ? '' : kindOf(kind).title.uk);
  const personal = columns.flatMap(({ index }, at) => {
    const own = signs.filter(({ column, whose }) => column === index && whose !== 'organization');
    return own.length === 0 ? [] : [`${names[at]} (${own.map(titleOf).join(', ')})`];
  });
  const kinds = columns.flatMap(({ kind }, at) => (kind === null ? [] : [`${names[at]}: ${titled(kind)}`]));
  const comparable = named && names.length > 1;
  const structure = comparable
    ? createHash('sha256')
        .update(names.map((name) => name.toLowerCase()).join('\n'))
        .digest('base64')
    : null;
  return { rows: table.rows, columns: names, kinds, personal, structure };
}
