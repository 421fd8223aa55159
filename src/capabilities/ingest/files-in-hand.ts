import type { Context } from '../../platform/context.ts';
import type { Question } from '../../platform/database/ask-together.ts';
import { reachOf } from '../accounts/index.ts';
import { inHand } from './files-in-hand-store.ts';
import type { FileKind, ReadingState } from './reading.ts';

/** A file that was given and is not published: a line of the desk. */
export interface FileInHand {
  readonly id: string;
  readonly datasetId: string;
  readonly resourceId: string;
  readonly kind: FileKind;
  readonly state: ReadingState;
  readonly changedAt: Date;
}

/** The newest unpublished file of each resource the actor may edit, the latest touched first; to be asked with other questions. */
export async function filesInHandQuestion(ctx: Context, most: number): Promise<Question<readonly FileInHand[]>> {
  return inHand(await reachOf(ctx, 'dataset.edit'), most);
}
