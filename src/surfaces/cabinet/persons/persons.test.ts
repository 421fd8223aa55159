import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form, seen } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { wordsOfDocx } from '../../../../tests/support/office.ts';
import { setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { ORDER_EFFECTS } from '../../../app/order-effects.ts';
import {
  type AppointmentTerms,
  appoint,
  createPerson,
  findPerson,
  type Person,
  startAbsence,
} from '../../../capabilities/accounts/index.ts';
import { changePassport, createDataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import { endOrder } from '../../../capabilities/orders/index.ts';
import { appointedPersons } from '../../../capabilities/people/index.ts';

const HOME = '/cabinet/city/persons';
const LETTERS = '/cabinet/city/letters';
const PASSWORD = 'вербові сережки цвітуть';
const LINKS = { origin: 'https://data.example.ua', language: 'uk' as const };
const TERMS: AppointmentTerms = {
  role: 'responsible',
  functions: ['create', 'update', 'publish'],
  datasetIds: null,
  post: 'начальник відділу',
  officeEmail: 'osvita@rada.example.ua',
  officePhone: '+380 44 123 45 67',
  from: '2026-11-23',
  to: null,
  substituteId: null,
  order: null,
};

let world: TestContext;
let unitId: string;
let coordinator: Person;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-23T10:00:00+02:00' });
  unitId = await setUpCommunity(world);
  coordinator = await createPerson(world.ctx, {
    name: 'Олег Явір',
    email: 'oleh@x.ua',
    password: PASSWORD,
    role: 'coordinator',
    unitId: null,
  });
});
afterAll(() => world.close());

async function add(name: string, email: string | null, change: Partial<AppointmentTerms> = {}): Promise<Person> {
  const who = { kind: 'new' as const, name, email, password: null };
  const made = await appoint(world.ctx, { who, unitIds: [unitId], terms: { ...TERMS, ...change } }, LINKS);
  const person = await findPerson(world.ctx, made.person?.id ?? '');
  if (!person) throw new Error('nobody was made');
  return person;
}
const site = (who: Person | null = coordinator) => wholeSite(world, who);
async function page(path: string, who: Person | null = coordinator): Promise<string> {
  const answer = await site(who).request(path);
  const text = await answer.text();
  expect(answer.status, `${path}\n${text.slice(0, 1500)}`).toBe(200);
  return text;
}
async function post(path: string, values: Record<string, string> = {}, who: Person | null = coordinator) {
  const answer = await site(who).request(path, form(values));
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}
async function docx(path: string): Promise<string> {
  const answer = await site().request(path);
  expect(answer.status, path).toBe(200);
  return (await wordsOfDocx(new Uint8Array(await answer.arrayBuffer()))).replaceAll(/\s+/g, ' ');
}
const states = async () =>
  (await appointedPersons(world.ctx)).map(
    ({ appointment }) =>
      `${appointment.personName || 'вакансія'}: ${appointment.order?.number ?? appointment.orderState.kind}`,
  );

describe('from choosing people to a signed order', () => {
  let order = '';

  it('one press prepares it; one person stands in the clause in the accusative, with the annex of seven columns', async () => {
    expect(await page(HOME)).toContain('Відповідальних осіб ще немає');
    await add('Коваленко Олена Петрівна', 'olena@x.ua', { post: 'начальник відділу освіти' });
    expect(await page(HOME)).toContain('Підготувати розпорядження: 1 особа без підстави');
    const prepared = await post(`${HOME}/order`);
    order = prepared.to.replace(/\?.*/, '');
    const words = await docx(`${order}/draft.docx`);
    expect(words).toContain('Про визначення відповідальних осіб');
    expect(words).toContain(
      'Визначити Коваленко Олену Петрівну, начальника відділу освіти, відповідальною особою за роботу з відкритими даними',
    );
    expect(words).toContain('доповнити посадові інструкції');
    for (const cell of [
      'Функція',
      'Набори даних',
      'усі набори підрозділу',
      '+380 44 123 45 67',
      'osvita@rada.example.ua',
    ]) {
      expect(words).toContain(cell);
    }
    expect(words).not.toContain('olena@x.ua');
  });

  it('those who come while it is prepared join the same draft; a vacancy does not; two of one name are two', async () => {
    await add('Іван Верба', 'verba1@x.ua');
    await add('Іван Верба', null, { post: 'діловод' });
    await appoint(world.ctx, { who: { kind: 'vacancy' }, unitIds: [unitId], terms: TERMS }, LINKS);
    expect(await page(HOME)).toContain('Підготувати розпорядження: 2 особи без підстави');
    expect((await post(`${HOME}/order`)).to.replace(/\?.*/, '')).toBe(order);
    const words = await docx(`${order}/draft.docx`);
    expect(words).toContain('Визначити осіб, відповідальних за роботу з відкритими даними, згідно з додатком');
    expect(words.split('Іван Верба')).toHaveLength(3);
    expect(words).not.toContain('вакансія');
    expect(await page(HOME)).not.toContain('без підстави');
  });

  it('one line makes all of them lawful; the list of those without a ground is empty', async () => {
    const fields = { kind: 'mayor-order', issuer: 'міського голови', number: '81', date: '2026-11-23', confirmed: '1' };
    expect((await post(`${order}/sign`, { ...fields, title: 'Про визначення відповідальних осіб' })).status).toBe(303);
    expect((await states()).toSorted()).toEqual([
      'Іван Верба: 81',
      'Іван Верба: 81',
      'Коваленко Олена Петрівна: 81',
      'вакансія: preparing',
    ]);
    expect((await post(`${HOME}/order`)).status).toBe(409);
    expect(seen(await page(HOME))).toContain('З розпорядженням: 3');
  });
});

describe('the notice of appointment', () => {
  it('goes to each once; they say by a link, by a printed code or in the cabinet that they have read it', async () => {
    const sent = await post(`${HOME}/notices`);
    // one has no mail of their own, but the office has
    const letters = (await world.letters()).filter(({ subject }) =>
      subject.startsWith('Про визначення відповідальною'),
    );
    expect(letters).toHaveLength(3);
    const olena = letters.find(({ to }) => to === 'olena@x.ua');
    for (const part of ['стаття 24', '212-3', 'Управління освіти', '№ 81']) expect(olena?.body).toContain(part);
    const code = /\/link\/([0-9A-Z-]+)/.exec(olena?.body ?? '')?.[1] ?? '';
    const opened = await page(`/link/${code}`, null);
    expect(opened).toContain('Прочитайте лист і підтвердьте');
    expect(opened).toContain('212-3');
    // opening it is not reading it
    expect(seen(await page(HOME))).toContain('Ознайомлені: 0');
    expect((await post('/link', { code, decision: 'approve' }, null)).text).toContain('ви ознайомилися');
    expect((await post('/link', { code, decision: 'approve' }, null)).status).toBe(410);
    expect(seen(await page(HOME))).toContain('Ознайомлені: 1');
    const verba = (await appointedPersons(world.ctx)).find(
      ({ appointment }) => appointment.personEmail === 'verba1@x.ua',
    );
    const person = await findPerson(world.ctx, verba?.appointment.personId ?? '');
    const letter = sent.to;
    expect(await page(letter, person)).toContain('Ознайомлений(-а)');
    expect(await page(letter, person)).not.toContain('Коваленко');
    await post(`${letter}/read`, {}, person);
    expect(seen(await page(HOME))).toContain('Ознайомлені: 2');
    expect((await post(`${HOME}/notices`)).status).toBe(409);
  });

  it('is a paper too, with the name and the post in the dative; so is the clause for job descriptions', async () => {
    const [first] = (await appointedPersons(world.ctx)).filter(
      ({ appointment }) => appointment.personEmail === 'olena@x.ua',
    );
    const words = await docx(`${HOME}/${first?.appointment.id}/notice.docx`);
    expect(words).toContain('Коваленко Олені Петрівні, начальнику відділу освіти');
    expect(words).toContain('212-3');
    expect(await docx(`${HOME}/job-clause.docx`)).toContain('Пояснення для служби персоналу');
  });
});

describe('a letter to a group', () => {
  it('is printed as codes for those without any address, and told who has read it', async () => {
    await add('Степан Ясен', null, { officeEmail: '' });
    const wrong = await post(LETTERS, { to: 'responsible', subject: '', body: 'Текст', asks: 'yes' });
    expect([wrong.status, wrong.text.includes('Текст</textarea>')]).toEqual([400, true]);
    expect((await post(LETTERS, { to: 'group', subject: 'Тема', body: 'Текст', asks: 'yes' })).text).toContain(
      'У цій групі нікого немає',
    );
    const sent = await post(LETTERS, {
      to: 'untrained',
      subject: 'Курс у грудні',
      body: 'Запишіться.\n\nЧекаємо.',
      asks: 'yes',
    });
    const code = /code-to-type">([0-9A-Z-]+)</.exec(sent.text)?.[1] ?? '';
    expect(sent.text).toContain('Степан Ясен');
    expect(
      (await post('/link', { code: code.toLowerCase().replaceAll('-', ' '), decision: 'approve' }, null)).status,
    ).toBe(200);
    const list = await page(LETTERS);
    expect(list).toContain('1 з 4');
    const id = /letters\/([0-9a-f-]{36})">Курс у грудні/.exec(list)?.[1] ?? '';
    const opened = await page(`${LETTERS}/${id}`);
    expect(opened).toContain('Скопіювати для месенджера');
    expect(opened).toContain(`/cabinet/city/letters/${id}`);
    expect((await site(null).request(`${LETTERS}/${id}`)).status).toBe(303);
  });
});

describe('a change of a responsible person', () => {
  it('for 30 datasets takes five presses and one order line', async () => {
    const leaving = await add('Марія Сокіл', 'maria@x.ua', { officeEmail: 'maria@x.ua' });
    const ids: string[] = [];
    for (let n = 1; n <= 30; n += 1) {
      const made = await createDataset(world.ctx, {
        unitId,
        title: `Набір ${n}`,
        resource: { kind: 'table', title: 'Т' },
      });
      ids.push(made.id);
    }
    for (const id of ids) {
      const { passport } = await loadDataset(world.ctx, id);
      await changePassport(world.ctx, id, {
        ...passport,
        responsibleName: 'Марія Сокіл',
        responsibleEmail: 'maria@x.ua',
      });
    }
    let presses = 0;
    const press = <T>(deed: Promise<T>): Promise<T> => {
      presses += 1;
      return deed;
    };
    const list = await page(HOME);
    const replace = new RegExp(`href="(/cabinet/people/${leaving.id}/replace)"`).exec(list)?.[1] ?? '';
    await press(page(replace));
    const coming = { coming: 'new', name: 'Тарас Граб', email: 'taras@x.ua', from: '2026-11-23', order: '' };
    expect((await press(post(replace, coming))).status).toBe(200);
    await page(HOME);
    const prepared = await press(post(`${HOME}/order`));
    const order = prepared.to.replace(/\?.*/, '');
    const line = 'розпорядження міського голови від 23.11.2026 № 90 «Про визначення відповідальних осіб»';
    const read = await press(post(`${order}/sign`, { line }));
    expect(read.text).toContain('value="90"');
    const fields = { kind: 'mayor-order', issuer: 'міського голови', number: '90', date: '2026-11-23', confirmed: '1' };
    await press(post(`${order}/sign`, { ...fields, title: 'Про визначення відповідальних осіб' }));
    expect(presses).toBeLessThanOrEqual(5);
    await world.runJobs();
    const passports = await Promise.all(ids.map(async (id) => (await loadDataset(world.ctx, id)).passport));
    expect(new Set(passports.map(({ responsibleName }) => responsibleName))).toEqual(new Set(['Тарас Граб']));
    expect(await states()).toContain('Тарас Граб: 90');
    const gone = await findPerson(world.ctx, leaving.id);
    expect(gone?.appointments).toEqual([]);
    expect(await page('/responsible', null)).not.toContain('Марія Сокіл');
  });
});

describe('edges', () => {
  it('a head who is responsible too is one person; a cancelled order leaves what it made without a ground', async () => {
    const head = await add('Ольга Липа', 'olha@x.ua');
    await appoint(
      world.ctx,
      {
        who: { kind: 'known', id: head.id },
        unitIds: [unitId],
        terms: { ...TERMS, role: 'head', functions: [] },
      },
      LINKS,
    );
    const mine = (await appointedPersons(world.ctx)).filter(({ appointment }) => appointment.personId === head.id);
    expect(mine).toHaveLength(1);
    const order = (await post(`${HOME}/order`)).to.replace(/\?.*/, '');
    const fields = { kind: 'mayor-order', issuer: 'міського голови', number: '95', date: '2026-11-23', confirmed: '1' };
    await post(`${order}/sign`, { ...fields, title: 'Про визначення відповідальних осіб' });
    expect(await states()).toContain('Ольга Липа: 95');
    world.clock.set('2026-11-25T10:00:00+02:00');
    await endOrder(world.ctx, order.slice(-36), { day: '2026-11-24', note: 'Скасовано' }, ORDER_EFFECTS);
    expect((await states()).filter((one) => one.endsWith(': 95'))).toEqual([]);
  });

  it('somebody away is not shown to all, and letters still find them', async () => {
    const person = (await appointedPersons(world.ctx)).find(
      ({ appointment }) => appointment.personEmail === 'verba1@x.ua',
    );
    await startAbsence(world.ctx, person?.appointment.personId ?? '', {
      kind: 'leave',
      from: '2026-11-25',
      to: null,
      substituteId: null,
    });
    const led = await site(null).request('/open-data/persons.json');
    expect(led.headers.get('location')).toBe('/responsible.json');
    const shown = await page('/responsible.json', null);
    expect(JSON.parse(shown).filter(({ name }: { name: string }) => name === 'Іван Верба')).toHaveLength(1);
    for (const hidden of ['verba1@x.ua', 'olena@x.ua', 'olha@x.ua']) expect(shown).not.toContain(hidden);
  });
});
