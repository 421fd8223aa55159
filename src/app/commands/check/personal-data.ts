import type { Proposal } from '../../../capabilities/privacy/index.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { plural } from '../../../language/plural.ts';
import { privacyUk } from '../../../locales/privacy-uk.ts';
import {
  DETECTORS,
  describeProtection,
  type Inspection,
  type PersonalSign,
  type TextTable,
  withoutValues,
} from '../../../tabular/index.ts';
import { nameToTell } from '../inventory/card.ts';

/** What is told of a column with personal data. No value of any cell stands in it. */
export interface ColumnVerdict {
  readonly index: number;
  /** Machine name of the column. */
  readonly name: string;
  /** Its title, or its place («Стовпець 3») where the title itself could be somebody's data. */
  readonly title: string;
  readonly signs: readonly PersonalSign[];
  /** The site publishes nothing of it until somebody decides. */
  readonly needsDecision: boolean;
  readonly proposal: Proposal;
}

/** The same verdicts as the site gives before publication. */
export interface PersonalVerdicts {
  readonly columns: readonly ColumnVerdict[];
  /** Columns whose title is not told, with what is said in its place: where a row of data stands for the header, a title is a value. */
  readonly places: ReadonlyMap<number, string>;
  /** Something of the table waits for a decision. */
  readonly stops: boolean;
}

/** What was found in the columns, with what is proposed. */
export async function personalVerdicts(table: TextTable, inspection: Inspection): Promise<PersonalVerdicts> {
  const { signs = [], columns } = inspection;
  const named = !table.findings.some(({ code }) => code === 'no-header');
  const places = new Map(
    columns.flatMap((column) => {
      const place = `Стовпець ${column.index + 1}`;
      return nameToTell(column, named) === place && column.title !== place ? [[column.index, place] as const] : [];
    }),
  );
  if (signs.length === 0) return { columns: [], places, stops: false };
  // The capability and all it needs is loaded only where something was found.
  const { needsDecision, proposalOfColumn } = await import('../../../capabilities/privacy/index.ts');
  const verdicts = columns.flatMap((column): ColumnVerdict[] => {
    const own = signs.filter((sign) => sign.column === column.index);
    if (own.length === 0) return [];
    return [
      {
        index: column.index,
        name: places.has(column.index) ? `column${column.index + 1}` : column.name,
        title: places.get(column.index) ?? column.title,
        signs: own,
        needsDecision: own.some(needsDecision),
        proposal: proposalOfColumn(own),
      },
    ];
  });
  return { columns: verdicts, places, stops: verdicts.some((verdict) => verdict.needsDecision) };
}

/** The inspection as it may be printed: nothing that stands in columns with personal data, be it a cell or a title that could be one. */
export function tellable({
  inspection,
  personal,
}: {
  readonly inspection: Inspection;
  readonly personal: PersonalVerdicts;
}): Inspection {
  const { columns, places } = personal;
  const renamed: Inspection = {
    ...inspection,
    columns: inspection.columns.map((column) => {
      const title = places.get(column.index);
      return title === undefined ? column : { ...column, name: `column${column.index + 1}`, title };
    }),
    findings: inspection.findings.map((finding) => {
      const title = finding.column === null ? undefined : places.get(finding.column);
      return title === undefined ? finding : { ...finding, columnName: title };
    }),
  };
  return withoutValues(renamed, new Set([...columns.map(({ index }) => index), ...places.keys()]));
}

const ROWS_SHOWN = 5;
const titleOf = (code: PersonalSign['code']) =>
  DETECTORS.find((one) => one.code === code)?.title ?? { uk: code, en: code };

function signLines({ code, count, share, whose, whoseWhy, why, rows }: PersonalSign): string[] {
  const listed = rows.slice(0, ROWS_SHOWN).join(', ');
  const more = count > ROWS_SHOWN ? ' …' : '';
  return [
    `      ${privacyUk.found(titleOf(code).uk, count, share)}. ${privacyUk.whose[whose]}`,
    `        ${[why.uk, whoseWhy?.uk].filter(Boolean).join(' ')}${rows.length === 0 ? '' : ` ${rows.length === 1 ? 'Рядок' : 'Рядки'} ${listed}${more}.`}`,
  ];
}

function proposalWords({ way, step }: Proposal): string {
  const words = privacyUk.ways[way];
  return step === null || way === 'remove' ? words : `${words}: ${describeProtection(step).uk}`;
}

/** What was found, for people: column by column, then what stops publication. */
export function personalLines({ columns, stops }: PersonalVerdicts): string[] {
  if (columns.length === 0) return ['', '  Персональних даних не знайдено.'];
  const told = columns.flatMap(({ title, signs, needsDecision, proposal }) => [
    `  ${needsDecision ? '✗' : '·'} «${title}»`,
    ...signs.flatMap(signLines),
    `      ${privacyUk.proposal}: ${proposalWords(proposal)}`,
  ]);
  const waiting = columns.filter(({ needsDecision }) => needsDecision).length;
  const number = formatNumber(waiting, 'uk');
  const stop = stops
    ? `  Публікація зупиниться, доки не вирішено про ${number} ${plural(waiting, 'стовпець', 'стовпці', 'стовпців')}.`
    : '  Публікації це не зупиняє.';
  return ['', `  Персональні дані: ${formatNumber(columns.length, 'uk')}`, ...told, stop];
}

/** The step of a proposal without the title of the column, which could be a value. */
function stepOf({ step }: Proposal): object | null {
  return step === null ? null : { code: step.code, ...(step.parameters ? { parameters: step.parameters } : {}) };
}

/** The same for programs. */
export function jsonOfPersonal({ columns, stops }: PersonalVerdicts): object {
  return {
    stopsPublication: stops,
    columns: columns.map(({ name, title, signs, needsDecision, proposal }) => ({
      name,
      title,
      needsDecision,
      proposal: { way: proposal.way, step: stepOf(proposal), ground: proposal.groundCode },
      signs: signs.map(({ code, count, share, confidence, whose, whoseWhy, mixed, grounds, why, rows }) => ({
        code,
        title: titleOf(code),
        count,
        share: Math.round(share * 10_000) / 10_000,
        confidence: Math.round(confidence * 100) / 100,
        whose,
        whoseWhy: whoseWhy ?? null,
        mixed: mixed ?? [],
        grounds: grounds ?? [],
        why,
        rows,
      })),
    })),
  };
}
