import { describe, expect, test } from 'vitest';
import { personalDataIn } from '../../language/personal-data.ts';
import { type AppointmentFunction, functionsOf, type Person, type Role, type Unit } from '../accounts/index.ts';
import { settingsFaults } from './community-settings.ts';
import { INFORMATION_REQUEST } from './information-request.ts';
import type { Message, MessageKind, NewMessage } from './message.ts';
import { dueDay, movedTo, newMessageFaults, tidyText } from './message-rules.ts';
import { staffOf } from './notice-rules.ts';

const QUESTION: NewMessage = {
  kind: 'question',
  dataset: null,
  text: 'Чому в рядку 12 немає адреси зупинки?',
  consent: true,
  language: 'uk',
  origin: 'https://data.example.ua',
};
const faultyFields = (change: Partial<NewMessage>) =>
  newMessageFaults({ ...QUESTION, ...change }).map(({ field }) => field);

describe('what a person sends', () => {
  test.each<[Partial<NewMessage>, string[]]>([
    [{}, []],
    [{ text: '' }, ['text']],
    [{ text: 'Чому?' }, ['text']],
    [{ text: 'я'.repeat(4001) }, ['text']],
    [{ text: 'Дивіться https://a.ua і https://b.ua, будь ласка' }, []],
    [{ text: 'https://a.ua http://b.ua www.c.ua купуйте' }, ['text']],
    [{ email: 'olena' }, ['email']],
    [{ email: 'olena@example.ua' }, []],
    [{ name: 'я'.repeat(101), row: '1'.repeat(101), column: '1'.repeat(101) }, ['row', 'column', 'name']],
    [{ kind: 'proposal', subject: '', text: '' }, ['subject']],
    [{ kind: 'proposal', subject: 'Графік ремонту ліфтів', text: '' }, []],
    [{ kind: 'proposal', subject: 'л'.repeat(251), text: '' }, ['subject']],
  ])('%o', (change, fields) => {
    expect(faultyFields(change)).toEqual(fields);
  });

  test('is kept in lines, without control characters', () => {
    expect(tidyText('  рядок\r\nдругий\u0000\u202e ')).toBe('рядок\nдругий');
  });
});

describe('terms', () => {
  const settings = {
    channel: { address: '', email: '', phone: '', form: '' },
    answerDays: 5,
    proposalDays: 10,
    keepDays: 30,
  };
  test('count working days from the day after, by Kyiv', () => {
    // late on Friday in Kyiv it is still Friday in Greenwich
    expect(dueDay('question', new Date('2026-11-20T21:30:00Z'), settings)).toBe('2026-11-27');
    expect(dueDay('question', new Date('2026-11-20T22:30:00Z'), settings)).toBe('2026-11-27');
    expect(dueDay('proposal', new Date('2026-11-20T10:00:00Z'), settings)).toBe('2026-12-04');
  });
  test('end with what settles a message and begin again with what opens it', () => {
    const now = new Date('2026-11-20T10:00:00Z');
    const message = { state: 'waiting', dueOn: '2026-11-27', settledAt: null } as Message;
    const answered = movedTo(message, 'answered', now);
    expect(answered).toMatchObject({ state: 'answered', dueOn: null, settledAt: now });
    expect(movedTo(answered, 'waiting', now)).toMatchObject({ state: 'waiting', settledAt: null });
    expect(movedTo(answered, 'closed', new Date('2026-12-20T10:00:00Z')).settledAt).toEqual(now);
    expect(movedTo(message, 'planned', now)).toMatchObject({ dueOn: null, settledAt: null });
  });
  test('of the Law are told with their norms, and are not ours', () => {
    expect(INFORMATION_REQUEST.terms.map(({ norm }) => norm.uk)).toEqual(['ст. 20 ч. 1', 'ст. 20 ч. 2', 'ст. 20 ч. 4']);
    const text = INFORMATION_REQUEST.terms.map((term) => term.text.uk).join(' ');
    for (const words of ['5 робочих днів', '48 годин', '20 робочих днів']) expect(text).toContain(words);
  });
});

test.each([
  ['Телефонуйте 067 123-45-67 або +38 (050) 111 22 33', ['phone', 'phone']],
  ['пошта olena.k@rada.example.ua.', ['email']],
  ['РНОКПП 1234567899 і 1234567890', ['tax-number']],
  ['UA21 322313 0000026007233566001', ['bank-account']],
  ['картка 4111 1111 1111 1111, не 4111 1111 1111 1112', ['bank-card']],
  ['паспорт КН 123456', ['passport']],
  ['договір № 1234567890123, сума 4500000, ЄДРПОУ 04054228, 01.02.2025, 12:30', []],
])('personal data: %s', (text, kinds) => {
  expect(personalDataIn(text).map(({ kind }) => kind)).toEqual(kinds);
});

test('settings: whole days in their limits, an address that is one', () => {
  const channel = { address: '', email: 'x', phone: '', form: 'rada.ua/form' };
  const faults = settingsFaults({ channel, answerDays: 0, proposalDays: 2.5, keepDays: 731 });
  expect(faults.map(({ field }) => field)).toEqual(['email', 'form', 'answerDays', 'proposalDays', 'keepDays']);
});

describe('who is told', () => {
  const person = (
    id: string,
    role: Role,
    unitId: string | null,
    { active = true, datasetIds = null }: { active?: boolean; datasetIds?: string[] | null } = {},
  ): Person => ({
    id,
    name: id,
    email: `${id}@x.ua`,
    active,
    appointments: [{ appointmentId: id, role, unitId, functions: functionsOf(role), datasetIds, standsInFor: null }],
  });
  const units = [
    { id: 'council', parentId: null },
    { id: 'board', parentId: 'council' },
    { id: 'edu', parentId: 'board' },
  ] as Unit[];
  const people = [
    person('chief', 'administrator', null),
    person('board', 'responsible', 'board'),
    person('gone', 'responsible', 'edu', { active: false }),
    person('helper', 'contributor', 'edu'),
  ];
  test.each<[string | null, Person[], string[]]>([
    ['edu', [...people, person('edu', 'responsible', 'edu')], ['edu']],
    ['edu', [...people, person('buses', 'responsible', 'edu', { datasetIds: ['buses'] })], ['buses']],
    ['edu', [...people, person('trams', 'responsible', 'edu', { datasetIds: ['trams'] })], ['board']],
    ['edu', people, ['board']],
    ['council', people, ['chief']],
    [null, people, ['chief']],
  ])('of a message of %s', (unitId, all, ids) => {
    const dataset = { id: 'buses', slug: 'buses', title: 'Автобуси' };
    expect(staffOf(all, units, { kind: 'question', unitId, dataset }).map(({ id }) => id)).toEqual(ids);
  });

  const only = (id: string, role: Role, functions: AppointmentFunction[]): Person => {
    const one = person(id, role, 'edu');
    return { ...one, appointments: one.appointments.map((held) => ({ ...held, functions })) };
  };
  const office = [
    person('chief', 'administrator', null),
    person('data', 'coordinator', 'council'),
    only('mender', 'responsible', ['update']),
    only('publisher', 'responsible', ['publish']),
    only('access', 'responsible', ['access']),
  ];
  test.each<[MessageKind, Person[], string[]]>([
    ['error', office, ['mender', 'publisher', 'access']],
    ['error', [...office, only('both', 'responsible', ['update', 'publish'])], ['mender', 'both']],
    ['question', office, ['access']],
    ['question', office.filter(({ id }) => id !== 'access'), ['publisher']],
    ['proposal', office, ['data']],
    ['proposal', office.filter(({ id }) => id !== 'data'), ['chief']],
    ['question', office.slice(0, 3), ['data']],
  ])('a message of kind %s goes by the functions of appointments', (kind, all, ids) => {
    const told = staffOf(all, units, { kind, unitId: 'edu', dataset: null }).map(({ id }) => id);
    expect(told.toSorted()).toEqual(ids.toSorted());
  });
});
