import { xmlText } from '../../../../kernel/xml.ts';
import { href, type Visit } from '../../../components/index.ts';
import type { Block } from './block.ts';

/** The block for a program of the council's site: titles, whole addresses, facts by label. */
export function blockRecord(visit: Visit, block: Block) {
  return {
    title: block.title,
    lead: block.lead,
    url: visit.origin + href(visit, block.page),
    total: block.total,
    items: block.items.map(({ id, title, path, facts, text, changedAt }) => ({
      id,
      title,
      url: path === null ? null : visit.origin + href(visit, path),
      text,
      facts: facts.map(([label, value]) => ({ label, value })),
      changedAt,
    })),
  };
}

/** The block as RSS 2.0; `self` is the feed's own address. Lines without a known change have no date. */
export function blockRss(visit: Visit, block: Block, self: string): string {
  const record = blockRecord(visit, block);
  const items = record.items.map(({ id, title, url, text, facts, changedAt }) => {
    const words = [text, ...facts.map(({ label, value }) => `${label}: ${value}`)]
      .filter((one) => one !== '')
      .join('. ');
    return [
      `<item><title>${xmlText(title)}</title>`,
      url === null ? '' : `<link>${xmlText(url)}</link>`,
      `<guid isPermaLink="false">${xmlText(`${record.url}#${id}`)}</guid>`,
      `<description>${xmlText(words)}</description>`,
      changedAt === null ? '' : `<pubDate>${new Date(changedAt).toUTCString()}</pubDate>`,
      '</item>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    `<title>${xmlText(`${block.title} · ${visit.profile?.name ?? ''}`)}</title>`,
    `<link>${xmlText(record.url)}</link>`,
    `<description>${xmlText(block.lead === '' ? block.title : block.lead)}</description>`,
    `<language>${visit.language}</language>`,
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(self)}"/>`,
    ...items,
    '</channel></rss>\n',
  ].join('\n');
}
