import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { RequiredItem } from '../../../capabilities/catalog/index.ts';
import type { DataTask, MessageThread } from '../../../capabilities/community/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { faultOf, type Visit } from '../../components/index.ts';

/** A form of the page that was refused: which, what was typed, and why. */
export interface RefusedForm {
  readonly deed: 'answer' | 'decide' | 'show' | 'pass' | 'note' | 'task';
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

/** Everything the page of one message shows. */
export interface ThreadView {
  readonly thread: MessageThread;
  /** All units, to pass it to and to name them. */
  readonly units: readonly Unit[];
  readonly mayAnswer: boolean;
  /** The task its confirmed error made, the latest. */
  readonly task: DataTask | null;
  readonly mayCloseTask: boolean;
  /** Items of the list of resolution 835 a proposal looks like. */
  readonly near: readonly RequiredItem[];
  /** Whether the answer may be noted as a consultation, or was noted already. */
  readonly consultation: 'offered' | 'noted' | null;
  readonly done: string | null;
  readonly refused: RefusedForm | null;
}

/** What one form of the page shows in its fields: what was typed where it was refused, otherwise what stands. */
export function fieldsOf(visit: Visit, view: ThreadView, deed: RefusedForm['deed']) {
  const refused = view.refused?.deed === deed ? view.refused : null;
  return {
    refused,
    ticked: (name: string, otherwise: boolean) => (refused ? refused.typed[name] !== undefined : otherwise),
    field: (name: string, otherwise = '') => ({
      name,
      value: refused?.typed[name] ?? otherwise,
      error: faultOf(refused?.faults ?? [], name, visit.language),
    }),
  };
}
