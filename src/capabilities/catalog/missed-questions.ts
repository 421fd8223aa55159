import { foldSpaces } from '../../language/folding.ts';
import type { Context } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { addMissed, deleteMissed, type MissedQuestion, selectMissed } from './missed-store.ts';

const LONGEST = 100;
/** Phone numbers, tax codes, documents, addresses of mail: somebody's own, not words for a list. */
const PERSONAL = /\d{5,}|@|\d[\d\s()-]{7,}\d/;

const A_WORD = /\p{L}{3}/u;
/** What robots that look for holes type. */
const MARKUP = /[<>{}\\\ufffd\p{Cc}]/u;

/** The question as it is kept: lower case, plain spaces. Null: too long, without a word, markup, or it may hold something personal. */
export function missedQuestion(q: string): string | null {
  const tidy = foldSpaces(q).toLowerCase();
  if (tidy.length > LONGEST || !A_WORD.test(tidy) || MARKUP.test(tidy)) return null;
  return PERSONAL.test(tidy) ? null : tidy;
}

/** Remembers that a question found nothing: its words and how often, never by whom. */
export async function recordMissed(ctx: Context, q: string): Promise<void> {
  const question = missedQuestion(q);
  if (question !== null) await addMissed(ctx.db, question, ctx.clock.now());
}

/** Questions that found nothing, the most frequent first. Throws `forbidden` without `search.words`. */
export async function listMissed(ctx: Context, limit = 50): Promise<MissedQuestion[]> {
  await permit(ctx, 'search.words', null);
  return selectMissed(ctx.db, limit);
}

/** Takes a question off the list: it is answered by new words, or nobody can answer it. */
export async function forgetMissed(ctx: Context, question: string): Promise<void> {
  await permit(ctx, 'search.words', null);
  await deleteMissed(ctx.db, question);
}
