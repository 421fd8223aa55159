import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { system } from '../../kernel/actor.ts';
import { actingAs, transaction } from '../context.ts';
import { SILENT } from '../logging/pino-log.ts';
import { defineJob } from './job.ts';
import { assertUniqueJobs, openJobQueue, prepareJobs } from './job-queue.ts';
import { workJobs } from './work-jobs.ts';

let t: TestContext;
const done: string[] = [];
const parked: string[] = [];
const note = defineJob({
  name: 'test.note',
  data: z.object({ text: z.string() }),
  async handle(_ctx, { text }, run) {
    done.push(`${text} ${run.attempt}${run.last ? ' last' : ''}`);
    if (text === 'bad') throw new Error('it never works');
    if (text === 'quotes') throw Object.assign(new Error("value 'Ковтун' is bad"), { detail: 'Key (name)=(Ковтун)' });
  },
  async park(_ctx, { text }, reason) {
    parked.push(`${text}: ${reason}`);
  },
});
const slow = defineJob({
  name: 'test.slow',
  data: z.object({}),
  async handle(ctx, _data, run) {
    done.push(`slow ${run.attempt}`);
    if (run.attempt > 1) return;
    await new Promise((_, reject) => ctx.signal.addEventListener('abort', () => reject(new Error('stopped'))));
  },
});
const jobs = [note, slow];

beforeAll(async () => {
  t = await makeTestContext({ jobs });
});
afterAll(() => t.close());

const send = (db: TestContext['ctx']['db'], text: string, once?: string) =>
  openJobQueue(db, SILENT).enqueue(db, 'test.note', { community: 'main', data: { text } }, { once });

describe('jobs', () => {
  test('exist only if the transaction that enqueued them does', async () => {
    const failing = transaction(t.ctx, async ({ db }) => {
      await send(db, 'never');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await transaction(t.ctx, ({ db }) => send(db, 'kept'));
    await t.runJobs();
    expect(done.splice(0)).toEqual(['kept 1']);
  });

  test('are tried at most twice more, then parked with the reason', async () => {
    await send(t.ctx.db, 'bad');
    await t.runJobs();
    expect(done.splice(0)).toEqual(['bad 1', 'bad 2', 'bad 3 last']);
    expect(parked.splice(0)).toEqual(['bad: it never works']);
  });

  test('that fail keep no value of what they stumbled over', async () => {
    await send(t.ctx.db, 'quotes');
    await t.runJobs();
    done.splice(0);
    expect(parked.splice(0)).toEqual(['quotes: value … is bad']);
    const { rows } = await sql<{ job: string }>`select j::text as job from pgboss.job j`.execute(t.ctx.db);
    expect(rows.map(({ job }) => job).join('\n')).toContain('value … is bad');
    expect(rows.map(({ job }) => job).join('\n')).not.toContain('Ковтун');
  });

  test('asked for twice under one key are one', async () => {
    await send(t.ctx.db, 'file', 'file.csv');
    await send(t.ctx.db, 'file', 'file.csv');
    await t.runJobs();
    expect(done.splice(0)).toEqual(['file 1']);
  });

  test('of one name cannot have two handlers', () => {
    expect(() => assertUniqueJobs([note, note])).toThrow(/two jobs are called test.note/);
  });

  test('letters wait in the outbox and are sent by a job', async () => {
    await t.ctx.mail.write(t.ctx.db, { to: 'a@example.org', subject: 'Вітання', body: 'Текст' });
    await t.runJobs();
    expect((await t.letters())[0]).toMatchObject({ to: 'a@example.org', sentAt: null, failure: null });
  });
});

test('a worker takes a job up at once, and the next worker takes back what a killed one left', async () => {
  const contextFor = () => actingAs(t.ctx, system('worker'));
  const options = {
    databaseUrl: t.databaseUrl,
    jobs,
    schedule: [],
    community: 'main',
    contextFor,
    log: SILENT,
    sole: true,
  };
  await prepareJobs(t.ctx.db, [...jobs], SILENT);
  const first = await workJobs(options);
  const sent = performance.now();
  await openJobQueue(t.ctx.db, SILENT).enqueue(t.ctx.db, 'test.slow', { community: 'main', data: {} });
  await expect.poll(() => done, { timeout: 5000, interval: 20 }).toContain('slow 1');
  expect(performance.now() - sent).toBeLessThan(2000);
  // What kill −9 leaves: the job is marked as worked at, and nobody works at it. A second worker stands for the next start.
  const second = await workJobs(options);
  await expect.poll(() => done, { timeout: 10_000, interval: 50 }).toContain('slow 2');
  await Promise.all([first.stop(), second.stop()]);
});
