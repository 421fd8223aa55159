import type { HistorySubject } from '../history/index.ts';
import type { Message } from './message.ts';

/** A message as the history names it: by its number, never by a word of it. */
export function subjectOf(message: Pick<Message, 'id' | 'number' | 'unitId'>): HistorySubject {
  return { kind: 'message', id: message.id, name: `№ ${message.number}`, unitId: message.unitId };
}

/** What the history may say of a message: states and places, no texts, no names. */
export function factsOf(message: Message) {
  return {
    state: message.state,
    unitId: message.unitId,
    shown: message.publicAt !== null,
    plannedOn: message.plannedOn,
    errorConfirmed: message.errorConfirmed,
  };
}

/** Where a deed upon a message is done: its dataset, else its unit; nobody's are the whole system's. */
export function placeOf({ dataset, unitId }: Pick<Message, 'dataset' | 'unitId'>) {
  return { id: dataset?.id ?? null, unitId };
}
