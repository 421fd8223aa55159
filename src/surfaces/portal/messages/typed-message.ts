import { type Card, findCard, searchCards } from '../../../capabilities/catalog/index.ts';
import type { MessageKind } from '../../../capabilities/community/index.ts';
import type { Context } from '../../../platform/context.ts';

/** What a person typed into the form, field by field; what was not sent is empty. */
export interface TypedMessage {
  readonly kind: MessageKind;
  /** Slug, address or title of a dataset. */
  readonly dataset: string;
  readonly row: string;
  readonly column: string;
  readonly subject: string;
  readonly text: string;
  readonly name: string;
  readonly email: string;
  readonly unit: string;
  readonly consent: boolean;
  /** When the form was shown; signed. */
  readonly stamp: string;
  /** Only robots fill it. */
  readonly trap: string;
  /** The author was told that this looks like a request under the Law, and goes on. */
  readonly sure: boolean;
}

/** Which of the three ways was chosen; null: not yet. */
export type Way = 'question' | 'proposal' | 'request';

/** An error is told by the form of questions; null: there is no such kind. */
export function wayOf(kind: string | null): Way | null {
  if (kind === 'question' || kind === 'error') return 'question';
  return kind === 'proposal' || kind === 'request' ? kind : null;
}

function kindOf(kind: string | null): MessageKind {
  return kind === 'error' || kind === 'proposal' ? kind : 'question';
}

/** Reads a form as it was posted, or an address that leads to the form (where consent is not asked yet and stands as given). */
export function typedMessage(sent: URLSearchParams, posted: boolean): TypedMessage {
  const text = (name: string) => (sent.get(name) ?? '').trim();
  return {
    kind: kindOf(sent.get('kind')),
    dataset: text('dataset'),
    row: text('row'),
    column: text('column'),
    subject: text('subject') || text('q'),
    text: text('text'),
    name: text('name'),
    email: text('email'),
    unit: text('unit'),
    consent: posted ? sent.has('consent') : true,
    stamp: text('stamp'),
    trap: text('website'),
    sure: sent.has('sure'),
  };
}

/** The dataset a person means by its slug, the address of its page or its whole title; null where there is none such to be seen. */
export async function datasetMeant(ctx: Context, typed: string): Promise<Card | null> {
  const slug = /\/datasets\/([^/?#\s]+)/.exec(typed)?.[1] ?? typed;
  const byAddress = /^[\w-]{1,300}$/.test(slug) ? await findCard(ctx, slug) : null;
  if (byAddress) return byAddress.state === 'withdrawn' ? null : byAddress;
  const title = typed.toLocaleLowerCase('uk');
  const found = await searchCards(ctx, { q: typed, page: 1, size: 5 });
  return found.items.find((card) => card.passport.title.toLocaleLowerCase('uk') === title) ?? null;
}
