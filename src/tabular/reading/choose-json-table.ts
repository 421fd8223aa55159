import type { Finding } from '../../kernel/finding.ts';
import type { ArrayCensus, JsonScanner } from './json-scanner.ts';
import { refusedJson } from './refusals.ts';

export type JsonTable =
  | { readonly kind: 'records' | 'rows'; readonly path: string }
  | { readonly kind: 'refused'; readonly reason: Finding };

function refuse(code: string, uk: string, en: string): JsonTable {
  return { kind: 'refused', reason: refusedJson(code, uk, en) };
}

/** A tree repeats one key at every depth: `children` inside `children`. */
function isTree(census: ReadonlyMap<string, ArrayCensus>, path: string): boolean {
  const key = path.slice(path.lastIndexOf('/'));
  return key !== '' && (census.get(`${path}/*${key}`)?.objects ?? 0) > 0;
}

/** The array of objects with most objects that does not lie inside another array. */
function largest(census: ReadonlyMap<string, ArrayCensus>): ArrayCensus | null {
  let best: ArrayCensus | null = null;
  for (const array of census.values()) {
    if (array.path.includes('/*') || array.path === '$' || array.objects === 0) continue;
    if (best === null || array.objects > best.objects) best = array;
  }
  return best;
}

function chooseAtRoot(census: ReadonlyMap<string, ArrayCensus>, root: ArrayCensus): JsonTable {
  if (root.objects > 0 && root.objects >= root.arrays) return { kind: 'records', path: '' };
  if (root.arrays > 0) {
    const inner = census.get('/*');
    const cells = (inner?.objects ?? 0) + (inner?.arrays ?? 0);
    if (inner && inner.scalars > cells) return { kind: 'rows', path: '' };
    return refuse(
      'json-nested-lists',
      'У файлі JSON списки вкладені в списки, рядків таблиці серед них не видно.',
      'The JSON file nests lists in lists and shows no rows of a table.',
    );
  }
  if (root.scalars > 0) return { kind: 'records', path: '' };
  return refuse('json-empty', 'Список у файлі JSON порожній.', 'The list in the JSON file is empty.');
}

/** Which array of a JSON document is its table. */
export function chooseJsonTable(scanner: JsonScanner): JsonTable {
  const { census, rootScalars } = scanner;
  const values = census.get('$');
  const type = rootScalars.get('type');
  if (type === '"Topology"') {
    return refuse(
      'json-topology',
      'Це TopoJSON: геометрія зі спільними дугами, а не таблиця. Збережіть її як GeoJSON.',
      'This is TopoJSON: geometry with shared arcs, not a table. Save it as GeoJSON.',
    );
  }
  if (values && values.objects > 1) return { kind: 'records', path: '$' };
  if (values && values.arrays > 1) return { kind: 'rows', path: '$' };
  const root = census.get('');
  if (root) return chooseAtRoot(census, root);
  const array = largest(census);
  if (array === null) {
    return refuse('json-no-list', 'У файлі JSON немає списку записів.', 'The JSON file has no list of records.');
  }
  if (isTree(census, array.path)) {
    return refuse(
      'json-tree',
      'Це дерево: записи вкладені один в одного, рядків таблиці немає.',
      'This is a tree: records are nested in each other and make no rows of a table.',
    );
  }
  return { kind: 'records', path: array.path };
}
