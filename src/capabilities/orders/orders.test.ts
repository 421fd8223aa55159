import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { ORDER_EFFECTS } from '../../app/order-effects.ts';
import { createPerson, listStaff, type Person, type Role, setUp, viewHistory } from '../accounts/index.ts';
import * as orders from './index.ts';

let test: TestContext;
let unitId: string;

const wish = (line: Partial<orders.OrderWish> = {}): orders.OrderWish => ({
  kind: 'mayor-order',
  issuer: 'міського голови',
  title: 'Про визначення відповідальних осіб',
  date: null,
  number: '',
  signatory: { name: '', post: '' },
  controller: { name: '', post: '' },
  executor: { name: '', phone: '' },
  agreedBy: [],
  grounds: [],
  clauses: [],
  from: null,
  to: null,
  public: false,
  links: [],
  ...line,
});

let people = 0;
function personOf(name: string, role: Role): Promise<Person> {
  people += 1;
  const email = `person${people}@misto.gov.ua`;
  return createPerson(test.ctx, { name, email, password: 'довгий пароль для перевірки', role, unitId });
}

const appointmentOf = async (person: Person) => {
  const staff = await listStaff(test.ctx);
  const found = staff.people.find((one) => one.person.id === person.id)?.appointments[0];
  if (!found) throw new Error(`${person.name} has no appointment`);
  return found;
};

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  const { root } = await setUp(test.ctx, {
    community: {
      name: 'Вербівська громада',
      edrpou: '00032129',
      katottg: 'UA46060370010083384',
      colour: '#17467d',
      email: 'a@b.ua',
      site: '',
    },
    administrator: { name: 'Олена Коваль', email: 'olena@misto.gov.ua', password: 'довгий пароль для перевірки' },
  });
  unitId = root.id;
});
afterAll(() => test.close());

describe('an order', () => {
  it('makes prepared appointments lawful by one line, all at once, and its undoing gives them back', async () => {
    const people = [await personOf('Ганна', 'responsible'), await personOf('Іван', 'responsible')];
    const waiting = await ORDER_EFFECTS[0]?.waiting?.(test.ctx);
    expect(waiting?.map(({ title }) => title)).toContain('Ганна, Відповідальна особа, Вербівська громада');
    const draft = await orders.createOrder(test.ctx, wish());
    const subjectIds = await Promise.all(people.map(async (person) => (await appointmentOf(person)).id));
    await orders.prepareEffect(test.ctx, draft.id, { kind: 'appointments', subjectIds, terms: {} });
    const line =
      'розпорядження міського голови від 19.11.2026 № 728 «Про визначення осіб, відповідальних за відкриті дані»';
    const signed = await orders.signOrder(test.ctx, draft.id, line, ORDER_EFFECTS);
    expect(signed).toMatchObject({
      state: 'signed',
      number: '728',
      date: '2026-11-19',
      title: 'Про визначення осіб, відповідальних за відкриті дані',
    });
    for (const person of people) {
      expect(await appointmentOf(person)).toMatchObject({
        order: { number: '728', date: '2026-11-19', issuer: 'розпорядження міського голови' },
        orderState: { kind: 'final' },
      });
    }
    expect((await orders.ordersOfSubjects(test.ctx, 'appointments', subjectIds)).size).toBe(2);
    await orders.undoSigning(test.ctx, draft.id, ORDER_EFFECTS);
    for (const person of people) expect((await appointmentOf(person)).order).toBeNull();
    expect((await orders.openOrder(test.ctx, draft.id)).order).toMatchObject({ state: 'signing', signedAt: null });
    await orders.signOrder(test.ctx, draft.id, line, ORDER_EFFECTS);
    const told = await viewHistory(test.ctx, { subjectId: draft.id }, { size: 20 });
    expect(told.items.map(({ deed }) => deed).toSorted()).toEqual([
      'order.created',
      'order.effect-prepared',
      'order.signed',
      'order.signed',
      'order.signing-undone',
    ]);
  });

  it('an effect that fails stops the whole signing', async () => {
    const person = await personOf('Петро', 'responsible');
    const draft = await orders.createOrder(test.ctx, wish());
    const subjectIds = [(await appointmentOf(person)).id];
    await orders.prepareEffect(test.ctx, draft.id, { kind: 'appointments', subjectIds, terms: {} });
    await orders.prepareEffect(test.ctx, draft.id, { kind: 'nobody-knows', subjectIds: ['1'], terms: {} });
    await expect(
      orders.signOrder(test.ctx, draft.id, 'розпорядження міського голови від 19.11.2026 № 5', ORDER_EFFECTS),
    ).rejects.toMatchObject({ code: 'unknown-effect' });
    expect((await appointmentOf(person)).order).toBeNull();
    expect((await orders.openOrder(test.ctx, draft.id)).order.state).toBe('draft');
    await orders.removeOrder(test.ctx, draft.id);
  });

  it('stands once by issuer, kind, number and date; the same number of another year, and of another unit, is another document', async () => {
    const line = { number: '12', date: '2025-03-04' };
    await orders.enterSignedOrder(test.ctx, wish(line));
    await expect(
      orders.enterSignedOrder(test.ctx, wish({ ...line, issuer: 'Вербівського міського голови' })),
    ).rejects.toMatchObject({
      code: 'order-is-there',
      fields: [{ field: 'number' }],
    });
    await orders.enterSignedOrder(test.ctx, wish({ ...line, date: '2026-03-04' }));
    await orders.enterSignedOrder(test.ctx, wish({ ...line, kind: 'unit-order', issuer: 'відділу освіти' }));
    await orders.enterSignedOrder(test.ctx, wish({ ...line, kind: 'unit-order', issuer: 'відділу культури' }));
    const { total } = await orders.listOrders(test.ctx, { words: '12', year: 2025 }, { page: 1, size: 10 });
    expect(total).toBe(3);
  });

  it('without a number only where that is said; without a date or with one to come never', async () => {
    const draft = await orders.createOrder(
      test.ctx,
      wish({ kind: 'minutes', issuer: 'робочої групи', title: 'Про засідання' }),
    );
    const sign = (signed: string | orders.SignedFacts) => orders.signOrder(test.ctx, draft.id, signed, ORDER_EFFECTS);
    await expect(sign('протокол робочої групи від 10.11.2026')).rejects.toMatchObject({
      fields: [{ field: 'number' }],
    });
    await expect(sign('протокол робочої групи № 3')).rejects.toMatchObject({ fields: [{ field: 'date' }] });
    await expect(sign('протокол робочої групи від 10.12.2026 № 3')).rejects.toMatchObject({
      fields: [{ field: 'date' }],
    });
    const signed = await sign({
      kind: 'minutes',
      issuer: 'робочої групи',
      title: 'Про засідання',
      date: '2026-11-10',
      number: '',
      withoutNumber: true,
    });
    expect(signed.state).toBe('signed');
  });

  it('that loses its force ends its effects on that day and says what is left without a ground', async () => {
    const person = await personOf('Софія', 'responsible');
    const coordinator = await personOf('Марко', 'coordinator');
    const subjectIds = [(await appointmentOf(person)).id, (await appointmentOf(coordinator)).id];
    const draft = await orders.createOrder(test.ctx, wish({ title: 'Про відповідальних' }));
    await orders.prepareEffect(test.ctx, draft.id, { kind: 'appointments', subjectIds, terms: {} });
    await orders.signOrder(test.ctx, draft.id, 'розпорядження міського голови від 02.11.2026 № 90', ORDER_EFFECTS);
    const { order, left } = await orders.endOrder(
      test.ctx,
      draft.id,
      { day: '2026-11-20', note: 'скасовано' },
      ORDER_EFFECTS,
    );
    expect(order).toMatchObject({ state: 'ended', endedOn: '2026-11-20' });
    expect(left.toSorted()).toEqual([
      'Марко, Координатор, Вербівська громада: працює далі, але без наказу',
      'Софія, Відповідальна особа, Вербівська громада: призначення діє до 19 листопада 2026',
    ]);
    await expect(appointmentOf(person)).rejects.toThrow('has no appointment');
    expect(await appointmentOf(coordinator)).toMatchObject({ to: null, order: null });
    await expect(orders.undoSigning(test.ctx, draft.id, ORDER_EFFECTS)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('that takes the place of another ends it; what the new one carries goes on', async () => {
    const person = await personOf('Дарина', 'responsible');
    const subjectIds = [(await appointmentOf(person)).id];
    const signed = async (number: string, ties: orders.OrderTie[]) => {
      const draft = await orders.createOrder(test.ctx, wish({ title: `Про відповідальних, ${number}` }));
      await orders.prepareEffect(test.ctx, draft.id, { kind: 'appointments', subjectIds, terms: {} });
      await orders.tieOrder(test.ctx, draft.id, ties);
      return await orders.signOrder(
        test.ctx,
        draft.id,
        `розпорядження міського голови від 18.11.2026 № ${number}`,
        ORDER_EFFECTS,
      );
    };
    const first = await signed('101', []);
    const second = await signed('102', [{ kind: 'supersedes', orderId: first.id }]);
    expect((await orders.openOrder(test.ctx, first.id)).order.state).toBe('ended');
    expect(await appointmentOf(person)).toMatchObject({ to: null, order: { number: '102' } });
    const third = await signed('103', [{ kind: 'amends', orderId: second.id }]);
    expect(await orders.openOrder(test.ctx, second.id)).toMatchObject({
      order: { state: 'amended' },
      tiedBy: [{ order: { id: third.id } }],
    });
    await orders.undoSigning(test.ctx, third.id, ORDER_EFFECTS);
    expect((await orders.openOrder(test.ctx, second.id)).order.state).toBe('signed');
    expect(await appointmentOf(person)).toMatchObject({ order: { number: '102' } });
  });

  it('takes no force from a draft, leaves an ended one its day, and stays amended while any order amends it', async () => {
    const enter = (number: string) => orders.enterSignedOrder(test.ctx, wish({ number, date: '2026-11-10' }));
    const signTied = async (number: string, ties: orders.OrderTie[]) => {
      const draft = await orders.createOrder(test.ctx, wish({ title: `Про зміни, ${number}` }));
      await orders.tieOrder(test.ctx, draft.id, ties);
      const line = `розпорядження міського голови від 18.11.2026 № ${number}`;
      return await orders.signOrder(test.ctx, draft.id, line, ORDER_EFFECTS);
    };
    const stateOf = async (id: string) => (await orders.openOrder(test.ctx, id)).order;
    const draft = await orders.createOrder(test.ctx, wish({ title: 'Про непідписане' }));
    await signTied('301', [{ kind: 'supersedes', orderId: draft.id }]);
    expect(await stateOf(draft.id)).toMatchObject({ state: 'draft', endedOn: null });
    const ended = await enter('302');
    await orders.endOrder(test.ctx, ended.id, { day: '2026-11-12', note: '' }, ORDER_EFFECTS);
    await signTied('303', [{ kind: 'supersedes', orderId: ended.id }]);
    expect(await stateOf(ended.id)).toMatchObject({ state: 'ended', endedOn: '2026-11-12' });
    const amended = await enter('304');
    const ties: orders.OrderTie[] = [{ kind: 'amends', orderId: amended.id }];
    const changes = [await signTied('305', ties), await signTied('306', ties)];
    await orders.undoSigning(test.ctx, changes[0]?.id ?? '', ORDER_EFFECTS);
    expect((await stateOf(amended.id)).state).toBe('amended');
    await orders.undoSigning(test.ctx, changes[1]?.id ?? '', ORDER_EFFECTS);
    expect((await stateOf(amended.id)).state).toBe('signed');
  });

  it('shows its public files to everybody only while it is signed', async () => {
    const order = await orders.enterSignedOrder(test.ctx, wish({ number: '401', date: '2026-11-10', public: true }));
    const bytes = new TextEncoder().encode('%PDF-1.7 вигаданий');
    const given = { role: 'signed', name: 'розпорядження.pdf', bytes, public: true } as const;
    const { id } = await orders.addOrderFile(test.ctx, order.id, given);
    const visitor = test.as({ kind: 'visitor' });
    expect((await orders.openOrderFile(visitor, id)).file.name).toBe('розпорядження.pdf');
    await orders.undoSigning(test.ctx, order.id, ORDER_EFFECTS);
    await expect(orders.openOrderFile(visitor, id)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await orders.publicOrders(visitor)).map(({ order: one }) => one.id)).not.toContain(order.id);
  });

  it('refuses a day there is none of', async () => {
    await expect(orders.createOrder(test.ctx, wish({ from: '2026-02-31' }))).rejects.toMatchObject({
      fields: [{ field: 'from' }],
    });
    const order = await orders.enterSignedOrder(test.ctx, wish({ number: '402', date: '2026-01-10' }));
    for (const day of ['2026-02-30', '2026-11-21', '2026-01-09'])
      await expect(orders.endOrder(test.ctx, order.id, { day, note: '' }, ORDER_EFFECTS)).rejects.toMatchObject({
        fields: [{ field: 'endedOn' }],
      });
  });

  it('is overdue when its effects have waited longer than the grace, and that blocks nothing', async () => {
    const person = await personOf('Яна', 'responsible');
    const draft = await orders.createOrder(test.ctx, wish({ title: 'Про новеньку' }));
    await orders.prepareEffect(test.ctx, draft.id, {
      kind: 'appointments',
      subjectIds: [(await appointmentOf(person)).id],
      terms: {},
    });
    expect((await orders.openOrder(test.ctx, draft.id)).due).toBe('2026-12-04');
    test.clock.set('2026-12-04T18:00:00+02:00');
    expect(await orders.overdueOrders(test.ctx)).toEqual([]);
    test.clock.set('2026-12-05T10:00:00+02:00');
    const late = (await orders.overdueOrders(test.ctx)).filter(({ id }) => id === draft.id);
    expect(late).toMatchObject([{ title: 'Про новеньку', due: '2026-12-04' }]);
    await orders.signOrder(test.ctx, draft.id, 'розпорядження міського голови від 04.12.2026 № 200', ORDER_EFFECTS);
    expect((await orders.overdueOrders(test.ctx)).map(({ id }) => id)).not.toContain(draft.id);
  });

  it('is for those who keep the papers of the community; a reader of the city reads', async () => {
    const responsible = await personOf('Роман', 'responsible');
    const ctx = test.as({ kind: 'person', id: responsible.id, name: responsible.name, email: responsible.email });
    await expect(orders.createOrder(ctx, wish())).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await orders.listOrders(ctx, {}, { page: 1, size: 3 })).orders).toHaveLength(3);
    await expect(orders.listOrders(test.as({ kind: 'visitor' }), {}, { page: 1, size: 3 })).rejects.toMatchObject({
      kind: 'signed-out',
    });
  });
});

describe('citations are compared with the norms', () => {
  it('a wrong date of a known resolution is told and mended; a document nobody knows is not judged', async () => {
    const text =
      'постанови Кабінету Міністрів України від 25.10.2015 № 835 «Про затвердження Положення про набори даних, які підлягають оприлюдненню у формі відкритих даних» зі змінами';
    const findings = await orders.checkCitations(test.ctx, text);
    expect(findings).toMatchObject([
      {
        code: 'wrong-date',
        text: { uk: 'постанова № 835 має дату 21.10.2015' },
        written: '25.10.2015',
        proposed: '21.10.2015',
      },
    ]);
    const mended = orders.mendCitations(text, findings);
    expect(mended).toContain('від 21.10.2015 № 835');
    expect(await orders.checkCitations(test.ctx, mended)).toEqual([]);
    expect(await orders.checkCitations(test.ctx, '25.10.2015 № 835')).toHaveLength(1);
    // numbers of resolutions begin anew each year
    expect(
      await orders.checkCitations(test.ctx, 'постанова Кабінету Міністрів України від 14.08.2019 № 835 «Про інше»'),
    ).toEqual([]);
    expect(await orders.checkCitations(test.ctx, 'розпорядження міського голови від 25.10.2015 № 835')).toEqual([]);
  });

  it('a wrong number, a wrong date of a law, a law that lost its force', async () => {
    const number = await orders.checkCitations(
      test.ctx,
      'постанова КМУ від 30.11.2016 № 876 «Деякі питання оприлюднення публічної інформації у формі відкритих даних»',
    );
    expect(number).toMatchObject([{ code: 'wrong-number', written: '876', proposed: '867' }]);
    const law = await orders.checkCitations(
      test.ctx,
      'Закону України «Про доступ до публічної інформації» від 12.01.2011 № 2939-VI',
    );
    expect(law).toMatchObject([{ code: 'wrong-date', proposed: '13.01.2011' }]);
    const old = 'за Законом України "Про засади запобігання і протидії корупції", не належать';
    const replaced = await orders.checkCitations(test.ctx, old);
    expect(replaced).toMatchObject([{ code: 'replaced' }]);
    expect(orders.mendCitations(old, replaced)).toBe('за Законом України "Про запобігання корупції", не належать');
    expect(
      await orders.checkCitations(test.ctx, 'ст. 34, 40 Конституції України, ст. 40 «Про місцеве самоврядування»'),
    ).toEqual([]);
  });

  it('orders and norms of the community are known too', async () => {
    expect(await orders.checkCitations(test.ctx, 'розпорядженням міського голови від 09.11.2026 № 728')).toMatchObject([
      { code: 'wrong-date', proposed: '19.11.2026' },
    ]);
    const norm = {
      kind: 'council-decision',
      issuer: 'міської ради',
      title: 'Про цифрову громаду',
      date: '2024-05-06',
      number: '31',
      address: '',
      edition: '',
      articles: [],
      public: true,
      replacedBy: null,
    } as const;
    const added = await orders.addNorm(test.ctx, norm);
    expect((await orders.listNorms(test.ctx)).at(-1)).toMatchObject({ title: 'Про цифрову громаду', local: true });
    expect(await orders.checkCitations(test.ctx, 'рішення міської ради від 07.05.2024 № 31')).toHaveLength(1);
    await orders.changeNorm(test.ctx, added.code, { ...norm, date: '2024-05-07' });
    expect(await orders.checkCitations(test.ctx, 'рішення міської ради від 07.05.2024 № 31')).toEqual([]);
    await orders.removeNorm(test.ctx, added.code);
    await expect(orders.removeNorm(test.ctx, 'resolution-835')).rejects.toMatchObject({ code: 'no-such-norm' });
  });
});
