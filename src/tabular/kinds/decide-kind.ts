import type { Text } from '../../kernel/text.ts';
import type { ColumnKind, ColumnType } from '../column.ts';
import type { TypeDecision } from '../types/decide-type.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kind-list.ts';
import { formSpeaks, type KindSurvey, namedBy } from './survey-values.ts';

/** A column after its types are counted. */
export interface KindFacts {
  readonly survey: KindSurvey;
  readonly filled: number;
  readonly distinct: number;
  readonly decision: TypeDecision;
}

/** A kind with how sure it is (0–1) and why. */
export interface KindDecision {
  readonly kind: ColumnKind;
  readonly confidence: number;
  readonly why: Text;
}

const BY_HEADER: Text = { uk: 'За назвою стовпця.', en: 'By the name of the column.' };
const BY_TYPE: Text = { uk: 'За типом усіх значень.', en: 'By the type of all values.' };
const BY_PERSON: Text = { uk: 'Так сказала людина.', en: 'A person said so.' };
const BY_LENGTH: Text = {
  uk: 'Значення довгі, майже всі різні.',
  en: 'Values are long, nearly all of them different.',
};
const BY_REPEATS: Text = {
  uk: 'Кілька значень повторюються в багатьох рядках.',
  en: 'A few values come again in many rows.',
};

/** Under this nothing is said. */
const LEAST = 0.5;
const LONG_TEXT = 60;
const FEW_VALUES = 40;
const ROWS_A_VALUE = 5;

function byForm(kind: Kind, share: number, withHeader: boolean): Text {
  const percent = Math.round(share * 100);
  const form = kind.form ?? kind.title;
  return withHeader
    ? {
        uk: `За назвою стовпця і виглядом значень: ${percent} % з них — ${form.uk}.`,
        en: `By the name of the column and the form of its values: ${percent}% are ${form.en}.`,
      }
    : { uk: `За виглядом значень: ${percent} % з них — ${form.uk}.`, en: `By their form: ${percent}% are ${form.en}.` };
}

const takenFor = ({ type, expected }: TypeDecision): ColumnType => expected ?? type;

function decided(kind: Kind, confidence: number, why: Text): KindDecision {
  return { kind: kind.code, confidence: Math.round(confidence * 100) / 100, why };
}

/** What speaks for one kind; null where nothing does. */
function judge(kind: Kind, { survey, filled, distinct, decision }: KindFacts): KindDecision | null {
  const type = takenFor(decision);
  const fits = kind.types === undefined || kind.types.includes(type);
  const share = survey.shares.get(kind.code) ?? 0;
  if (kind.unique && distinct < filled * 0.99) return null;
  if (kind.repeats && (distinct > FEW_VALUES * ROWS_A_VALUE || distinct > filled * 0.7)) return null;
  const speaks = formSpeaks(kind, survey) && kind.alone?.types?.includes(type) !== false;
  if (namedBy(kind, survey.words)) {
    if (kind.is !== undefined && share >= (kind.least ?? 0.5))
      return decided(kind, kind.byForm ?? 0.7 + 0.29 * share, byForm(kind, share, true));
    if (fits && !survey.talkative && (kind.is === undefined || kind.byHeader !== undefined))
      return decided(kind, kind.byHeader ?? (kind.types ? 0.75 : 0.7), BY_HEADER);
  }
  const apart = survey.alone.get(kind.code) ?? 0;
  if (speaks && kind.alone) return decided(kind, kind.alone.confidence * apart, byForm(kind, apart, false));
  return kind.byType !== undefined && fits ? decided(kind, kind.byType, BY_TYPE) : null;
}

/** Where neither header nor form says anything: long texts, and values that come again and again. */
function byLook({ survey, filled, distinct, decision }: KindFacts): KindDecision | null {
  if (takenFor(decision) !== 'text') return null;
  if (survey.length > LONG_TEXT) return { kind: 'text', confidence: 0.6, why: BY_LENGTH };
  const repeats = distinct > 1 && distinct <= FEW_VALUES && filled >= distinct * ROWS_A_VALUE;
  return repeats ? { kind: 'category', confidence: 0.6, why: BY_REPEATS } : null;
}

/** What the values of a column are, by their form, their type and the header; null where they are just values. */
export function decideKind(facts: KindFacts): KindDecision | null {
  if (facts.survey.asked === 0) return null;
  let best: KindDecision | null = null;
  for (const kind of KINDS) {
    const found = judge(kind, facts);
    if (found !== null && found.confidence >= LEAST && found.confidence > (best?.confidence ?? 0)) best = found;
  }
  return best ?? byLook(facts);
}

/** The kind a person chose. */
export function saidKind(kind: ColumnKind): KindDecision {
  return { kind, confidence: 1, why: BY_PERSON };
}

const AS_TEXT: ReadonlySet<ColumnKind | null> = new Set(KINDS.filter(({ asText }) => asText).map(({ code }) => code));

/** The decision after the kind is known: codes are text whatever their digits look like. */
export function withKind(decision: TypeDecision, kind: ColumnKind | null): TypeDecision {
  // «9.30» under «Час» is half past nine, no fraction
  const isClock = kind === 'time' && decision.type !== 'time';
  if (!AS_TEXT.has(kind) && !isClock) return decision;
  const { expected: _left, ...rest } = decision;
  return { ...rest, type: 'text', notation: { ...decision.notation, form: 'mixed' } };
}
