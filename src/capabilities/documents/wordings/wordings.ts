import { nameOfActor } from '../../../kernel/actor.ts';
import { CASES, type Cases } from '../../../language/cases/grammatical-case.ts';
import { nameInCases } from '../../../language/cases/name-in-cases.ts';
import { postInCases, unitInCases } from '../../../language/cases/phrase-in-cases.ts';
import { type Context, once, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { badWording } from '../refusals.ts';
import { deleteWording, putWording, selectWordings, type Wording, type WordingKind } from './wording-store.ts';

/** Words kept by hand, read once for a request. */
function wordings(ctx: Context): Promise<Wording[]> {
  return once(ctx, 'documents.wordings', () => selectWordings(ctx.db));
}

/** A name, a post or a unit's name in the cases documents ask for: as somebody has written them by hand, or as the rules make them. */
export async function inCases(ctx: Context, kind: WordingKind, words: string): Promise<Cases> {
  const own = (await wordings(ctx)).find((one) => one.kind === kind && one.words === words.trim());
  if (own) return own.cases;
  if (kind === 'name') return nameInCases(words);
  return kind === 'post' ? postInCases(words) : unitInCases(words);
}

/** Everything written by hand. Needs the right to manage the city's papers. */
export async function listWordings(ctx: Context): Promise<Wording[]> {
  await permit(ctx, 'city.manage', null);
  return wordings(ctx);
}

/** Keeps the cases of a name, post or unit written by hand. Throws `forbidden`, `invalid`. */
export function setWording(ctx: Context, wish: Omit<Wording, 'setBy'>): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const words = wish.words.trim();
    const [genitive = '', dative = '', accusative = '', ablative = ''] = CASES.map((one) => wish.cases[one].trim());
    if ([words, genitive, dative, accusative, ablative].some((text) => text === '' || text.length > 300))
      throw badWording();
    const cases = { genitive, dative, accusative, ablative };
    await putWording(inner.db, { kind: wish.kind, words, cases, setBy: nameOfActor(inner.actor) }, inner.clock.now());
    await record(inner, { deed: 'document.wording-set', subject: subjectOf(words), after: { ...cases } });
  });
}

/** Leaves it to the rules again. */
export function removeWording(ctx: Context, kind: WordingKind, words: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    await deleteWording(inner.db, kind, words.trim());
    await record(inner, { deed: 'document.wording-removed', subject: subjectOf(words.trim()) });
  });
}

const subjectOf = (words: string) => ({ kind: 'wording', id: words, name: words });
