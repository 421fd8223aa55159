import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CabinetForTests, form, openCabinet, page } from '../../../../tests/support/cabinet-site.ts';
import { draftDataset, giveFile } from '../../../../tests/support/publish-file.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { changeNote, listVersions, publishDataset } from '../../../capabilities/publishing/index.ts';

const SCHOOLS = { name: 'школи.csv', identifier: ['Номер'] };
const FIRST = 'Номер;Назва;Учнів\n1;Гімназія;520\n2;Ліцей;640\n';
const SECOND = 'Номер;Назва\n1;Гімназія\n3;Школа\n';

let cabinet: CabinetForTests;
let dataset: Dataset;
let base: string;
beforeAll(async () => {
  cabinet = await openCabinet();
  const { context, unitId } = cabinet;
  dataset = await draftDataset(context, unitId, 'Заклади освіти', { ...SCHOOLS, text: FIRST });
  base = `/cabinet/datasets/${dataset.id}`;
  await publishDataset(context.ctx, dataset.id);
  context.clock.set(new Date(context.clock.now().getTime() + 1000));
  await giveFile(context, dataset, { ...SCHOOLS, text: SECOND });
});
afterAll(() => cabinet.close());

const later = () => cabinet.context.clock.set(new Date(cabinet.context.clock.now().getTime() + 90_000));
const numbers = async () => (await listVersions(cabinet.context.ctx, dataset.id)).map(({ number }) => number);

describe('a breaking change', () => {
  it('is told on the publishing page, which asks for a note and keeps it', async () => {
    const site = cabinet.site();
    const shown = await page(site, `${base}/publish`);
    expect(shown).toContain('стовпець прибрано');
    expect(shown).toContain('Що змінилось для користувачів');
    const refused = await site.request(`${base}/publish`, form({ note: '' }));
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Напишіть, що змінилось для користувачів');
    const taken = await site.request(`${base}/publish`, form({ note: 'Учнів більше не рахуємо.' }));
    expect(taken.status).toBe(303);
    await cabinet.context.runJobs();
    expect((await listVersions(cabinet.context.ctx, dataset.id))[0]).toMatchObject({
      ...{ number: 2, note: 'Учнів більше не рахуємо.' },
    });
  });
});

describe('the page of a version', () => {
  it('tells who published it, its sum, and publishes it again', async () => {
    later();
    const site = cabinet.site();
    expect(await page(site, base)).toContain(`${base}/versions/1`);
    const shown = await page(site, `${base}/versions/1`);
    expect(shown).toMatch(/[0-9a-f]{64}/);
    expect(shown).toContain('Опублікувати версію 1 ще раз');
    expect(await page(site, `${base}/versions/2`)).not.toContain('Опублікувати версію 2 ще раз');
    const answer = await site.request(`${base}/versions/1/repeat`, form({ passport: 'that', note: '' }));
    expect(answer.headers.get('location')).toMatch(/publish\?asked=/);
    await cabinet.context.runJobs();
    expect((await listVersions(cabinet.context.ctx, dataset.id))[0]).toMatchObject({ number: 3, repeats: 1 });
    expect(await page(site, base)).toContain('повторює версію 1');
  });

  it('leads to the publishing page where a note is asked', async () => {
    later();
    const site = cabinet.site();
    const answer = await site.request(`${base}/versions/2/repeat`, form({ passport: 'present', note: '' }));
    expect(answer.headers.get('location')).toMatch(/\/publish$/);
    expect(await page(site, `${base}/publish`)).toContain('Що змінилось для користувачів');
    expect(await numbers()).toEqual([3, 2, 1]);
    await changeNote(cabinet.context.ctx, dataset.id, 'Знову без учнів.');
    await publishDataset(cabinet.context.ctx, dataset.id);
    expect((await listVersions(cabinet.context.ctx, dataset.id))[0]).toMatchObject({ number: 4, repeats: 2 });
  });

  it('withdraws a version with its reason and order', async () => {
    const site = cabinet.site();
    const wrong = await site.request(`${base}/versions/1/withdraw`, form({ reason: 'Помилка.', order: '' }));
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('Помилка.');
    const done = await site.request(`${base}/versions/1/withdraw`, form({ reason: 'Помилка.', order: '№ 7' }));
    expect(done.status).toBe(303);
    const shown = await page(site, `${base}/versions/1`);
    expect(shown).toContain('Версію 1 вилучено');
    expect(shown).not.toContain('Опублікувати версію 1 ще раз');
    const current = await site.request(`${base}/versions/4/withdraw`, form({ reason: 'Помилка.', order: '№ 7' }));
    expect(current.status).toBe(409);
  });

  it('is for those who may see drafts', async () => {
    const answer = await cabinet.site({ person: null }).request(`${base}/versions/2`);
    expect(answer.headers.get('location')).toContain('/sign-in');
  });
});
