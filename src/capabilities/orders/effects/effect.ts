import type { Day } from '../../../kernel/dates.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import type { OrderRef } from '../orders/order.ts';

/** What an order does: it makes facts of one kind lawful. Prepared first; the fact may work already while its order is being prepared. */
export interface OrderEffect {
  readonly id: string;
  readonly orderId: string;
  readonly kind: string;
  /** Ids of what becomes lawful: appointments, lists, datasets. */
  readonly subjectIds: readonly string[];
  /** What the kind itself needs to know. */
  readonly terms: Readonly<Record<string, unknown>>;
  readonly preparedOn: Day;
  readonly lawfulFrom: Day | null;
  readonly endedOn: Day | null;
  /** What stood before it became lawful, for taking it back. */
  readonly kept: unknown;
}

/** What is prepared: a kind, its subjects and terms. */
export type EffectWish = Pick<OrderEffect, 'kind' | 'subjectIds' | 'terms'>;

/** An effect in words: for the page and for the document made of it. */
export interface EffectWords {
  /** One line: «Призначити відповідальними: 12 осіб». */
  readonly title: Text;
  /** A clause of the order, in Ukrainian: «Визначити відповідальних осіб згідно з додатком». */
  readonly clause: string;
  /** Its annex; null: the clause says all. */
  readonly annex: {
    readonly title: string;
    readonly heading: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
}

/** A fact that stands «наказ готується» and can be put into an order. */
export interface WaitingFact {
  readonly subjectId: string;
  readonly title: string;
  /** The last day of the grace; null: none is asked. */
  readonly due: Day | null;
  /** An order that was named with the fact though it is not on the list; its line. Empty: none. */
  readonly named: string;
}

/**
 * A kind of effect: the port by which an order reaches the part whose facts it makes lawful. Each deed runs in the transaction of the signing; what
 * it throws stops the whole. Filled in app/order-effects.ts.
 */
export interface OrderEffectKind {
  readonly kind: string;
  readonly title: Text;
  describe(ctx: Context, effect: EffectWish): Promise<EffectWords>;
  /** @returns what is to be kept for `takeBack`; must be JSON */
  makeLawful(ctx: Context, effect: OrderEffect, order: OrderRef): Promise<unknown>;
  /** The signing was undone: as it stood before. */
  takeBack(ctx: Context, effect: OrderEffect): Promise<void>;
  /** The order lost its force on that day. @returns what is left without a ground, a line each */
  endForce(ctx: Context, effect: OrderEffect, day: Day): Promise<readonly string[]>;
  /** Facts without an order; left out: this kind is prepared only where its facts are made. */
  waiting?(ctx: Context): Promise<readonly WaitingFact[]>;
}
