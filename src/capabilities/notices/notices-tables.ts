import type { Generated, Kysely } from 'kysely';
import type { Language } from '../../kernel/text.ts';
import type { Database } from '../../platform/context.ts';

type NoticeTable = {
  id: string;
  person_id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  subject_name: string;
  link: string;
  /** JSON text when written, the value when read. */
  facts: unknown;
  once: string | null;
  at: Date;
  read_at: Generated<Date | null>;
  mailed_at: Date | null;
};

type PreferenceTable = {
  person_id: string;
  language: Generated<Language>;
  by_mail: Generated<boolean>;
  muted: Generated<string[]>;
  key: string;
};

export type NoticesTables = { notices_notice: NoticeTable; notices_preference: PreferenceTable };

/** The database, seeing the tables of notices. */
export function noticesTables(db: Database): Kysely<NoticesTables> {
  return db.withTables<NoticesTables>();
}
