import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { DocumentData } from '../../../platform/documents/index.ts';
import type { Deed, DeedReach } from '../../accounts/index.ts';
import type { Audience } from '../forms/form.ts';
import type { DocumentFile, FileKind, ListedDocument, MadeDocument } from './paper.ts';

type DocumentTable = {
  id: string;
  form: string;
  title: string;
  audience: Audience;
  deed: Deed;
  unit_id: string | null;
  params: unknown;
  data: DocumentData;
  data_as_of: Date;
  state: 'made' | 'signed';
  signed_number: string | null;
  signed_on: string | null;
  made_by: string | null;
  made_by_name: string;
  made_at: Date;
  changed_at: Date;
};
type FileTable = {
  id: string;
  document_id: string;
  kind: FileKind;
  object_key: string;
  file_name: string;
  media_type: string;
  size: string | number;
  data_as_of: Date | null;
  added_by: string;
  added_at: Date;
};
type DocumentsTables = { documents_document: DocumentTable; documents_file: FileTable };

const tables = (db: Database): Kysely<DocumentsTables> => db.withTables<DocumentsTables>();
const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`;

const LISTED = [
  'id',
  'form',
  'title',
  'audience',
  'deed',
  'unit_id',
  'data_as_of',
  'state',
  'signed_number',
  'made_by',
  'made_by_name',
  'made_at',
  'changed_at',
] as const;
/** As text: a day is no instant. */
const SIGNED_ON = sql<string | null>`signed_on::text`.as('signed_on');

function listedOf(row: Omit<DocumentTable, 'data' | 'params'>): ListedDocument {
  return {
    id: row.id,
    form: row.form,
    title: row.title,
    audience: row.audience,
    deed: row.deed,
    unitId: row.unit_id,
    dataAsOf: row.data_as_of,
    state: row.state,
    signed: row.signed_number === null ? null : { number: row.signed_number, date: row.signed_on ?? '' },
    madeBy: { id: row.made_by, name: row.made_by_name },
    madeAt: row.made_at,
    changedAt: row.changed_at,
  };
}

export async function insertDocument(db: Database, document: MadeDocument): Promise<void> {
  await tables(db)
    .insertInto('documents_document')
    .values({
      id: document.id,
      form: document.form,
      title: document.title,
      audience: document.audience,
      deed: document.deed,
      unit_id: document.unitId,
      params: json(document.params ?? null),
      data: json(document.data),
      data_as_of: document.dataAsOf,
      state: document.state,
      signed_number: null,
      signed_on: null,
      made_by: document.madeBy.id,
      made_by_name: document.madeBy.name,
      made_at: document.madeAt,
      changed_at: document.changedAt,
    })
    .execute();
}

/** `lock`: nobody else changes it until the transaction ends. */
export async function selectDocument(db: Database, id: string, lock = false): Promise<MadeDocument | null> {
  const query = tables(db)
    .selectFrom('documents_document')
    .select([...LISTED, 'params', 'data', SIGNED_ON])
    .where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? { ...listedOf(row), params: row.params, data: row.data } : null;
}

/** What a list asks for. `own`: documents this person made are seen wherever they belong. */
export interface ListAsked {
  readonly reach: DeedReach;
  readonly own: string | null;
  readonly form?: string;
  readonly skip: number;
  readonly take: number;
}

/** The newest changed first. */
export async function selectDocuments(db: Database, asked: ListAsked): Promise<ListedDocument[]> {
  const { reach, own, form } = asked;
  let query = tables(db)
    .selectFrom('documents_document')
    .select([...LISTED, SIGNED_ON]);
  if (form !== undefined) query = query.where('form', '=', form);
  if (reach !== 'all')
    query = query.where((has) =>
      has.or([
        ...(own === null ? [] : [has('made_by', '=', own)]),
        ...(reach.unitIds.length === 0 ? [sql<boolean>`false`] : [has('unit_id', 'in', [...reach.unitIds])]),
      ]),
    );
  const rows = await query
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .offset(asked.skip)
    .limit(asked.take)
    .execute();
  return rows.map(listedOf);
}

/** `dataAsOf` is also when the document was changed. */
export async function updateData(
  db: Database,
  id: string,
  { title, data, dataAsOf }: Pick<MadeDocument, 'title' | 'data' | 'dataAsOf'>,
): Promise<void> {
  await tables(db)
    .updateTable('documents_document')
    .set({ title, data: json(data), data_as_of: dataAsOf, changed_at: dataAsOf })
    .where('id', '=', id)
    .execute();
}

/** Something beside its data changed: a file came or went. */
export async function touchDocument(db: Database, id: string, at: Date): Promise<void> {
  await tables(db).updateTable('documents_document').set({ changed_at: at }).where('id', '=', id).execute();
}

/** From now on its data stay as they are. */
export async function markSigned(
  db: Database,
  id: string,
  signed: { readonly number: string; readonly date: string },
  at: Date,
): Promise<void> {
  await tables(db)
    .updateTable('documents_document')
    .set({ state: 'signed', signed_number: signed.number, signed_on: signed.date, changed_at: at })
    .where('id', '=', id)
    .execute();
}

/** Documents of a form made of just these parameters, in a state; nobody else's to change until the transaction ends. */
export async function selectDocumentsOf(
  db: Database,
  made: { readonly form: string; readonly params: object },
  state: MadeDocument['state'],
): Promise<ListedDocument[]> {
  const rows = await tables(db)
    .selectFrom('documents_document')
    .select([...LISTED, SIGNED_ON])
    .where('form', '=', made.form)
    .where('state', '=', state)
    .where(sql<boolean>`params = ${JSON.stringify(made.params)}::jsonb`)
    .forUpdate()
    .execute();
  return rows.map(listedOf);
}

/** The document is as it was before it was signed; its number and day are forgotten. */
export async function markUnsigned(db: Database, id: string, at: Date): Promise<void> {
  await tables(db)
    .updateTable('documents_document')
    .set({ state: 'made', signed_number: null, signed_on: null, changed_at: at })
    .where('id', '=', id)
    .execute();
}

/** The bytes are in the store of files already. */
export async function insertFile(db: Database, file: DocumentFile): Promise<void> {
  await tables(db)
    .insertInto('documents_file')
    .values({
      id: file.id,
      document_id: file.documentId,
      kind: file.kind,
      object_key: file.objectKey,
      file_name: file.fileName,
      media_type: file.mediaType,
      size: file.size,
      data_as_of: file.dataAsOf,
      added_by: file.addedBy,
      added_at: file.addedAt,
    })
    .execute();
}

/** Files of a document, the newest first. */
export async function selectFiles(db: Database, documentId: string): Promise<DocumentFile[]> {
  const rows = await tables(db)
    .selectFrom('documents_file')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    kind: row.kind,
    objectKey: row.object_key,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: Number(row.size),
    dataAsOf: row.data_as_of,
    addedBy: row.added_by,
    addedAt: row.added_at,
  }));
}
