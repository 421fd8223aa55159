import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form, seen } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { createPerson, type Person, setUp } from '../../../capabilities/accounts/index.ts';
import { listNotices } from '../../../capabilities/notices/index.ts';
import { remindOfReviewJob } from '../../../capabilities/orders/index.ts';

const HOME = '/cabinet/city/policy';
let test: TestContext;
let administrator: Person;
let responsible: Person;

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  const made = await setUp(test.ctx, {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена Коваль', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  if (!made.administrator) throw new Error('no administrator');
  administrator = made.administrator;
  const person = { role: 'responsible', unitId: made.root.id, password: 'вербові сережки цвітуть' } as const;
  responsible = await createPerson(test.ctx, { ...person, name: 'Іван Явір', email: 'i@rada.example.ua' });
});
afterAll(() => test.close());

const site = (person: Person | null = administrator) => wholeSite(test, person);
const text = async (path: string, person?: Person | null) => seen(await (await site(person).request(path)).text());
const post = (path: string, values: Record<string, string>, person?: Person) =>
  site(person).request(path, form(values));
const placeOf = (response: Response) => (response.headers.get('location') ?? '').split('?')[0] ?? '';
const clauseIn = async (version: string, words: string) => {
  const html = await (await site().request(version)).text();
  const at = html.indexOf(words);
  return /href="(\/cabinet\/city\/policy\/versions\/[^"]+\/clauses\/[^"]+)"/.exec(html.slice(at))?.[1] ?? '';
};

/** Prepares an order of what waits. @returns its path */
async function prepare(): Promise<string> {
  const waiting = await (await site().request('/cabinet/city/orders/waiting')).text();
  const subject = /value="(policy:[^"]+)"/.exec(waiting)?.[1] ?? '';
  return placeOf(await post('/cabinet/city/orders/waiting', { subject }));
}

const sign = (order: string, number: string, date: string) =>
  post(`${order}/sign`, {
    kind: 'executive-decision',
    issuer: 'виконкому',
    title: 'Про затвердження Положення',
    number,
    date,
    confirmed: '1',
  });

/** Prepares an order of what waits and signs it. @returns its path */
async function approve(number: string, date: string): Promise<string> {
  const order = await prepare();
  expect((await sign(order, number, date)).status).toBe(303);
  return order;
}

describe('the policy text', () => {
  let version = '';
  let order = '';

  it('begins from a template whose terms are those of the settings; a changed term is told with both values', async () => {
    expect(await text(HOME)).toContain('Положення ще немає');
    version = placeOf(
      await post(HOME, {
        community: 'Зразківська громада',
        coordinator: 'відділ цифрового розвитку',
        portal: 'https://data.example.org',
      }),
    );
    const page = await text(version);
    expect(page).toContain('Строки в тексті збігаються з налаштуваннями');
    expect(page).toContain('координує відділ цифрового розвитку');
    expect(page).not.toMatch(/[{}]/);
    expect(page).not.toContain('Перевірте цитати');
    const clause = await clauseIn(version, '2.9. ');
    const old = await text(clause);
    expect(old).toContain('протягом 5 робочих днів з дня зміни');
    await post(clause, { deed: 'rewrite', text: 'Якщо дані змінилися, набір оновлюють протягом трьох робочих днів.' });
    const differs = await text(version);
    expect(differs).toContain('1 строк у тексті не збігається з налаштуваннями');
    expect(differs).toMatch(/3 р\. д\.,\s+пункт 2\.9\s+5 р\. д\.,\s+налаштування/);
    expect((await post(`${HOME}/update-days`, { updateDays: '0' })).status).toBe(400);
    await post(`${HOME}/update-days`, { updateDays: '3' });
    expect(await text(version)).toContain('Строки в тексті збігаються з налаштуваннями');
  });

  it('clauses are added and taken out with their numbers following; anybody of the staff remarks', async () => {
    const first = await clauseIn(version, '1.1. ');
    expect((await post(first, { deed: 'insert', inserted: ' ' })).status).toBe(400);
    await post(first, { deed: 'insert', inserted: 'Новий пункт про довідники.' });
    expect(await text(version)).toContain('1.2. Новий пункт про довідники.');
    const added = await clauseIn(version, '1.2. ');
    await post(added, { deed: 'comment', comment: 'Чи це потрібно?' }, responsible);
    expect(await text(added)).toContain('Чи це потрібно?');
    expect(await text(version)).toContain('1 зауваження');
    const comment =
      /name="comment" value="([0-9a-f-]{36})"/.exec(await (await site().request(added)).text())?.[1] ?? '';
    await post(added, { deed: 'resolve', comment });
    expect(await text(version)).not.toContain('1 зауваження');
    await post(added, { deed: 'remove' });
    expect(await text(version)).not.toContain('Новий пункт');
    const refused = await post(first, { deed: 'rewrite', text: 'Чужий текст' }, responsible);
    expect(refused.status).toBe(403);
    // who may not open the settings is not led there
    const page = async (person?: Person) => await (await site(person).request(version)).text();
    expect(await page()).toContain('href="/cabinet/settings/');
    expect(await page(responsible)).not.toContain('href="/cabinet/settings/');
  });

  it('an order puts it in force, its undoing takes it back; the public reads only what is or was in force', async () => {
    expect(await text('/open-data/policy', null)).toContain('ще не затвердила');
    await post(`${version}/ready`, {});
    order = await approve('90', '2026-11-19');
    expect(await text(version)).toContain('затверджено 19 листопада 2026');
    expect(await text('/open-data/policy', null)).toContain('Версія 1, затверджено 19 листопада 2026');
    await post(`${order}/undo`, {});
    expect(await text(version)).toContain('до затвердження');
    expect(await text('/open-data/policy', null)).toContain('ще не затвердила');
    await post(`${order}/sign`, {
      kind: 'executive-decision',
      issuer: 'виконкому',
      title: 'Про затвердження',
      number: '90',
      date: '2026-11-19',
      confirmed: '1',
    });
    const change = await post(await clauseIn(version, '1.1. '), { deed: 'rewrite', text: 'Потай змінений текст' });
    expect(change.status).toBe(409);
  });

  it('a year later its review is due, told ahead and on the day', async () => {
    expect(await (await site().request(HOME)).text()).toContain('value="2027-11-19"');
    const tell = async (now: string) => {
      test.clock.set(now);
      await remindOfReviewJob.handle(test.ctx, {}, { id: 'j', attempt: 1, last: false });
      await test.runJobs();
      return (
        await listNotices(test.as({ kind: 'person', id: administrator.id, name: '', email: '' }), { size: 50 })
      ).items.filter(({ kind }) => kind === 'policy.review').length;
    };
    expect(await tell('2027-09-01T10:00:00+03:00')).toBe(0);
    expect(await tell('2027-10-21T10:00:00+03:00')).toBe(1);
    expect(await tell('2027-10-22T10:00:00+03:00')).toBe(1);
    expect(await tell('2027-11-19T10:00:00+02:00')).toBe(2);
    expect(await text(HOME)).toContain('Час переглянути');
  });

  it('the next version takes the text of the last; when it is approved the last one is an earlier edition', async () => {
    const policy =
      /action="(\/cabinet\/city\/policy\/[0-9a-f-]{36})\/next"/.exec(await (await site().request(HOME)).text())?.[1] ??
      '';
    const second = placeOf(await post(`${policy}/next`, {}));
    expect((await post(`${policy}/next`, {})).status).toBe(409);
    await post(await clauseIn(second, '1.1. '), { deed: 'rewrite', text: 'Оновлена мета.' });
    await post(`${second}/ready`, {});
    const prepared = await prepare();
    // what went back to a draft is not approved unseen, nor taken from under its order
    await post(`${second}/back`, {});
    expect((await sign(prepared, '12', '2027-11-18')).status).toBe(409);
    expect((await post(`${second}/remove`, {})).status).toBe(409);
    expect((await site().request(prepared)).status).toBe(200);
    await post(`${second}/ready`, {});
    expect((await sign(prepared, '12', '2027-11-18')).status).toBe(303);
    const open = await (await site(null).request('/open-data/policy')).text();
    expect(seen(open)).toContain('1.1. Оновлена мета.');
    for (const form of ['html', 'json', 'rss']) {
      const block = await (await site(null).request(`/embed/blocks/policy.${form}`)).text();
      expect(block, form).toContain('версія 2');
    }
    expect(await (await site(null).request('/embed/blocks/norms.json')).text()).toContain('2939-VI');
    const older = /href="(\/open-data\/policy\/[0-9a-f-]{36})"[^>]*>Версія 1</.exec(open)?.[1] ?? '';
    const page = await text(older, null);
    expect(page).toContain('Це попередня редакція');
    expect(page).not.toContain('Оновлена мета');
  });
});
