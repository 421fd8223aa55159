import type { Cell } from '../row-sink.ts';

/** A record of JSON or XML as a tree; values are text exactly as written. */
export type TreeNode = Cell | TreeObject | TreeList;

export interface TreeObject {
  readonly members: readonly (readonly [name: string, node: TreeNode])[];
  /** Text beside the members: `<price currency="UAH">5</price>`. */
  readonly text?: Cell;
}

export interface TreeList {
  readonly items: readonly TreeNode[];
  /** As written, for lists that are kept as text. */
  readonly raw?: string;
}

/** A list of records in a document: the tables of the file begin with these. */
export interface TreeTop {
  /** Unique in the file; the name of the part. */
  readonly name: string;
  /** Records it holds, as far as known before they are read. */
  readonly records: number;
}

/** A document of trees that can be walked more than once. */
export interface TreeSource {
  readonly tops: readonly TreeTop[];
  /** Hands over every record of every list, in the order of the file. */
  walk(take: (top: string, record: TreeNode) => void): Promise<void>;
}

/** A record, or a record inside one. */
export function isObject(node: TreeNode): node is TreeObject {
  return typeof node === 'object' && node !== null && 'members' in node;
}

/** A list of records or of values. */
export function isList(node: TreeNode): node is TreeList {
  return typeof node === 'object' && node !== null && 'items' in node;
}
