import type { Paged } from '../../kernel/paging.ts';
import type { Context } from '../../platform/context.ts';
import type { Card } from './card.ts';

/** A question to the public catalog. */
export interface CardSearch {
  readonly q?: string;
  /** Slug or id of a unit. */
  readonly unit?: string;
  /** Code of a theme. */
  readonly theme?: string;
  /** E.g. `CSV`; case does not matter. */
  readonly format?: string;
  readonly page: number;
  readonly size: number;
}

/** One choice of a facet: `value` goes into the address. */
export interface FacetValue {
  readonly value: string;
  /** Units: the unit's name; themes and formats: same as `value`. */
  readonly title: string;
  readonly count: number;
}

/** How many of the found cards each choice has; a facet's own choice does not narrow its own counts. */
export interface CardFacets {
  readonly units: readonly FacetValue[];
  readonly themes: readonly FacetValue[];
  readonly formats: readonly FacetValue[];
}

export interface FoundCards extends Paged<Card> {
  readonly facets: CardFacets;
  /** `all`: every word was found; `any`: only some of the words; `none`: no word was asked. */
  readonly matched: 'all' | 'any' | 'none';
  /** Nothing found: words of the catalog close to what was asked, best first, at most 5. */
  readonly near: readonly string[];
}

export declare function searchCards(ctx: Context, search: CardSearch): Promise<FoundCards>;
