import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointPerson } from '../../../../tests/support/appoint.ts';
import { form } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import type { Person } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { listHistory } from '../../../capabilities/history/index.ts';
import { latestReading } from '../../../capabilities/ingest/index.ts';
import { deleteOriginalsJob, publishDataset } from '../../../capabilities/publishing/index.ts';
import { system } from '../../../kernel/actor.ts';

const FILE = {
  name: 'заявники.csv',
  text: 'Номер;Заклад;Скринька\n1;Гімназія;dzvenyslava.kovtun@example.org\n2;Ліцей;\n',
  restricted: ['Скринька'],
};
const REASON = 'звіряємо суму за зверненням № 12';

let world: TestContext;
let dataset: Dataset;
let head: Person;
let contributor: Person;
let coordinator: Person;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-02-02T09:00:00Z' });
  const unitId = await setUpCommunity(world);
  head = await appointPerson(world, 'head', 'head', unitId);
  contributor = await appointPerson(world, 'contributor', 'contributor', unitId);
  coordinator = await appointPerson(world, 'administrator', 'administrator', unitId);
  dataset = await draftDataset(world, unitId, 'Заявники', FILE);
  await publishDataset(world.ctx, dataset.id);
});
afterAll(() => world.close());

const resourceId = () => dataset.resources[0]?.id ?? '';
const path = () => `/cabinet/datasets/${dataset.id}/originals`;
const wish = (reason: string) => form({ file: `${resourceId()} 1`, reason });
const deeds = async () =>
  (await listHistory(world.ctx, { subjectId: dataset.id }, { page: 1, size: 50 })).items.filter(({ deed }) =>
    deed.startsWith('original.'),
  );

describe('an original with personal data', () => {
  test('is not given by its address, not even to those who edit the dataset; who may read it is led to give a reason', async () => {
    const at = `/file/${resourceId()}`;
    expect((await wholeSite(world).request(at)).status).toBe(403);
    expect((await wholeSite(world, contributor).request(at)).status).toBe(403);
    const led = await wholeSite(world, head).request(at);
    expect([led.status, led.headers.get('location')]).toEqual([303, path()]);
  });

  test('is read by its own right only, and never without a reason', async () => {
    const page = await (await wholeSite(world, contributor).request(path())).text();
    expect(page).toContain('Читати ці файли може керівник');
    expect(page).not.toContain('kovtun');
    expect((await wholeSite(world, contributor).request(path(), wish(REASON))).status).toBe(403);
    const refused = await wholeSite(world, head).request(path(), wish('треба'));
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Напишіть, для чого потрібен файл');
    expect(await deeds()).toEqual([]);
  });

  test('once read leaves in the history who, when, which file and why', async () => {
    const given = await wholeSite(world, head).request(path(), wish(REASON));
    expect([given.status, given.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(await given.text()).toBe(FILE.text);
    expect(await deeds()).toMatchObject([
      { deed: 'original.read', actor: { name: 'head' }, note: REASON, after: { version: 1, file: FILE.name } },
    ]);
  });

  test('goes at the end of its term, told two weeks before; a tombstone says why, the published table stays', async () => {
    const site = wholeSite(world, coordinator);
    expect((await site.request('/cabinet/settings/originals', form({ days: '0', ground: '' }))).status).toBe(400);
    await site.request('/cabinet/settings/originals', form({ days: '100', ground: 'Порядок зберігання № 5' }));
    const before = await latestReading(world.as(system('test')), resourceId());
    const night = async (day: string) => {
      world.clock.set(`${day}T02:00:00Z`);
      await deleteOriginalsJob.handle(world.ctx, {}, { id: 'night', attempt: 1, last: false });
      await world.runJobs();
    };
    await night('2026-04-20');
    expect(await (await wholeSite(world, head).request(path())).text()).toContain('13 травня 2026');
    await night('2026-05-01');
    expect(await (await wholeSite(world, contributor).request('/cabinet/notices')).text()).toContain(
      'Скоро вилучимо початковий файл набору «Заявники»',
    );
    expect((await deeds()).map(({ deed }) => deed)).not.toContain('original.deleted');
    await night('2026-05-14');
    await night('2026-05-16');
    expect((await deeds()).map(({ deed }) => deed)).toContain('original.deleted');
    await expect(world.ctx.objects.read(before?.original ?? '')).rejects.toMatchObject({ kind: 'gone' });
    expect(await world.ctx.objects.stat(before?.textTable ?? '')).toBeNull();
    expect(await (await wholeSite(world, head).request(path())).text()).toContain('вилучено');
    expect((await wholeSite(world, head).request(path(), wish(REASON))).status).toBe(404);
    const rows = await wholeSite(world).request(`/api/rows/${resourceId()}`);
    expect(await rows.text()).toContain('Гімназія');
  });
});
