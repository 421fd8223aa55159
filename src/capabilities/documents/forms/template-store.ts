import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/context.ts';

/** One version of a form's template; without a file: the default was taken back. */
export interface TemplateVersion {
  readonly id: string;
  readonly form: string;
  readonly number: number;
  readonly objectKey: string | null;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly madeBy: string;
  readonly madeAt: Date;
}

type TemplateTable = {
  id: string;
  form: string;
  number: number;
  object_key: string | null;
  file_name: string;
  size: string | number;
  made_by: string;
  made_at: Date;
};

const tables = (db: Database): Kysely<{ documents_template: TemplateTable }> =>
  db.withTables<{ documents_template: TemplateTable }>();

const versionOf = (row: TemplateTable): TemplateVersion => ({
  id: row.id,
  form: row.form,
  number: row.number,
  objectKey: row.object_key,
  fileName: row.file_name,
  size: Number(row.size),
  madeBy: row.made_by,
  madeAt: row.made_at,
});

export async function insertTemplate(db: Database, version: TemplateVersion): Promise<void> {
  await tables(db)
    .insertInto('documents_template')
    .values({
      id: version.id,
      form: version.form,
      number: version.number,
      object_key: version.objectKey,
      file_name: version.fileName,
      size: version.size,
      made_by: version.madeBy,
      made_at: version.madeAt,
    })
    .execute();
}

/** Versions of one form, the newest first. */
export async function selectTemplates(db: Database, form: string): Promise<TemplateVersion[]> {
  const rows = await tables(db)
    .selectFrom('documents_template')
    .selectAll()
    .where('form', '=', form)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(versionOf);
}

/** The newest version of each form that has any. */
export async function selectLastTemplates(db: Database): Promise<TemplateVersion[]> {
  const rows = await tables(db)
    .selectFrom('documents_template')
    .selectAll()
    .distinctOn('form')
    .orderBy('form')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(versionOf);
}
