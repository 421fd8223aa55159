import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { socketUrl } from '../src/platform/database/embedded-postgres.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { livePostmaster } from '../src/platform/database/postmaster-file.ts';
import { SILENT } from '../src/platform/logging/pino-log.ts';
import { statementCounter } from './count-of-statements.ts';
import { growCity } from './grow-city.ts';
import { percentile, type Report } from './report.ts';
import { signIn } from './sign-in.ts';
import { runCommand, startSystem } from './system.ts';

const CITY = { units: 300, datasets: 3000 };
const LOOKS = 12;
const MOST_MILLISECONDS = 100;
const MOST_STATEMENTS = 8;
/** How far back the registry of the grown city goes, days; each entry changed so many times meanwhile. */
const AGE = 60;
const CHANGES = 4;

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** Pages of the community's work over a whole city. A part of the system adds its own lines. */
const PAGES: readonly string[] = [
  '/cabinet/city/registry',
  '/cabinet/city/registry?page=30&order=-size&columns=state&columns=due',
  `/cabinet/city/registry?on=${day(AGE / 2)}`,
  '/cabinet/city/registry?q=%D0%BF%D0%B5%D1%80%D0%B5%D0%BB%D1%96%D0%BA',
  '/cabinet/city/registry/confirm',
  '/cabinet/city/registry/changes',
  '/open-data/registry',
  `/open-data/registry?on=${day(AGE / 2)}`,
  '/cabinet/city/required',
  '/cabinet/city/required?unit=zaklad-7&state=late',
  '/cabinet/city/required/matrix',
  '/cabinet/city/required/items/local-10',
  '/cabinet/city/required/answers',
  '/cabinet/city/required/duties',
  '/open-data/required',
  '/open-data/required/local-10',
];

/** Every unit must publish every holder's items, eight units each of the others; two of three datasets answer some item. */
const DUTIES = [
  `insert into mandates_mandate (line, unit_id, assigned_at)
     select item.line, place.id, now() from mandates_item item,
       (select id, row_number() over (order by id) as at from accounts_unit) place
     where item.audience = 'all' or (item.audience = 'local-government' and (place.at + item.number) % 37 = 0)
     on conflict do nothing`,
  `insert into mandates_answer (line, dataset_id, answers, said_at, said_by)
     select item.line, dataset.id, true, now(), 'bench'
     from (select id, row_number() over (order by id) as at from catalog_dataset where state = 'published') dataset
       join (select line, row_number() over (order by line) - 1 as at from mandates_item
         where audience in ('all', 'local-government')) item on item.at = dataset.at % 73
     where dataset.at % 3 > 0 on conflict do nothing`,
  'analyze mandates_mandate',
  'analyze mandates_answer',
];

async function onDatabase(data: string, statements: readonly string[]): Promise<void> {
  const live = await livePostmaster(join(data, 'postgres'));
  if (!live) throw new Error('PostgreSQL does not run');
  const database = openDatabase(socketUrl(live.socketFolder), SILENT, 1);
  try {
    for (const statement of statements) await sql.raw(statement).execute(database.db);
  } finally {
    await database.close();
  }
}

/** What was grown by copying has no history, so the registry begins anew with it. */
const BEGIN_ANEW = ['delete from registry_entry', 'update registry_mark set begun_at = null'];

/** A past for every entry: what stands began lately, and before it others stood one after another. */
const AGED = [
  `update registry_mark set begun_at = begun_at - interval '${AGE} days'`,
  `create temporary table past as select entry.*, n from registry_entry entry, generate_series(1, ${CHANGES}) n where to_at is null`,
  `update past set to_at = from_at - (n - 1) * interval '${AGE / CHANGES} days', from_at = from_at - n * interval '${AGE / CHANGES} days',
     mark = mark || n`,
  'alter table past drop column n',
  'insert into registry_entry select * from past',
  'drop table past',
  'analyze registry_entry',
];

/** The registry and the required lists over 3,000 datasets of 300 units: time and statements of each page, now and on a past day. */
export async function benchCity(report: Report): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const counter = statementCounter(data);
  const system = await startSystem(data, counter.environment);
  try {
    const printed = await runCommand(data, ['demo']);
    const datasets = await growCity(data, CITY);
    await onDatabase(data, BEGIN_ANEW);
    const own = await signIn(system.url, printed);
    const look = async (path: string): Promise<{ milliseconds: number; status: number }> => {
      const cookie = path.startsWith('/cabinet') ? own : '';
      const begun = performance.now();
      const answer = await fetch(system.url + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
      await answer.text();
      return { milliseconds: performance.now() - begun, status: answer.status };
    };
    const first = await look('/cabinet/city/registry');
    report({
      what: 'city: all entries of the registry drawn for the first time',
      measured: `${first.milliseconds.toFixed(0)} ms`,
      unit: `${datasets} datasets`,
      hold: 'once in a life',
      held: null,
    });
    await onDatabase(data, [...AGED, ...DUTIES]);
    for (const path of PAGES) {
      for (let at = 0; at < 3; at += 1) await look(path);
      const times: number[] = [];
      const counts: number[] = [];
      let status = 0;
      await counter.ask(system);
      for (let at = 0; at < LOOKS; at += 1) {
        const answer = await look(path);
        times.push(answer.milliseconds);
        status = answer.status;
        counts.push((await counter.ask(system)).sent.length);
      }
      const [middle, statements] = [percentile(times, 0.5), percentile(counts, 0.5)];
      report({
        what: `city ${path}`,
        measured: `${middle.toFixed(0)} ms, ${statements} statements${status === 200 ? '' : `, answers ${status}`}`,
        unit: `${CITY.units} units, ${datasets} datasets`,
        hold: `≤ ${MOST_MILLISECONDS} ms, ≤ ${MOST_STATEMENTS} statements`,
        held: middle <= MOST_MILLISECONDS && statements <= MOST_STATEMENTS && status === 200,
      });
    }
  } finally {
    await system.stop();
    await rm(data, { recursive: true, force: true });
  }
}
