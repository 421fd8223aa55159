import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/dates.ts';
import type { CitedKind, OrderKind } from '../../language/citations/index.ts';
import type { Database } from '../../platform/context.ts';
import type { NormArticle } from './norms/norm.ts';
import type { NamedPerson, OrderState, OrderTie } from './orders/order.ts';
import type { OrderFile } from './orders/order-file.ts';

/** The capability's tables as they are read. */
export type OrdersTables = {
  orders_norm: {
    id: string;
    kind: CitedKind;
    issuer: string;
    title: string;
    day: Day | null;
    number: string;
    address: string;
    edition: string;
    articles: readonly NormArticle[];
    public: boolean;
    replaced_by: string | null;
    created_at: Date;
  };
  orders_order: {
    id: string;
    kind: OrderKind;
    issuer: string;
    issuer_key: string;
    title: string;
    day: Day | null;
    number: string;
    state: OrderState;
    signatory: NamedPerson;
    controller: NamedPerson;
    executor: { readonly name: string; readonly phone: string };
    agreed_by: readonly NamedPerson[];
    grounds: readonly string[];
    clauses: readonly string[];
    from_day: Day | null;
    to_day: Day | null;
    public: boolean;
    links: readonly string[];
    created_at: Date;
    signed_at: Date | null;
    ended_on: Day | null;
    note: string;
  };
  orders_tie: { order_id: string; other_id: string; kind: OrderTie['kind'] };
  orders_effect: {
    id: string;
    order_id: string;
    kind: string;
    subject_ids: string[];
    terms: Readonly<Record<string, unknown>>;
    prepared_on: Day;
    lawful_from: Day | null;
    ended_on: Day | null;
    kept: unknown;
  };
  orders_file: {
    id: string;
    order_id: string;
    role: OrderFile['role'];
    name: string;
    media_type: string;
    object_key: string;
    size: number;
    public: boolean;
    added_at: Date;
  };
};

export const ordersTables = (db: Database): Kysely<OrdersTables> => db.withTables<OrdersTables>();

/** A value for a column of JSON. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`;
