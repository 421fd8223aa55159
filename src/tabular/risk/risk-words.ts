import type { Text } from '../../kernel/text.ts';
import { formatNumber } from '../../language/numbers.ts';
import { plural, pluralEnglish } from '../../language/plural.ts';
import { describeProtection } from '../protecting/protect-words.ts';
import { ENOUGH, type GroupSizes, isSafe, type Risk } from './risk.ts';

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

const rowsUk = (n: number) => `${formatNumber(n, 'uk')} ${plural(n, 'рядок', 'рядки', 'рядків')}`;
const rowsEn = (n: number) => `${formatNumber(n, 'en')} ${pluralEnglish(n, 'row', 'rows')}`;

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

function outcome(sizes: GroupSizes): Text {
  const left = isSafe(sizes) || sizes.unique === 0 ? null : sizes.unique;
  return {
    uk: `найменша група стане ${formatNumber(sizes.smallest, 'uk')}${left === null ? '' : `, неповторних рядків — ${formatNumber(left, 'uk')}`}`,
    en: `the smallest group becomes ${formatNumber(sizes.smallest, 'en')}${left === null ? '' : `, rows like no other — ${formatNumber(left, 'en')}`}`,
  };
}

function proposal({ step, ...sizes }: Risk['proposals'][number]): Text {
  const { uk, en } = describeProtection(step);
  const after = outcome(sizes);
  const where =
    step.columnTitle === null ? { uk: '', en: '' } : { uk: `«${step.columnTitle}»: `, en: `“${step.columnTitle}”: ` };
  return { uk: `${where.uk}якщо ${uk}, ${after.uk}`, en: `${where.en}${en} — ${after.en}` };
}

/** A risk in plain words: what, by what, because of what, and what helps. Causes are told only where taking the column away would change something. */
export function tellRisk(risk: Risk): RiskWords {
  const matters =
    isSafe(risk) || risk.rows === 0
      ? []
      : risk.causes.filter(({ unique, few }) => unique < risk.unique || few < risk.few);
  return {
    verdict: verdict(risk),
    basis: {
      uk: `Пораховано за всіма рядками й стовпцями ${quoted(risk.columns, ['«', '»'])}: це те, що про людину знають і без таблиці.`,
      en: `Counted over all rows by ${quoted(risk.columns, ['“', '”'])}: what is known of a person without the table.`,
    },
    causes: matters.slice(0, 3).map(cause),
    proposals: risk.proposals.map(proposal),
  };
}
