import type { Visit } from '../../../components/index.ts';

/** One line of a block: where it leads on the portal (null: nowhere), its facts in words, the sentence under it. */
export interface BlockItem {
  readonly id: string;
  readonly title: string;
  /** Address without scheme, host and language, e.g. `/datasets/parks`. */
  readonly path: string | null;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly text: string;
  /** ISO 8601 instant of its last change; null: not known. */
  readonly changedAt: string | null;
}

/** What a block says, whatever form it is given in: HTML, frame, RSS or JSON. */
export interface Block {
  readonly title: string;
  /** One sentence over the lines, e.g. «61 із 68 застосовних»; empty: none. */
  readonly lead: string;
  /** The page of the portal that says it whole; without host and language. */
  readonly page: string;
  readonly items: readonly BlockItem[];
  /** How many there are of them in all. */
  readonly total: number;
}

/** What a block may be narrowed by; what is left out does not narrow. */
export interface BlockWish {
  /** Slug of a unit. */
  readonly unit: string | null;
  /** Words of a search. */
  readonly q: string | null;
  /** Slug of one dataset. */
  readonly dataset: string | null;
  /** At most so many lines, 1–50. */
  readonly most: number;
}

/** A kind of block. `load` gives null where the thing asked for is not there. */
export interface BlockKind {
  readonly name: string;
  load(visit: Visit, wish: BlockWish): Promise<Block | null>;
}

const MOST = 50;
const USUAL = 10;

/** The wish as it stands in an address; a number that is none counts as left out. */
export function wishOf(query: URLSearchParams): BlockWish {
  const most = Number(query.get('most') ?? USUAL);
  return {
    unit: query.get('unit') || null,
    q: query.get('q')?.slice(0, 200) || null,
    dataset: query.get('dataset') || null,
    most: Number.isInteger(most) && most >= 1 ? Math.min(most, MOST) : USUAL,
  };
}

/** Pixels a frame of a block needs, so that nothing in it scrolls on a usual column of 600 px. */
export function heightOf(block: Pick<Block, 'items' | 'lead'>): number {
  const ofItem = ({ facts, text }: BlockItem) =>
    46 + facts.length * 26 + (text === '' ? 0 : 26 * Math.ceil(text.length / 65));
  const lines = block.items.reduce((sum, item) => sum + ofItem(item), 0);
  return 150 + (block.lead === '' ? 0 : 40) + lines;
}
