import type { PersonalSign } from '../../../tabular/detectors/sign.ts';
import { DETECTORS } from '../../../tabular/index.ts';
import type { Resource } from '../../catalog/index.ts';
import type { Reading } from '../../ingest/index.ts';
import type { Decision } from '../decisions/decision.ts';
import { termsOf } from '../decisions/decision-rules.ts';
import { signsOfFile } from '../decisions/file-rules.ts';
import type { Statement } from '../statements/statement.ts';
import type {
  PrivacyReport,
  ReportColumn,
  ReportDecision,
  ReportFile,
  ReportSign,
  ReportStatement,
  ReportTable,
} from './report.ts';

/** A resource as it is published, with its file and what was decided on it. */
export interface ReportedPart {
  readonly resource: Resource;
  readonly reading: Reading | null;
  readonly decisions: readonly Decision[];
  /** What was said of its file, where that is published as it is. */
  readonly statement: Statement | null;
}

/** What the report says of a dataset besides its parts. */
export type ReportHead = Pick<PrivacyReport, 'datasetId' | 'datasetTitle' | 'unitName' | 'version' | 'at' | 'by'>;

/** The report of a dataset whose parts are these. */
export function reportOf(head: ReportHead, parts: readonly ReportedPart[]): PrivacyReport {
  return {
    ...head,
    detectors: DETECTORS.map(({ code }) => code),
    tables: parts.flatMap(tableOf),
    files: parts.flatMap(fileOf),
  };
}

function fileOf({ resource, statement }: ReportedPart): ReportFile[] {
  const { id, title, kind } = resource;
  return kind === 'table' || kind === 'link'
    ? []
    : [{ resourceId: id, title, kind, statement: statement && said(statement) }];
}

function said({ sha256, says, groundCode, act, reason, statedBy, statedAt }: Statement): ReportStatement {
  return { sha256, says, groundCode, act, reason, statedBy, statedAt: statedAt.toISOString() };
}

function tableOf({ resource, reading, decisions }: ReportedPart): ReportTable[] {
  if (resource.kind !== 'table' || !reading) return [];
  const { inspection, mended, fileName, originalSha256 } = reading;
  const signs = signsOfFile(reading);
  const left = mended?.inspection.signs ?? [];
  const titles = [...new Set([...(signs ?? []), ...left, ...decisions].map(({ columnTitle }) => columnTitle))];
  return [
    {
      resourceId: resource.id,
      title: resource.title,
      fileName,
      fileSha256: originalSha256,
      rows: mended?.rows ?? inspection?.rows ?? 0,
      columnCount: inspection?.columns.length ?? 0,
      checked: signs !== null,
      columns: titles.map((title): ReportColumn => {
        const decision = decisions.find(({ columnTitle }) => columnTitle === title);
        return {
          title,
          found: signsIn(signs ?? [], title),
          decision: decision ? kept(decision) : null,
          left: signsIn(left, title),
        };
      }),
    },
  ];
}

function signsIn(signs: readonly PersonalSign[], title: string): ReportSign[] {
  return signs.flatMap(({ columnTitle, code, whose, count }) =>
    columnTitle === title ? [{ code, whose, count }] : [],
  );
}

function kept(decision: Decision): ReportDecision {
  const { id, state, decidedBy, decidedAt } = decision;
  return { id, ...termsOf(decision), state, decidedBy, decidedAt: decidedAt.toISOString() };
}
