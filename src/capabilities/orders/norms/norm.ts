import type { Day } from '../../../kernel/dates.ts';
import type { CitedKind } from '../../../language/citations/index.ts';

/** An article of a norm that work with data stands on. */
export interface NormArticle {
  /** «ст. 10-1», «п. 24». */
  readonly article: string;
  /** What it says, in a few words. */
  readonly about: string;
}

/** A law, a resolution, a charter, or a document of the community itself, as texts cite it. */
export interface Norm {
  /** Of those that came with the system a word, of the community's own an id. */
  readonly code: string;
  readonly kind: CitedKind;
  readonly issuer: string;
  readonly title: string;
  readonly date: Day | null;
  readonly number: string;
  readonly address: string;
  /** «у редакції від …», as the community keeps it; empty: the one in force. */
  readonly edition: string;
  readonly articles: readonly NormArticle[];
  /** Made by the community or one above it: shown apart from the laws. */
  readonly local: boolean;
  /** Shown on the public page «Нормативна база». */
  readonly public: boolean;
  /** Code of the norm that came in its place; null: in force. */
  readonly replacedBy: string | null;
}

/** What may be typed of the community's own norm. */
export type NormWish = Omit<Norm, 'code' | 'local'>;
