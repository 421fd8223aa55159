import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { SharedField } from './shared-field.ts';

type Row = Omit<SharedField, 'codeList'> & { readonly code_list: string | null };

const COLUMNS = sql`id, name, title, type, format, unit, kind, code_list, purpose`;
const fieldOf = ({ code_list, ...row }: Row): SharedField => ({ ...row, codeList: code_list });

export async function selectSharedFields(db: Database): Promise<SharedField[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from dictionary_field order by title collate "uk-x-icu"`.execute(
    db,
  );
  return rows.map(fieldOf);
}

/** @param lock the row stays ours until the transaction ends */
export async function selectSharedField(db: Database, id: string, lock = false): Promise<SharedField | null> {
  const { rows } =
    await sql<Row>`select ${COLUMNS} from dictionary_field where id = ${id} ${lock ? sql`for update` : sql``}`.execute(
      db,
    );
  return rows[0] ? fieldOf(rows[0]) : null;
}

/** Writes a field anew, or for the first time; columns bound to it are not touched. */
export async function putSharedField(db: Database, field: SharedField, now: Date): Promise<void> {
  const { id, name, title, type, format, unit, kind, codeList, purpose } = field;
  await sql`insert into dictionary_field (id, name, title, type, format, unit, kind, code_list, purpose, made_at, changed_at)
    values (${id}, ${name}, ${title}, ${type}, ${format}, ${unit}, ${kind}, ${codeList}, ${purpose}, ${now}, ${now})
    on conflict (id) do update set name = excluded.name, title = excluded.title, type = excluded.type, format = excluded.format,
      unit = excluded.unit, kind = excluded.kind, code_list = excluded.code_list, purpose = excluded.purpose,
      changed_at = excluded.changed_at`.execute(db);
}

export async function deleteSharedField(db: Database, id: string): Promise<void> {
  await sql`delete from dictionary_field where id = ${id}`.execute(db);
}
