import type { Card } from '../../../capabilities/catalog/index.ts';
import type { VersionComparison, VersionResourceChange } from '../../../capabilities/publishing/index.ts';
import { comparePath } from './compare-page.tsx';

/** A comparison for programs: what the page says, with the addresses of the rows that differ. */
export function comparisonAsData(comparison: VersionComparison, card: Card, origin: string) {
  const { older, newer, passport, resources, breaking } = comparison;
  const address = `${origin}${comparePath(card, older.number, newer.number)}`;
  const version = ({ number, publishedAt, note }: typeof older) => ({
    ...{ number, publishedAt: publishedAt.toISOString(), note },
    url: `${origin}/datasets/${card.slug}/versions/${number}`,
  });
  return {
    from: version(older),
    to: version(newer),
    breaking,
    passport,
    resources: resources.map((resource) => ({
      ...{ id: resource.resourceId, title: resource.title, change: resource.change, structure: resource.structure },
      rows: rowsAsData(resource, address),
    })),
  };
}

function rowsAsData({ rows, resourceId }: VersionResourceChange, address: string) {
  if (rows.kind !== 'compared') return { state: rows.kind };
  const { state, result } = rows.comparison;
  if (!result) return { state };
  const file = (format: string) => `${address}/rows.${format}?r=${resourceId}`;
  return {
    ...{ state, added: result.rowsAdded, removed: result.rowsRemoved, changed: result.rowsChanged },
    matchedBy: result.noIdentifier === null ? 'identifier' : 'whole rows',
    noIdentifier: result.noIdentifier,
    csv: file('csv'),
    json: file('json'),
  };
}
