import { LIMITS } from '../refusals.ts';
import type { Cell } from '../row-sink.ts';
import type { TreeNode } from '../tree/tree-node.ts';
import { XmlFault, type XmlVisitor } from './walk-xml.ts';
import type { XmlPlace } from './xml-census.ts';

/** An element of a record that is being read. */
interface Building {
  readonly place: XmlPlace;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: Map<XmlPlace, TreeNode[]>;
  text: string;
}

const cell = (text: string): Cell => (text === '' ? null : text);

/** An attribute that has the name of an element beside it is told by the sign of attributes. */
function nodeOf({ attributes, children, text, place }: Building): TreeNode {
  const own = cell(text.trim());
  if (attributes.length === 0 && children.size === 0) return own;
  const members: (readonly [string, TreeNode])[] = attributes.map(([name, value]) => [
    place.children.has(name) ? `@${name}` : name,
    cell(value),
  ]);
  for (const [child, nodes] of children) {
    members.push([child.name, child.repeats ? { items: nodes } : (nodes[0] ?? null)]);
  }
  return own === null ? { members } : { members, text: own };
}

/** Elements and attributes of one record: with more it would not stand in memory. */
const MOST_IN_RECORD = 1_000_000;

/** Makes trees of the elements at the places of records: the second walk over a document. */
export class XmlRecords implements XmlVisitor {
  /** Values that stand outside all records: name and text. */
  readonly beside: (readonly [string, string])[] = [];
  private readonly path: XmlPlace[];
  private readonly open_: Building[] = [];
  private outside = '';
  /** Elements with attributes, and characters, of the record that is open. */
  private held = 0;
  private length = 0;

  private readonly names: ReadonlyMap<XmlPlace, string>;
  private readonly take: (top: string, record: TreeNode) => void;

  /** @param names of parts, by the place of their records */
  constructor(root: XmlPlace, names: ReadonlyMap<XmlPlace, string>, take: (top: string, record: TreeNode) => void) {
    this.path = [root];
    this.names = names;
    this.take = take;
  }

  open(name: string, attributes: readonly (readonly [string, string])[]): void {
    const place = this.path.at(-1)?.children.get(name);
    if (!place) throw new Error(`${name}: the document changed while it was read`);
    this.path.push(place);
    this.outside = '';
    if (this.open_.length > 0 || this.names.has(place)) {
      this.open_.push({ place, attributes, children: new Map(), text: '' });
      this.held += 1 + attributes.length;
      if (this.held > MOST_IN_RECORD) throw new XmlFault('too-long');
    } else for (const [key, value] of attributes) this.tellBeside(`${name}.${key}`, value);
  }

  text(text: string): void {
    const inside = this.open_.at(-1);
    if (inside) {
      inside.text += text;
      this.length += text.length;
      if (this.length > LIMITS.recordLength) throw new XmlFault('too-long');
    } else this.outside += text;
  }

  close(): void {
    const place = this.path.pop();
    const built = this.open_.pop();
    if (!built) {
      const text = this.outside.trim();
      if (place && text !== '') this.tellBeside(place.name, text);
      this.outside = '';
      return;
    }
    const node = nodeOf(built);
    const parent = this.open_.at(-1);
    if (!parent) {
      this.held = 0;
      this.length = 0;
      this.take(this.names.get(built.place) ?? '', node);
      return;
    }
    const siblings = parent.children.get(built.place);
    if (siblings) siblings.push(node);
    else parent.children.set(built.place, [node]);
  }

  private tellBeside(name: string, value: string): void {
    if (this.beside.length < 100) this.beside.push([name, value]);
  }
}
