import type { Text } from '../../../kernel/text.ts';
import type { ColumnFacts } from '../../checks/check.ts';
import { headerWords } from '../../kinds/header-words.ts';
import type { DetectorCode, PersonalSign, Whose } from '../sign.ts';
import { MAILBOX_CELLS, POST_CELLS, TRADER_CELLS } from './cell-words.ts';
import { groundsOf } from './grounds-of.ts';
import { type RowSubject, rowSubject } from './row-subject.ts';
import {
  ANSWERING,
  BOTH_CODES,
  CONTRACTOR,
  OF_MANY,
  OFFICE,
  OFFICE_LINE,
  PRIVATE,
  PROPERTY_USER,
  RECIPIENT,
  TRADER,
} from './whose-headers.ts';

/** Whose a sign is and what speaks for it. */
export type Belonging = Pick<PersonalSign, 'whose' | 'whoseWhy' | 'mixed' | 'grounds'>;
type Said = Pick<PersonalSign, 'whose' | 'whoseWhy' | 'mixed'>;

/** Part of the cells with a sign that has to say the same for the whole column. */
const NEARLY_ALL = 0.9;
const MOST = 0.6;

const CONTACTS: ReadonlySet<DetectorCode> = new Set(['phone', 'email']);
/** Of a sole trader these are the trader's; anything else about health, court or birth stays a person's. */
const OF_TRADERS: ReadonlySet<DetectorCode> = new Set([
  'person-name',
  'tax-number',
  'phone',
  'email',
  'iban',
  'home-address',
  'plate',
  'vin',
]);
const OF_ORGANIZATIONS: ReadonlySet<DetectorCode> = new Set(['phone', 'email', 'iban', 'plate', 'vin', 'home-address']);

const said = (whose: Whose, uk: string, en: string): Said => ({ whose, whoseWhy: { uk, en } });
const byTitle = (whose: Whose, { profile }: ColumnFacts): Said =>
  said(whose, `За назвою стовпця «${profile.title}».`, `By the name of the column “${profile.title}”.`);
const byRow = ({ whose, why }: RowSubject): Said => ({ whose, ...(why ? { whoseWhy: why } : {}) });

const CELLS: Readonly<Partial<Record<Whose, Text>>> = {
  'sole-trader': { uk: 'У клітинках сказано, що це підприємці (ФОП).', en: 'Cells say that these are sole traders.' },
  official: { uk: 'У клітинках сказано посади.', en: 'Cells tell posts.' },
};

/** By words in the cells themselves; a column of several kinds of people is told by counts. */
function byCells(column: ColumnFacts, count: number): Said | null {
  const traders = Math.min(count, column.count(TRADER_CELLS));
  const officials = Math.min(count - traders, column.count(POST_CELLS));
  const parts = [
    { whose: 'sole-trader', count: traders },
    { whose: 'official', count: officials },
  ] as const;
  const main = parts.find((part) => part.count > 0 && part.count >= count * NEARLY_ALL);
  if (main) return { whose: main.whose, ...(CELLS[main.whose] ? { whoseWhy: CELLS[main.whose] } : {}) };
  if (traders + officials === 0) return null;
  const rest = count - traders - officials;
  const mixed = [{ whose: 'person' as const, count: rest }, ...parts].filter((part) => part.count > 0);
  return {
    whose: rest > 0 ? 'person' : 'sole-trader',
    mixed,
    whoseWhy: {
      uk: 'У стовпці стоять різні люди: одні як підприємці чи посадові особи, інші ні.',
      en: 'The column holds different people: some as sole traders or in office, others not.',
    },
  };
}

function ofName(column: ColumnFacts, title: string, { count, subject }: { count: number; subject: RowSubject }): Said {
  const cells = byCells(column, count);
  if (cells?.whose === 'sole-trader' && !cells.mixed) return cells;
  if (TRADER.test(title) || CONTRACTOR.test(title)) return byTitle('sole-trader', column);
  const isOffice = OFFICE.test(title);
  const isPrivate = PRIVATE.test(title) || PROPERTY_USER.test(title);
  if (isOffice && !isPrivate && !(RECIPIENT.test(title) && cells?.mixed)) return byTitle('official', column);
  if (cells) return cells;
  if (isPrivate || RECIPIENT.test(title)) return byTitle('person', column);
  // a name without a word more in a table of organizations is of whoever answers for them
  return subject.whose === 'organization'
    ? said('unclear', 'У таблиці організацій не сказано, хто це.', 'A table of organizations does not say who this is.')
    : subject.byNamedBeside
      ? { whose: 'unclear' }
      : byRow(subject);
}

function ofContact(
  code: DetectorCode,
  column: ColumnFacts,
  title: string,
  { count, subject }: { count: number; subject: RowSubject },
): Said {
  const answersOnly = ANSWERING.test(title) && subject.whose === 'person';
  if (OFFICE.test(title) && !PRIVATE.test(title) && !answersOnly) return byTitle('official', column);
  if (PRIVATE.test(title)) return byTitle('person', column);
  if (TRADER.test(title)) return byTitle('sole-trader', column);
  if (OFFICE_LINE.test(title))
    return subject.whose === 'official' && !subject.ofOrganizations ? byRow(subject) : byTitle('organization', column);
  if (subject.whose === 'unclear' && code === 'email' && column.count(MAILBOX_CELLS) >= count * MOST)
    return said(
      'organization',
      'Це скриньки установ, а не людей.',
      'These are mailboxes of institutions, not of people.',
    );
  return byRow(subject);
}

function belongs(code: DetectorCode, column: ColumnFacts, beside: readonly ColumnFacts[], count: number): Said {
  const words = headerWords(column.header.trim() === '' ? column.profile.title : column.header);
  const title = words.replace(OF_MANY, ' ');
  const subject = rowSubject(beside);
  const known = { count, subject };
  if (code === 'person-name') return ofName(column, title, known);
  if (CONTACTS.has(code)) return ofContact(code, column, title, known);
  if (code === 'tax-number' && BOTH_CODES.test(title)) return byTitle('sole-trader', column);
  if (subject.whose === 'sole-trader' && OF_TRADERS.has(code)) return byRow(subject);
  if (subject.whose === 'organization' && OF_ORGANIZATIONS.has(code)) return byRow(subject);
  if (code === 'free-text' || code === 'small-groups') return { whose: 'person' };
  return subject.whose === 'person' ? byRow(subject) : { whose: 'person' };
}

/**
 * Whose data a sign is of, by the title of its column, words in its cells and the columns beside it, and what may allow it to be public. Where it
 * cannot be told, it is `unclear`, which is protected as a private person's.
 * @param beside all columns of the table
 * @param count cells with the sign
 */
export function whoseOf(
  code: DetectorCode,
  column: ColumnFacts,
  { beside, count }: { beside: readonly ColumnFacts[]; count: number },
): Belonging {
  const found = belongs(code, column, beside, count);
  const grounds = groundsOf(code, found.whose, column, beside);
  return { ...found, ...(grounds.length > 0 ? { grounds } : {}) };
}
