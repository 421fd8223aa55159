import type { Text } from '../../kernel/text.ts';
import { formatNumber } from '../../language/numbers.ts';
import { counted, countedEnglish, plural, pluralEnglish } from '../../language/plural.ts';
import type { RecipeStep } from '../inspection.ts';
import { describeProtection } from '../protecting/protect-words.ts';
import { ENOUGH, isSafe, type Risk, type RiskProposal } from './risk.ts';

/** A risk in plain words, without a value of any cell. */
export interface RiskWords {
  /** What the risk is. */
  readonly verdict: Text;
  /** By which columns it was counted. */
  readonly basis: Text;
  /** Which columns cause it, the one that does most first; empty where there is none. */
  readonly causes: readonly Text[];
  /** What would help, in the order of the risk's proposals. */
  readonly proposals: readonly Text[];
}

const rowsUk = (n: number) => counted(n, 'рядок', 'рядки', 'рядків');
const rowsEn = (n: number) => countedEnglish(n, 'row', 'rows');

function share(part: number, whole: number, language: 'uk' | 'en'): string {
  const percent = (part / Math.max(1, whole)) * 100;
  const low = language === 'uk' ? 'менше 0,1' : 'under 0.1';
  return part > 0 && percent < 0.1 ? `${low} %` : `${formatNumber(percent, language, 1)} %`;
}

const quoted = (titles: readonly string[], [left, right]: readonly [string, string]) =>
  titles.map((title) => `${left}${title}${right}`).join(', ');

function verdict({ rows, smallest, unique }: Risk): Text {
  if (rows === 0)
    return { uk: 'Рядків немає, тож вирізняти нікого.', en: 'There are no rows, so there is nobody to tell.' };
  if (unique > 0)
    return {
      uk: `Людину можна впізнати й без імені: ${rowsUk(unique)} із ${formatNumber(rows, 'uk')} (${share(unique, rows, 'uk')}) не ${plural(unique, 'має', 'мають', 'мають')} собі подібних.`,
      en: `A person can be told without a name: ${rowsEn(unique)} of ${formatNumber(rows, 'en')} (${share(unique, rows, 'en')}) ${pluralEnglish(unique, 'is', 'are')} like no other.`,
    };
  if (smallest < ENOUGH)
    return {
      uk: `Людей у найменших групах можуть упізнати сусіди: у найменшій — ${rowsUk(smallest)}.`,
      en: `People in the smallest groups may be known by neighbours: the smallest has ${rowsEn(smallest)}.`,
    };
  return {
    uk: `Вирізнити людину важко: кожен рядок має щонайменше ${formatNumber(smallest - 1, 'uk')} собі подібних.`,
    en: `It is hard to tell a person: each row has at least ${formatNumber(smallest - 1, 'en')} like it.`,
  };
}

function cause({ column, smallest, unique }: Risk['causes'][number]): Text {
  return {
    uk: `Без стовпця «${column}» неповторних рядків було б ${formatNumber(unique, 'uk')}, а в найменшій групі — ${rowsUk(smallest)}.`,
    en: `Without “${column}” ${rowsEn(unique)} would be like no other, and the smallest group would have ${rowsEn(smallest)}.`,
  };
}

/** What to do, said to whoever decides. */
function advice({ code, parameters = {} }: RecipeStep): Text {
  const to = String(parameters.to ?? '');
  const words = ADVICE[to] ?? ADVICE[code];
  return words ?? describeProtection({ code, parameters });
}

const ADVICE: Readonly<Record<string, Text>> = {
  year: { uk: 'залиште від дати рік', en: 'leave the year of the date' },
  'five-years': { uk: 'залиште п’ятиріччя', en: 'leave spans of five years' },
  decade: { uk: 'залиште десятиріччя', en: 'leave the decade' },
  street: { uk: 'залиште від адреси вулицю', en: 'leave the street of the address' },
  settlement: { uk: 'залиште від адреси населений пункт', en: 'leave the settlement of the address' },
  'protect-grid': {
    uk: 'огрубіть координати до клітинок у кілометр',
    en: 'coarsen coordinates to cells of a kilometre',
  },
  'protect-remove': { uk: 'вилучіть стовпець', en: 'remove the column' },
  'protect-small-groups': {
    uk: `приховайте групи, менші за ${ENOUGH} рядків`,
    en: `hide the groups of fewer than ${ENOUGH} rows`,
  },
};

function outcome({ step, changed, smallest, unique }: RiskProposal): Text {
  const hides = step.code === 'protect-small-groups';
  const left = unique > 0;
  return {
    uk: [
      ...(hides ? [`${plural(changed, 'зміниться', 'зміняться', 'зміниться')} ${rowsUk(changed)}`] : []),
      `найменша група стане ${formatNumber(smallest, 'uk')}`,
      ...(left ? [`неповторних рядків — ${formatNumber(unique, 'uk')}`] : []),
    ].join(', '),
    en: [
      ...(hides ? [`${rowsEn(changed)} would change`] : []),
      `the smallest group becomes ${formatNumber(smallest, 'en')}`,
      ...(left ? [`${rowsEn(unique)} like no other`] : []),
    ].join(', '),
  };
}

function proposal(one: RiskProposal, at: number): Text {
  const { uk, en } = advice(one.step);
  const after = outcome(one);
  const title = one.step.columnTitle;
  const where = title === null ? { uk: '', en: '' } : { uk: ` («${title}»)`, en: ` (“${title}”)` };
  const first = { uk: capital(uk), en: capital(en) };
  return {
    uk: `${at === 0 ? first.uk : `Ще ${uk}`}${where.uk}: ${after.uk}.`,
    en: `${at === 0 ? first.en : `Also ${en}`}${where.en}: ${after.en}.`,
  };
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A risk in plain words: what, by what, because of what, and what helps. Causes are told only where taking the column away would change something. */
export function tellRisk(risk: Risk): RiskWords {
  const matters =
    isSafe(risk) || risk.rows === 0
      ? []
      : risk.causes.filter(({ unique, few }) => unique < risk.unique || few < risk.few);
  return {
    verdict: verdict(risk),
    basis: {
      uk: `Пораховано за всіма рядками й ${risk.columns.length === 1 ? 'стовпцем' : 'стовпцями'} ${quoted(risk.columns, ['«', '»'])}: це те, що про людину знають і без таблиці.`,
      en: `Counted over all rows by ${quoted(risk.columns, ['“', '”'])}: what is known of a person without the table.`,
    },
    causes: matters.slice(0, 3).map(cause),
    proposals: risk.proposals.map(proposal),
  };
}
