import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appoint, appointPerson } from '../../../../tests/support/appoint.ts';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { may, type Person, permit, viewHistory } from '../../../capabilities/accounts/index.ts';
import { changePassport, type Dataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import { guestOf, linksOfDataset } from '../../../capabilities/links/index.ts';
import { listVersions, publishDataset, submitDataset, suspendDataset } from '../../../capabilities/publishing/index.ts';
import { changeReviewSettings, newestSubmission } from '../../../capabilities/review/index.ts';
import type { Context } from '../../../platform/context.ts';

const FILE = { name: 'школи.csv', text: 'Номер;Назва;Пошта\n1;Гімназія;a@b.c\n', restricted: ['Пошта'] };
const HEAD = { name: 'Ірина Калина', post: 'начальниця управління', email: 'kalyna@example.org', days: '14' };

let test: TestContext;
let unitId: string;
let contributor: Context;
let reviewer: Person;

beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  contributor = await appoint(test, 'hotuie', 'contributor', unitId);
  reviewer = await appointPerson(test, 'pereviriaie', 'reviewer', unitId);
  const settings = { twoPerson: true, reviewers: 'unit' as const, termDays: 3, routineAtOnce: false };
  await changeReviewSettings(test.ctx, { ...settings, trustedUnitIds: [] });
});
afterAll(() => test.close());

async function submitted(title: string): Promise<Dataset> {
  const dataset = await draftDataset(test, unitId, title, FILE);
  await submitDataset(contributor, dataset.id, { personalData: 'closed', note: '' });
  return dataset;
}

/** Gives a link in the cabinet; the code as the page shows it. */
async function given(dataset: Dataset, purpose: string, who: Person | null = reviewer): Promise<string> {
  const site = wholeSite(test, who);
  const answer = await site.request(`/cabinet/datasets/${dataset.id}/links`, form({ purpose, ...HEAD }));
  const html = await answer.text();
  expect(answer.status, html.slice(0, 500)).toBe(200);
  return /\/link\/([0-9A-Z-]{19})/.exec(html)?.[1] ?? '';
}

const act = (code: string, values: Record<string, string> = { decision: 'approve' }) =>
  wholeSite(test).request('/link', form({ code, ...values }));

describe('a link to approve', () => {
  it('is told by letter, does nothing when it is opened, approves once, and is remembered with the name', async () => {
    const dataset = await submitted('Школи за посиланням');
    const code = await given(dataset, 'approve');
    const [letter] = await test.letters();
    expect(letter).toMatchObject({ to: HEAD.email });
    expect(letter?.body).toContain(`https://data.example.org/link/${code}`);
    for (let scan = 0; scan < 3; scan += 1) {
      const page = await wholeSite(test).request(`/link/${code}`);
      const html = await page.text();
      expect(page.status).toBe(200);
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(html).toContain('Ірина Калина, начальниця управління');
      expect(html).toContain('Гімназія');
      expect(html).not.toContain('a@b.c');
    }
    await test.runJobs();
    expect(await listVersions(test.ctx, dataset.id)).toEqual([]);
    const done = await act(code);
    expect(await done.text()).toContain('Погоджено. Дякуємо.');
    await test.runJobs();
    expect(await listVersions(test.ctx, dataset.id)).toMatchObject([{ number: 1, publishedBy: 'hotuie' }]);
    expect((await act(code)).status).toBe(410);
    expect((await wholeSite(test).request(`/link/${code}`)).status).toBe(410);
    const history = await viewHistory(test.ctx, { subjectId: dataset.id }, { size: 50 });
    const deeds = history.items.filter(({ actor }) => actor.kind === 'guest').map(({ deed }) => deed);
    expect(deeds.sort()).toEqual(['dataset.approved', 'link.used']);
    expect(history.items.find(({ deed }) => deed === 'link.used')?.actor.name).toContain('Ірина Калина');
  });

  it('returns with reasons; without them the link stays open and says what is missing', async () => {
    const dataset = await submitted('Повернене за посиланням');
    const code = await given(dataset, 'approve');
    const refused = await act(code, { decision: 'return', words: 'Немає філій' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Позначте хоча б одну причину');
    expect((await act(code, { decision: 'return', reasons: 'incomplete', words: 'Немає філій' })).status).toBe(200);
    expect(await newestSubmission(test.ctx, dataset.id)).toMatchObject({ state: 'returned', words: 'Немає філій' });
  });

  it('approves nothing that was changed after it was submitted', async () => {
    const dataset = await submitted('Змінене під посиланням');
    const code = await given(dataset, 'approve');
    const { passport } = await loadDataset(test.ctx, dataset.id);
    await changePassport(test.ctx, dataset.id, { ...passport, purpose: 'Інше призначення' });
    const refused = await act(code);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Після подання набір змінили');
    expect((await newestSubmission(test.ctx, dataset.id))?.state).toBe('waiting');
  });
});

describe('a link', () => {
  it('used by two at the same moment does its deed once', async () => {
    const dataset = await submitted('Двоє за одним посиланням');
    const code = await given(dataset, 'approve');
    const answers = await Promise.all([act(code), act(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('confirms that data have not changed, and nothing else: it opens no other deed, dataset, unit or list', async () => {
    await changeReviewSettings(test.ctx, {
      ...{ twoPerson: false, reviewers: 'unit', termDays: 3, routineAtOnce: false },
      trustedUnitIds: [],
    });
    const dataset = await draftDataset(test, unitId, 'Незмінне', FILE);
    await publishDataset(test.ctx, dataset.id);
    const code = await given(dataset, 'confirm-unchanged', await appointPerson(test, 'vidp', 'responsible', unitId));
    const [link] = await linksOfDataset(test.ctx, dataset.id);
    if (!link) throw new Error('a link was given above');
    const guest = test.as(guestOf(link));
    const other = await draftDataset(test, unitId, 'Чуже', FILE);
    for (const deed of ['dataset.edit', 'dataset.approve', 'dataset.close', 'people.manage'] as const) {
      expect(await may(guest, deed, dataset), deed).toBe(false);
    }
    for (const place of [other, unitId, null, undefined]) {
      expect(await may(guest, 'dataset.publish', place)).toBe(false);
    }
    await expect(permit(guest, 'dataset.view-drafts', other)).rejects.toMatchObject({ code: 'not-permitted' });
    expect((await act(code)).status).toBe(200);
    expect((await linksOfDataset(test.ctx, dataset.id))[0]).toMatchObject({ outcome: 'confirmed' });
    const late = await given(dataset, 'confirm-unchanged', await appointPerson(test, 'vidp2', 'responsible', unitId));
    await suspendDataset(test.ctx, dataset.id, { reason: 'Перевірка', order: '№ 1', reviewOn: '2099-01-01' });
    expect((await act(late)).status).toBe(409);
  });

  it('revoked or past its term is dead; the code is kept nowhere; small letters and mistaken ones are the same code', async () => {
    const dataset = await submitted('Скасоване');
    const code = await given(dataset, 'approve');
    const { rows } = await sql<{ text: string }>`select links_link::text as text from links_link`.execute(test.ctx.db);
    expect(rows.map(({ text }) => text).join()).not.toContain(code);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o');
    expect((await wholeSite(test).request(`/link?code=${encodeURIComponent(typed)}`)).status).toBe(200);
    test.clock.set(new Date(Date.now() + 15 * 86_400_000));
    expect((await act(code)).status).toBe(410);
    test.clock.go();
    const link = (await linksOfDataset(test.ctx, dataset.id))[0];
    await wholeSite(test, reviewer).request(`/cabinet/links/${link?.id}/revoke`, form({}));
    expect((await act(code)).status).toBe(410);
    const fresh = await given(dataset, 'approve');
    expect(fresh).not.toBe(code);
    expect((await wholeSite(test).request(`/link/${fresh}`)).status).toBe(200);
  });

  it('is given only by who may do the deed themselves', async () => {
    const dataset = await submitted('Не той дає');
    const who = await appointPerson(test, 'inshyi', 'contributor', unitId);
    const answer = await wholeSite(test, who).request(
      `/cabinet/datasets/${dataset.id}/links`,
      form({ purpose: 'approve', ...HEAD }),
    );
    expect(answer.status).toBe(403);
  });

  it('cannot be guessed for long from one address', async () => {
    const site = wholeSite(test);
    const statuses: number[] = [];
    for (let guess = 0; guess < 22; guess += 1) {
      statuses.push((await site.request('/link', form({ code: `AAAA-BBBB-CCCC-${1000 + guess}` }))).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 410));
    expect(statuses.at(-1)).toBe(503);
  });
});
