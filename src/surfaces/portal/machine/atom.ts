import type { Card, DatasetPromise } from '../../../capabilities/catalog/index.ts';
import type { Version } from '../../../capabilities/publishing/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { xmlText } from '../../../kernel/xml.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { promisesTexts } from '../../../locales/promises.ts';
import { href } from '../../components/index.ts';
import { firstSentence } from '../words.tsx';

/** What a feed is of: `path` and `page` without the language. */
export interface FeedFacts {
  readonly origin: string;
  readonly language: Language;
  readonly title: string;
  /** The feed's own address. */
  readonly path: string;
  /** The page whose news it tells. */
  readonly page: string;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly updated: string;
  readonly published: string;
  readonly author: string;
  readonly summary: string;
}

/** An Atom feed (RFC 4287); an empty one was last updated at the beginning of time. */
function atom({ origin, language, title, path, page }: FeedFacts, entries: readonly Entry[]): string {
  const self = xmlText(origin + href({ language }, path));
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00Z';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${self}</id>
<title>${xmlText(title)}</title>
<link rel="self" type="application/atom+xml" href="${self}"/><link href="${xmlText(origin + href({ language }, page))}"/>
<updated>${updated}</updated>
${entries
  .map(
    (entry) => `<entry><id>${xmlText(entry.id)}</id>
<title>${xmlText(entry.title)}</title>
<link href="${xmlText(entry.address)}"/>
<updated>${entry.updated}</updated><published>${entry.published}</published>
<author><name>${xmlText(entry.author)}</name></author>
<summary>${xmlText(entry.summary)}</summary></entry>`,
  )
  .join('\n')}
</feed>
`;
}

/** New and updated datasets: an entry for the present version of each. */
export function cardsFeed(facts: FeedFacts, cards: readonly Card[]): string {
  const { origin, language } = facts;
  return atom(
    facts,
    cards.map((card) => ({
      id: `${origin}/datasets/${card.slug}#${card.versionNumber}`,
      title: card.passport.title,
      address: origin + href({ language }, `/datasets/${card.slug}`),
      updated: card.changedAt,
      published: card.firstPublishedAt,
      author: card.unit.name,
      summary: firstSentence(card.passport.description, 300),
    })),
  );
}

/** Versions of one dataset, newest first, with what changed. */
export function versionsFeed(facts: FeedFacts, card: Card, versions: readonly Version[]): string {
  const { origin, language } = facts;
  const texts = portalTexts[language].versions;
  return atom(
    facts,
    versions.map(({ number, passport, publishedAt, changes, note, unitName }) => ({
      id: `${origin}/datasets/${card.slug}#${number}`,
      title: texts.heading(passport.title, number),
      address: origin + href({ language }, `/datasets/${card.slug}/versions/${number}`),
      updated: publishedAt.toISOString(),
      published: publishedAt.toISOString(),
      author: unitName || card.unit.name,
      summary: [changes ? texts.summary(changes) || texts.nothing : texts.first, note].filter(Boolean).join('. '),
    })),
  );
}

/** Promised datasets: made, changed, kept. A change of the term is a new entry, so that who follows sees it. */
export function promisesFeed(facts: FeedFacts, promises: readonly DatasetPromise[]): string {
  const { origin, language } = facts;
  const texts = promisesTexts[language];
  return atom(
    facts,
    promises.map((promise) => ({
      id: `${origin}/datasets/${promise.slug}#${promise.keptAt ? 'kept' : `promised-${promise.dueOn}`}`,
      title: promise.title,
      address: origin + href({ language }, `/datasets/${promise.slug}`),
      updated: promise.changedAt,
      published: promise.madeAt,
      author: promise.unit.name,
      summary: promise.keptAt ? texts.feedKept : texts.feedMade(promise.dueOn),
    })),
  );
}
