import type { Paged } from '../../kernel/paging.ts';
import type { Card } from './card.ts';

/** In which order answers come: by how well they answer, the latest changed, the most used. */
export const CARD_ORDERS = ['meaning', 'newest', 'used'] as const;
export type CardOrder = (typeof CARD_ORDERS)[number];

/** Whether a promised update is late. Datasets without a rhythm are neither. */
export const FRESHNESS_CHOICES = ['on-time', 'late'] as const;
export type FreshnessChoice = (typeof FRESHNESS_CHOICES)[number];

/** A question to the public catalog. */
export interface CardSearch {
  readonly q?: string;
  /** Slug or id of a unit. */
  readonly unit?: string;
  /** Code of a theme. */
  readonly theme?: string;
  /** E.g. `CSV`; case does not matter. */
  readonly format?: string;
  /** A keyword as the facet gives it; case does not matter. */
  readonly keyword?: string;
  /** Code of a frequency of updates. */
  readonly frequency?: string;
  readonly freshness?: FreshnessChoice;
  /** By meaning when left out; without words the latest first. */
  readonly order?: CardOrder;
  /** Take the words as typed: no mended errors, no other words for them. */
  readonly literal?: boolean;
  readonly page: number;
  readonly size: number;
  /** Cards to leave out at the beginning, instead of `page`. */
  readonly offset?: number;
}

/** One choice of a facet: `value` goes into the address. */
export interface FacetValue {
  readonly value: string;
  /** Units: the unit's name; otherwise the same as `value`. */
  readonly title: string;
  readonly count: number;
}

/** How many of the found cards each choice has; a facet's own choice does not narrow its own counts (keywords apart: they add up). */
export interface CardFacets {
  readonly units: readonly FacetValue[];
  readonly themes: readonly FacetValue[];
  readonly formats: readonly FacetValue[];
  readonly frequencies: readonly FacetValue[];
  readonly freshness: readonly FacetValue[];
  /** The most frequent ones; empty when very many cards are found, where they would narrow little. */
  readonly keywords: readonly FacetValue[];
}

export interface FoundCards extends Paged<Card> {
  readonly facets: CardFacets;
  /** `all`: every word was found; `any`: only some of the words; `none`: no word was asked. */
  readonly matched: 'all' | 'any' | 'none';
  /** The question with mended typing errors or letters, when the answer is to that one; null: answered as typed. */
  readonly understood: string | null;
  /** Stems worth marking in the answers. */
  readonly stems: readonly string[];
  /** Words of the question that no card has in any meaning, as typed. */
  readonly missing: readonly string[];
  /** Nothing found: questions near to it that have an answer, best first, at most 5. */
  readonly near: readonly string[];
}
