import type { Kysely } from 'kysely';
import type { Cases } from '../../../language/cases/grammatical-case.ts';
import type { Database } from '../../../platform/context.ts';

/** What is declined: a person's name, a post, the name of a unit. */
export type WordingKind = 'name' | 'post' | 'unit';

/** Cases somebody has written by hand, in place of those the system would make. */
export interface Wording {
  readonly kind: WordingKind;
  readonly words: string;
  readonly cases: Cases;
  readonly setBy: string;
}

type WordingTable = {
  kind: WordingKind;
  words: string;
  genitive: string;
  dative: string;
  accusative: string;
  ablative: string;
  set_by: string;
  set_at: Date;
};

const tables = (db: Database): Kysely<{ documents_wording: WordingTable }> =>
  db.withTables<{ documents_wording: WordingTable }>();

/** All of them, by kind and alphabet: a city has a few dozen. */
export async function selectWordings(db: Database): Promise<Wording[]> {
  const rows = await tables(db).selectFrom('documents_wording').selectAll().orderBy('kind').orderBy('words').execute();
  return rows.map(({ kind, words, genitive, dative, accusative, ablative, set_by }) => ({
    kind,
    words,
    cases: { genitive, dative, accusative, ablative },
    setBy: set_by,
  }));
}

/** In place of the one said before of the same words. */
export async function putWording(db: Database, wording: Wording, at: Date): Promise<void> {
  const row = { ...wording.cases, set_by: wording.setBy, set_at: at };
  await tables(db)
    .insertInto('documents_wording')
    .values({ kind: wording.kind, words: wording.words, ...row })
    .onConflict((clash) => clash.columns(['kind', 'words']).doUpdateSet(row))
    .execute();
}

export async function deleteWording(db: Database, kind: WordingKind, words: string): Promise<void> {
  await tables(db).deleteFrom('documents_wording').where('kind', '=', kind).where('words', '=', words).execute();
}
