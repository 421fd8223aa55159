import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { addDays, type Day } from '../../kernel/dates.ts';
import type { Page } from '../../kernel/paging.ts';
import type { Database } from '../../platform/context.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';
import { type BoardCounts, type BoardFilter, type BoardRow, type BoardTerm, SOON_DAYS } from './board.ts';
import { type DatasetQuestion, wordsMet } from './dataset-store.ts';
import type { Passport } from './passport.ts';
import { passportFaults } from './passport-rules.ts';

const ids = (list: readonly string[]) => sql`${[...list]}::uuid[]`;

/** The term of a line: only published ones have one. */
function termIs(today: Day): RawBuilder<BoardTerm> {
  return sql`case when dataset.state <> 'published' or entry.due_on is null then 'none'
    when entry.due_on < ${today}::date then 'late'
    when entry.due_on <= ${addDays(today, SOON_DAYS)}::date then 'soon' else 'on-time' end`;
}

type Words = Pick<DatasetQuestion, 'words' | 'beginning' | 'number'>;

function narrowed(filter: BoardFilter, words: Words): RawBuilder<SqlBool> {
  const all: RawBuilder<SqlBool>[] = [wordsMet(words)];
  if (filter.unitIds) all.push(sql`dataset.unit_id = any(${ids(filter.unitIds)})`);
  if (filter.ids) all.push(sql`dataset.id = any(${ids(filter.ids)})`);
  if (filter.frequency) all.push(sql`dataset.passport ->> 'frequency' = ${filter.frequency}`);
  if (filter.responsible) all.push(sql`lower(dataset.passport ->> 'responsibleEmail') = ${filter.responsible}`);
  return sql.join(all, sql` and `);
}

/** All datasets asked about, as `asked`: id, unit, state, change, term, day it is due. A suspended one is due when its decision is looked at again. */
function asked(reach: DeedReach, today: Day, which: RawBuilder<SqlBool>) {
  return sql`asked as materialized (
    select dataset.id, dataset.unit_id, dataset.state, dataset.changed_at, ${termIs(today)} as term,
      case dataset.state when 'published' then entry.due_on
        when 'suspended' then (card.card -> 'closure' ->> 'reviewOn')::date end as due_on
    from catalog_dataset dataset left join catalog_entry entry on entry.dataset_id = dataset.id
      left join catalog_card card on card.dataset_id = dataset.id and dataset.state = 'suspended'
    where ${withinReach(reach, 'dataset.unit_id', 'dataset.id')} and ${which})`;
}

/** Lines of `page` as JSON, and how many `asked` holds of each term and state. */
function answered(ofTerm: RawBuilder<SqlBool>, ofState: RawBuilder<SqlBool>) {
  return sql`
    select (select json_agg(line order by line."dueOn" nulls last, line."changedAt" desc, line.id) from (
        select page.id, dataset.number, dataset.slug, dataset.title, page.unit_id as "unitId", page.state,
          dataset.passport, page.due_on as "dueOn", card.card ->> 'dataAsOf' as "dataAsOf",
          card.card -> 'closure' ->> 'reviewOn' as "reviewOn", page.changed_at as "changedAt",
          coalesce((select json_agg(json_build_object('id', resource.id, 'kind', resource.kind, 'hasFields',
              exists (select from catalog_field field where field.resource_id = resource.id)) order by resource.position)
            from catalog_resource resource where resource.dataset_id = page.id), '[]') as resources
        from page join catalog_dataset dataset on dataset.id = page.id
          left join catalog_card card on card.dataset_id = page.id) line) as items,
      (select count(*) from shown)::int as total,
      (select json_object_agg(term, n) from (select term, count(*)::int as n from asked where ${ofState} group by term) t) as terms,
      (select json_object_agg(state, n) from (select state, count(*)::int as n from asked where ${ofTerm} group by state) s) as states`;
}

interface Answer {
  readonly items: readonly Line[] | null;
  readonly total: number;
  readonly terms: Partial<BoardCounts['terms']> | null;
  readonly states: BoardCounts['states'] | null;
}

type Line = Omit<BoardRow, 'changedAt' | 'missing' | 'frequency' | 'responsibleName' | 'responsibleEmail'> & {
  readonly changedAt: string;
  readonly passport: Passport;
};

export interface BoardAnswer {
  readonly items: readonly BoardRow[];
  readonly total: number;
  readonly counts: BoardCounts;
}

function answerOf(answer: Answer | undefined): BoardAnswer {
  return {
    items: (answer?.items ?? []).map(({ passport, changedAt, ...line }) => ({
      ...line,
      frequency: passport.frequency,
      responsibleName: passport.responsibleName,
      responsibleEmail: passport.responsibleEmail,
      changedAt: new Date(changedAt),
      missing: passportFaults(passport).length,
    })),
    total: answer?.total ?? 0,
    counts: { terms: { late: 0, soon: 0, 'on-time': 0, none: 0, ...answer?.terms }, states: answer?.states ?? {} },
  };
}

/**
 * A page of lines, the longest late first, then what is due soonest, then what was changed last; and how many there are of each term and
 * state. One statement, whatever the number of datasets.
 */
export async function selectBoard(
  db: Database,
  question: { reach: DeedReach; filter: BoardFilter; words: Words; today: Day },
  page: Page,
): Promise<BoardAnswer> {
  const { reach, filter, words, today } = question;
  const ofState: RawBuilder<SqlBool> = filter.state ? sql`state = ${filter.state}` : sql`true`;
  const ofTerm: RawBuilder<SqlBool> = filter.term ? sql`term = ${filter.term}` : sql`true`;
  const { rows } = await sql<Answer>`
    with ${asked(reach, today, narrowed(filter, words))},
    shown as (select * from asked where ${ofState} and ${ofTerm}),
    page as (select * from shown order by due_on nulls last, changed_at desc, id
      limit ${page.size} offset ${(page.page - 1) * page.size})
    ${answered(ofTerm, ofState)}`.execute(db);
  return answerOf(rows[0]);
}

/**
 * What waits for somebody: drafts, datasets with a file in hand, late ones and those due soon, suspended ones whose decision is to be looked
 * at. At most so many with a day and so many without; the counts are over all within reach.
 */
export async function selectWaiting(
  db: Database,
  question: { reach: DeedReach; inHand: readonly string[]; today: Day; days: number },
  most: number,
): Promise<BoardAnswer> {
  const { reach, inHand, today, days } = question;
  const all: RawBuilder<SqlBool> = sql`true`;
  const { rows } = await sql<Answer>`
    with ${asked(reach, today, all)},
    shown as (select * from asked where state = 'draft' or id = any(${ids(inHand)}) or due_on <= ${addDays(today, days)}::date),
    page as (select * from (select *, row_number() over (partition by due_on is null order by due_on, changed_at desc, id) as place
      from shown) placed where place <= ${most})
    ${answered(all, all)}`.execute(db);
  return answerOf(rows[0]);
}
