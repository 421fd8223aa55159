import type { z } from 'zod';
import type { Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import type { DocumentData, FormField, TemplateSketch } from '../../../platform/documents/index.ts';
import type { Deed } from '../../accounts/index.ts';
import { badParams } from '../refusals.ts';

/** Who a document is for: people of the council, or anybody. */
export type Audience = 'internal' | 'public';

/** A kind of documents: what its template may name, and the template the city begins with. */
export interface DocumentForm {
  /** Stable, `<capability>.<noun>`: templates and documents are kept under it. */
  readonly code: string;
  readonly title: Text;
  /** One sentence: what it is for, when it is made. */
  readonly about: Text;
  readonly audience: Audience;
  readonly fields: readonly FormField[];
  readonly sketch: TemplateSketch;
}

/** What a recipe gathers: the frozen data and the name of this one document. */
export interface Composed {
  readonly title: string;
  readonly data: DocumentData;
}

/** A document the system makes by itself from its facts. */
export interface Recipe extends DocumentForm {
  /** What a person must be allowed to do, at the document's place, to make it. */
  readonly deed: Deed;
  /** Reads what it is asked of; throws `invalid` where it is not understood. */
  read(params: unknown): AskedDocument;
}

/** One document asked for. */
export interface AskedDocument {
  /** As they are kept. */
  readonly params: unknown;
  /** Whose it is; null: the community's. */
  readonly unitId: string | null;
  compose(ctx: Context): Promise<Composed>;
}

/** How a capability declares a recipe: `params` are parsed by its schema before anything else. */
export interface RecipeSpec<P> extends DocumentForm {
  readonly deed: Deed;
  readonly params: z.ZodType<P>;
  placeOf(params: P): string | null;
  compose(ctx: Context, params: P): Promise<Composed>;
}

/** A recipe as the system keeps it: its parameters come as unknown JSON and are read by the schema. */
export function defineRecipe<P>({ params: schema, placeOf, compose, ...form }: RecipeSpec<P>): Recipe {
  return {
    ...form,
    read: (raw) => {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) throw badParams();
      const params = parsed.data;
      return { params, unitId: placeOf(params), compose: (ctx) => compose(ctx, params) };
    },
  };
}
