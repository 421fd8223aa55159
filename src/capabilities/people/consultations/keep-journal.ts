import { personId } from '../../../kernel/actor.ts';
import { type Day, dayOf } from '../../../kernel/dates.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { may, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { noSuchThing, refuseFaults } from '../refusals.ts';
import { dayFaults, lineFaults, numberFaults, tidy } from '../typed.ts';
import { CHANNELS, type Consultation, type ConsultationTotal, type ConsultationWish } from './consultation.ts';
import {
  deleteConsultation,
  insertConsultation,
  selectConsultation,
  selectConsultations,
  selectNoted,
  selectTopics,
  selectTotals,
} from './consultation-store.ts';

/** Those who advise all: whoever coordinates the data, and members of the working group. */
export function mayAdvise(ctx: Context): Promise<boolean> {
  return may(ctx, 'dataset.comment', null);
}

/**
 * Writes a line into the journal. One made of an answered message or comment is written once: asked again, nothing happens and null is given.
 * Throws `forbidden`, `invalid` (on, with, topic, minutes, people).
 */
export function noteConsultation(ctx: Context, typed: ConsultationWish): Promise<Consultation | null> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.comment', null);
    const wish = { ...typed, with: tidy(typed.with), topic: tidy(typed.topic) };
    refuseFaults([
      ...dayFaults('on', wish.on),
      ...futureFaults(inner, wish.on),
      ...lineFaults('with', wish.with),
      ...lineFaults('topic', wish.topic),
      ...numberFaults('minutes', wish.minutes, 1, 1440),
      ...numberFaults('people', wish.people, 1, 10_000),
    ]);
    const now = inner.clock.now();
    const line: Consultation = {
      ...wish,
      channel: CHANNELS.find((one) => one === wish.channel) ?? 'phone',
      id: newId(now.getTime()),
      byId: personId(inner.actor),
      byName: 'name' in inner.actor ? inner.actor.name : '',
    };
    if (!(await insertConsultation(inner.db, line, now))) return null;
    const after = { with: line.with, on: line.on, channel: line.channel, minutes: line.minutes };
    await record(inner, { deed: 'consultation.noted', subject: subjectOf(line), after });
    return line;
  });
}

/** Takes a line back: one's own, or anybody's for those who look after the city. Throws `forbidden`, `not-found`. */
export function removeConsultation(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const line = isId(id) ? await selectConsultation(inner.db, id) : null;
    const own = line !== null && line.byId !== null && line.byId === personId(inner.actor);
    await permit(inner, own ? 'dataset.comment' : 'city.manage', null);
    if (!line) throw noSuchThing();
    await deleteConsultation(inner.db, id);
    const before = { with: line.with, on: line.on, minutes: line.minutes };
    await record(inner, { deed: 'consultation.removed', subject: subjectOf(line), before });
  });
}

/** The journal of a time: its lines, totals by member, topics to offer. */
export interface Journal {
  readonly lines: readonly Consultation[];
  readonly totals: readonly ConsultationTotal[];
  readonly topics: readonly string[];
}

/** Topics offered while one types. */
const TOPICS = 30;

/** The journal between two days. Throws `forbidden`. */
export async function readJournal(ctx: Context, from: Day, to: Day): Promise<Journal> {
  await permit(ctx, 'dataset.comment', null);
  return {
    lines: await selectConsultations(ctx.db, from, to),
    totals: await selectTotals(ctx.db, from, to),
    topics: await selectTopics(ctx.db, TOPICS),
  };
}

/** Of which of these messages or comments a line was made already. Asks no permission. */
export function notedSources(ctx: Context, kind: 'message' | 'comment', ids: readonly string[]): Promise<Set<string>> {
  return selectNoted(ctx.db, kind, ids);
}

const subjectOf = ({ id, topic }: Consultation) => ({ kind: 'consultation', id, name: topic });

function futureFaults(ctx: Context, on: Day) {
  if (on <= dayOf(ctx.clock.now())) return [];
  return [{ field: 'on', text: { uk: 'Цей день ще не настав.', en: 'This day is still to come.' } }];
}
