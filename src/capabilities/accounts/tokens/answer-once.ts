import { createHash } from 'node:crypto';
import { RequestError } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { deleteRequestKeys, insertRequestKey, selectRequestKey, updateRequestKey } from './request-key-store.ts';

/** What a request was answered. */
export interface KeyedAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A key is remembered for so long, ms. */
const KEPT = 2 * 86_400_000;

/**
 * Does what a token asks under a key of its own choosing (`Idempotency-Key`) once: asked again with the same key, it gets the first
 * answer, also where both ask at the same time. Deed and key are one transaction, so a kill leaves both or neither. Without a key, or
 * for a person, it is simply done.
 * Throws `conflict` (code `key-used`) where the key was used for something else, `invalid` for a key that is none.
 * @param request what is asked, in full: another request under the same key is refused
 */
export async function answerOnce(
  ctx: Context,
  key: string | null,
  request: readonly unknown[],
  deed: (ctx: Context) => Promise<KeyedAnswer>,
): Promise<KeyedAnswer & { readonly repeated: boolean }> {
  const { actor } = ctx;
  if (key === null || actor.kind !== 'token') return { ...(await deed(ctx)), repeated: false };
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw badKey();
  const digest = createHash('sha256').update(JSON.stringify(request)).digest('hex');
  return transaction(ctx, async (tx) => {
    const now = tx.clock.now();
    await deleteRequestKeys(tx.db, new Date(now.getTime() - KEPT));
    // whoever asks with the same key meanwhile waits here for the end of our transaction
    if (!(await insertRequestKey(tx.db, { tokenId: actor.id, key, request: digest, at: now }))) {
      const known = await selectRequestKey(tx.db, actor.id, key);
      if (!known?.answer || known.request !== digest) throw keyUsed();
      return { ...known.answer, repeated: true };
    }
    const answer = await deed(tx);
    await updateRequestKey(tx.db, actor.id, key, answer);
    return { ...answer, repeated: false };
  });
}

function badKey(): RequestError {
  return new RequestError('invalid', 'bad-key', {
    uk: 'Idempotency-Key — це від 1 до 200 знаків латиниці й цифр без пробілів, наприклад UUID.',
    en: 'Idempotency-Key has from 1 to 200 Latin letters, digits and signs without spaces, for example a UUID.',
  });
}

function keyUsed(): RequestError {
  return new RequestError('conflict', 'key-used', {
    uk: 'З цим Idempotency-Key уже надсилали інший запит. Для нового запиту візьміть новий ключ.',
    en: 'Another request was sent with this Idempotency-Key. Take a new key for a new request.',
  });
}
