import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form, seen } from '../../../../tests/support/cabinet-site.ts';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { wordsOfDocx } from '../../../../tests/support/office.ts';
import { wholeSite } from '../../../../tests/support/whole-site.ts';
import { createPerson, type Person, setUp } from '../../../capabilities/accounts/index.ts';
import { DOCX_TYPE, writeTemplate } from '../../../platform/documents/index.ts';

const HOME = '/cabinet/city/orders';
let test: TestContext;
let administrator: Person;
let responsible: Person;
let contributor: Person;

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
  const helper = { ...person, role: 'contributor', name: 'Дарина Липа', email: 'd@rada.example.ua' } as const;
  contributor = await createPerson(test.ctx, helper);
});
afterAll(() => test.close());

const site = (person: Person | null = administrator) => wholeSite(test, person);
const text = async (path: string, person?: Person | null) => await (await site(person).request(path)).text();
const post = (path: string, values: Record<string, string> | [string, string][]) => site().request(path, form(values));
const placeOf = (response: Response) => (response.headers.get('location') ?? '').split('?')[0] ?? '';

describe('a pasted line', () => {
  const read = async (line: string) => seen(await text(`${HOME}/new?line=${encodeURIComponent(line)}`));

  it('stands beside the fields with what could not be read in it', async () => {
    const page = await read('розпорядження від 09.11.26 № 1 «Про те»');
    expect(page).toContain('У рядку не прочитано: дату.');
    expect(page).toContain('від 09.11.26');
    expect(await read('постанова КМУ')).toContain('не прочитано ні дати, ні номера, ні назви');
    expect(await read('розпорядження від 06.11.2025 № 728 «Про аудит»')).not.toContain('не прочитано');
  });
});

describe('from what waits to a signed order', () => {
  let order = '';
  let draft = '';

  it('what works without an order is listed, and ticked lines become a draft', async () => {
    expect(await text(HOME)).toContain(`${HOME}/waiting`);
    const waiting = await text(`${HOME}/waiting`);
    const subject = /value="(appointments:[^"]+)"[^>]*>\s*<span>Іван Явір/.exec(waiting)?.[1] ?? '';
    const none = await post(`${HOME}/waiting`, { into: '' });
    expect(none.status).toBe(400);
    const made = await post(`${HOME}/waiting`, [['subject', subject]]);
    expect(made.status).toBe(303);
    order = placeOf(made);
    const page = seen(await text(order));
    expect(page).toContain('Призначити: 1 людину');
    expect(page).toContain('Документ потрібен до 4 грудня 2026');
  });

  it('its draft is a document with the annex', async () => {
    const response = await site().request(`${order}/draft.docx`);
    expect(response.headers.get('content-type')).toBe(DOCX_TYPE);
    const words = await wordsOfDocx(new Uint8Array(await response.arrayBuffer()));
    for (const part of ['РОЗПОРЯДЖЕННЯ', '№ ________', 'Іван Явір', 'Додаток']) expect(words).toContain(part);
  });

  it('its draft is kept among documents, and signed there with it only', async () => {
    draft = placeOf(await post(`${order}/document`, {}));
    const page = seen(await text(draft));
    expect(page).toContain('Це чернетка розпорядчого документа');
    expect(page).not.toContain('Записати підпис');
  });

  it('a pasted line is shown as fields first, then signed; its undoing is one button', async () => {
    const line = 'розпорядження міського голови від 19.11.2026 № 77 «Про відповідальних за відкриті дані»';
    const read = await (await post(`${order}/sign`, { line })).text();
    expect(read).toContain('value="2026-11-19"');
    expect(read).toContain('value="77"');
    expect(seen(await text(order))).toContain('чернетка');
    const fields = {
      kind: 'mayor-order',
      issuer: 'міського голови',
      title: 'Про відповідальних за відкриті дані',
      date: '2026-11-19',
      confirmed: '1',
    };
    const faulty = await post(`${order}/sign`, { ...fields, number: '' });
    expect(faulty.status).toBe(400);
    expect(await faulty.text()).toContain('У рядку немає номера');
    expect((await post(`${order}/sign`, { ...fields, number: '77' })).status).toBe(303);
    const signed = seen(await text(`${order}?done=signed`));
    expect(signed).toContain('чинне з 19 листопада 2026');
    expect(signed).toContain('Дата раніша за день');
    const state = async () => seen(await text(draft)).replaceAll(/\s+/gu, ' ');
    expect(await state()).toContain('підписано № 77 від 19 листопада 2026');
    await post(`${order}/undo`, {});
    expect(seen(await text(order))).toContain('на підписі');
    expect(await state()).not.toContain('підписано №');
    await post(`${order}/sign`, { ...fields, number: '77' });
    const double = await post(HOME, { ...fields, number: '77', status: 'signed' });
    expect(double.status).toBe(409);
    expect(await double.text()).toContain('Такий документ уже є');
  });

  it('a signed file is kept for staff, shown to all where both are public, and what is no document is refused', async () => {
    const give = (name: string, bytes: string, open: boolean) => {
      const body = new FormData();
      body.set('role', 'signed');
      body.set('file', new File([bytes], name));
      if (open) body.set('public', '1');
      return site().request(`${order}/files`, { method: 'POST', body });
    };
    expect((await give('розпорядження.pdf', 'MZ not a pdf', false)).status).toBe(400);
    expect((await give('розпорядження.pdf', '%PDF-1.7 signed', true)).status).toBe(303);
    const file = /href="(\/order-files\/[^"]+)"/.exec(await text(order))?.[1] ?? '';
    const taken = await site(responsible).request(file);
    expect(await taken.text()).toBe('%PDF-1.7 signed');
    expect(taken.headers.get('content-disposition')).toMatch(/^attachment; filename="rozporiadzhennia.pdf"/);
    expect((await site(null).request(file)).status).toBe(404);
    await post(`${order}/publish`, {});
    expect((await site(null).request(file)).status).toBe(200);
    const open = await text('/open-data/norms', null);
    expect(open).toContain('Про відповідальних за відкриті дані');
    expect(open).toContain(file);
    await post(`${file.replace('/order-files', `${order}/files`)}/close`, {});
    expect((await site(null).request(file)).status).toBe(404);
    expect(await text('/open-data/norms', null)).not.toContain(file);
  });

  it('it ends with what is left told', async () => {
    const early = await (await post(`${order}/end`, { endedOn: '2026-12-01' })).text();
    expect(seen(early)).toContain('не пізніший за сьогодні');
    const ended = await (await post(`${order}/end`, { endedOn: '2026-11-20', note: 'нове розпорядження' })).text();
    expect(seen(ended)).toContain(
      'Іван Явір, Відповідальна особа, Зразківська громада: призначення діє до 19 листопада 2026',
    );
    expect(seen(await text(`${HOME}?state=ended`))).toContain('1 документ');
    expect(seen(await text(`${HOME}?state=draft`))).toContain('нічого немає');
  });
});

describe('pages of orders and norms', () => {
  it('a line in the address is read into the form; a wrong citation of a ground is mended by one button', async () => {
    const line = encodeURIComponent('рішення виконкому «26» лютого 2024 року № 87 «Про План дій»');
    const page = await text(`${HOME}/new?line=${line}`);
    expect(page).toMatch(/value="executive-decision" selected/);
    expect(page).toMatch(/value="signed" checked/);
    const impossible = encodeURIComponent('розпорядження міського голови від 31.02.2026 № 7');
    expect(await text(`${HOME}/new?line=${impossible}`)).toContain('У рядку дата 31.02.2026: такого дня немає');
    const grounds = 'постанови Кабінету Міністрів України від 25.10.2015 № 835';
    const made = placeOf(
      await post(HOME, {
        status: 'draft',
        kind: 'mayor-order',
        issuer: 'міського голови',
        title: 'Про аудит',
        grounds,
      }),
    );
    expect(seen(await text(made))).toContain('постанова № 835 має дату 21.10.2015');
    await post(`${made}/mend`, {});
    const mended = seen(await text(made));
    expect(mended).toContain('від 21.10.2015 № 835');
    expect(mended).not.toContain('Перевірте цитати');
  });

  it('a text or a DOCX is compared with the norms', async () => {
    const body = new FormData();
    const paragraph = 'На виконання постанови Кабінету Міністрів України від 25.10.2015 № 835';
    const bytes = await writeTemplate({ parts: [{ kind: 'paragraph', text: paragraph }] });
    body.set('file', new File([bytes], 'лист.docx'));
    const checked = await site().request('/cabinet/city/norms/check', { method: 'POST', body });
    expect(seen(await checked.text())).toContain('постанова № 835 має дату 21.10.2015');
  });

  it('a norm of the community is added, shown to all and removed', async () => {
    const norm = {
      kind: 'council-decision',
      issuer: 'міської ради',
      title: 'Про цифрову громаду',
      date: '2024-05-06',
      number: '31',
      articles: 'п. 3: хто відповідає',
      public: '1',
    };
    expect((await post('/cabinet/city/norms', { ...norm, title: '' })).status).toBe(400);
    await post('/cabinet/city/norms', norm);
    expect(seen(await text('/open-data/norms', null))).toContain('Про цифрову громаду');
    const path = /href="(\/cabinet\/city\/norms\/[0-9a-f-]{36})"/.exec(await text('/cabinet/city/norms'))?.[1] ?? '';
    await post(path, { ...norm, public: '' });
    expect(seen(await text('/open-data/norms', null))).not.toContain('Про цифрову громаду');
    expect((await post(`${path}/remove`, {})).status).toBe(303);
  });

  it('somebody without the right reads and changes nothing; a visitor is asked to sign in', async () => {
    const page = await text(HOME, contributor);
    expect(page).toContain('Про аудит');
    expect(page).not.toContain('name="line"');
    const refused = await site(contributor).request(
      HOME,
      form({ kind: 'mayor-order', issuer: 'міського голови', title: 'Чужий' }),
    );
    expect(refused.status).toBe(403);
    expect((await site(contributor).request(`${HOME}/new`)).status).toBe(403);
    expect((await site(null).request(HOME)).status).toBe(303);
  });
});

describe('an order nobody signed in time', () => {
  it('is a line of the desk of those who keep orders, and of nobody else', async () => {
    const waiting = await text(`${HOME}/waiting`);
    const subject = /value="(appointments:[^"]+)"/.exec(waiting)?.[1] ?? '';
    const order = placeOf(await post(`${HOME}/waiting`, { subject }));
    expect(seen(await text('/cabinet'))).not.toContain('Підписати документ');
    test.clock.set('2026-12-08T10:00:00+02:00');
    expect(seen(await text('/cabinet'))).toContain('Підписати документ');
    expect(seen(await text('/cabinet', contributor))).not.toContain('Підписати документ');
    expect(seen(await text(order))).toContain('Строк підготовки документа минув 4 грудня 2026');
  });
});
