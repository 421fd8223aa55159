import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';

/**
 * A question a store can have asked together with others: its statement, and how its rows are read. Rows come as JSON, so instants are texts;
 * `read` takes both.
 */
export interface Question<T> {
  readonly query: RawBuilder<unknown>;
  read(rows: readonly never[]): T;
}

/** The rows of a statement as one JSON value, for a statement that asks for something else too. */
export const rowsOf = (query: RawBuilder<unknown>): RawBuilder<readonly never[]> =>
  sql`(select coalesce(json_agg(row_to_json(asked)), '[]') from (${query}) asked)`;

/** Expressions as one JSON object. */
export function jsonObject(values: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<unknown> {
  const parts = Object.entries(values).flatMap(([name, value]) => [sql.lit(name), value]);
  return sql`json_build_object(${sql.join(parts)})`;
}

type Questions = Readonly<Record<string, Question<unknown>>>;
type Answers<Q extends Questions> = { readonly [Name in keyof Q]: Q[Name] extends Question<infer T> ? T : never };

/** Asks several questions, of one store or of many, in one statement. */
export async function askTogether<Q extends Questions>({ db }: Pick<Context, 'db'>, questions: Q): Promise<Answers<Q>> {
  const values = Object.fromEntries(Object.entries(questions).map(([name, { query }]) => [name, rowsOf(query)]));
  const { rows } = await sql<{ answers: Record<string, readonly never[]> }>`
    select ${jsonObject(values)} as answers`.execute(db);
  const answers = rows[0]?.answers ?? {};
  return Object.fromEntries(
    Object.entries(questions).map(([name, { read }]) => [name, read(answers[name] ?? [])]),
  ) as Answers<Q>;
}

/** Instead of a question that this person does not ask. */
export const nothing: Question<null> = { query: sql`select where false`, read: () => null };

/** Asks one of them alone. */
export async function askAlone<T>({ db }: Pick<Context, 'db'>, { query, read }: Question<T>): Promise<T> {
  const { rows } = await query.execute(db);
  return read(rows as unknown as readonly never[]);
}
