import type { DetectorCode, PersonalSign, Whose } from '../../../tabular/detectors/sign.ts';
import type { Decision } from './decision.ts';

/** Categories the law protects most: none of them is published on one click, nor as the data of an official or a recipient of money. */
const SPECIAL: readonly DetectorCode[] = ['health', 'court', 'religion', 'nationality', 'membership'];

/** What an organisation has too: published as its contact. */
const OF_ORGANISATIONS: readonly DetectorCode[] = [
  'phone',
  'email',
  'iban',
  'home-address',
  'home-coordinates',
  'plate',
  'vin',
  'ip-address',
];

/** A sign of an organisation this sure asks nobody. */
const SURE = 0.8;

/** How much each is protected; a sign that turns out to be of somebody protected more is decided anew. */
const RANK: Readonly<Record<Whose, number>> = {
  organization: 0,
  official: 1,
  'sole-trader': 1,
  unclear: 2,
  person: 2,
};

/** Whether it is of a category the law protects most. */
export function isSpecial(code: DetectorCode): boolean {
  return SPECIAL.includes(code);
}

/** Whether an organisation can have it too. */
export function mayBeOfOrganisation(code: DetectorCode): boolean {
  return OF_ORGANISATIONS.includes(code);
}

/** Whether somebody has to decide on a sign; contacts of organisations are published without a question, and can be decided on all the same. */
export function needsDecision(sign: Pick<PersonalSign, 'code' | 'whose' | 'confidence' | 'mixed'>): boolean {
  return !(sign.whose === 'organization' && !sign.mixed && sign.confidence >= SURE && mayBeOfOrganisation(sign.code));
}

/**
 * The decision in force that answers a sign, or null. What removes a column answers all that is found in it; any other only the signs it was made
 * for, and one to publish only while they are of nobody more protected than they were then.
 */
export function answerTo(sign: PersonalSign, decisions: readonly Decision[]): Decision | null {
  const decision = decisions.find(({ state, columnTitle }) => state === 'made' && columnTitle === sign.columnTitle);
  if (!decision || decision.way === 'remove') return decision ?? null;
  if (!decision.codes.includes(sign.code)) return null;
  const then = decision.signsThen.find(({ code }) => code === sign.code);
  const grew = then !== undefined && RANK[sign.whose] > RANK[then.whose];
  return decision.way === 'keep' && grew ? null : decision;
}

/**
 * Signs that nobody has decided on; nothing is published while there is one.
 * @param decisions of the same resource
 */
export function undecidedSigns(signs: readonly PersonalSign[], decisions: readonly Decision[]): PersonalSign[] {
  return signs.filter((sign) => needsDecision(sign) && answerTo(sign, decisions) === null);
}
