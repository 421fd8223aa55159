import type { Context } from '../../platform/context.ts';
import { selectCardsOfResources } from './card-store.ts';
import type { StructureField } from './structure.ts';

/** A published table that columns of another refer to. */
export interface ReferredTable {
  readonly resourceId: string;
  readonly resourceTitle: string;
  readonly datasetTitle: string;
  /** Of the dataset's page. */
  readonly slug: string;
  readonly tableId: string | null;
  /** Titles of its open fields, by name. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Tables these columns refer to, by the resource's id; only what the public has. No statement where no column refers to any. */
export async function referredTables(
  ctx: Context,
  fields: readonly StructureField[],
): Promise<ReadonlyMap<string, ReferredTable>> {
  const wanted = [...new Set(fields.flatMap(({ reference }) => reference?.resource ?? []))];
  if (wanted.length === 0) return new Map();
  const cards = (await selectCardsOfResources(ctx.db, wanted)).filter(({ state }) => state === 'published');
  const resources = cards.flatMap((card) => card.resources.map((resource) => ({ card, resource })));
  return new Map(
    resources
      .filter(({ resource }) => wanted.includes(resource.id))
      .map(({ card, resource }) => [
        resource.id,
        {
          resourceId: resource.id,
          resourceTitle: resource.title,
          datasetTitle: card.passport.title,
          slug: card.slug,
          tableId: resource.tableId,
          titles: new Map(resource.fields.map(({ name, title }) => [name, title])),
        },
      ]),
  );
}
