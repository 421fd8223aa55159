import { personId } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import type { NewNotice, Notice, NoticePreferences } from './notice.ts';
import { factsOfKind } from './notice-kinds.ts';
import { insertNotices, selectWrittenSince } from './notice-store.ts';
import { DEFAULT_PREFERENCES, selectPreferences } from './preference-store.ts';
import { peopleToTell } from './recipients.ts';
import { writeNoticeLetter } from './write-letter.ts';

/** One letter of a kind an hour is enough: what comes in between is gathered. ms */
const QUIET = 60 * 60_000;

/** True where the person wants a letter of that kind. */
export function wantsLetter(preferences: NoticePreferences, kind: Notice['kind']): boolean {
  return preferences.byMail && !preferences.muted.includes(kind);
}

/**
 * Tells people something, in the caller's transaction: it stands in their cabinet at once; a letter follows with the digest, or now where the
 * kind is urgent. The one who did it is not told of their own deed unless asked. Asks no permission. Gives how many people are told.
 */
export function notify(ctx: Context, wanted: NewNotice): Promise<number> {
  return transaction(ctx, async (inner) => {
    const actor = wanted.alsoActor ? null : personId(inner.actor);
    const people = (await peopleToTell(inner, wanted.to)).filter(({ id }) => id !== actor);
    const preferences = await selectPreferences(
      inner.db,
      people.map(({ id }) => id),
    );
    const wants = (id: string) => wantsLetter(preferences.get(id) ?? DEFAULT_PREFERENCES, wanted.kind);
    const now = inner.clock.now();
    const by = wanted.facts?.by ?? (inner.actor.kind === 'person' ? inner.actor.name : undefined);
    const notices = people.map(
      (person): Notice => ({
        id: newId(now.getTime()),
        personId: person.id,
        kind: wanted.kind,
        subject: wanted.subject,
        link: wanted.link,
        facts: { ...wanted.facts, ...(by === undefined ? {} : { by }) },
        at: now,
        readAt: null,
      }),
    );
    const urgent = factsOfKind(wanted.kind).urgent === true;
    const since = new Date(now.getTime() - QUIET);
    const ids = urgent ? people.map(({ id }) => id) : [];
    const quiet = await selectWrittenSince(inner.db, ids, wanted.kind, since);
    const atOnce = (id: string) => urgent && !quiet.has(id);
    const written = await insertNotices(inner.db, notices, {
      once: wanted.once === undefined ? null : `${wanted.kind} ${wanted.subject.id} ${wanted.once}`,
      mailedAt: ({ personId: id }) => (atOnce(id) || !wants(id) ? now : null),
    });
    for (const notice of written) {
      const person = people.find(({ id }) => id === notice.personId);
      if (person && wants(person.id) && atOnce(person.id)) await writeNoticeLetter(inner, person, [notice]);
    }
    return written.length;
  });
}
