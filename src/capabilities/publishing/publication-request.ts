import type { Actor } from '../../kernel/actor.ts';
import type { FieldFault } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';

/** What is being done of a publication, in this order. */
export type PublicationStage = 'tables' | 'comparison' | 'publication';

/** Why a publication asked for did not come about; the draft and the public are as they were. */
export interface PublicationRefusal {
  readonly code: string;
  readonly text: Text;
  readonly fields: readonly FieldFault[];
}

/** A publication somebody asked for. A dataset has at most one: the newest. */
export interface PublicationRequest {
  readonly id: string;
  readonly datasetId: string;
  readonly state: 'waiting' | 'working' | 'failed' | 'done';
  readonly stage: PublicationStage;
  /** Resources of the present stage that are done, of `total`. */
  readonly done: number;
  readonly total: number;
  /** In whose name, and by whose rights, it is carried out. */
  readonly askedBy: Actor;
  readonly askedAt: Date;
  /** Digest of the draft as it was when asked: another draft is not published by this request. */
  readonly stamp: string;
  readonly refusal: PublicationRefusal | null;
  /** The version it made. */
  readonly versionNumber: number | null;
}

/** True while the background works, or will work, at it. */
export function isUnderWay({ state }: Pick<PublicationRequest, 'state'>): boolean {
  return state === 'waiting' || state === 'working';
}
