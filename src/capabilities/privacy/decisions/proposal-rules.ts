import type { Text } from '../../../kernel/text.ts';
import type { DetectorCode, PersonalSign } from '../../../tabular/detectors/sign.ts';
import type { RecipeStep } from '../../../tabular/inspection.ts';
import type { ThreePart, Way } from './decision.ts';
import { isSpecial, needsDecision } from './sign-rules.ts';

/** What is offered first for what was found in a column. */
export interface Proposal {
  readonly way: Way;
  /** Null: nothing is changed. */
  readonly step: Pick<RecipeStep, 'code' | 'parameters'> | null;
  /** Of a proposal to publish. */
  readonly groundCode: string | null;
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
const USUAL: Readonly<Partial<Record<DetectorCode, Way>>> = {
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

/** The ground on which a sign is to be published, by whose it is; null: by none that is known. */
export function groundFor({ code, whose }: Pick<PersonalSign, 'code' | 'whose'>): string | null {
  const ground = GROUND_OF[whose];
  return ground !== undefined && !isSpecial(code) && covers(ground, code) ? ground : null;
}

const GROUND_OF: Readonly<Partial<Record<PersonalSign['whose'], string>>> = {
  official: 'official-powers',
  'sole-trader': 'sole-trader-register',
  organization: 'organisation-contact',
};

/** What is proposed for one sign. */
export function proposalOf(sign: PersonalSign): Proposal {
  const groundCode = groundFor(sign);
  if (groundCode !== null) return { way: 'keep', step: null, groundCode, oneClick: true };
  const way = USUAL[sign.code] ?? 'remove';
  return { way, step: usualStep(way, [sign.code]), groundCode: null, oneClick: true };
}

/** What is proposed for a column with all that was found in it: the strictest of the proposals. */
export function proposalOfColumn(signs: readonly PersonalSign[]): Proposal {
  const asked = signs.filter(needsDecision);
  const proposals = (asked.length > 0 ? asked : signs).map(proposalOf);
  const [first] = proposals.toSorted((a, b) => STRICTNESS.indexOf(a.way) - STRICTNESS.indexOf(b.way));
  if (!first) throw new Error('a column without signs needs no proposal');
  // two sorts of data in one column are made coarser by no one step
  const mixed = first.way === 'generalise' && new Set(proposals.map(({ step }) => step?.code)).size > 1;
  return mixed ? { ...first, way: 'remove', step: usualStep('remove', []) } : first;
}

/** The usual step of a way for what was found in a column; null: nothing is changed. */
export function usualStep(way: Way, codes: readonly DetectorCode[]): Proposal['step'] {
  switch (way) {
    case 'keep':
      return null;
    case 'remove':
      return { code: 'protect-remove' };
    case 'mask':
      return { code: 'protect-mask' };
    case 'pseudonymise':
      return { code: 'protect-pseudonym' };
    case 'suppress':
      return { code: 'protect-small-groups' };
    case 'generalise':
      return coarser(codes);
  }
}

function coarser(codes: readonly DetectorCode[]): Proposal['step'] {
  if (codes.includes('birth-date')) return { code: 'protect-generalise-date', parameters: { to: 'year' } };
  if (codes.includes('home-address')) return { code: 'protect-generalise-address', parameters: { to: 'street' } };
  if (codes.includes('home-coordinates')) return { code: 'protect-grid' };
  return { code: 'protect-ranges' };
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
