import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';

/** What a comment is about: the whole, an element of the passport, a field of a table, a cell. */
export const CommentPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('passport'), field: z.string().min(1).max(100) }),
  z.object({ kind: z.literal('field'), resourceId: z.uuid(), field: z.string().min(1).max(300) }),
  z.object({
    kind: z.literal('cell'),
    resourceId: z.uuid(),
    field: z.string().min(1).max(300),
    /** 1-based row of data. */
    row: z.number().int().positive(),
  }),
]);
export type CommentPlace = z.infer<typeof CommentPlace>;

/** A comment of a reviewer, or an answer to one. It stays with the dataset through all its submissions, until it is «вирішено». */
export interface Comment {
  readonly id: string;
  readonly datasetId: string;
  readonly submissionId: string | null;
  readonly place: CommentPlace;
  readonly words: string;
  readonly author: Actor;
  readonly at: Date;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: Actor | null;
  readonly replies: readonly Reply[];
}

export interface Reply {
  readonly id: string;
  readonly words: string;
  readonly author: Actor;
  readonly at: Date;
}
