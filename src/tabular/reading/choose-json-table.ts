import type { Finding } from '../../kernel/finding.ts';
import { JSON_REFUSALS } from './json-refusals.ts';
import type { ArrayCensus, JsonScanner } from './json-scanner.ts';

export type JsonTable =
  /** Lists of objects, none inside another: each begins a table. */
  | { readonly kind: 'records'; readonly paths: readonly string[] }
  /** An object whose members are records, named by their keys. */
  | { readonly kind: 'keyed'; readonly path: string }
  /** An object whose members are columns, lists of values of one length. */
  | { readonly kind: 'columns'; readonly paths: readonly string[] }
  /** A list of lists, with the list of objects that describes its columns where there is one. */
  | { readonly kind: 'rows'; readonly path: string; readonly columns: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: Finding };

type Census = ReadonlyMap<string, ArrayCensus>;

function refuse(why: keyof typeof JSON_REFUSALS): JsonTable {
  return { kind: 'refused', reason: JSON_REFUSALS[why] };
}

/** A tree repeats one key at every depth: `children` inside `children`. */
function isTree(census: Census, path: string): boolean {
  const key = path.slice(path.lastIndexOf('/'));
  return key !== '' && (census.get(`${path}/*${key}`)?.objects ?? 0) > 0;
}

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

/** Places outside all lists. */
function outermost(census: Census): ArrayCensus[] {
  return [...census.values()].filter(({ path }) => !path.includes('/*') && path !== '$');
}

/** Lists of objects; what describes the columns of the records beside it is no table. */
function recordLists(census: Census): ArrayCensus[] {
  const lists = outermost(census).filter(({ isArray, objects }) => isArray && objects > 0);
  const largest = lists.reduce<ArrayCensus | null>(
    (best, one) => (best && best.objects >= one.objects ? best : one),
    null,
  );
  const describes = ({ path }: ArrayCensus) =>
    largest !== null &&
    path !== largest.path &&
    parentOf(path) === parentOf(largest.path) &&
    /\/(fields|columns|schema)$/i.test(path);
  return lists.filter((list) => !describes(list));
}

/** Lists of lists, the longest first. */
function rowLists(census: Census): ArrayCensus[] {
  return outermost(census)
    .filter(({ isArray, arrays, path }) => isArray && arrays > 0 && (census.get(`${path}/*`)?.scalars ?? 0) > 0)
    .sort((a, b) => b.arrays - a.arrays);
}

/** Members of one object that are lists of values of one length. */
function columnLists(census: Census): string[] {
  const lists = outermost(census).filter(
    ({ isArray, objects, arrays, scalars, path }) => isArray && path !== '' && objects + arrays === 0 && scalars > 0,
  );
  for (const { path, scalars } of lists) {
    const like = lists.filter((one) => parentOf(one.path) === parentOf(path) && one.scalars === scalars);
    if (like.length > 1) return like.map((one) => one.path);
  }
  return [];
}

/** Records have most fields in common; sections of one document (general, stops, scheme) do not. */
function areAlike(census: Census, { path }: ArrayCensus): boolean {
  const members = [...census.values()].filter(
    (one) => !one.isArray && one.path !== path && parentOf(one.path) === path,
  );
  const all = new Set(members.flatMap(({ keys }) => [...keys]));
  if (members.length < 3) return members.length === 2 && members.every(({ keys }) => keys.size === all.size);
  const alike = members.filter(({ keys }) => keys.size * 2 >= all.size).length;
  return alike >= members.length * 0.9;
}

/** The object with most members that are objects of one kind. */
function keyedRecords(census: Census): ArrayCensus | null {
  const objects = outermost(census).filter(
    (one) => !one.isArray && one.objects > 1 && one.objects > one.scalars && areAlike(census, one),
  );
  return objects.reduce<ArrayCensus | null>((best, one) => (best && best.objects >= one.objects ? best : one), null);
}

function chooseAtRoot(census: Census, root: ArrayCensus): JsonTable {
  if (root.objects > 0 && root.objects >= root.arrays) return { kind: 'records', paths: [''] };
  if (root.arrays > 0) {
    const inner = census.get('/*');
    const cells = (inner?.objects ?? 0) + (inner?.arrays ?? 0);
    if (inner && inner.scalars > cells) return { kind: 'rows', path: '', columns: [] };
    return refuse('nested-lists');
  }
  if (root.scalars > 0) return { kind: 'records', paths: [''] };
  return refuse('empty');
}

/** Inside an object that is no list by itself: lists of lists, lists of objects, columns, records by keys. */
function chooseInside(census: Census): JsonTable {
  const lists = recordLists(census);
  const [rows] = rowLists(census);
  const most = Math.max(0, ...lists.map(({ objects }) => objects));
  if (rows && rows.arrays > most) return { kind: 'rows', path: rows.path, columns: describers(census) };
  const keyed = keyedRecords(census);
  const scattered = keyed !== null && lists.length > 2 && lists.every(({ path }) => path.startsWith(`${keyed.path}/`));
  if (lists.length > 0 && !scattered) {
    if (lists.some(({ path }) => isTree(census, path))) {
      return refuse('tree');
    }
    return { kind: 'records', paths: lists.map(({ path }) => path) };
  }
  if (keyed) return { kind: 'keyed', path: keyed.path };
  const columns = columnLists(census);
  if (columns.length > 0) return { kind: 'columns', paths: columns };
  const values = outermost(census).find(({ isArray, scalars }) => isArray && scalars > 1);
  if (values) return { kind: 'records', paths: [values.path] };
  return refuse('no-list');
}

/** Lists of objects that may describe the columns of a list of lists. */
function describers(census: Census): string[] {
  return outermost(census)
    .filter(({ isArray, objects, path }) => isArray && objects > 0 && /\/(fields|columns|schema)$/i.test(path))
    .map(({ path }) => path);
}

/** Which part of a JSON document is its table. */
export function chooseJsonTable({ census: lists, objects, rootScalars }: JsonScanner): JsonTable {
  const census: Census = new Map([...objects, ...lists]);
  if (rootScalars.get('type') === '"Topology"') {
    return refuse('topology');
  }
  const values = census.get('$');
  if (values && values.objects > 1) return { kind: 'records', paths: ['$'] };
  if (values && values.arrays > 1) return { kind: 'rows', path: '$', columns: [] };
  const root = census.get('');
  return root?.isArray ? chooseAtRoot(census, root) : chooseInside(census);
}
