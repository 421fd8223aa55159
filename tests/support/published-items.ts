import type { Unit } from '../../src/capabilities/accounts/index.ts';
import {
  applyRequiredItem,
  type Card,
  createDataset,
  firstEditionItem,
  templateOf,
  writeCard,
} from '../../src/capabilities/catalog/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestContext } from './make-context.ts';

/** Publishes the card of an item of local government as publishing would, without data; changed on the given day. */
export async function publishItemCard(test: TestContext, unit: Unit, number: number, changedAt: string): Promise<Card> {
  const item = firstEditionItem('local-government', number);
  if (!item) throw new Error(`no item ${number}`);
  const dataset = await createDataset(test.ctx, { unitId: unit.id, title: item.title });
  const table = {
    id: newId(),
    kind: 'table' as const,
    title: 'Дані',
    tableId: newId(),
    rows: 10,
    file: null,
    url: null,
  };
  const card: Card = {
    datasetId: dataset.id,
    number: dataset.number,
    nationalId: null,
    slug: dataset.slug,
    state: 'published',
    closure: null,
    versionId: newId(),
    versionNumber: 1,
    unit: { id: unit.id, name: unit.name, slug: unit.slug, edrpou: unit.shownEdrpou },
    passport: applyRequiredItem(dataset.passport, item),
    resources: [{ ...table, fields: templateOf(item)?.fields ?? [], formats: number % 2 ? ['CSV', 'XLSX'] : ['CSV'] }],
    firstPublishedAt: changedAt,
    changedAt,
    dataAsOf: changedAt,
  };
  await writeCard(test.ctx, card);
  return card;
}
