import type { Finding } from '../../kernel/finding.ts';
import type { ReadOutcome } from '../text-table.ts';
import { chooseJsonTable, type JsonTable } from './choose-json-table.ts';
import { detectEncoding } from './encoding.ts';
import { readJsonColumns, readJsonRows, readNumberedColumns } from './json-grid.ts';
import { compactJson, rawMembers } from './json-record.ts';
import { JSON_REFUSALS } from './json-refusals.ts';
import { JsonFault, JsonScanner } from './json-scanner.ts';
import { treeOf, validJson } from './json-tree.ts';
import { type JsonFile, walkJson } from './json-walk.ts';
import type { ReadJob } from './read-job.ts';
import { besideRecords, brokenCharacters } from './reading-findings.ts';
import { JSON_BROKEN } from './refusals.ts';
import { readTree } from './tree/read-tree.ts';
import { isObject, type TreeNode, type TreeTop } from './tree/tree-node.ts';

const FAULTS: Record<JsonFault['reason'], Finding> = {
  broken: JSON_BROKEN,
  'too-deep': JSON_REFUSALS['too-deep'],
  'too-long': JSON_REFUSALS['too-long'],
};

/** Name of the part that begins at the root of the document. */
const ROOT = 'records';
/** Field with the key of a record that stands under it. */
const KEY = 'key';

/** What stands beside the list in the file is no part of the table, but is told. */
function besideList(scanner: JsonScanner): Finding[] {
  const beside = [...scanner.rootScalars]
    .filter(([key]) => key !== 'type')
    .map(([key, raw]) => [key, compactJson(raw)] as const);
  return beside.length === 0 ? [] : [besideRecords(beside)];
}

function partName(path: string): string {
  return path === '' || path === '$' ? ROOT : path.slice(1).replaceAll('/', '.');
}

/** The first member of an object of records says whether they are records or columns whose values are numbered. */
async function hasNumberedColumns(file: JsonFile, path: string): Promise<boolean> {
  let numbered: boolean | null = null;
  const take = (text: string) => {
    if (numbered === false || text[0] !== '{') return;
    const keys = rawMembers(validJson(text)).map(([key]) => key);
    numbered = keys.length > 1 && keys.every((key, at) => key === String(at));
  };
  await walkJson(file, new JsonScanner(path, take), 1);
  return numbered === true;
}

function readRecords(file: JsonFile, tops: ReadonlyMap<string, TreeTop>, keyed: boolean, findings: readonly Finding[]) {
  const { job, encoding } = file;
  const recordOf = (text: string, key: string): TreeNode => {
    const record = treeOf(validJson(text));
    if (!keyed) return record;
    const members = isObject(record) ? record.members : [['value', record] as const];
    return { members: [[KEY, key], ...members] };
  };
  return readTree(job, {
    format: 'json',
    encoding,
    findings,
    source: {
      tops: [...tops.values()],
      async walk(take) {
        const hand = (text: string, path: string, key: string) =>
          take(tops.get(path)?.name ?? ROOT, recordOf(text, key));
        await walkJson(file, new JsonScanner(new Set(tops.keys()), hand), 1);
      },
    },
  });
}

async function readChosen(
  file: JsonFile,
  table: Exclude<JsonTable, { kind: 'refused' }>,
  census: JsonScanner,
  more: readonly Finding[],
): Promise<ReadOutcome> {
  if (table.kind === 'rows') return readJsonRows(file, table.path, table.columns, more);
  if (table.kind === 'columns') return readJsonColumns(file, table.paths, more);
  const keyed = table.kind === 'keyed';
  if (keyed && (await hasNumberedColumns(file, table.path))) return readNumberedColumns(file, table.path, more);
  const paths = keyed ? [table.path] : table.paths;
  const topOf = (path: string): TreeTop => {
    const { objects = 0, scalars = 0 } = census.census.get(path) ?? census.objects.get(path) ?? {};
    return { name: partName(path), records: objects + scalars };
  };
  return readRecords(file, new Map(paths.map((path) => [path, topOf(path)])), keyed, more);
}

/**
 * Reads a JSON file: lists of objects (also one a line, also inside an answer of an API), objects by keys, objects and lists of columns, a list of
 * lists. Objects inside are flattened with dotted names, lists of objects are tables of their own. Numbers stay exactly as written. The file is walked
 * once to find the tables and once or twice to read one; memory is flat.
 * @returns null when a text only looks like JSON and is better read as a delimited text
 */
export async function readJsonFile(job: ReadJob, head: Buffer): Promise<ReadOutcome | null> {
  const file: JsonFile = { job, encoding: job.choices?.encoding ?? detectEncoding(head) };
  const census = new JsonScanner(null);
  try {
    const broken = await walkJson(file, census, 0);
    const table = chooseJsonTable(census);
    if (table.kind === 'refused') return table;
    const more = [...(broken > 0 ? [brokenCharacters(broken)] : []), ...besideList(census)];
    return await readChosen(file, table, census, more);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (error.reason === 'broken' && /\.(csv|tsv|tab|txt)$/i.test(job.fileName)) return null;
    return { kind: 'refused', reason: FAULTS[error.reason] };
  }
}
