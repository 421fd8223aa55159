import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/text.ts';
import type { Database } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import type { Material, MaterialKind, MaterialLine, MaterialStep } from './material.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly edition: string;
  readonly kind: MaterialKind;
  readonly steps: MaterialStep[];
  readonly address: string;
  readonly adapts_id: string | null;
  readonly adapted_edition: string;
  readonly language: Language;
  readonly shown: boolean;
  readonly closed_on: Day | null;
}

const factsOf = ({ adapts_id, adapted_edition, closed_on, ...row }: Row) => ({
  ...row,
  adaptsId: adapts_id,
  adaptedEdition: adapted_edition,
  closedOn: closed_on,
});

type LineRow = Row & { readonly has_body: boolean; readonly read: boolean; readonly new_edition: string | null };

/** All materials in use, by title; `reader`: whose reading is told. */
export function materialsQuestion(reader: string | null): Question<MaterialLine[]> {
  return {
    query: sql`
      select one.id, one.title, one.source, one.edition, one.kind, one.steps, one.address, one.adapts_id, one.adapted_edition,
        one.language, one.shown, one.closed_on, one.body <> '' as has_body,
        exists (select from people_reading reading where reading.material_id = one.id and reading.edition = one.edition
          and reading.person_id = ${reader}::uuid) as read,
        case when original.edition <> one.adapted_edition then original.edition else '' end as new_edition
      from people_material one left join people_material original on original.id = one.adapts_id
      where one.closed_on is null order by one.title collate "uk-x-icu", one.id`,
    read: (rows: readonly LineRow[]) =>
      rows.map(({ has_body, read, new_edition, ...row }) => ({
        ...factsOf(row),
        hasBody: has_body,
        read,
        newEdition: new_edition ?? '',
      })),
  };
}

/** One with its words, out of use too; `lock`: nobody else changes it until the transaction ends. */
export async function selectMaterial(db: Database, id: string, lock = false): Promise<Material | null> {
  const { rows } = await sql<Row & { body: string }>`
    select id, title, source, edition, kind, steps, address, body, adapts_id, adapted_edition, language, shown, closed_on
    from people_material where id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? { ...factsOf(rows[0]), body: rows[0].body } : null;
}

/** Writes it anew, or for the first time. */
export async function putMaterial(db: Database, one: Material, now: Date): Promise<void> {
  await sql`insert into people_material (id, title, source, edition, kind, steps, address, body, adapts_id, adapted_edition,
      language, shown, closed_on, made_at, changed_at)
    values (${one.id}, ${one.title}, ${one.source}, ${one.edition}, ${one.kind}, ${[...one.steps]}, ${one.address},
      ${one.body}, ${one.adaptsId}, ${one.adaptedEdition}, ${one.language}, ${one.shown}, ${one.closedOn}, ${now}, ${now})
    on conflict (id) do update set title = excluded.title, source = excluded.source, edition = excluded.edition,
      kind = excluded.kind, steps = excluded.steps, address = excluded.address, body = excluded.body,
      adapts_id = excluded.adapts_id, adapted_edition = excluded.adapted_edition, language = excluded.language,
      shown = excluded.shown, closed_on = excluded.closed_on, changed_at = excluded.changed_at`.execute(db);
}

/** Adaptations in use of a text. */
export async function selectAdaptations(db: Database, id: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`select id, title from people_material
    where adapts_id = ${id} and closed_on is null order by title`.execute(db);
  return rows;
}

/** The first reading of an edition counts. */
export async function insertReading(
  db: Database,
  reading: { readonly materialId: string; readonly edition: string; readonly personId: string; readonly at: Date },
): Promise<void> {
  await sql`insert into people_reading (material_id, edition, person_id, at)
    values (${reading.materialId}, ${reading.edition}, ${reading.personId}, ${reading.at})
    on conflict do nothing`.execute(db);
}

/** Who said they read it: of which edition and when. */
export async function selectReadings(
  db: Database,
  materialId: string,
): Promise<{ edition: string; personId: string; at: Date }[]> {
  const { rows } = await sql<{ edition: string; person_id: string; at: Date }>`
    select edition, person_id, at from people_reading where material_id = ${materialId} order by at desc`.execute(db);
  return rows.map(({ person_id: personId, ...row }) => ({ ...row, personId }));
}
