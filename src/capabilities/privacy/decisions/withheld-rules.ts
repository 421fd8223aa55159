import { describeProtection } from '../../../tabular/index.ts';
import type { Passport } from '../../catalog/index.ts';
import type { Decision } from './decision.ts';

type Withheld = NonNullable<Passport['withheld']>[number];

/** Of 500 signs; the rest are counted. */
const LONGEST = 400;

/** What the passport says is not published, by decisions in force: titles of columns and what became of them, one entry a kind of restriction. */
export function withheldBy(decisions: readonly Decision[], language: Passport['language']): Withheld[] {
  const hidden = decisions.filter(({ state, step }) => state === 'made' && step !== null);
  const kinds = [...new Set(hidden.map(({ restriction }) => restriction ?? 'confidential'))];
  return kinds.map((kind) => ({
    kind,
    what: wordsOf(
      hidden.filter(({ restriction }) => (restriction ?? 'confidential') === kind),
      language === 'en' ? 'en' : 'uk',
    ),
  }));
}

function wordsOf(decisions: readonly Decision[], language: 'uk' | 'en'): string {
  const groups = new Map<string, string[]>();
  for (const { step, way, columnTitle } of decisions) {
    if (!step) continue;
    const done = way === 'remove' ? REMOVED[language] : describeProtection(step)[language];
    groups.set(done, [...(groups.get(done) ?? []), ...(columnTitle === '' ? [] : [columnTitle])]);
  }
  const parts = [...groups].map(([done, titles]) =>
    titles.length === 0 ? done : `${listed(titles, language)}: ${done}`,
  );
  const words = parts.join('; ');
  return words.length > LONGEST + 80 ? `${words.slice(0, LONGEST)}…` : words;
}

const REMOVED = { uk: 'вилучено', en: 'removed' };

function listed(titles: readonly string[], language: 'uk' | 'en'): string {
  const shown: string[] = [];
  for (const title of titles) {
    if ([...shown, title].join(', ').length > LONGEST / 2 && shown.length > 0) break;
    shown.push(language === 'uk' ? `«${title}»` : `“${title}”`);
  }
  const rest = titles.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? (language === 'uk' ? ` та ще ${rest}` : ` and ${rest} more`) : ''}`;
}

/** The passport's list after a change of decisions: what people wrote themselves stays, what decisions said before is replaced. */
export function withheldAfter(
  passport: Pick<Passport, 'withheld' | 'language'>,
  before: readonly Decision[],
  after: readonly Decision[],
): Withheld[] {
  const said = new Set(withheldBy(before, passport.language).map(({ what, kind }) => `${kind} ${what}`));
  const own = (passport.withheld ?? []).filter(({ what, kind }) => !said.has(`${kind} ${what}`));
  return [...own, ...withheldBy(after, passport.language)].slice(0, 10);
}
