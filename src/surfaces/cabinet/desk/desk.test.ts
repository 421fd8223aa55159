import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CabinetForTests, openCabinet, page, seen } from '../../../../tests/support/cabinet-site.ts';
import { draftDataset } from '../../../../tests/support/publish-file.ts';
import { actorOfPerson, createPerson, type Person } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { confirmError, listMessages, sendMessage } from '../../../capabilities/community/index.ts';
import { returnSubmission, submitDataset } from '../../../capabilities/publishing/index.ts';
import { changeReviewSettings, newestSubmission, reviewSettings } from '../../../capabilities/review/index.ts';
import { setSource } from '../../../capabilities/sources/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';

const FILE = { name: 'shkoly.csv', text: 'Номер школи;Назва\n101;Гімназія «Сокіл»\n' };

let cabinet: CabinetForTests;
let clerk: Person;
let reviewer: Person;
let draft: Dataset;

beforeAll(async () => {
  cabinet = await openCabinet();
  const { ctx } = cabinet.context;
  const person = (email: string, role: 'contributor' | 'reviewer') =>
    createPerson(ctx, {
      name: 'Іван Мельник',
      email,
      password: 'довгий пароль для перевірки',
      role,
      unitId: cabinet.unitId,
    });
  clerk = await person('i@misto.gov.ua', 'contributor');
  reviewer = await person('r@misto.gov.ua', 'reviewer');
  draft = await draftDataset(cabinet.context, cabinet.unitId, 'Перелік шкіл', FILE);
  await changeReviewSettings(ctx, { ...(await reviewSettings(ctx)), twoPerson: true });
});
afterAll(() => cabinet.close());

const desk = async (person: Person) => seen(await page(cabinet.site({ person }), '/cabinet'));

test('a draft waits for its author, then for the reviewer alone, then, returned, for its author again', async () => {
  const { ctx } = cabinet.context;
  expect(await desk(clerk)).toContain('Перелік шкіл');
  expect(await desk(reviewer)).not.toContain('Перелік шкіл');
  const as = (person: Person) => cabinet.context.as(actorOfPerson(person));
  await submitDataset(as(clerk), draft.id, { personalData: 'none', note: '' });
  expect(await desk(clerk)).not.toContain('Перелік шкіл');
  const waiting = await desk(reviewer);
  expect(waiting).toContain('Перевірити');
  expect(waiting).toContain('подано на перевірку, Іван Мельник');
  const submission = await newestSubmission(ctx, draft.id);
  await returnSubmission(as(reviewer), submission?.id ?? '', { reasons: ['other'], words: 'Додайте район' });
  const back = await desk(clerk);
  expect(back.split('Перелік шкіл')).toHaveLength(3); // the title and the name of the button, of one line
  expect(back).toContain('повернуто з перевірки');
  expect(await desk(reviewer)).not.toContain('Перелік шкіл');
});

test('a source that gives nothing is told to who keeps the dataset, with the reason, and to nobody else', async () => {
  const { context, unitId } = cabinet;
  const input = { name: 'Марія Гай', email: 'm@misto.gov.ua', password: 'довгий пароль для перевірки' };
  const keeper = await createPerson(context.ctx, { ...input, role: 'responsible', unitId });
  const dataset = await draftDataset(context, unitId, 'Залишки палива', FILE);
  const resourceId = dataset.resources[0]?.id ?? '';
  await setSource(context.as(actorOfPerson(keeper)), resourceId, {
    kind: 'web',
    address: 'https://example.org/palyvo.csv',
    auth: 'none',
    authName: '',
    secret: '',
    schedule: { every: 'day', hour: 6 },
    moveDate: false,
  });
  const text = { uk: 'Такого сервера не знайдено.', en: 'There is no such server.' };
  const trouble = { kind: 'failed', code: 'name-unknown', text, since: context.clock.now().toISOString() };
  await sql`update sources_source set trouble = ${JSON.stringify(trouble)}::jsonb where resource_id = ${resourceId}`.execute(
    context.ctx.db,
  );
  const lines = await desk(keeper);
  expect(lines).toContain('Глянути на джерело');
  expect(lines).toContain('Такого сервера не знайдено.');
  expect(await desk(reviewer)).not.toContain('Залишки палива');
});

test('an error that was confirmed is a task of who mends the data, with its row and column', async () => {
  const { context, unitId } = cabinet;
  const { id, slug } = draft;
  await sendMessage(context.as(VISITOR), {
    kind: 'error',
    dataset: { id, slug, title: 'Перелік шкіл', unitId },
    row: '1',
    column: 'Назва',
    text: 'Гімназія називається інакше, перевірте за статутом закладу.',
    name: '',
    email: '',
    consent: false,
    language: 'uk',
    origin: 'http://localhost',
  });
  const [message] = (await listMessages(context.ctx, {}, { page: 1, size: 1 })).items;
  await confirmError(context.ctx, message?.id ?? '', true);
  const lines = await desk(clerk);
  expect(lines).toContain('Виправити помилку в даних');
  expect(lines).toContain('рядок 1, стовпець «Назва»');
  expect(await desk(reviewer)).not.toContain('Виправити помилку в даних');
});
