import { PlaceList } from '../reading-findings.ts';
import type { Cell, RowSink } from '../row-sink.ts';
import { isList, isObject, type TreeNode, type TreeObject } from './tree-node.ts';
import { type PartKey, TreePart } from './tree-part.ts';

/** Objects in objects deeper than this stay text. */
const DEEPEST = 12;
/** Between plain values of a list that stand in one cell. */
export const BETWEEN = '; ';

interface Children {
  readonly part: string;
  readonly items: readonly TreeNode[];
}

/** What a walk is to do. */
export interface WalkPlan {
  /** The part whose rows are kept; the others are counted. */
  readonly part: string | null;
  readonly sink: RowSink | null;
  /** How records are named, by part, where an earlier walk has told it. */
  readonly keys: ReadonlyMap<string, PartKey>;
}

/**
 * Makes tables of trees: a record is a row, objects inside are flattened with dotted names, a list of plain values is one cell, a list of records is
 * a table of its own with the key of the record it belongs to.
 */
export class TreeGatherer {
  /** Lists that hold other lists, or values among records: kept as text. */
  readonly nested = new PlaceList();
  readonly nestedFields = new Set<string>();
  readonly joined = new PlaceList();
  readonly joinedFields = new Set<string>();
  private readonly parts = new Map<string, TreePart>();
  private readonly plan: WalkPlan;

  constructor(plan: WalkPlan) {
    this.plan = plan;
  }

  get tables(): readonly TreePart[] {
    return [...this.parts.values()];
  }

  part(name: string): TreePart {
    const known = this.parts.get(name);
    if (known) return known;
    const sink = name === this.plan.part ? this.plan.sink : null;
    const fresh = new TreePart(name, sink, this.plan.keys.get(name) ?? null);
    this.parts.set(name, fresh);
    return fresh;
  }

  /** Takes a record of a part, and with it the records that belong to it. @param of heading and value that name its owner */
  take(name: string, record: TreeNode, of?: readonly [string, Cell]): void {
    const part = this.part(name);
    const fields = new Map<string, Cell>(of ? [of] : []);
    const children: Children[] = [];
    if (isObject(record)) this.flatten(part, record, '', fields, children, 0);
    else if (isList(record)) put(fields, 'value', this.list(part, 'value', record, children));
    else fields.set('value', record);
    const key = part.take(fields);
    for (const { part: child, items } of children) {
      part.hasChildren = true;
      for (const item of items) this.take(child, item, key);
    }
  }

  private flatten(
    part: TreePart,
    { members, text }: TreeObject,
    prefix: string,
    fields: Map<string, Cell>,
    children: Children[],
    depth: number,
  ): void {
    if (text !== undefined) put(fields, prefix === '' ? 'value' : prefix.slice(0, -1), text);
    for (const [key, node] of members) {
      const name = prefix + key;
      if (isObject(node)) {
        if (node.members.length === 0 && node.text === undefined) put(fields, name, null);
        else if (depth >= DEEPEST) put(fields, name, this.asText(part, name, node));
        else this.flatten(part, node, `${name}.`, fields, children, depth + 1);
      } else put(fields, name, isList(node) ? this.list(part, name, node, children) : node);
    }
  }

  /** The cell a list becomes; null where it is a table of its own, or empty. */
  private list(
    part: TreePart,
    name: string,
    list: Extract<TreeNode, { items: unknown }>,
    children: Children[],
  ): Cell | undefined {
    const { items } = list;
    if (items.length === 0) return null;
    if (items.some(isObject) && items.every((item) => isObject(item) || item === null)) {
      children.push({ part: `${part.name}.${name}`, items: items.filter((item) => item !== null) });
      return undefined;
    }
    if (!items.some((item) => isObject(item) || isList(item))) {
      if (items.length > 1 && this.isKept(part)) {
        this.joined.add(part.rows + 1, null);
        this.joinedFields.add(name);
      }
      return items.filter((item) => item !== null).join(BETWEEN) || null;
    }
    return this.asText(part, name, list);
  }

  private isKept(part: TreePart): boolean {
    return part.name === this.plan.part;
  }

  private asText(part: TreePart, name: string, node: TreeNode): Cell {
    if (this.isKept(part)) {
      this.nested.add(part.rows + 1, null);
      this.nestedFields.add(name);
    }
    return isList(node) && node.raw !== undefined ? node.raw : JSON.stringify(plain(node));
  }
}

/** A key given twice: the first value stays, as most programs have it, and the second has a column of its own. */
function put(fields: Map<string, Cell>, name: string, cell: Cell | undefined): void {
  if (cell === undefined) return;
  let free = name;
  for (let count = 2; fields.has(free); count++) free = `${name} (${count})`;
  fields.set(free, cell);
}

function plain(node: TreeNode): unknown {
  if (isList(node)) return node.items.map(plain);
  if (!isObject(node)) return node;
  return Object.fromEntries(node.members.map(([name, member]) => [name, plain(member)]));
}
