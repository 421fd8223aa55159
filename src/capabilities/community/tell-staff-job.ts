import { z } from 'zod';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { communityProfile, listPeople, listUnits, type Person } from '../accounts/index.ts';
import { type StaffNews, staffLetter } from './letters.ts';
import { selectMessage } from './message-store.ts';
import { staffOf } from './notice-rules.ts';
import { insertNotice, lastLetterAt, markSent, type Notice, selectUnsent } from './notice-store.ts';

/** One letter an hour to a person is enough: what comes in between is gathered. ms */
const QUIET = 60 * 60_000;

const News = z.object({ messageId: z.string(), newsId: z.string(), origin: z.string() });

/** Tells those who answer that something came: at once, or with the next gathering where they had a letter within the hour. */
export const tellStaffJob = defineJob({
  name: 'community.tell-staff',
  data: News,
  handle: (ctx, { messageId, newsId, origin }) =>
    transaction(ctx, async (inner) => {
      const message = await selectMessage(inner.db, messageId);
      if (!message) return;
      const now = inner.clock.now();
      for (const person of staffOf(await listPeople(inner), await listUnits(inner), message)) {
        const fresh = await insertNotice(inner.db, { newsId, personId: person.id, messageId, origin }, now);
        const last = fresh ? await lastLetterAt(inner.db, person.id) : now;
        if (last && now.getTime() - last.getTime() < QUIET) continue;
        await writeTo(inner, person, [{ message, link: linkOf(origin, messageId) }]);
      }
    }),
});

/** Hourly: what came while people had had a letter already, in one letter for each. */
export const gatherNewsJob = defineJob({
  name: 'community.gather-news',
  data: z.object({}),
  handle: (ctx) =>
    transaction(ctx, async (inner) => {
      const byPerson = new Map<string, Notice[]>();
      for (const notice of await selectUnsent(inner.db)) {
        byPerson.set(notice.personId, [...(byPerson.get(notice.personId) ?? []), notice]);
      }
      if (byPerson.size === 0) return;
      const people = new Map((await listPeople(inner)).map((person) => [person.id, person]));
      for (const [personId, notices] of byPerson) {
        const person = people.get(personId);
        if (person?.active) await writeTo(inner, person, await newsOf(inner, notices));
        else await markSent(inner.db, personId, inner.clock.now());
      }
    }),
});

const linkOf = (origin: string, messageId: string) => `${origin}/cabinet/messages/${messageId}`;

/** Each message once, however often it was written to. */
async function newsOf(ctx: Context, notices: readonly Notice[]): Promise<StaffNews[]> {
  const news: StaffNews[] = [];
  const byMessage = new Map(notices.map((notice) => [notice.messageId, notice]));
  for (const { messageId, origin } of byMessage.values()) {
    const message = await selectMessage(ctx.db, messageId);
    if (message) news.push({ message, link: linkOf(origin, messageId) });
  }
  return news;
}

async function writeTo(ctx: Context, person: Person, news: readonly StaffNews[]): Promise<void> {
  const community = (await communityProfile(ctx))?.name ?? '';
  await ctx.mail.write(ctx.db, staffLetter(person.email, person.name, community, news));
  await markSent(ctx.db, person.id, ctx.clock.now());
}
