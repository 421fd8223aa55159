import type { PersonalSign } from '../../../tabular/detectors/sign.ts';
import { isSameShape, stepKey } from '../../../tabular/index.ts';
import type { RecipeStep } from '../../../tabular/inspection.ts';
import type { Reading } from '../../ingest/index.ts';
import type { Decision } from './decision.ts';
import { answerTo, needsDecision, undecidedSigns } from './sign-rules.ts';

/** What of a file is looked at. */
export type FileOfTable = Pick<Reading, 'inspection' | 'mended' | 'recipe'>;

/** Why a table may not be published yet, with the titles of the columns meant (none: the whole table). */
export interface PersonalFault {
  readonly code:
    | 'personal-data-not-scanned'
    | 'personal-data-undecided'
    | 'personal-data-waiting'
    | 'personal-data-not-carried-out'
    | 'personal-data-still-there'
    | 'personal-data-column-missing';
  readonly columns: readonly string[];
}

/** What is to be taken out of the files of a resource, by its decisions in force. */
export function protectionBy(decisions: readonly Decision[]): RecipeStep[] {
  return decisions.flatMap(({ state, step }) => (state === 'made' && step ? [step] : []));
}

/**
 * All signs of a file, by the titles its columns have after the repairs: those of the file as read (what was taken out since is among them), and of
 * the table as it would be published. Null: it was read before there were detectors.
 */
export function signsOfFile({ inspection, mended, recipe }: FileOfTable): PersonalSign[] | null {
  if (!inspection?.signs || (mended && !mended.inspection.signs)) return null;
  if (!mended) return [...inspection.signs];
  const titles = new Set(mended.headers);
  // in a table of another shape a column of the file has no place of its own
  const shaped = !isSameShape(recipe, []);
  const read = inspection.signs.flatMap((sign): PersonalSign[] => {
    if (titles.has(sign.columnTitle)) return [sign];
    const now = shaped ? undefined : mended.headers[sign.column];
    return now === undefined ? [] : [{ ...sign, columnTitle: now }];
  });
  const left = mended.inspection.signs ?? [];
  const isRead = (sign: PersonalSign) =>
    read.some(({ code, columnTitle }) => code === sign.code && columnTitle === sign.columnTitle);
  return [...read, ...left.filter((sign) => !isRead(sign))];
}

/**
 * What stands between a table and its publication, by what was found and decided.
 * @param closed titles of columns that are never published, whatever they hold
 */
export function personalFaults(
  file: FileOfTable,
  decisions: readonly Decision[],
  closed: readonly string[] = [],
): PersonalFault[] {
  const signs = signsOfFile(file);
  if (signs === null) return [{ code: 'personal-data-not-scanned', columns: [] }];
  const open = (sign: PersonalSign) => !closed.includes(sign.columnTitle);
  const waiting = decisions.flatMap(({ state, columnTitle }) => (state === 'waiting' ? [columnTitle] : []));
  const undecided = titlesOf(undecidedSigns(signs.filter(open), decisions));
  const faults: PersonalFault[] = [];
  const add = (code: PersonalFault['code'], columns: readonly string[]) => {
    if (columns.length > 0) faults.push({ code, columns });
  };
  add(
    'personal-data-undecided',
    undecided.filter((title) => !waiting.includes(title)),
  );
  add('personal-data-waiting', waiting);
  if (!isCarriedOut(file, decisions)) return [...faults, { code: 'personal-data-not-carried-out', columns: [] }];
  add(
    'personal-data-still-there',
    titlesOf((file.mended?.inspection.signs ?? []).filter(open).filter(hidden(decisions))),
  );
  add('personal-data-column-missing', missingColumns(file, decisions));
  return faults;
}

/** Signs of the finished table that a decision was to take out. */
function hidden(decisions: readonly Decision[]) {
  return (sign: PersonalSign) => {
    const answer = answerTo(sign, decisions);
    return needsDecision(sign) && answer !== null && answer.way !== 'keep';
  };
}

/** The finished table was made by the decisions as they are now. */
function isCarriedOut({ mended }: FileOfTable, decisions: readonly Decision[]): boolean {
  const keys = (steps: readonly RecipeStep[]) =>
    [...new Set(steps.map(({ code, columnTitle, parameters }) => stepKey({ code, columnTitle, parameters })))].sort();
  const { steps = [], missed = [] } = mended?.protection ?? {};
  return JSON.stringify(keys([...steps, ...missed])) === JSON.stringify(keys(protectionBy(decisions)));
}

/** A column that was to be protected and that the file has no more: it may stand under another title. */
function missingColumns({ mended }: FileOfTable, decisions: readonly Decision[]): string[] {
  const missed = new Set((mended?.protection?.missed ?? []).map(stepKey));
  return decisions.flatMap(({ state, step, columnTitle }) =>
    state === 'made' && step && missed.has(stepKey(step)) ? [columnTitle] : [],
  );
}

function titlesOf(signs: readonly PersonalSign[]): string[] {
  return [...new Set(signs.map(({ columnTitle }) => columnTitle))];
}
