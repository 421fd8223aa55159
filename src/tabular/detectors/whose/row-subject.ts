import type { Text } from '../../../kernel/text.ts';
import type { ColumnFacts } from '../../checks/check.ts';
import type { ColumnKind } from '../../column.ts';
import { headerWords } from '../../kinds/header-words.ts';
import { isOrganizationLike } from '../../kinds/organization-forms.ts';
import { KINDS_OF_NAMES } from '../column-context.ts';
import type { Whose } from '../sign.ts';
import { TRADER_CELLS } from './cell-words.ts';
import { BOTH_CODES, MANY_PEOPLE, OF_MANY, OFFICE, ORGANIZATION, POST, PRIVATE, TRADER } from './whose-headers.ts';

/** Whose a row is, by all columns: what a phone without a word more belongs to. */
export interface RowSubject {
  readonly whose: Whose;
  /** Only because another column names somebody in office: a name beside it may be of anybody. */
  readonly byNamedBeside?: true;
  /** Organizations stand in the table, though its rows are not of them. */
  readonly ofOrganizations?: true;
  readonly why?: Text;
}

const OWN: ReadonlySet<ColumnKind | null> = new Set(['rnokpp', 'unzr', 'passport']);
const BORN = / (?:дат\S+ народж|рік народж|народж|birth|сімейн\S+ стан|стать )/u;
const NEUTRAL = / (?:п ?і ?б |піп |прізвищ|імя |fio |full ?name)/u;
/** Anything is called so: whose name it is the cells say. */
const CALLED = / (?:name|title|назва|найменування) $/u;
/** Over this part of its rows different organizations stand in a column: each row is of one. */
const OWN_PART = 0.5;

const titled = (uk: string, en: string, { profile }: ColumnFacts): Text => ({
  uk: `${uk} «${profile.title}».`,
  en: `${en} “${profile.title}”.`,
});

function judge(columns: readonly ColumnFacts[]): RowSubject {
  const withValues = columns.filter((column) => column.filled > 0);
  const of = (is: (words: string, column: ColumnFacts) => boolean) =>
    withValues.find((column) => is(headerWords(column.header), column));
  const isPrivate = (words: string) => PRIVATE.test(words.replace(OF_MANY, ' ')) && !OFFICE.test(words);
  const trader = of(
    (words, column) =>
      (TRADER.test(words) && !ORGANIZATION.test(words)) ||
      column.count(TRADER_CELLS) >= Math.max(1, column.filled * 0.8),
  );
  if (trader)
    return {
      whose: 'sole-trader',
      why: titled('Рядки про підприємців: стовпець', 'Rows are of sole traders: the column', trader),
    };
  const own = of(
    (words, { profile }) =>
      (isPrivate(words) && !(profile.type === 'integer' && MANY_PEOPLE.test(words))) ||
      OWN.has(profile.kind) ||
      (BORN.test(words) && !BOTH_CODES.test(words)),
  );
  if (own) return { whose: 'person', why: titled('Рядки про людей: стовпець', 'Rows are of people: the column', own) };
  const named = of(
    (words, { profile }) =>
      (KINDS_OF_NAMES.has(profile.kind) || NEUTRAL.test(words)) && !OFFICE.test(words) && !ORGANIZATION.test(words),
  );
  const post = of((words, { profile }) => POST.test(words) || profile.kind === 'post');
  if (named && post)
    return {
      whose: 'official',
      why: titled('Поруч сказано посаду: стовпець', 'A post stands beside: the column', post),
    };
  const office = of((words) => OFFICE.test(words) && !PRIVATE.test(words));
  // where organizations come again and again, rows are of those who work, learn or are treated there
  const isOwn = ({ profile, filled }: ColumnFacts) => profile.distinct >= filled * OWN_PART;
  const anyOrganization = of(isOrganization);
  const organization =
    (named ?? office) === undefined ? anyOrganization : of((words, one) => isOrganization(words, one) && isOwn(one));
  if (organization)
    return {
      whose: 'organization',
      why: titled('Рядки про організації: стовпець', 'Rows are of organizations: the column', organization),
    };
  if (office)
    return {
      whose: 'official',
      ...(holdsPeople(office) ? { byNamedBeside: true } : {}),
      ...(anyOrganization ? { ofOrganizations: true } : {}),
      why: titled('Рядки про людей на посаді: стовпець', 'Rows are of people in office: the column', office),
    };
  if (named)
    return { whose: 'person', why: titled('Рядки про людей: стовпець', 'Rows are of people: the column', named) };
  return { whose: 'unclear' };
}

const holdsPeople = ({ profile, count, filled }: ColumnFacts): boolean =>
  KINDS_OF_NAMES.has(profile.kind) || count('name-likely') > filled / 2;

function isOrganization(words: string, { profile: { kind, examples } }: ColumnFacts): boolean {
  if (kind === 'edrpou' || kind === 'organization' || ORGANIZATION.test(words)) return true;
  return CALLED.test(words) && examples.length > 0 && examples.every(isOrganizationLike);
}

const known = new WeakMap<readonly ColumnFacts[], RowSubject>();

/** @param columns all columns of the table after the scan; the same array is judged once */
export function rowSubject(columns: readonly ColumnFacts[]): RowSubject {
  const before = known.get(columns);
  if (before !== undefined) return before;
  const subject = judge(columns);
  known.set(columns, subject);
  return subject;
}
