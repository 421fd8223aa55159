import type { Generated, Kysely } from 'kysely';
import type { Language } from '../../kernel/text.ts';
import type { Database } from '../../platform/context.ts';
import type { MessageKind, MessageState, ReplyKind } from './message.ts';
import type { TaskEnd } from './task.ts';

type SettingsTable = {
  request_address: string;
  request_email: string;
  request_phone: string;
  request_form: string;
  answer_days: number;
  proposal_days: number;
  keep_days: number;
  last_number: number;
  secret: string;
};

type MessageTable = {
  id: string;
  number: number;
  kind: MessageKind;
  state: MessageState;
  unit_id: string | null;
  dataset_id: string | null;
  dataset_slug: string | null;
  dataset_title: string | null;
  place_row: string;
  place_column: string;
  subject: string;
  text: string;
  name: string;
  email: string;
  language: Language;
  consent: boolean;
  key_hash: string;
  public_subject: Generated<string>;
  public_text: Generated<string>;
  public_at: Generated<Date | null>;
  stems: Generated<string[]>;
  error_confirmed: Generated<boolean>;
  planned_on: Generated<string | null>;
  result_slug: Generated<string | null>;
  result_title: Generated<string | null>;
  votes: Generated<number>;
  due_on: string | null;
  created_at: Date;
  changed_at: Date;
  settled_at: Generated<Date | null>;
  held_for: Generated<string[]>;
  text_hash: Generated<string>;
};

type ReplyTable = {
  id: string;
  message_id: string;
  kind: ReplyKind;
  text: string;
  state: MessageState | null;
  author_id: string | null;
  author_name: string;
  unit_name: string;
  at: Date;
};

type TaskTable = {
  id: string;
  message_id: string;
  dataset_id: string;
  unit_id: string | null;
  dataset_title: string;
  place_row: string;
  place_column: string;
  opened_at: Date;
  closed_at: Generated<Date | null>;
  closed_how: Generated<TaskEnd | null>;
  closed_reason: Generated<string>;
};

export type CommunityTables = {
  community_settings: SettingsTable;
  community_message: MessageTable;
  community_reply: ReplyTable;
  community_vote: { message_id: string; voter: string };
  community_task: TaskTable;
};

/** The database, seeing the tables of the community. */
export function communityTables(db: Database): Kysely<CommunityTables> {
  return db.withTables<CommunityTables>();
}
