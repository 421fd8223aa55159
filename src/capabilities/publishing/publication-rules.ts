import type { Actor } from '../../kernel/actor.ts';
import { type Day, dayOf } from '../../kernel/dates.ts';
import { type FieldFault, RequestError } from '../../kernel/errors.ts';
import type { Passport } from '../catalog/index.ts';
import { Archiving, type Publication, Suspension, Withdrawal } from './publication.ts';

/** Who did it, as a version remembers. */
export function nameOf(actor: Actor): string {
  return actor.kind === 'visitor' ? '' : actor.name;
}

/**
 * The instant the data of a new version are true as of (ISO 8601). What a person wrote in the passport since the last version counts;
 * otherwise new files are true as of now, and a version of the passport alone leaves the instant where it was.
 */
export function dataAsOf(facts: {
  passport: Passport;
  before: Passport | null;
  publication: Publication | null;
  newFiles: boolean;
  now: Date;
}): string {
  const written = facts.passport.dataAsOf;
  if (written !== null && written !== (facts.before?.dataAsOf ?? null)) return new Date(written).toISOString();
  if (facts.publication === null || facts.newFiles) return facts.now.toISOString();
  return facts.publication.dataAsOf;
}

const REASON: FieldFault = {
  field: 'reason',
  text: { uk: 'Напишіть причину (до 2000 знаків).', en: 'Write the reason (up to 2000 characters).' },
};
const ORDER: FieldFault = {
  field: 'order',
  text: {
    uk: 'Вкажіть розпорядчий документ: назву, дату й номер (до 500 знаків).',
    en: 'Give the order: its name, date and number (up to 500 characters).',
  },
};
const REVIEW: FieldFault = {
  field: 'reviewOn',
  text: {
    uk: 'Вкажіть день, коли рішення переглянуть: сьогодні або пізніше.',
    en: 'Give the day the decision will be reviewed: today or later.',
  },
};

/** Checks the form of a suspension. Throws `invalid` with the fault of each field. */
export function parseSuspension(form: Suspension, now: Date): Suspension {
  const parsed = Suspension.safeParse(form);
  if (parsed.success && parsed.data.reviewOn >= today(now)) return parsed.data;
  const faulty = parsed.success ? ['reviewOn'] : parsed.error.issues.map((issue) => String(issue.path[0]));
  throw badClosure([REASON, ORDER, REVIEW].filter(({ field }) => faulty.includes(field)));
}

/** Checks the form of a withdrawal. Throws `invalid` with the fault of each field. */
export function parseWithdrawal(form: Withdrawal): Withdrawal {
  return parseGround(Withdrawal, form);
}

/** The same for the archive. */
export function parseArchiving(form: Archiving): Archiving {
  return parseGround(Archiving, form);
}

function parseGround(schema: typeof Withdrawal | typeof Archiving, form: object): Withdrawal {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  const faulty = parsed.error.issues.map((issue) => String(issue.path[0]));
  throw badClosure([REASON, ORDER].filter(({ field }) => faulty.includes(field)));
}

function today(now: Date): Day {
  return dayOf(now);
}

function badClosure(faults: readonly FieldFault[]): RequestError {
  const text = {
    uk: faults.map((fault) => fault.text.uk).join(' '),
    en: faults.map((fault) => fault.text.en).join(' '),
  };
  return new RequestError('invalid', 'bad-closure', text, faults);
}
