import type { z } from 'zod';
import { addMonths, type Day } from '../../../kernel/dates.ts';
import { type FieldFault, fieldFault } from '../../../kernel/errors.ts';
import { plural, pluralEnglish } from '../../../language/plural.ts';
import type { PersonalSign } from '../../../tabular/detectors/sign.ts';
import { faultOfProtection, titlesOfProtection } from '../../../tabular/index.ts';
import type { Decision, DecisionTerms, DecisionWish } from './decision.ts';
import { findGround } from './ground.ts';
import { covers, groundFor, USUAL_TEST } from './proposal-rules.ts';
import { isSpecial, needsDecision } from './sign-rules.ts';
import { hidingOf, type StepPlace } from './step-rules.ts';

/** A wish after its form was read. */
export type ReadWish = z.output<typeof DecisionWish>;

/** Months until a restriction is looked at again, where nothing else is said. */
const REVIEW_MONTHS = 6;

/** What a decision is made of besides who made it and where. */
export type DecisionContent = Pick<Decision, 'columnTitle' | 'codes' | 'signsThen' | keyof DecisionTerms>;

/** What history and reports keep of what was decided. */
export function termsOf(decision: DecisionTerms): DecisionTerms {
  const { way, step, condition, groundCode, act, reason, restriction, threePart, reviewOn } = decision;
  return { way, step, condition, groundCode, act, reason, restriction, threePart, reviewOn };
}

/** The column a wish is about: what was found in it, and the columns beside it. */
export interface OfColumn {
  readonly signs: readonly PersonalSign[];
  readonly columns: StepPlace['columns'];
  /** People who took back their consent to be published by it. */
  readonly withdrawn?: number;
}

/** What is missing in a wish about a column with these signs; empty where it can be carried out. */
export function faultsOfWish(wish: ReadWish, of: OfColumn): FieldFault[] {
  return wish.way === 'keep' ? faultsOfKeeping(wish, of) : faultsOfHiding(wish, of);
}

/** What it answers: the signs found, and those named beside them. */
function codesOf({ codes }: ReadWish, signs: readonly PersonalSign[]): PersonalSign['code'][] {
  return [...new Set([...signs.map(({ code }) => code), ...codes])];
}

function faultsOfKeeping(wish: ReadWish, { signs, withdrawn = 0 }: OfColumn): FieldFault[] {
  const { groundCode, act, reason, withdrawnToo } = wish;
  const ground = findGround(groundCode);
  if (!ground)
    return [
      fieldFault('groundCode', 'Оберіть підставу, на якій це оприлюднюється.', 'Choose the ground of publication.'),
    ];
  const faults: FieldFault[] = [];
  const special = codesOf(wish, signs).some(isSpecial);
  const asked = [...signs.filter(needsDecision).map(({ code }) => code), ...wish.codes];
  if (asked.some((code) => !covers(ground.code, code)) || (special && ground.asks.length === 0))
    faults.push(
      fieldFault(
        'groundCode',
        `Підстава «${ground.title.uk}» не охоплює всього, що знайдено в цьому стовпці. Приберіть або приховайте його чи назвіть закон або згоду.`,
        `The ground “${ground.title.en}” does not cover all that was found in this column. Remove or mask it, or name a law or a consent.`,
      ),
    );
  if (ground.asks.includes('act') && act === null)
    faults.push(
      fieldFault(
        'act',
        'Назвіть документ: закон і статтю, рішення або згоду.',
        'Name the document: a law and its article, a decision or a consent.',
      ),
    );
  if ((ground.asks.includes('reason') || special) && reason === '')
    faults.push(
      fieldFault(
        'reason',
        'Поясніть кількома словами, чому це можна оприлюднити.',
        'Explain in a few words why this may be published.',
      ),
    );
  if (ground.condition !== 'consent' && withdrawn > 0 && !withdrawnToo) faults.push(returningFault(withdrawn));
  return faults;
}

/** On another ground the rows of who took their consent back return: nobody does that without knowing. */
function returningFault(people: number): FieldFault {
  const uk = plural(people, 'людина відкликала', 'людини відкликали', 'людей відкликали');
  return fieldFault(
    'withdrawnToo',
    `${people} ${uk} згоду бути тут. На цій підставі їхні рядки знову оприлюдняться. Якщо вона охоплює і їх, підтвердіть це позначкою; якщо ні, оберіть підставу «Згода людей» або приховайте стовпець.`,
    `${people} ${pluralEnglish(people, 'person', 'people')} took back the consent to be here. On this ground their rows are published again. If it covers them too, tick that; if not, choose the ground “Consent” or hide the column.`,
  );
}

function faultsOfHiding(wish: ReadWish, of: OfColumn): FieldFault[] {
  const { signs } = of;
  const faults: FieldFault[] = [];
  const step = stepOf(wish, of);
  const about =
    wish.columnTitle === '' ? step?.columnTitle === null : step && titlesOfProtection(step).includes(wish.columnTitle);
  if (step === null || !about || faultOfProtection(step) !== null)
    faults.push(fieldFault('step', 'Оберіть, як саме змінити стовпець.', 'Choose how the column is to be changed.'));
  const open = signs.filter((sign) => needsDecision(sign) && groundFor(sign) !== null);
  if (open.length > 0 && open.length === signs.filter(needsDecision).length && wish.reason === '')
    faults.push(
      fieldFault(
        'reason',
        'Закон відкриває ці відомості, тому поясніть, чому їх треба приховати.',
        'The law opens these data, so explain why they have to be hidden.',
      ),
    );
  return faults;
}

function stepOf(wish: ReadWish, { signs, columns }: OfColumn): Decision['step'] {
  const { way, step, columnTitle } = wish;
  if (way === 'keep') return null;
  if (step === null) return hidingOf(way, { title: columnTitle, codes: codesOf(wish, signs), columns });
  const { code, parameters } = step;
  const place = step.columnTitle === undefined ? columnTitle : step.columnTitle;
  return { code, columnTitle: place, ...(parameters ? { parameters } : {}) };
}

/** The decision a sound wish comes to. What it leaves out has the usual answer: confidential, the usual three-part test, six months. */
export function contentOf(wish: ReadWish, of: OfColumn, today: Day): DecisionContent {
  const { signs } = of;
  const keeps = wish.way === 'keep';
  const { interest, harm, balance } = USUAL_TEST;
  const ground = keeps ? findGround(wish.groundCode) : null;
  return {
    columnTitle: wish.columnTitle,
    codes: codesOf(wish, signs),
    way: wish.way,
    step: stepOf(wish, of),
    condition: keeps ? (ground?.condition ?? null) : wish.way === 'remove' ? null : 'anonymised',
    groundCode: ground?.code ?? null,
    act: keeps ? wish.act : null,
    reason: wish.reason,
    restriction: keeps ? null : (wish.restriction ?? 'confidential'),
    threePart: keeps ? null : (wish.threePart ?? { interest, harm: harm.uk, balance: balance.uk }),
    reviewOn: keeps ? wish.reviewOn : (wish.reviewOn ?? addMonths(today, REVIEW_MONTHS)),
    signsThen: signs.map(({ code, whose, count }) => ({ code, whose, count })),
  };
}
