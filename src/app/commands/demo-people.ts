import { actorOfPerson, appoint, listPeople, type Unit } from '../../capabilities/accounts/index.ts';
import {
  addDecision,
  addMember,
  holdSitting,
  type MaterialStep,
  type MaterialWish,
  noteConsultation,
  openGroup,
  planSitting,
  recordTraining,
  saveCourse,
  saveGroup,
  saveMaterial,
  saveSession,
  tickList,
} from '../../capabilities/people/index.ts';
import { addDays, type Day, dayOf } from '../../kernel/dates.ts';
import { actingAs, type Context } from '../../platform/context.ts';

/** Invented people: unit, name, post, days since they answer for data. */
const PERSONS: readonly (readonly [unit: string, name: string, post: string, since: number])[] = [
  ['education', 'Калина Марта Іванівна', 'головний спеціаліст', 400],
  ['housing', 'Явір Олег Петрович', 'начальник відділу', 380],
  ['finance', 'Липа Софія Андріївна', 'головний бухгалтер', 300],
  ['culture', 'Граб Тарас Степанович', 'провідний спеціаліст', 40],
  ['water', 'Сокіл Марія Олегівна', 'інженер', 200],
];

/** Days after today's: training, sessions. */
const SOON = 9;

/**
 * The people who answer for the data of the invented community: appointed (one order is still to come), trained, advised; guidance; the working group.
 * @returns how many responsible persons were appointed
 */
export async function fillPeople(ctx: Context, units: ReadonlyMap<string, Unit>): Promise<number> {
  const today = dayOf(ctx.clock.now());
  for (const [key, name, post, since] of PERSONS) {
    const unitId = units.get(key)?.id;
    if (!unitId) continue;
    const terms = {
      role: 'responsible' as const,
      functions: ['create', 'update', 'publish'] as const,
      datasetIds: null,
      post,
      officeEmail: `${key}@verbivka.example`,
      officePhone: '',
      from: addDays(today, -since),
      to: null,
      substituteId: null,
      order: null,
    };
    const who = { kind: 'new' as const, name, email: `${key}.data@verbivka.example`, password: null };
    await appoint(ctx, { who, unitIds: [unitId], terms }, { origin: ctx.origin ?? 'http://localhost', language: 'uk' });
  }
  const all = await listPeople(ctx);
  const people = new Map(all.map(({ id, name }) => [name, id]));
  const administrator = all.find(({ appointments }) => appointments.some(({ role }) => role === 'administrator'));
  const adviser = administrator ? actingAs(ctx, actorOfPerson(administrator)) : ctx;
  const idOf = (at: number): string => people.get(PERSONS[at]?.[1] ?? '') ?? '';
  await fillTraining(ctx, today, idOf);
  await fillJournal(adviser, today, (at) => ({
    id: idOf(at),
    name: PERSONS[at]?.[1] ?? '',
    unit: units.get(PERSONS[at]?.[0] ?? '')?.id ?? null,
  }));
  await fillMaterials(ctx);
  await fillGroup(ctx, today, idOf);
  return PERSONS.length;
}

async function fillTraining(ctx: Context, today: Day, idOf: (at: number) => string): Promise<void> {
  const course = await saveCourse(ctx, null, {
    title: 'Відкриті дані: основи для громади',
    provider: 'Школа даних (вигадана)',
    address: 'https://example.org/course',
    hours: 8,
    functions: [],
    validMonths: 24,
  });
  await recordTraining(ctx, {
    personId: idOf(1),
    courseId: course.id,
    on: addDays(today, -120),
    result: '92 бали',
    certificate: null,
  });
  const session = { audience: 'усі відповідальні', trainer: 'координатор', place: 'мала зала', at: '14:00', seats: 12 };
  const held = await saveSession(ctx, null, {
    ...session,
    topic: 'Як підготувати таблицю до оприлюднення',
    courseId: course.id,
    on: addDays(today, -6),
  });
  await tickList(ctx, held.id, [idOf(0), idOf(2)]);
  await saveSession(ctx, null, {
    ...session,
    topic: 'Паспорт набору за п’ять хвилин',
    courseId: null,
    on: addDays(today, SOON),
  });
}

type Colleague = { readonly id: string; readonly name: string; readonly unit: string | null };

async function fillJournal(ctx: Context, today: Day, colleague: (at: number) => Colleague): Promise<void> {
  const lines = [
    [0, 'Як закрити стовпець із прізвищами', 'phone', 10, 1],
    [2, 'Чому сума в таблиці стала текстом', 'messenger', 5, 1],
    [4, 'Оновлення набору за розкладом', 'meeting', 30, 4],
  ] as const;
  for (const [at, topic, channel, minutes, count] of lines) {
    const { id, name, unit } = colleague(at);
    const on = addDays(today, -at);
    await noteConsultation(ctx, {
      on,
      with: name,
      personId: id,
      unitId: unit,
      topic,
      channel,
      minutes,
      people: count,
      source: null,
    });
  }
}

async function fillMaterials(ctx: Context): Promise<void> {
  const material = (title: string, steps: readonly MaterialStep[], change: Partial<MaterialWish>): MaterialWish => ({
    title,
    source: 'Вигаданий посібник',
    edition: '2026',
    kind: 'method',
    steps,
    address: '',
    body: '',
    adaptsId: null,
    language: 'uk',
    shown: true,
    ...change,
  });
  const original = await saveMaterial(
    ctx,
    null,
    material('Рекомендації щодо паспорта набору', ['passport'], {
      address: 'https://example.org/passport',
      body: 'Назва описує **що** в наборі, а не звідки він узявся.\n\n- без скорочень\n- без року, якщо набір оновлюється',
    }),
  );
  await saveMaterial(
    ctx,
    null,
    material('Паспорт набору: як це робимо ми', ['passport'], {
      source: 'Вербівська громада',
      body: 'Відповідальна особа в паспорті — та, що визначена розпорядженням. Пошта лише службова.',
      adaptsId: original.id,
    }),
  );
  const words = 'Один рядок заголовків, один рядок на запис, без об’єднаних комірок і підсумків унизу.';
  await saveMaterial(ctx, null, material('Як підготувати файл', ['file', 'look'], { kind: 'rules', body: words }));
}

async function fillGroup(ctx: Context, today: Day, idOf: (at: number) => string): Promise<void> {
  await saveGroup(ctx, { name: 'Робоча група з питань відкритих даних', order: '' });
  await addMember(ctx, { personId: idOf(1), name: '', post: 'начальник відділу', part: 'head' });
  await addMember(ctx, { personId: idOf(0), name: '', post: 'головний спеціаліст', part: 'secretary' });
  await addMember(ctx, { personId: null, name: 'Ясен Степан', post: 'громадська організація «Поле»', part: 'member' });
  const place = 'мала зала';
  const first = { on: addDays(today, -20), at: '10:00', place, agenda: 'Яких наборів бракує\nГрафік навчання' };
  const { id } = await planSitting(ctx, null, first);
  const { members } = await openGroup(ctx);
  await holdSitting(ctx, id, {
    minutes: 'Переглянули перелік обов’язкових наборів. Найбільше питають про **укриття** та **маршрути**.',
    present: members.map((one) => one.id),
  });
  const decision = { responsibleName: '', dueOn: addDays(today, SOON) };
  await addDecision(ctx, id, { ...decision, text: 'Звірити контакти відповідальних осіб', responsibleId: idOf(0) });
  await addDecision(ctx, id, {
    ...decision,
    text: 'Оприлюднити перелік захисних споруд',
    responsibleId: null,
    dueOn: null,
  });
  await planSitting(ctx, null, { on: addDays(today, SOON + 5), at: '10:00', place, agenda: 'Про виконання рішень' });
}
