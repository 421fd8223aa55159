import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeStructure, type Dataset, loadDataset } from '../../src/capabilities/catalog/index.ts';
import { latestReading } from '../../src/capabilities/ingest/index.ts';
import { decide, stateFile } from '../../src/capabilities/privacy/index.ts';
import { listVersions, openOriginal, publishDataset } from '../../src/capabilities/publishing/index.ts';
import { appoint } from '../support/appoint.ts';
import { leaksOfPublicFiles } from '../support/leaks.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { draftDataset, setUpCommunity } from '../support/publish-file.ts';
import { wholeSite } from '../support/whole-site.ts';

/* What stands beside the table that was decided upon: other tables of its file, examples of its columns, other columns of the same title. */

let world: TestContext;
let unitId: string;

beforeAll(async () => {
  world = await makeTestContext();
  unitId = await setUpCommunity(world);
});
afterAll(() => world.close());

const resourceOf = ({ resources }: Dataset) => resources[0]?.id ?? '';
const fieldsOf = ({ resources }: Dataset) => resources[0]?.structure.fields ?? [];

describe('a decision on the columns of a table', () => {
  test('opens no file that holds other tables too: nobody looked at them', async () => {
    const groups = Array.from({ length: 9 }, (_, at) => ({
      номер: at + 1,
      гурток: `Гурток ${at + 1}`,
      місць: 10 + at,
    }));
    const children = [{ дитина: 'Ковтун Дзвенислава Остапівна', пошта: 'dzvenyslava.kovtun@example.org' }];
    const text = JSON.stringify({ гуртки: groups, діти: children });
    const dataset = await draftDataset(world, unitId, 'Гуртки', { name: 'гуртки.json', text, originalPublic: true });
    const reading = await latestReading(world.ctx, resourceOf(dataset));
    expect(reading?.source?.sheets.length).toBe(2);
    await expect(openOriginal(world.ctx, dataset.id, reading?.id ?? '', true)).rejects.toMatchObject({
      code: 'original-holds-more',
    });
    await publishDataset(world.ctx, dataset.id);
    expect(await leaksOfPublicFiles(world, ['Дзвенислава', 'kovtun'])).toEqual([]);
    const answer = await wholeSite(world).request(`/file/${resourceOf(dataset)}`);
    expect(await answer.text()).not.toContain('kovtun');
  });

  test('opens no archive that holds files which are no tables, until somebody has said what is in them', async () => {
    const table = strToU8('Номер;Гурток\n1;Шахи\n2;Танці\n');
    const text = zipSync({ 'гуртки.csv': table, 'скан заяви.pdf': strToU8('%PDF-1.4 Ковтун Дзвенислава') });
    const file = { name: 'гуртки.zip', text, originalPublic: true, identifier: ['Номер'] };
    const dataset = await draftDataset(world, unitId, 'Гуртки з архіву', file);
    const reading = await latestReading(world.ctx, resourceOf(dataset));
    expect(reading?.source?.besides).toBe(1);
    const open = () => openOriginal(world.ctx, dataset.id, reading?.id ?? '', true);
    await expect(open()).rejects.toMatchObject({ code: 'original-holds-unread' });
    await publishDataset(world.ctx, dataset.id);
    expect(await leaksOfPublicFiles(world, ['Дзвенислава'])).toEqual([]);
    expect((await wholeSite(world).request(`/file/${resourceOf(dataset)}`)).status).not.toBe(200);
    // of an archive with tables only there is nothing to say
    const alone = { ...file, text: zipSync({ 'гуртки.csv': table }) };
    const plain = await draftDataset(world, unitId, 'Гуртки самі', alone);
    await publishDataset(world.ctx, plain.id);
    expect((await wholeSite(world).request(`/file/${resourceOf(plain)}`)).status).toBe(200);
    const sha256 = reading?.originalSha256 ?? '';
    const draft = await draftDataset(world, unitId, 'Гуртки зі сказаним', file);
    const again = await latestReading(world.ctx, resourceOf(draft));
    await stateFile(world.ctx, resourceOf(draft), { says: 'none', sha256 });
    await openOriginal(world.ctx, draft.id, again?.id ?? '', true);
    await expect(stateFile(world.ctx, resourceOf(plain), { says: 'none', sha256 })).rejects.toMatchObject({
      code: 'another-file',
    });
  });

  test('takes along the examples and listed values that were written before it', async () => {
    const text = 'Номер;Гурток;Пошта\n1;Шахи;dzvenyslava.kovtun@example.org\n2;Танці;\n3;Хор;\n';
    const dataset = await draftDataset(world, unitId, 'Гуртки з поштою', { name: 'гуртки.csv', text });
    const value = 'dzvenyslava.kovtun@example.org';
    await changeStructure(world.ctx, resourceOf(dataset), {
      fields: fieldsOf(dataset).map((field) =>
        field.title === 'Пошта' ? { ...field, examples: [value], allowed: [value] } : field,
      ),
    });
    const responsible = await appoint(world, 'vidpovidaie', 'responsible', unitId);
    await decide(responsible, resourceOf(dataset), [{ columnTitle: 'Пошта', way: 'mask' }]);
    await world.runJobs();
    await publishDataset(world.ctx, dataset.id);
    expect(JSON.stringify(await listVersions(world.ctx, dataset.id))).not.toContain('kovtun');
    const { slug } = await loadDataset(world.ctx, dataset.id);
    const page = await (await wholeSite(world).request(`/datasets/${slug}`)).text();
    expect([page.includes('Шахи'), page.includes('kovtun')]).toEqual([true, false]);
  });

  test('is asked for where a closed column was given the title of one that holds personal data', async () => {
    const text = 'Номер;Код;Пошта\n1;АА;dzvenyslava.kovtun@example.org\n2;АБ;ostap.dzvin@example.org\n3;АВ;\n';
    const file = { name: 'коди.csv', text, undecided: true };
    const dataset = await draftDataset(world, unitId, 'Коди', file);
    await changeStructure(world.ctx, resourceOf(dataset), {
      fields: fieldsOf(dataset).map((field) => {
        if (field.title === 'Код') return { ...field, title: 'Пошта', sensitivity: 'restricted' as const };
        return field.title === 'Пошта' ? { ...field, title: 'Зв’язок' } : field;
      }),
    });
    await expect(publishDataset(world.ctx, dataset.id)).rejects.toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ field: 'personal-data-undecided' })]),
    });
  });
});
