import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CabinetForTests, form, openCabinet, page, seen } from '../../../../tests/support/cabinet-site.ts';
import { draftDataset } from '../../../../tests/support/publish-file.ts';

let cabinet: CabinetForTests;
beforeAll(async () => {
  cabinet = await openCabinet();
});
afterAll(() => cabinet.close());

const FILE = { name: 'школи.csv', text: 'Номер;Назва;Телефон\n1;Гімназія;0671112233\n2;Ліцей;0672223344\n' };

test('the file itself is offered only where no column is closed, and a tick sent all the same is refused in words', async () => {
  const app = cabinet.site();
  const open = await draftDataset(cabinet.context, cabinet.unitId, 'Відкрите', FILE);
  expect(await page(app, `/cabinet/datasets/${open.id}/publish`)).toContain('name="originalPublic"');
  const closed = await draftDataset(cabinet.context, cabinet.unitId, 'Закрите', { ...FILE, restricted: ['Телефон'] });
  const path = `/cabinet/datasets/${closed.id}/publish`;
  const html = await page(app, path);
  expect(html).not.toContain('name="originalPublic"');
  expect(seen(html)).toContain('у ньому є закриті стовпці');
  const refused = await app.request(path, form({ originalPublic: '1' }));
  expect([refused.status, seen(await refused.text())]).toEqual([
    400,
    expect.stringContaining('Сам файл відкрити не можна: у ньому є стовпці, яких не показуємо: «Телефон».'),
  ]);
  expect((await app.request(path, form({}))).status).toBe(303);
});
