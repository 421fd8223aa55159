import { dayOf } from '../../../kernel/dates.ts';
import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatNumber } from '../../../language/numbers.ts';
import type { Whose } from '../../../tabular/detectors/sign.ts';
import { DETECTORS, describeProtection } from '../../../tabular/index.ts';
import { RESTRICTION_NAMES } from '../../catalog/index.ts';
import type { Decision } from '../decisions/decision.ts';
import { INTEREST_NAMES, WAY_DONE } from '../decisions/decision-words.ts';
import { CONDITION_WORDS, findGround } from '../decisions/ground.ts';
import { mayBeOfOrganisation } from '../decisions/sign-rules.ts';
import type { ReportColumn, ReportDecision, ReportSign, ReportStatement } from './report.ts';

/** What the report says of one column, in sentences, without a value of any cell. */
export interface ColumnWords {
  readonly title: string;
  readonly found: string;
  readonly decision: string;
  /** Ground of publication, or the kind of restriction with its three parts; '' where nobody had to decide. */
  readonly ground: string;
  readonly who: string;
  readonly left: string;
}

const WHOSE: Readonly<Record<Whose, Text>> = {
  person: { uk: 'приватні люди', en: 'private persons' },
  official: { uk: 'посадові особи', en: 'officials' },
  'sole-trader': { uk: 'підприємці (ФОП)', en: 'sole traders' },
  organization: { uk: 'установи', en: 'organisations' },
  unclear: { uk: 'чиї, не з’ясовано', en: 'whose is not clear' },
};

const TITLES: ReadonlyMap<string, Text> = new Map(DETECTORS.map(({ code, title }) => [code, title]));

/** Title of a detector; its code where it is known no more. */
export function detectorTitle(code: string, language: Language): string {
  const title = TITLES.get(code);
  return title ? inLanguage(title, language) : code;
}

/** What was said of a file in one sentence. */
export function wordsOfStatement(
  { says, groundCode, act, reason, statedBy, statedAt }: ReportStatement,
  language: Language,
): string {
  const uk = language === 'uk';
  const ground = findGround(groundCode);
  const kept = [
    uk ? 'персональні дані є, оприлюднюються на підставі' : 'there are personal data, published on the ground',
    ground ? inLanguage(ground.title, language) : '',
  ].join(': ');
  const none = uk ? 'персональних даних у файлі немає' : 'there are no personal data in the file';
  const named = act ? [act.title, act.number, act.date].filter(Boolean).join(', ') : '';
  const who = `${statedBy}, ${dayInWords(dayOf(new Date(statedAt)), language)}`;
  return [says === 'none' ? none : kept, named, reason, who].filter((part) => part !== '').join('; ');
}

/** One column of the report in words. */
export function wordsOfColumn({ title, found, decision, left }: ReportColumn, language: Language): ColumnWords {
  const none = language === 'uk' ? 'немає' : 'none';
  return {
    title,
    found: found.length > 0 ? found.map((sign) => wordsOfSign(sign, language)).join('; ') : none,
    decision: decision ? wordsOfDecision(decision, language) : wordsOfNone(found, language),
    ground: decision ? wordsOfGround(decision, language) : '',
    who: decision ? whoAndWhen(decision.decidedBy, new Date(decision.decidedAt), language) : '',
    left: left.length > 0 ? left.map((sign) => wordsOfSign(sign, language)).join('; ') : none,
  };
}

/** Who decided and on what day; the system where nobody did. */
export function whoAndWhen(by: string, at: Date, language: Language): string {
  return `${by || (language === 'uk' ? 'Система' : 'The system')}, ${dayInWords(dayOf(at), language)}`;
}

function wordsOfSign({ code, whose, count }: ReportSign, language: Language): string {
  return `${detectorTitle(code, language)}: ${formatNumber(count, language)} (${inLanguage(WHOSE[whose], language)})`;
}

/** A decision of the register in words: what was done, and on what ground. */
export function wordsOfDecisionMade(decision: Decision, language: Language): { done: string; ground: string } {
  const kept = { ...decision, decidedAt: decision.decidedAt.toISOString() };
  return { done: wordsOfDecision(kept, language), ground: wordsOfGround(kept, language) };
}

/** Where nobody decided: contacts of organisations go out without it; anything else does not, in a draft or in a column that is closed. */
function wordsOfNone(found: readonly ReportSign[], language: Language): string {
  const contact = found.every(({ code, whose }) => whose === 'organization' && mayBeOfOrganisation(code));
  if (contact)
    return language === 'uk'
      ? 'оприлюднюється: контакт установи, рішення не потрібне'
      : 'published: contact of an organisation, no decision is needed';
  return language === 'uk' ? 'рішення немає, тому не оприлюднюється' : 'no decision, so it is not published';
}

function wordsOfDecision(decision: ReportDecision, language: Language): string {
  const done = inLanguage(WAY_DONE[decision.way], language);
  const how = decision.step && decision.way !== 'remove' ? inLanguage(describeProtection(decision.step), language) : '';
  const waits =
    decision.state === 'waiting' ? (language === 'uk' ? 'чекає підтвердження' : 'waits for confirmation') : '';
  return [done, how, waits].filter(Boolean).join('; ');
}

/** On what ground it is published, or why access is restricted. */
function wordsOfGround(decision: ReportDecision, language: Language): string {
  const { groundCode, condition, act, reason, restriction, threePart, reviewOn } = decision;
  const ground = findGround(groundCode);
  const uk = language === 'uk';
  const parts = [
    ground ? inLanguage(ground.title, language) : '',
    condition
      ? `${uk ? 'умова ст. 10-1' : 'condition of article 10-1'}: ${inLanguage(CONDITION_WORDS[condition], language)}`
      : '',
    ground?.norm ? inLanguage(ground.norm, language) : '',
    act ? [act.title, act.date, act.number && `№ ${act.number}`].filter(Boolean).join(', ') : '',
    restriction ? inLanguage(RESTRICTION_NAMES[restriction], language) : '',
    threePart
      ? `${uk ? 'ст. 6' : 'article 6'}: 1) ${inLanguage(INTEREST_NAMES[threePart.interest], language)}; 2) ${withoutDot(threePart.harm)}; 3) ${withoutDot(threePart.balance)}`
      : '',
    reason,
    reviewOn ? `${uk ? 'переглянути' : 'to be reviewed'} ${dayInWords(reviewOn, language)}` : '',
  ];
  return sentences(parts);
}

/** Parts one after another, each a sentence. */
function sentences(parts: readonly string[]): string {
  const told = parts.map(withoutDot).filter((part) => part !== '');
  return told.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join('. ');
}

/** People end their answers with a full stop, and so does the sentence they stand in. */
const withoutDot = (text: string) => text.trim().replace(/\.$/, '');
