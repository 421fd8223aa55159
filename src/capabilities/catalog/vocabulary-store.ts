import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { CardStem } from './card-words.ts';
import type { EverydayGroup } from './everyday-words.ts';

/** Stems of a card in search now; none where it is not in search. */
export async function selectEntryStems(db: Database, datasetId: string): Promise<string[]> {
  const { rows } = await sql<{ stems: string[] }>`
    select tsvector_to_array(search) as stems from catalog_entry where dataset_id = ${datasetId} for update`.execute(
    db,
  );
  return rows[0]?.stems ?? [];
}

/** Counts a card's new stems in and its lost ones out. */
export async function countStems(db: Database, added: readonly CardStem[], lost: readonly string[]): Promise<void> {
  const changes = [
    ...added.map((stem) => ({ ...stem, by: 1 })),
    ...lost.map((stem) => ({ stem, word: null, sound: '', trigrams: [] as string[], by: -1 })),
  ];
  if (changes.length === 0) return;
  // in one order everywhere: two publications at once must not wait for each other in a ring
  await sql`insert into catalog_stem as known (stem, cards, word, sound, trigrams)
    select stem, by, word, sound, trigrams
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change (stem text, by integer, word text, sound text, trigrams text[])
    order by stem collate "C"
    on conflict (stem) do update set cards = greatest(0, known.cards + excluded.cards),
      word = coalesce(known.word, excluded.word),
      sound = case when known.sound = '' then excluded.sound else known.sound end,
      trigrams = case when known.trigrams = '{}' then excluded.trigrams else known.trigrams end`.execute(db);
}

/** In how many published cards each of the stems stands; stems that stand in none are left out. */
export async function selectCounts(db: Database, stems: readonly string[]): Promise<Map<string, number>> {
  if (stems.length === 0) return new Map();
  const { rows } = await sql<{ stem: string; cards: number }>`
    select stem, cards from catalog_stem where stem = any(${[...stems]}::text[]) and cards > 0`.execute(db);
  return new Map(rows.map(({ stem, cards }) => [stem, cards]));
}

export interface FirstLook {
  readonly cards: number;
  readonly counts: ReadonlyMap<string, number>;
  /** Stems by how they sound. */
  readonly sounds: ReadonlyMap<string, readonly KnownStem[]>;
  /** Whether some word begins with the question's last one. */
  readonly begins: boolean;
  readonly groups: readonly EverydayGroup[];
}

export interface KnownStem {
  readonly stem: string;
  readonly word: string | null;
  readonly cards: number;
}

/** All that a question needs to know of the catalog's words before it is understood, in one statement. */
export async function selectFirstLook(
  db: Database,
  asked: { readonly stems: readonly string[]; readonly sounds: readonly string[]; readonly beginning: string | null },
): Promise<FirstLook> {
  const { rows } = await sql<{
    cards: number;
    counts: KnownStem[] | null;
    sounds: (KnownStem & { sound: string })[] | null;
    begins: boolean;
    groups: EverydayGroup[] | null;
  }>`select
    (select case when reltuples > 5000 then reltuples::bigint else (select count(*) from catalog_entry) end
      from pg_class where oid = 'catalog_entry'::regclass) as cards,
    (select jsonb_agg(jsonb_build_object('stem', stem, 'cards', cards)) from catalog_stem
      where stem = any(${[...asked.stems]}::text[]) and cards > 0) as counts,
    (select jsonb_agg(jsonb_build_object('stem', stem, 'word', word, 'cards', cards, 'sound', sound)) from catalog_stem
      where sound = any(${[...asked.sounds]}::text[]) and word is not null and cards > 0) as sounds,
    exists (select from catalog_stem where ${asked.beginning}::text is not null and stem >= ${asked.beginning ?? ''}
      and stem < ${asked.beginning ?? ''} || chr(1114111) and cards > 0) as begins,
    (select jsonb_agg(jsonb_build_object('official', official, 'everyday', everyday)) from catalog_everyday
      where stems && ${[...asked.stems]}::text[]) as groups`.execute(db);
  const [row] = rows;
  const sounds = new Map<string, KnownStem[]>();
  for (const { sound, ...stem } of row?.sounds ?? []) sounds.set(sound, [...(sounds.get(sound) ?? []), stem]);
  return {
    cards: Math.max(row?.cards ?? 0, 1),
    counts: new Map((row?.counts ?? []).map(({ stem, cards }) => [stem, cards])),
    sounds,
    begins: row?.begins ?? false,
    groups: row?.groups ?? [],
  };
}

/** Stems of published cards that share most trigrams with the given ones, at most 40. */
export async function selectNearStems(db: Database, trigrams: readonly string[]): Promise<KnownStem[]> {
  const { rows } = await sql<KnownStem>`
    select stem, word, cards from catalog_stem cross join lateral (
      select count(*) as common from unnest(trigrams) trigram where trigram = any(${[...trigrams]}::text[])) counted
    where trigrams && ${[...trigrams]}::text[] and cards > 0 and word is not null
    order by common::real / (cardinality(trigrams) + ${trigrams.length} - common) desc, stem limit 40`.execute(db);
  return rows;
}
