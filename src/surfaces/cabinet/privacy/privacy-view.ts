import type { Resource } from '../../../capabilities/catalog/index.ts';
import type { Reading } from '../../../capabilities/ingest/index.ts';
import {
  answerTo,
  type Decision,
  type Hiding,
  hidingsOf,
  needsDecision,
  type PersonalFault,
  type Proposal,
  personalFaults,
  proposalOfColumn,
  type RiskChoice,
  signsOfFile,
} from '../../../capabilities/privacy/index.ts';
import type { PersonalSign } from '../../../tabular/detectors/sign.ts';

/** One column with what was found in it and decided about it. */
export interface ColumnView {
  readonly title: string;
  readonly signs: readonly PersonalSign[];
  /** In force or waiting. */
  readonly decision: Decision | null;
  /** Null where the file has no such column. */
  readonly proposal: Proposal | null;
  /** All ways to hide it. */
  readonly hidings: readonly Hiding[];
  /** What the unit decided on such a column the last time; null: nothing yet. */
  readonly remembered: Decision | null;
  /** `open`: published without a question. `still-there`: decided, and still seen in the finished table. */
  readonly state: 'undecided' | 'waiting' | 'decided' | 'open' | 'still-there' | 'missing';
}

/** A table of the dataset as the page shows it. */
export interface TableView {
  readonly resource: Resource;
  readonly reading: Reading;
  /** Whoever looks may edit the dataset: they may see values of a few cells. */
  readonly mayEdit: boolean;
  /** Null: it was read before there was a check. */
  readonly columns: readonly ColumnView[] | null;
  /** By which columns somebody chose to count whether a person is told; null: nobody has. */
  readonly riskChoice: RiskChoice | null;
}

const ORDER: readonly ColumnView['state'][] = ['still-there', 'undecided', 'waiting', 'missing', 'decided', 'open'];

/** What the page shows of one table: what waits for a decision first. Closed columns are not asked about: nobody will see them. */
export function tableView(
  resource: Resource,
  reading: Reading,
  decisions: readonly Decision[],
  mayEdit: boolean,
): TableView {
  const signs = signsOfFile(reading);
  if (signs === null) return { resource, reading, mayEdit, columns: null, riskChoice: null };
  const closed = resource.structure.fields.flatMap(({ sensitivity, title }) =>
    sensitivity === 'restricted' ? [title] : [],
  );
  const faults = personalFaults(reading, decisions, closed);
  const found = signs.filter(({ columnTitle }) => !closed.includes(columnTitle));
  const titles = new Set([...found, ...decisions].map(({ columnTitle }) => columnTitle));
  const beside = (reading.mended?.inspection ?? reading.inspection)?.columns ?? [];
  const columns = [...titles].map((title): ColumnView => {
    const own = found.filter(({ columnTitle }) => columnTitle === title);
    const decision = decisions.find(({ columnTitle }) => columnTitle === title) ?? null;
    const proposal = own.length > 0 ? proposalOfColumn(own, beside) : null;
    const hidings = hidingsOf({ title, codes: own.map(({ code }) => code), columns: beside });
    return {
      title,
      signs: own,
      decision,
      proposal,
      hidings,
      remembered: null,
      state: stateOf(title, own, { faults, decisions, decision }),
    };
  });
  return {
    resource,
    reading,
    mayEdit,
    columns: columns.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)),
    riskChoice: null,
  };
}

function stateOf(
  title: string,
  signs: readonly PersonalSign[],
  of: { faults: readonly PersonalFault[]; decisions: readonly Decision[]; decision: Decision | null },
): ColumnView['state'] {
  const told = (code: PersonalFault['code']) =>
    of.faults.some((fault) => fault.code === code && fault.columns.includes(title));
  if (told('personal-data-still-there')) return 'still-there';
  if (told('personal-data-undecided')) return 'undecided';
  if (of.decision?.state === 'waiting') return 'waiting';
  if (told('personal-data-column-missing')) return 'missing';
  const answered = signs.some((sign) => answerTo(sign, of.decisions) !== null);
  return of.decision === null && !answered && !signs.some(needsDecision) ? 'open' : 'decided';
}

/** Columns whose proposals are accepted together by one click. */
export function acceptable({ columns }: TableView): readonly ColumnView[] {
  return (columns ?? []).filter(({ state, proposal }) => state === 'undecided' && proposal?.oneClick === true);
}

/** The tables with what the unit decided on such columns before, where they wait for a decision. */
export function withRemembered(table: TableView, remembered: ReadonlyMap<string, Decision>): TableView {
  const { columns } = table;
  if (columns === null) return table;
  return {
    ...table,
    columns: columns.map((column) =>
      column.state === 'undecided' ? { ...column, remembered: remembered.get(column.title) ?? null } : column,
    ),
  };
}
