import type { Card } from '../../../capabilities/catalog/index.ts';
import { href, type Visit } from '../../components/index.ts';
import { type Block, heightOf } from './blocks/block.ts';
import { BLOCKS } from './blocks/blocks.ts';

/** A block as it would stand on the council's site, with the address of every form it is given in. */
export interface EmbedExample {
  readonly name: string;
  readonly title: string;
  /** Without scheme and host: where the page of examples shows it. */
  readonly shown: string;
  readonly frame: string;
  /** Pixels. */
  readonly height: number;
  readonly html: string;
  readonly rss: string;
  readonly json: string;
}

/** Every block that has something to show today, and a table of the newest dataset that has one. */
export interface EmbedExamples {
  readonly blocks: readonly EmbedExample[];
  /** Address of the frame of a table; null: no dataset has one yet. */
  readonly table: {
    readonly title: string;
    readonly shown: string;
    readonly frame: string;
    readonly explorer: string;
  } | null;
}

/** Lines of an example. */
const SHOWN = 3;

/** Loads each block as it would be shown; those that need a dataset get the newest of `cards`. */
export async function loadExamples(visit: Visit, cards: readonly Card[]): Promise<EmbedExamples> {
  const dataset = cards[0]?.slug ?? null;
  const wish = { unit: null, q: null, dataset, most: SHOWN };
  const loaded = await Promise.all(BLOCKS.map(async (kind) => [kind.name, await kind.load(visit, wish)] as const));
  const blocks = loaded.flatMap(([name, block]) => {
    if (block === null || block.items.length === 0) return [];
    return [exampleOf(visit, name, block, name === 'card' ? { dataset: dataset ?? '' } : { most: String(SHOWN) })];
  });
  const shown = cards.flatMap(({ slug, resources }) => {
    const table = resources.find(({ tableId }) => tableId !== null);
    return table ? [{ slug, table }] : [];
  })[0];
  if (!shown) return { blocks, table: null };
  const { slug, table } = shown;
  const path = `/embed/${table.id}${languageQuery(visit, '?')}`;
  const explorer = href(visit, `/datasets/${slug}`);
  return { blocks, table: { title: table.title, shown: path, frame: visit.origin + path, explorer } };
}

function exampleOf(visit: Visit, name: string, block: Block, narrowed: Record<string, string>): EmbedExample {
  const query = `?${new URLSearchParams(narrowed)}${languageQuery(visit, '&')}`;
  const path = `/embed/blocks/${name}`;
  const of = (form: string) => `${visit.origin}${path}.${form}${query}`;
  return {
    name,
    title: block.title,
    shown: path + query,
    frame: visit.origin + path + query,
    height: heightOf(block),
    html: of('html'),
    rss: of('rss'),
    json: of('json'),
  };
}

/** A block names its language in its address: it stands on a page of its own. */
const languageQuery = ({ language }: Visit, sign: '?' | '&') => (language === 'en' ? `${sign}lang=en` : '');
