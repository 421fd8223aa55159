import { givesHere, type Holding, mayAnywhere, type Person, type Unit } from '../accounts/index.ts';
import type { Message } from './message.ts';

/** Whether an appointment of that very unit makes its holder one to tell. */
type Answers = (held: Holding, place: { readonly unitId: string; readonly datasetId: string | null }) => boolean;

type About = Pick<Message, 'kind' | 'unitId' | 'dataset'>;

const answers: Answers = (held, place) => givesHere(held, 'message.answer', place);
/** Function «оновлення»: those who mend the data. */
const mends: Answers = (held, place) => givesHere(held, 'dataset.edit', place);
/** Function «доступ до публічної інформації»: element 15 of the passport. */
const informs: Answers = (held, place) => held.functions.includes('access') && answers(held, place);

/** Those of the nearest unit upward that has any. */
function nearest(people: readonly Person[], units: readonly Unit[], about: About, fits: Answers): Person[] {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const datasetId = about.dataset?.id ?? null;
  for (let at = about.unitId; at !== null; at = parents.get(at) ?? null) {
    const place = { unitId: at, datasetId };
    const here = people.filter(({ appointments }) => appointments.some((held) => fits(held, place)));
    if (here.length > 0) return here;
  }
  return [];
}

/** Who looks after the whole system: coordinators, without any the administrators. */
function everywhere(people: readonly Person[]): Person[] {
  const all = people.filter(({ appointments }) => mayAnywhere(appointments, 'people.manage'));
  const coordinators = all.filter(({ appointments }) => appointments.some(({ role }) => role === 'coordinator'));
  return coordinators.length > 0 ? coordinators : all;
}

/**
 * Who is told of a message, by its kind: of an error those who mend the data (and who answers, where they may not); of a question those with the
 * function «доступ до публічної інформації», without any all who answer; of a proposal the coordinator. Each time of the nearest unit upward;
 * where nobody is, those who look after the whole system. Somebody with named datasets hears of those only.
 */
export function staffOf(people: readonly Person[], units: readonly Unit[], about: About): Person[] {
  const active = people.filter((person) => person.active);
  const whole = everywhere(active);
  if (about.kind === 'proposal') return whole;
  const others = active.filter(({ appointments }) => !mayAnywhere(appointments, 'people.manage'));
  const find = (fits: Answers) => nearest(others, units, about, fits);
  const answering = find(answers);
  if (about.kind === 'question') {
    const informing = find(informs);
    const told = informing.length > 0 ? informing : answering;
    return told.length > 0 ? told : whole;
  }
  const mending = find(mends);
  const canAnswer = mending.some((person) => answering.includes(person));
  const told = canAnswer ? mending : [...mending, ...answering.filter((person) => !mending.includes(person))];
  return told.length > 0 ? told : whole;
}
