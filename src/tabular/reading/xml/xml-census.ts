import type { XmlVisitor } from './walk-xml.ts';
import { XmlFault } from './walk-xml.ts';

/** Kinds of elements by their place; a document with more is no list of like records. */
const MOST_PLACES = 20_000;

/** Elements of one name at one place of the document. */
export class XmlPlace {
  readonly children = new Map<string, XmlPlace>();
  /** All of them in the document. */
  count = 0;
  /** The most that stand in one parent. */
  most = 0;
  attributes = 0;
  /** Those with text of their own. */
  texts = 0;

  readonly name: string;
  readonly parent: XmlPlace | null;

  constructor(name: string, parent: XmlPlace | null) {
    this.name = name;
    this.parent = parent;
  }

  /** Several stand in one parent: they are a list. */
  get repeats(): boolean {
    return this.most > 1;
  }

  /** Neither attributes nor elements inside: a plain value. */
  get isPlain(): boolean {
    return this.children.size === 0 && this.attributes === 0;
  }

  /** Names from the root to it, joined by points. */
  get path(): string {
    return this.parent?.parent ? `${this.parent.path}.${this.name}` : this.name;
  }
}

/** Counts what stands where: the first walk over a document. */
export class XmlCensus implements XmlVisitor {
  readonly root = new XmlPlace('', null);
  private readonly stack: { place: XmlPlace; counts: Map<XmlPlace, number> }[] = [
    { place: this.root, counts: new Map() },
  ];
  private places = 0;

  open(name: string, attributes: readonly unknown[]): void {
    const parent = this.stack.at(-1);
    if (!parent) return;
    let place = parent.place.children.get(name);
    if (!place) {
      place = new XmlPlace(name, parent.place);
      parent.place.children.set(name, place);
      this.places += 1;
      if (this.places > MOST_PLACES) throw new XmlFault('too-long');
    }
    const count = (parent.counts.get(place) ?? 0) + 1;
    parent.counts.set(place, count);
    place.count += 1;
    if (count > place.most) place.most = count;
    place.attributes += attributes.length;
    this.stack.push({ place, counts: new Map() });
  }

  text(text: string): void {
    const place = this.stack.at(-1)?.place;
    if (place && text.trim() !== '') place.texts += 1;
  }

  close(): void {
    this.stack.pop();
  }
}

/** Lists that stand in no other list, in the order of the document. */
function repeated(place: XmlPlace): XmlPlace[] {
  return [...place.children.values()].flatMap((child) => (child.repeats ? [child] : repeated(child)));
}

/** A document of one record: the element with most values of its own. */
function singleRecord(place: XmlPlace): XmlPlace | null {
  const valuesOf = (one: XmlPlace) =>
    (one.attributes > 0 ? 1 : 0) + [...one.children.values()].filter(({ isPlain }) => isPlain).length;
  let best: XmlPlace | null = null;
  const visit = (one: XmlPlace) => {
    if (valuesOf(one) > (best === null ? 0 : valuesOf(best))) best = one;
    for (const child of one.children.values()) visit(child);
  };
  for (const child of place.children.values()) visit(child);
  return best;
}

/** Elements that are records: what repeats; plain values that repeat only where nothing else does. */
export function recordPlaces({ root }: XmlCensus): XmlPlace[] {
  const lists = repeated(root);
  const records = lists.filter((place) => !place.isPlain);
  if (records.length > 0) return records;
  const single = singleRecord(root);
  if (single && !lists.some(({ parent }) => parent === single) && lists.length === 0) return [single];
  return lists.length > 0 ? lists : single ? [single] : [];
}
