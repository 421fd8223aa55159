import { afterAll, beforeAll, expect, it } from 'vitest';
import { appointPerson } from '../../../../tests/support/appoint.ts';
import { form, page, seen } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { evidenceAddresses } from '../../../app/evidence-addresses.ts';
import { listAllUnits, type Person } from '../../../capabilities/accounts/index.ts';
import { gatherEvidenceJob } from '../../../capabilities/evidence/index.ts';
import { publishDataset } from '../../../capabilities/publishing/index.ts';

const HOME = '/cabinet/city/evidence';
const words = (html: string) => seen(html).replaceAll(/\s+/gu, ' ');

let test: TestContext;
let coordinator: Person;
let head: Person;

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  const unitId = await setUpCommunity(test);
  const root = (await listAllUnits(test.ctx)).find(({ parentId }) => parentId === null);
  coordinator = await appointPerson(test, 'marta', 'coordinator', root?.id ?? '');
  head = await appointPerson(test, 'ivan', 'head', unitId);
  const schools = await draftDataset(test, unitId, '=Перелік "шкіл"', {
    name: 'a.csv',
    text: 'Номер;Назва\n1;Сокіл\n',
  });
  await publishDataset(test.ctx, schools.id);
  await gatherEvidenceJob(evidenceAddresses).handle(test.ctx, {}, { id: 'one', attempt: 1, last: true });
});

afterAll(() => test.close());

it('facts stand with what they prove, narrowed by kind, proof and days', async () => {
  const app = wholeSite(test, coordinator);
  const all = words(await page(app, HOME));
  expect(all).toContain('Набори оновлюють у строк : 1 факт');
  expect(all).toMatch(/20\.11\.2026.*Оприлюднено новий набір.*шкіл/u);
  expect(words(await page(app, `${HOME}?proves=meetings`))).toContain('За цими умовами фактів немає');
  expect(words(await page(app, `${HOME}?to=2026-11-19`))).toContain('За цими умовами фактів немає');
  expect(words(await page(app, `${HOME}?from=2026-11-20&kind=dataset-published`))).toContain('1 факт');
  expect(words(await page(app, `/en${HOME}`))).toContain('New dataset published');
});

it('as a table file: quoted, formulas told to be text, the snapshot beside', async () => {
  const csv = await page(wholeSite(test, coordinator), `${HOME}.csv?kind=dataset-published`);
  expect(csv.split('\r\n')[1]).toMatch(
    /^2026-11-20,dataset-published,Оприлюднено новий набір,"'=Перелік ""шкіл""",.*,https:\/\/data\.example\.org\/datasets\/.*,true,false,/u,
  );
});

it('a statement of the period is made by those who manage the city; a period turned round is told', async () => {
  const app = wholeSite(test, coordinator);
  const made = await app.request(`${HOME}/statement`, form({ from: '2026-01-01', to: '2026-11-20', proves: '' }));
  const location = made.headers.get('location') ?? '';
  expect(location).toMatch(/^\/cabinet\/city\/documents\/.*\?done=made$/u);
  expect(words(await page(app, location.replace('?done=made', '/view')))).toContain('ДОВІДКА');
  const turned = await app.request(`${HOME}/statement`, form({ from: '2026-12-01', to: '2026-11-20', proves: '' }));
  expect([turned.status, words(await turned.text())]).toEqual([400, expect.stringContaining('Поміняйте дні місцями')]);
  const others = wholeSite(test, head);
  expect((await others.request(`${HOME}/statement`, form({ from: '2026-01-01', to: '2026-11-20' }))).status).toBe(403);
  expect(words(await page(others, HOME))).not.toContain('Скласти довідку');
});
