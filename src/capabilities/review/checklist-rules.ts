import { type Dataset, passportFaults } from '../catalog/index.ts';
import { type Reading, remainingFindings } from '../ingest/index.ts';
import type { PersonalData } from './submission.ts';

/** What a reviewer goes through; the codes have their words in the interface. */
export const CHECKLIST = ['checks', 'passport', 'personal', 'structure', 'difference'] as const;
export type ChecklistCode = (typeof CHECKLIST)[number];

/** One line: what the system itself can say of it. A person decides; `error` alone keeps nothing from being submitted. */
export interface ChecklistItem {
  readonly code: ChecklistCode;
  readonly state: 'good' | 'attention' | 'error';
  /** How many places, elements, columns it speaks of. */
  readonly count: number;
}

/** What the list is made of. */
export interface ChecklistFacts {
  readonly dataset: Dataset;
  readonly readings: readonly Reading[];
  readonly personalData: PersonalData;
  /** Columns that came, went or changed against the published version; `breaking`: programs of users need a change. */
  readonly structure: { readonly changes: number; readonly breaking: boolean };
  /** Number of the published version; null: all is new. */
  readonly against: number | null;
}

/** The list as the system sees it, in its order. */
export function checklistOf(facts: ChecklistFacts): ChecklistItem[] {
  const { dataset, readings, personalData, structure, against } = facts;
  const findings = readings.flatMap(remainingFindings).filter(({ severity }) => severity !== 'advice');
  const errors = findings.some(({ severity }) => severity === 'error');
  const faults = passportFaults(dataset.passport).length;
  const closed = dataset.resources
    .flatMap((resource) => resource.structure.fields)
    .filter(({ sensitivity }) => sensitivity === 'restricted').length;
  const unexplained = dataset.resources
    .flatMap((resource) => resource.structure.fields)
    .filter(({ purpose }) => purpose.trim() === '').length;
  const state = (bad: boolean, doubtful: boolean) => (bad ? 'error' : doubtful ? 'attention' : 'good');
  return [
    { code: 'checks', state: state(errors, findings.length > 0), count: sum(findings) },
    { code: 'passport', state: state(faults > 0, false), count: faults },
    {
      code: 'personal',
      state: state(personalData === 'closed' && closed === 0, personalData !== 'none'),
      count: closed,
    },
    {
      code: 'structure',
      state: state(structure.breaking, unexplained > 0),
      count: structure.breaking ? structure.changes : unexplained,
    },
    { code: 'difference', state: state(false, structure.changes > 0), count: against ?? 0 },
  ];
}

const sum = (findings: readonly { readonly count: number }[]) => findings.reduce((all, { count }) => all + count, 0);
