import type { TableCopy } from './manifest.ts';

/**
 * Tables where a value of a cell that was not published may stand, and why. The tests search every other table for one. What a person writes by hand
 * (comments, messages) is among them: nobody can keep them from quoting.
 */
export const TABLES_WITH_CELLS: Readonly<Record<string, string>> = {
  ingest_reading: 'what checks found in files, with cells; recipes with values',
  catalog_field: 'examples and allowed values of drafts',
  catalog_code: 'code lists, also made of columns that are not published',
  catalog_code_proposal: 'files of codes nobody has accepted yet',
  catalog_code_version: 'earlier code lists',
  review_comment: 'words of reviewers about rows',
  community_message: 'what people wrote, their contacts',
  community_reply: 'answers to people',
};

/** Tables that the public never sees: those, and data of the people of the cabinet. In words for who reads the list of a backup. */
const RESTRICTED_TABLES: Readonly<Record<string, string>> = {
  ...TABLES_WITH_CELLS,
  platform_letter: 'letters and their addresses',
  accounts_user: 'people of the cabinet',
  accounts_account: 'digests of passwords',
  accounts_session: 'sessions',
  accounts_two_factor: 'secrets of second steps',
  accounts_token: 'digests of tokens',
  links_link: 'people without an account',
  history_entry: 'who did what, network addresses',
};

/** What of a backup is not for everybody. */
export interface RestrictedParts {
  readonly tables: { readonly table: string; readonly rows: number; readonly why: string }[];
  /** Original files and drafts. */
  readonly objects: { readonly files: number; readonly bytes: number };
}

/** Tells it of the parts of a backup. */
export function restrictedOf(
  tables: readonly TableCopy[],
  objects: readonly { readonly key: string; readonly size: number }[],
): RestrictedParts {
  const closed = objects.filter(({ key }) => !key.startsWith('public/'));
  return {
    tables: tables.flatMap(({ table, rows }) => {
      const why = RESTRICTED_TABLES[table];
      return why === undefined || rows === 0 ? [] : [{ table, rows, why }];
    }),
    objects: { files: closed.length, bytes: closed.reduce((sum, { size }) => sum + size, 0) },
  };
}
