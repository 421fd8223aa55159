import { z } from 'zod';
import { searchTokens } from '../../language/search-tokens.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { contentDigest, entryDigest, nextChain } from './chain-rules.ts';
import { anyPending, insertLinks, lockHead, type SaltedEntry, selectPending } from './chain-store.ts';

/** Entries sealed in one transaction. */
const AT_ONCE = 2000;

/** Words the entry is found by: of its names only, never of its content, which may be erased. */
function stemsOf({ entry }: SaltedEntry): string[] {
  const names = `${entry.subject.name}\n${entry.actor.name}`;
  return [...new Set(searchTokens(names).map(({ stem }) => stem))];
}

function sealSome(ctx: Pick<Context, 'db'> & Context): Promise<number> {
  return transaction(ctx, async ({ db }) => {
    const head = await lockHead(db);
    let { position, chain } = head;
    const links = (await selectPending(db, AT_ONCE)).map((salted) => {
      const content = contentDigest(salted.entry, salted.salt ?? '');
      const digest = entryDigest(salted.entry, content);
      position += 1;
      chain = nextChain(chain, digest);
      return { position, entryId: salted.entry.id, content, digest, chain, stems: stemsOf(salted) };
    });
    await insertLinks(db, links);
    return links.length;
  });
}

/** Puts every committed entry that waits into the chain, the oldest first. Gives how many. */
export async function sealHistory(ctx: Context): Promise<number> {
  let sealed = 0;
  while (await anyPending(ctx.db)) {
    const some = await sealSome(ctx);
    if (some === 0) break;
    sealed += some;
  }
  return sealed;
}

/** Every minute. */
export const sealHistoryJob = defineJob({
  name: 'history.seal',
  data: z.object({}),
  handle: async (ctx) => {
    await sealHistory(ctx);
  },
});
