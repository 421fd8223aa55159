import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { OrderKind } from '../../../language/citations/index.ts';
import type { Database } from '../../../platform/context.ts';
import { askAlone, type Question } from '../../../platform/database/ask-together.ts';
import { json, type OrdersTables, ordersTables } from '../orders-tables.ts';
import type { Order, OrderRef, OrderState, OrderTie } from './order.ts';
import { issuerKey } from './order-rules.ts';

type Row = OrdersTables['orders_order'];

function orderOf(row: Row, ties: readonly OrderTie[]): Order {
  return {
    id: row.id,
    kind: row.kind,
    issuer: row.issuer,
    title: row.title,
    date: row.day,
    number: row.number,
    state: row.state,
    signatory: row.signatory,
    controller: row.controller,
    executor: row.executor,
    agreedBy: row.agreed_by,
    grounds: row.grounds,
    clauses: row.clauses,
    from: row.from_day,
    to: row.to_day,
    public: row.public,
    links: row.links,
    ties,
    createdAt: row.created_at,
    signedAt: row.signed_at,
    endedOn: row.ended_on,
    note: row.note,
  };
}

function rowOf(order: Order) {
  return {
    kind: order.kind,
    issuer: order.issuer,
    issuer_key: issuerKey(order.kind, order.issuer),
    title: order.title,
    day: order.date,
    number: order.number,
    state: order.state,
    signatory: json(order.signatory),
    controller: json(order.controller),
    executor: json(order.executor),
    agreed_by: json(order.agreedBy),
    grounds: json(order.grounds),
    clauses: json(order.clauses),
    from_day: order.from,
    to_day: order.to,
    public: order.public,
    links: json(order.links),
    created_at: order.createdAt,
    signed_at: order.signedAt,
    ended_on: order.endedOn,
    note: order.note,
  };
}

/** With its ties to other orders. */
export async function insertOrder(db: Database, order: Order): Promise<void> {
  await ordersTables(db)
    .insertInto('orders_order')
    .values({ id: order.id, ...rowOf(order) })
    .execute();
  await writeTies(db, order);
}

/** Its ties are written anew. */
export async function updateOrder(db: Database, order: Order): Promise<void> {
  await ordersTables(db).updateTable('orders_order').set(rowOf(order)).where('id', '=', order.id).execute();
  await ordersTables(db).deleteFrom('orders_tie').where('order_id', '=', order.id).execute();
  await writeTies(db, order);
}

async function writeTies(db: Database, { id, ties }: Order): Promise<void> {
  const rows = ties.map(({ kind, orderId }) => ({ order_id: id, other_id: orderId, kind }));
  if (rows.length > 0) await ordersTables(db).insertInto('orders_tie').values(rows).execute();
}

export async function deleteOrder(db: Database, id: string): Promise<void> {
  await ordersTables(db).deleteFrom('orders_order').where('id', '=', id).execute();
}

/** @param lock nobody else changes it until the transaction ends */
export async function selectOrder(db: Database, id: string, lock = false): Promise<Order | null> {
  const query = ordersTables(db).selectFrom('orders_order').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  const ties = await ordersTables(db).selectFrom('orders_tie').selectAll().where('order_id', '=', id).execute();
  return orderOf(
    row,
    ties.map(({ kind, other_id }) => ({ kind, orderId: other_id })),
  );
}

/** What lists are asked by; left out: all. */
export interface OrderQuestion {
  readonly kind?: OrderKind;
  readonly states?: readonly OrderState[];
  readonly year?: number;
  /** Words of the title, or a part of the number. */
  readonly words?: string;
  readonly public?: boolean;
}

/** A line of a list: an order without its long parts, with how much it does and holds. */
export interface ListedOrder extends OrderRef {
  readonly createdAt: Date;
  readonly endedOn: Day | null;
  readonly public: boolean;
  readonly effects: number;
  readonly files: number;
  /** When the first of its unlawful effects was prepared; null: none waits. */
  readonly waitingSince: Day | null;
}

/** Newest first, drafts before all; with their number. One statement. */
export function selectOrders(
  db: Database,
  question: OrderQuestion,
  page: { page: number; size: number },
): Promise<{ orders: ListedOrder[]; total: number }> {
  return askAlone({ db }, ordersQuestion(question, page));
}

/** The same, to be asked with other questions. */
export function ordersQuestion(
  question: OrderQuestion,
  { page, size }: { page: number; size: number },
): Question<{ orders: ListedOrder[]; total: number }> {
  const { kind = null, states = null, year = null, words = '' } = question;
  const open = question.public ?? null;
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const query = sql`select orders_order.id, kind, issuer, title, day, number, state, created_at, ended_on, public,
      (select count(*)::int from orders_effect effect where effect.order_id = orders_order.id) as effects,
      (select count(*)::int from orders_file file where file.order_id = orders_order.id) as files,
      (select min(prepared_on) from orders_effect effect
        where effect.order_id = orders_order.id and effect.lawful_from is null and effect.ended_on is null) as waiting_since,
      count(*) over ()::int as total
    from orders_order
    where (${kind}::text is null or kind = ${kind})
      and (${states === null} or state = any(${[...(states ?? [])]}::text[]))
      and (${year}::int is null or extract(year from coalesce(day, created_at::date)) = ${year}::int)
      and (${words === ''} or title ilike ${like} or number ilike ${like})
      and (${open}::boolean is null or public = ${open})
    order by coalesce(day, '9999-12-31'::date) desc, created_at desc
    limit ${size} offset ${(page - 1) * size}`;
  return {
    query,
    read: (rows: readonly ListedRow[]) => ({ orders: rows.map(listedOf), total: rows[0]?.total ?? 0 }),
  };
}

interface ListedRow
  extends Pick<
    Row,
    'id' | 'kind' | 'issuer' | 'title' | 'day' | 'number' | 'state' | 'created_at' | 'ended_on' | 'public'
  > {
  readonly effects: number;
  readonly files: number;
  readonly waiting_since: Day | null;
  readonly total: number;
}

function listedOf(row: ListedRow): ListedOrder {
  const { id, kind, issuer, title, day: date, number, state, effects, files } = row;
  const { created_at: createdAt, ended_on: endedOn, waiting_since: waitingSince } = row;
  return {
    id,
    kind,
    issuer,
    title,
    date,
    number,
    state,
    createdAt,
    endedOn,
    public: row.public,
    effects,
    files,
    waitingSince,
  };
}

/** An order with all that stands by it, in one statement; days and moments of what is inside are still text. */
export interface WholeOrder {
  readonly order: Order;
  readonly effects: readonly OrdersTables['orders_effect'][];
  readonly files: readonly OrdersTables['orders_file'][];
  readonly ties: readonly TiedOrder[];
  /** Those that change this one or took its place. */
  readonly tiedBy: readonly TiedOrder[];
}

/** One end of a tie. */
export interface TiedOrder {
  readonly kind: OrderTie['kind'];
  readonly order: OrderRef;
}

const REF = sql`json_build_object('id', other.id, 'kind', other.kind, 'issuer', other.issuer, 'number', other.number,
  'date', other.day, 'title', other.title, 'state', other.state)`;

/** With its effects, files and ties from both sides, in one statement. */
export async function selectWhole(db: Database, id: string): Promise<WholeOrder | null> {
  type WholeRow = Row & Omit<WholeOrder, 'order'>;
  const { rows } = await sql<WholeRow>`select papers.*,
      (select coalesce(json_agg(effect order by effect.id), '[]') from orders_effect effect where effect.order_id = papers.id) as effects,
      (select coalesce(json_agg(file order by file.added_at, file.id), '[]') from orders_file file where file.order_id = papers.id) as files,
      (select coalesce(json_agg(json_build_object('kind', tie.kind, 'order', ${REF})), '[]')
        from orders_tie tie join orders_order other on other.id = tie.other_id where tie.order_id = papers.id) as ties,
      (select coalesce(json_agg(json_build_object('kind', tie.kind, 'order', ${REF})), '[]')
        from orders_tie tie join orders_order other on other.id = tie.order_id where tie.other_id = papers.id) as "tiedBy"
    from orders_order papers where papers.id = ${id}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { effects, files, ties, tiedBy } = row;
  const order = orderOf(
    row,
    ties.map((tie) => ({ kind: tie.kind, orderId: tie.order.id })),
  );
  return { order, effects, files, ties, tiedBy };
}

/** The years lists can be narrowed to, the newest first. */
export async function selectYears(db: Database): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select distinct extract(year from day)::int as year from orders_order
    where day is not null order by year desc`.execute(db);
  return rows.map(({ year }) => year);
}

/** The same document: issuer, kind, number and date. */
export async function selectSameOrder(
  db: Database,
  { id, kind, issuer, number, date }: Pick<Order, 'id' | 'kind' | 'issuer' | 'number' | 'date'>,
): Promise<OrderRef | null> {
  if (number === '' || date === null) return null;
  const row = await ordersTables(db)
    .selectFrom('orders_order')
    .selectAll()
    .where('kind', '=', kind)
    .where('issuer_key', '=', issuerKey(kind, issuer))
    .where('number', '=', number)
    .where('day', '=', date)
    .where('id', '!=', id)
    .executeTakeFirst();
  return row ? orderOf(row, []) : null;
}

/** Orders by their ids, whatever their state. */
export async function selectOrdersById(db: Database, ids: readonly string[]): Promise<OrderRef[]> {
  if (ids.length === 0) return [];
  const rows = await ordersTables(db)
    .selectFrom('orders_order')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => orderOf(row, []));
}
