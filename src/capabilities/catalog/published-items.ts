import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { RequiredItem } from './required-item.ts';

/** Which items of the list of resolution 835 are published: address of an item (`itemKey`) → slug of a dataset. */
export async function publishedItems(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ section: string; number: number; slug: string }>`
    select distinct on (ground_section, ground_number) ground_section as section, ground_number as number, card.slug
    from catalog_dataset dataset join catalog_card card on card.dataset_id = dataset.id
    where dataset.state = 'published' and card.state = 'published' and ground_section is not null
    order by ground_section, ground_number, card.changed_at desc`.execute(ctx.db);
  return new Map(rows.map(({ section, number, slug }) => [itemKey({ section, number }), slug]));
}

/** One text for the address of an item: its heading and number. */
export function itemKey({ section, number }: Pick<RequiredItem, 'section' | 'number'>): string {
  return `${section} ${number}`;
}
