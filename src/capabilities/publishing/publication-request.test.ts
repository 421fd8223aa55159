import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { actorOfPerson, changePerson, createPerson } from '../accounts/index.ts';
import { changePassport, type Dataset, findCard, loadDataset } from '../catalog/index.ts';
import { listHistory } from '../history/index.ts';
import { askForPublication, findPublicationRequest, listVersions, publishDataset } from './index.ts';

const TEXT = 'Код;Назва\n1;Гімназія «Сокіл»\n2;Ліцей № 2\n';

let test: TestContext;
let unitId: string;

beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
});
afterAll(() => test.close());

const draft = (title: string): Promise<Dataset> =>
  draftDataset(test, unitId, title, { name: 'заклади.csv', text: TEXT, identifier: ['Код'] });

async function numbersOf({ id }: Dataset): Promise<number[]> {
  return (await listVersions(test.ctx, id)).map(({ number }) => number);
}

/** Makes every change of a table fail while the deed lasts. */
async function whileBroken(table: string, message: string, deed: () => Promise<unknown>): Promise<void> {
  const { db } = test.ctx;
  await sql`create function fail_now() returns trigger language plpgsql as ${sql.raw(`$$ begin raise exception '${message}'; end $$`)}`.execute(
    db,
  );
  await sql`create trigger fail_now before insert or update on ${sql.table(table)} for each statement execute function fail_now()`.execute(
    db,
  );
  await deed();
  await sql`drop function fail_now cascade`.execute(db);
}

describe('a publication that was asked for', () => {
  it('is carried out in the background, once however often it was clicked', async () => {
    const dataset = await draft('Двічі натиснуто');
    const [first, second] = await Promise.all([
      askForPublication(test.ctx, dataset.id),
      askForPublication(test.ctx, dataset.id),
    ]);
    expect(second.id).toBe(first.id);
    expect(await findCard(test.ctx, dataset.id)).toBeNull();
    await test.runJobs();
    expect(await numbersOf(dataset)).toEqual([1]);
    expect(await findPublicationRequest(test.ctx, dataset.id)).toMatchObject({ state: 'done', versionNumber: 1 });
    // a third click of the same hand, after the end
    expect((await askForPublication(test.ctx, dataset.id)).id).toBe(first.id);
    await test.runJobs();
    expect(await numbersOf(dataset)).toEqual([1]);
  });

  it('tells at the click what stands in the way', async () => {
    const dataset = await draft('Без опису');
    await changePassport(test.ctx, dataset.id, { ...dataset.passport, description: '' });
    await expect(askForPublication(test.ctx, dataset.id)).rejects.toMatchObject({ code: 'not-ready-to-publish' });
    expect(await findPublicationRequest(test.ctx, dataset.id)).toBeNull();
  });

  it('is not carried out for a draft that was changed meanwhile, and says so', async () => {
    const dataset = await draft('Змінений');
    await askForPublication(test.ctx, dataset.id);
    const { passport } = await loadDataset(test.ctx, dataset.id);
    await changePassport(test.ctx, dataset.id, { ...passport, description: 'Уже інший опис набору.' });
    await test.runJobs();
    expect(await numbersOf(dataset)).toEqual([]);
    const request = await findPublicationRequest(test.ctx, dataset.id);
    expect(request).toMatchObject({ state: 'failed', refusal: { code: 'changed-meanwhile' } });
    // asked again, it is the new draft that is published
    await askForPublication(test.ctx, dataset.id);
    await test.runJobs();
    expect((await findCard(test.ctx, dataset.id))?.passport.description).toBe('Уже інший опис набору.');
  });

  it('takes the place of one asked for an older draft: both are never published', async () => {
    const dataset = await draft('Два прохання');
    await askForPublication(test.ctx, dataset.id);
    const { passport } = await loadDataset(test.ctx, dataset.id);
    await changePassport(test.ctx, dataset.id, { ...passport, description: 'Опис після другого прохання.' });
    await askForPublication(test.ctx, dataset.id);
    await test.runJobs();
    expect(await numbersOf(dataset)).toEqual([1]);
    expect((await findCard(test.ctx, dataset.id))?.passport.description).toBe('Опис після другого прохання.');
  });

  it('leaves nothing half published when every try fails, and says what to do', async () => {
    const dataset = await draft('Збій запису');
    await askForPublication(test.ctx, dataset.id);
    await whileBroken('catalog_card', 'the disk is on fire', () => test.runJobs());
    expect(await numbersOf(dataset)).toEqual([]);
    expect(await findCard(test.ctx, dataset.id)).toBeNull();
    const request = await findPublicationRequest(test.ctx, dataset.id);
    expect(request).toMatchObject({ state: 'failed', refusal: { code: 'publication-failed' } });
    await askForPublication(test.ctx, dataset.id);
    await test.runJobs();
    expect(await numbersOf(dataset)).toEqual([1]);
  });

  it('says that the disk is full when it is', async () => {
    const dataset = await draft('Повний диск');
    await askForPublication(test.ctx, dataset.id);
    await whileBroken('publishing_version', 'could not extend file: No space left on device', () => test.runJobs());
    const request = await findPublicationRequest(test.ctx, dataset.id);
    expect(request).toMatchObject({ state: 'failed', refusal: { code: 'disk-full' } });
    expect(request?.refusal?.text.uk).toMatch(/скінчилося місце/);
  });

  it('does nothing more when the version is out already: the worker was killed just after it', async () => {
    const dataset = await draft('Убито після запису');
    const request = await askForPublication(test.ctx, dataset.id);
    await test.runJobs();
    await test.ctx.emit(test.ctx.db, { name: 'publication-asked', requestId: request.id });
    await test.runJobs();
    expect(await numbersOf(dataset)).toEqual([1]);
    expect(await findPublicationRequest(test.ctx, dataset.id)).toMatchObject({ state: 'done', versionNumber: 1 });
  });

  it('is done in the name, and by the rights, of who asked', async () => {
    const password = 'Довгий-пароль-видавця-27';
    const role = 'responsible' as const;
    const person = await createPerson(test.ctx, { name: 'Ірина Сич', email: 'i@ex.org', role, unitId, password });
    const hers = test.as(actorOfPerson(person));
    const [kept, lost] = [await draft('З правом'), await draft('Право забрали')];
    await askForPublication(hers, kept.id);
    await test.runJobs();
    expect((await listVersions(test.ctx, kept.id))[0]?.publishedBy).toBe('Ірина Сич');
    const { items } = await listHistory(test.ctx, { subjectId: kept.id }, { page: 1, size: 50 });
    expect(items.find(({ deed }) => deed === 'version.published')).toMatchObject({ actor: { name: 'Ірина Сич' } });
    await askForPublication(hers, lost.id);
    await changePerson(test.ctx, person.id, { active: false });
    await test.runJobs();
    expect(await numbersOf(lost)).toEqual([]);
    expect(await findPublicationRequest(test.ctx, lost.id)).toMatchObject({ state: 'failed' });
    await expect(askForPublication(hers, lost.id)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('makes one version when a command publishes the same draft meanwhile', async () => {
    const dataset = await draft('Команда й клік');
    await askForPublication(test.ctx, dataset.id);
    await Promise.all([publishDataset(test.ctx, dataset.id), test.runJobs()]);
    expect(await numbersOf(dataset)).toEqual([1]);
  });
});
