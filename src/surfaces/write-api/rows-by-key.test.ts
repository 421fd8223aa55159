import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, giveFile, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { type Answer, openTokenSite, type TokenSite } from '../../../tests/support/token-site.ts';
import { createServiceToken } from '../../capabilities/accounts/index.ts';
import { type Dataset, findCard, loadDataset } from '../../capabilities/catalog/index.ts';
import {
  askForPublication,
  bringBackVersion,
  closeRowDaysJob,
  listVersions,
  publishDataset,
  suspendDataset,
  sweepRowFilesJob,
} from '../../capabilities/publishing/index.ts';
import { openTable } from '../../capabilities/tables/index.ts';

const SCHOOLS = {
  name: 'школи.csv',
  text: 'Номер,Назва,Учнів,Телефон\n1,Гімназія,300,380501112233\n2,Ліцей,420,380501112234\n3,Школа,150,380501112235\n',
  restricted: ['Телефон'],
  identifier: ['Номер'],
};

let world: TestContext;
let site: TokenSite;
let unitId = '';
let secret = '';

beforeAll(async () => {
  world = await makeTestContext();
  unitId = await setUpCommunity(world);
  ({ secret } = await createServiceToken(world.ctx, {
    name: 'Облік',
    scopes: ['rows.write', 'publish'],
    unitId,
    datasetIds: null,
  }));
  site = await openTokenSite(world);
});
afterAll(async () => {
  site.close();
  await world.close();
});

/** A published table; gives its dataset and the id of its resource. */
async function publish(title: string, file = SCHOOLS): Promise<{ dataset: Dataset; resource: string }> {
  const dataset = await draftDataset(world, unitId, title, file);
  await publishDataset(world.ctx, dataset.id);
  return { dataset, resource: dataset.resources[0]?.id ?? '' };
}

const write = (method: string, resource: string, body?: string | object, headers?: Record<string, string>) =>
  site.ask(secret, method, `/api/rows/${resource}`, body, headers);
const read = (address: string, query = 'sort=nomer') => site.ask(null, 'GET', `/api/rows/${address}?${query}`);
const names = (answer: Answer) => (answer.at('rows') as Record<string, unknown>[]).map(({ nazva }) => nazva);

describe('rows by key', () => {
  test('are seen by the next reader; the day is one version, its earlier states lead to it, the version before stays', async () => {
    const { dataset, resource } = await publish('Школи');
    const put = await write('PUT', resource, [
      { nomer: 2, Назва: 'Ліцей № 2', uchniv: 421 },
      { nomer: 4, nazva: 'Школа мистецтв', uchniv: null },
    ]);
    expect(put.status, put.text).toBe(200);
    expect((await read(resource)).headers.get('cache-control')).toContain('max-age=0');
    expect([put.at('added'), put.at('changed'), put.at('version'), put.at('rows')]).toEqual([1, 1, 2, 4]);
    expect(names(await read(resource))).toEqual(['Гімназія', 'Ліцей № 2', 'Школа', 'Школа мистецтв']);
    const gone = await site.ask(secret, 'DELETE', `/api/rows/${resource}?nomer=3`);
    expect([gone.at('deleted'), gone.at('version')], gone.text).toEqual([1, 2]);
    const patched = await write('PATCH', resource, '{"nomer":1,"uchniv":301}\n{"nomer":2,"uchniv":9}\n', {
      'content-type': 'application/jsonl',
    });
    expect([patched.at('changed'), patched.at('version'), patched.at('rows')], patched.text).toEqual([2, 2, 3]);
    const added = await write('POST', resource, 'nomer;nazva;uchniv\n7;"Школа ""Верба""";77\n', {
      'content-type': 'text/csv',
    });
    expect(added.at('added'), added.text).toBe(1);

    expect(names(await read(resource))).toEqual(['Гімназія', 'Ліцей № 2', 'Школа мистецтв', 'Школа "Верба"']);
    const [second, first, ...more] = await listVersions(world.ctx, dataset.id);
    expect([second?.number, first?.number, more.length]).toEqual([2, 1, 0]);
    expect(second?.changes).toMatchObject({ rowsAdded: 2, rowsRemoved: 1, rowsChanged: 2 });
    expect(names(await read(first?.resources[0]?.tableId ?? ''))).toEqual(['Гімназія', 'Ліцей', 'Школа']);
    expect(names(await read(String(put.at('links.written')).split('/').at(-1) ?? ''))).toHaveLength(4);
    const card = await findCard(world.ctx, dataset.id);
    expect([card?.resources[0]?.rows, card?.versionNumber]).toEqual([4, 2]);
    const csv = await site.ask(null, 'GET', `/download/${card?.resources[0]?.tableId}.csv`);
    expect(
      csv.text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(['4', '1', '2', '7']);
    expect((await site.ask(null, 'GET', `/datasets/${dataset.slug}`)).text).toContain('Школа мистецтв');
  });

  test('the day over, its version is closed with an exact summary and one part; tables between writes are forgotten, addresses live on', async () => {
    const { dataset, resource } = await publish('Бібліотеки');
    const once = await write('PUT', resource, { nomer: 1, nazva: 'А', uchniv: 1 });
    await write('PUT', resource, { nomer: 1, nazva: 'Гімназія', uchniv: 300 });
    await write('PUT', resource, { nomer: 9, nazva: 'Дев’ята', uchniv: 1 });
    world.clock.set(new Date(Date.now() + 86_400_000));
    await closeRowDaysJob.handle(world.ctx, {}, { id: 'test', attempt: 1, last: false });
    const [closed] = await listVersions(world.ctx, dataset.id);
    expect(closed?.changes).toMatchObject({ rowsAdded: 1, rowsRemoved: 0, rowsChanged: 0 });
    const { manifest } = await openTable(world.ctx, closed?.resources[0]?.tableId ?? '');
    expect(manifest.parts).toHaveLength(1);
    expect(names(await read(String(once.at('links.written')).split('/').at(-1) ?? ''))).toContain('Дев’ята');
    const next = await write('PUT', resource, { nomer: 2, nazva: 'Другий день', uchniv: 2 });
    expect(next.at('version')).toBe(3);
    world.clock.set(new Date());
  });

  test('files that no table names, as a killed write leaves them, are swept; those of all tables stay', async () => {
    const { resource } = await publish('Замітання');
    await write('PUT', resource, { nomer: 1, nazva: 'А' });
    await write('PUT', resource, { nomer: 2, nazva: 'Б' });
    const { objects } = world.ctx;
    const own = async () => {
      const keys: string[] = [];
      for await (const { key } of objects.list()) if (key.startsWith(`public/${resource}/`)) keys.push(key);
      return keys.sort();
    };
    const before = await own();
    const path = join(await objects.workFolder(), 'part');
    await writeFile(path, 'нічия частина');
    const { key } = await objects.takeFile('public', resource, path);
    const sweep = () => sweepRowFilesJob.handle(world.ctx, {}, { id: 'test', attempt: 1, last: false });
    await sweep();
    expect(await objects.stat(key)).toBeNull();
    expect(await own()).toEqual(before);

    world.clock.set(new Date(Date.now() + 40 * 60_000));
    await closeRowDaysJob.handle(world.ctx, {}, { id: 'test', attempt: 1, last: false });
    expect((await own()).length).toBeLessThan(before.length);
    expect(names(await read(resource))).toEqual(['А', 'Б', 'Школа']);
    world.clock.set(new Date());
  });

  test('a faulty batch is not written at all; each fault has row and column', async () => {
    const { resource } = await publish('Садки');
    const bad = await write('PUT', resource, [
      { nomer: 1, nazva: 'добра' },
      { nomer: 'перший', nazva: 'х' },
      { nomer: 5, telefon: '380' },
    ]);
    expect([bad.status, bad.at('code')], bad.text).toEqual([400, 'bad-rows']);
    expect(bad.at('fields')).toMatchObject([{ field: 'rows[2].nomer' }, { field: 'rows[3].telefon' }]);
    expect(names(await read(resource))).toEqual(['Гімназія', 'Ліцей', 'Школа']);
    expect((await write('POST', resource, { nomer: 1, nazva: 'є' })).at('fields.0.message.en')).toContain('PUT');
    expect((await write('PUT', resource, '[1]')).status).toBe(400);
    expect((await write('PUT', resource, '{"a"', { 'content-type': 'application/jsonl' })).at('code')).toBe('bad-json');
    expect((await write('PUT', resource, '<a/>', { 'content-type': 'text/xml' })).at('code')).toBe('bad-content-type');
    expect((await write('PUT', resource, [])).at('code')).toBe('no-rows');
  });

  test('need a published table with an identifier, a token with the scope, an open dataset', async () => {
    const plain = await publish('Без ключа', { ...SCHOOLS, identifier: [] });
    expect((await write('PUT', plain.resource, { nomer: 1 })).at('code')).toBe('no-identifier');
    const { dataset, resource } = await publish('Зупинений');
    expect((await site.ask(null, 'PUT', `/api/rows/${resource}`, { nomer: 1 })).at('code')).toBe('token-missing');
    const other = await createServiceToken(world.ctx, { name: 'Інший', scopes: ['publish'], unitId, datasetIds: null });
    expect((await site.ask(other.secret, 'PUT', `/api/rows/${resource}`, { nomer: 1 })).at('code')).toBe(
      'scope-missing',
    );
    await suspendDataset(world.ctx, dataset.id, { reason: 'Перевірка.', order: '№ 5', reviewOn: '2099-01-01' });
    expect((await write('PUT', resource, { nomer: 1, nazva: 'х' })).at('code')).toBe('dataset-suspended');
    expect((await write('PUT', dataset.id, { nomer: 1 })).status).toBe(404);
  });

  test('are undone by bringing the version before back; nothing of the day is lost', async () => {
    const { dataset, resource } = await publish('Повернення');
    await write('PUT', resource, { nomer: 9, nazva: 'Помилкова' });
    await bringBackVersion(world.ctx, dataset.id, 1, 'present');
    await publishDataset(world.ctx, dataset.id);
    expect(names(await read(resource))).toEqual(['Гімназія', 'Ліцей', 'Школа']);
    const versions = await listVersions(world.ctx, dataset.id);
    expect(versions.map(({ number, repeats }) => [number, repeats])).toEqual([
      [3, 1],
      [2, null],
      [1, null],
    ]);
    expect(names(await read(versions[1]?.resources[0]?.tableId ?? ''))).toContain('Помилкова');
    expect((await write('PUT', resource, { nomer: 10, nazva: 'Нова' })).at('version')).toBe(4);
  });

  test('a repeated request is written once; writers of one key follow one another', async () => {
    const { resource } = await publish('Черга');
    const key = { 'idempotency-key': 'row-77' };
    const [one, two] = await Promise.all([
      write('POST', resource, { nomer: 77, nazva: 'х' }, key),
      write('POST', resource, { nomer: 77, nazva: 'х' }, key),
    ]);
    expect([one.status, two.status, one.at('added'), two.at('added')]).toEqual([200, 200, 1, 1]);
    const many = await Promise.all([
      ...Array.from({ length: 8 }, (_, i) => write('POST', resource, { nomer: 100 + i, nazva: `р${i}` })),
      ...Array.from({ length: 8 }, (_, i) => write('PATCH', resource, { nomer: 1, uchniv: 1000 + i })),
    ]);
    expect(many.map(({ status }) => status)).toEqual(many.map(() => 200));
    expect(many.map((answer) => answer.at('changed')).filter((n) => n === 1)).toHaveLength(8);
    expect((await read(resource, 'nomer__gte=100')).at('total')).toBe(8);
    expect((await read(resource, 'nomer=1')).at('rows.0.uchniv')).toBeGreaterThanOrEqual(1000);
  });

  test('while a file is being published are told to come back; the file then is the table, and a passport keeps the rows', async () => {
    const { dataset, resource } = await publish('Двоє');
    await write('PUT', resource, { nomer: 50, nazva: 'Рядок' });
    world.clock.set(new Date(world.clock.now().getTime() + 1000)); // the newest file is told by its time
    await giveFile(world, await loadDataset(world.ctx, dataset.id), {
      ...SCHOOLS,
      text: `${SCHOOLS.text}60,Нова,1,380\n`,
    });
    await askForPublication(world.ctx, dataset.id);
    const refused = await write('PUT', resource, { nomer: 51, nazva: 'х' });
    expect([refused.status, refused.at('code'), refused.headers.get('retry-after')]).toEqual([
      503,
      'publication-under-way',
      '5',
    ]);
    await world.runJobs();
    expect(names(await read(resource))).toEqual(['Гімназія', 'Ліцей', 'Школа', 'Нова']);
    const after = await write('PUT', resource, { nomer: 51, nazva: 'Після файлу' });
    expect(after.at('version')).toBe(4);
    const { passport } = await loadDataset(world.ctx, dataset.id);
    const { changePassport } = await import('../../capabilities/catalog/index.ts');
    await changePassport(world.ctx, dataset.id, { ...passport, description: 'Інший опис.' });
    await publishDataset(world.ctx, dataset.id);
    expect(names(await read(resource))).toContain('Після файлу');
    expect((await write('PUT', resource, { nomer: 52, nazva: 'Ще' })).at('version')).toBe(6);
  });
});
