import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../kernel/finding.ts';
import type { Encoding, ReadOutcome, TableFormat } from '../../text-table.ts';
import { writingLimits } from '../../work-session.ts';
import type { ReadJob } from '../read-job.ts';
import { joinedValues, NO_ROWS, nestedValues } from '../reading-findings.ts';
import { LIMITS, NO_TABLE, noSuchSheet, tooManyColumns } from '../refusals.ts';
import { RowSink, sinkToParquet } from '../row-sink.ts';
import { TreeGatherer, type WalkPlan } from './tree-gatherer.ts';
import type { TreeSource } from './tree-node.ts';
import type { PartKey, TreePart } from './tree-part.ts';

/** How the document was understood. */
export interface TreeDocument {
  readonly source: TreeSource;
  readonly format: TableFormat;
  readonly encoding: Encoding;
  /** Told before what the walk tells. */
  readonly findings: readonly Finding[];
}

interface Walked {
  readonly gatherer: TreeGatherer;
  readonly sink: RowSink;
}

async function walk(job: ReadJob, source: TreeSource, plan: Omit<WalkPlan, 'sink'>): Promise<Walked> {
  const sink = new RowSink(join(job.workFolder, 'rows.csv'), 0);
  const gatherer = new TreeGatherer({ ...plan, sink });
  try {
    await source.walk((top, record) => gatherer.take(top, record));
  } finally {
    const width = plan.part === null ? 0 : gatherer.part(plan.part).headers.length;
    sink.width = Math.max(sink.width, width);
    sink.close();
  }
  return { gatherer, sink };
}

/** A part is a child of another where its name goes on from it. */
function parentOf(part: TreePart, parts: readonly TreePart[]): TreePart | null {
  const owners = parts.filter((one) => one !== part && part.name.startsWith(`${one.name}.`));
  return owners.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/** The list with most filled cells that belongs to no other. */
function likeliest(parts: readonly TreePart[]): TreePart | null {
  const tops = parts.filter((part) => parentOf(part, parts) === null);
  return tops.reduce<TreePart | null>(
    (best, part) => (best === null || part.filledCells > best.filledCells ? part : best),
    null,
  );
}

/** Records whose field names them do not need a number; told for the chosen part, its owner and whoever belongs to it. */
function keysFor(chosen: TreePart, parts: readonly TreePart[]): Map<string, PartKey> {
  const parent = parentOf(chosen, parts);
  return new Map(
    [chosen, ...(parent ? [parent] : [])].filter(({ hasChildren }) => hasChildren).map((part) => [part.name, part.key]),
  );
}

/**
 * Makes the table of a document of trees. It is walked once, and once more where another part was the likelier one, or where records turned out to
 * have no field that names them: then they are numbered.
 */
export async function readTree(job: ReadJob, document: TreeDocument): Promise<ReadOutcome> {
  const { source } = document;
  const asked = job.choices?.sheet;
  const guess = asked ?? [...source.tops].sort((a, b) => b.records - a.records)[0]?.name ?? null;
  let walked = await walk(job, source, { part: guess, keys: new Map() });
  const found = walked.gatherer.tables.filter(({ rows }) => rows > 0);
  const chosen = asked === undefined ? likeliest(found) : (found.find(({ name }) => name === asked) ?? null);
  if (chosen === null) {
    await rm(walked.sink.path, { force: true });
    const names = found.map(({ name }) => name);
    return { kind: 'refused', reason: asked === undefined ? NO_TABLE : noSuchSheet(asked, names) };
  }
  const keys = keysFor(chosen, found);
  if (chosen.name !== guess || [...keys.values()].some(({ kind }) => kind === 'number')) {
    walked = await walk(job, source, { part: chosen.name, keys });
  }
  return finish(job, document, walked, chosen.name);
}

async function finish(job: ReadJob, document: TreeDocument, walked: Walked, name: string): Promise<ReadOutcome> {
  const { sink, gatherer } = walked;
  try {
    const { headers } = gatherer.part(name);
    if (headers.length > LIMITS.columns) return { kind: 'refused', reason: tooManyColumns(headers.length) };
    if (headers.length === 0) return { kind: 'refused', reason: NO_TABLE };
    const parquetPath = join(job.workFolder, 'text.parquet');
    const session = await job.duckdb.session(writingLimits(sink.width));
    try {
      await sinkToParquet(session, sink, parquetPath);
    } finally {
      session.close();
    }
    const parts = gatherer.tables.filter(({ rows }) => rows > 0);
    const { format, encoding } = document;
    return {
      kind: 'table',
      table: {
        parquetPath,
        format,
        encoding,
        dialect: null,
        sheet: parts.length > 1 ? name : null,
        sheets: parts.length > 1 ? parts.map(({ info }) => info) : [],
        rows: sink.rows,
        headers,
        findings: [...document.findings, ...told(gatherer), ...(sink.rows === 0 ? [NO_ROWS] : [])],
      },
    };
  } finally {
    await rm(sink.path, { force: true });
  }
}

function told({ nested, nestedFields, joined, joinedFields }: TreeGatherer): Finding[] {
  return [
    ...(nested.count > 0 ? [nestedValues(nested.count, [...nestedFields])] : []),
    ...(joined.count > 0 ? [joinedValues(joined, [...joinedFields])] : []),
  ];
}
