import type { Text } from '../../../kernel/text.ts';
import type { DetectorCode, PersonalSign } from '../../../tabular/detectors/sign.ts';
import type { RecipeStep } from '../../../tabular/inspection.ts';
import type { ThreePart, Way } from './decision.ts';
import { isSpecial, needsDecision } from './sign-rules.ts';
import { type Hiding, hidingOf, type StepPlace } from './step-rules.ts';

/** What is offered first for what was found in a column. */
export interface Proposal {
  readonly way: Way;
  /** Null: nothing is changed. */
  readonly step: RecipeStep | null;
  /** Of a proposal to publish. */
  readonly groundCode: string | null;
  /** What in the table speaks for that ground; null where nothing is known. */
  readonly why: Text | null;
  /** It may be accepted with all others by one click. */
  readonly oneClick: boolean;
}

/** What a ground covers: anything else found in the same column is not published on it. */
const COVERED: Readonly<Record<string, readonly DetectorCode[]>> = {
  'official-powers': ['person-name', 'phone', 'email', 'free-text'],
  declaration: ['person-name', 'free-text'],
  'public-money': ['person-name', 'free-text'],
  'public-property': ['person-name', 'home-address', 'home-coordinates', 'free-text'],
  'sole-trader-register': ['person-name', 'phone', 'email', 'free-text'],
  'organisation-contact': ['phone', 'email', 'iban', 'home-address', 'home-coordinates', 'plate', 'vin', 'ip-address'],
};

/** How data of a private person are protected where nothing else is said; what is not named here is removed. */
const USUAL: Readonly<Partial<Record<DetectorCode, Hiding['way']>>> = {
  'birth-date': 'generalise',
  'home-address': 'generalise',
  'home-coordinates': 'generalise',
  'small-groups': 'suppress',
  'free-text': 'mask',
};

/** The strictest first: of several signs in a column the strictest way is proposed. */
const STRICTNESS: readonly Way[] = ['remove', 'suppress', 'mask', 'pseudonymise', 'generalise', 'keep'];

/** Whether a ground that needs no act of its own covers what was found. Grounds that name an act cover whatever the act does. */
export function covers(groundCode: string, code: DetectorCode): boolean {
  const covered = COVERED[groundCode];
  return covered === undefined || covered.includes(code);
}

type Grounded = Pick<PersonalSign, 'code' | 'whose' | 'grounds'>;

/** The ground on which a sign is to be published, by what stands beside it and whose it is; null: by none that is known. */
export function groundFor(sign: Grounded): string | null {
  if (isSpecial(sign.code)) return null;
  const seen = (sign.grounds ?? [])
    .map(({ hint }) => hint)
    .filter((hint) => sign.whose !== 'person' || OF_ANYBODY.has(hint));
  const ofWhom = GROUND_OF[sign.whose];
  return [...seen, ...(ofWhom ? [ofWhom] : [])].find((ground) => covers(ground, sign.code)) ?? null;
}

/** Grounds that hold for a private person too: it is what they received or declared that is public. */
const OF_ANYBODY: ReadonlySet<string> = new Set(['declaration', 'public-money', 'public-property']);

const GROUND_OF: Readonly<Partial<Record<PersonalSign['whose'], string>>> = {
  official: 'official-powers',
  'sole-trader': 'sole-trader-register',
  organization: 'organisation-contact',
};

/** What is proposed for one sign, by its column alone. */
export function proposalOf(sign: PersonalSign, columns: StepPlace['columns'] = []): Proposal {
  const groundCode = groundFor(sign);
  const why = sign.grounds?.find(({ hint }) => hint === groundCode)?.why ?? null;
  if (groundCode !== null) return { way: 'keep', step: null, groundCode, why, oneClick: true };
  return hiding(USUAL[sign.code] ?? 'remove', { title: sign.columnTitle, codes: [sign.code], columns });
}

function hiding(way: Hiding['way'], place: StepPlace): Proposal {
  const step = hidingOf(way, place);
  return step === null ? hiding('remove', place) : { way, step, groundCode: null, why: null, oneClick: true };
}

/**
 * What is proposed for a column with all that was found in it: the strictest of the proposals.
 * @param columns of the table as it is published
 */
export function proposalOfColumn(signs: readonly PersonalSign[], columns: StepPlace['columns'] = []): Proposal {
  const asked = signs.filter(needsDecision);
  const proposals = (asked.length > 0 ? asked : signs).map((sign) => proposalOf(sign, columns));
  const [first] = proposals.toSorted((a, b) => STRICTNESS.indexOf(a.way) - STRICTNESS.indexOf(b.way));
  const [sign] = signs;
  if (!first || !sign) throw new Error('a column without signs needs no proposal');
  // two sorts of data in one column are made coarser by no one step
  const mixed = first.way === 'generalise' && new Set(proposals.map(({ step }) => step?.code)).size > 1;
  return mixed ? hiding('remove', { title: sign.columnTitle, codes: [], columns }) : first;
}

/** The answer to the three-part test that personal data of a private person usually have; whoever decides sees it and may write their own. */
export const USUAL_TEST: { readonly interest: ThreePart['interest'] } & Readonly<Record<'harm' | 'balance', Text>> = {
  interest: 'rights-of-others',
  harm: {
    uk: 'За цими відомостями можна впізнати людину, знайти її або скористатися її даними без її відома.',
    en: 'By these data a person can be recognised or found, or their data used without their knowledge.',
  },
  balance: {
    uk: 'Набір виконує своє призначення і без цих відомостей, тож шкода людям більша за користь для суспільства.',
    en: 'The dataset serves its purpose without these data, so the harm to people is greater than the use to the public.',
  },
};
