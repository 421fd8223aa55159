import {
  type Appointment,
  appointmentsWithOrders,
  endGrounds,
  type GroundsBefore,
  groundAppointments,
  type ListedAppointment,
  listUnits,
  orderInWords,
  restoreGrounds,
} from '../../capabilities/accounts/index.ts';
import { listDatasets } from '../../capabilities/catalog/index.ts';
import { inCases } from '../../capabilities/documents/index.ts';
import { findOrder, type OrderEffectKind, type OrderRef, ordersOfSubjects } from '../../capabilities/orders/index.ts';
import { addDays, type Day } from '../../kernel/dates.ts';
import { dayInWords } from '../../language/dates.ts';
import { plural, pluralEnglish } from '../../language/plural.ts';
import { appointmentsTexts } from '../../locales/appointments.ts';
import type { Context } from '../../platform/context.ts';

const KIND_IN_LINE = 'appointments';

type Named = Pick<Appointment, 'role' | 'unitId'> & { readonly personName: string };

/** Appointments: who answers for what. The person works at once; the order makes it lawful. */
export const appointmentEffect: OrderEffectKind = {
  kind: KIND_IN_LINE,
  title: { uk: 'Призначення людей', en: 'Appointments of people' },
  async describe(ctx, { subjectIds }) {
    const [appointments, units] = await Promise.all([appointmentsWithOrders(ctx, subjectIds), unitNames(ctx)]);
    const titles = await titlesOf(ctx, appointments);
    const n = appointments.length;
    return {
      title: {
        uk: `Призначити: ${n} ${plural(n, 'людину', 'людини', 'людей')}`,
        en: `Appoint: ${n} ${pluralEnglish(n, 'person', 'people')}`,
      },
      clause: await clauseOf(ctx, appointments),
      annex: {
        title: 'Перелік осіб, відповідальних за роботу з відкритими даними',
        heading: ['Підрозділ', 'Посада', 'Прізвище та ім’я', 'Функція', 'Набори даних', 'Службовий телефон', 'E-mail'],
        rows: appointments.map((one) => [
          units.get(one.unitId ?? '') ?? '',
          one.post,
          one.personName || 'вакансія',
          roleInWords(one),
          datasetsInWords(one.datasetIds, titles),
          one.officePhone,
          one.officeEmail,
        ]),
      },
    };
  },
  makeLawful: (ctx, { subjectIds }, order) => groundAppointments(ctx, subjectIds, inAppointment(order)),
  async takeBack(ctx, effect) {
    const order = await findOrder(ctx, effect.orderId);
    if (order && isGroundsBefore(effect.kept)) await restoreGrounds(ctx, effect.kept, inAppointment(order));
  },
  async endForce(ctx, { subjectIds }, day) {
    const [left, units] = [await endGrounds(ctx, subjectIds, day), await unitNames(ctx)];
    return left.map(({ appointment, ended }) => endedInWords(inWords(appointment, units), ended, day));
  },
  async waiting(ctx) {
    const [all, units, known] = [
      await appointmentsWithOrders(ctx),
      await unitNames(ctx),
      await ordersOfSubjects(ctx, KIND_IN_LINE),
    ];
    return all
      .filter(({ id }) => !known.has(id))
      .map((one) => ({
        subjectId: one.id,
        title: inWords(one, units),
        due: one.orderState.kind === 'final' ? null : one.orderState.due,
        named: one.order ? orderInWords(one.order) : '',
      }));
  },
};

/** One person is named in the clause itself, in the accusative; several stand in the annex. */
async function clauseOf(ctx: Context, appointments: readonly ListedAppointment[]): Promise<string> {
  const persons = new Map(appointments.map((one) => [one.personId, one]));
  const [only] = persons.values();
  if (persons.size !== 1 || !only || only.personId === null) {
    return 'Визначити осіб, відповідальних за роботу з відкритими даними, згідно з додатком.';
  }
  const name = (await inCases(ctx, 'name', only.personName)).accusative;
  const post = only.post === '' ? '' : `, ${(await inCases(ctx, 'post', only.post)).accusative},`;
  return `Визначити ${name}${post} відповідальною особою за роботу з відкритими даними згідно з додатком.`;
}

/** Titles of the datasets appointments name one by one. */
async function titlesOf(
  ctx: Context,
  appointments: readonly Pick<Appointment, 'datasetIds'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(appointments.flatMap(({ datasetIds }) => datasetIds ?? []))];
  if (ids.length === 0) return new Map();
  const { items } = await listDatasets(ctx, { unitIds: null, ids }, { page: 1, size: ids.length });
  return new Map(items.map(({ id, passport }) => [id, passport.title]));
}

function datasetsInWords(ids: readonly string[] | null, titles: ReadonlyMap<string, string>): string {
  if (ids === null) return 'усі набори підрозділу';
  return ids
    .map((id) => titles.get(id) ?? '')
    .filter(Boolean)
    .join('; ');
}

/** Appointments cite their order in one line: number, date, and whose it is. */
function inAppointment({ kind, issuer, number, date }: OrderRef) {
  const words = KIND_WORDS[kind] ?? 'документ';
  return { number: number === '' ? 'б/н' : number, date: date ?? '', issuer: `${words} ${issuer}`.trim() };
}

const KIND_WORDS: Readonly<Partial<Record<OrderRef['kind'], string>>> = {
  'mayor-order': 'розпорядження',
  'executive-decision': 'рішення',
  'council-decision': 'рішення',
  'unit-order': 'наказ',
};

async function unitNames(ctx: Context): Promise<ReadonlyMap<string, string>> {
  return new Map((await listUnits(ctx)).map(({ id, name }) => [id, name]));
}

function inWords(one: Named, units: ReadonlyMap<string, string>): string {
  return [one.personName || 'вакансія', appointmentsTexts.uk.roles[one.role], units.get(one.unitId ?? '') ?? '']
    .filter(Boolean)
    .join(', ');
}

function roleInWords({ role, functions }: Pick<Appointment, 'role' | 'functions'>): string {
  const texts = appointmentsTexts.uk;
  return functions.length === 0 ? texts.roles[role] : functions.map((one) => texts.functions[one]).join(', ');
}

function endedInWords(who: string, ended: boolean, day: Day): string {
  return ended
    ? `${who}: призначення діє до ${dayInWords(addDays(day, -1), 'uk')}`
    : `${who}: працює далі, але без наказу`;
}

function isGroundsBefore(kept: unknown): kept is GroundsBefore {
  return (
    Array.isArray(kept) && kept.every((one) => typeof one === 'object' && one !== null && 'id' in one && 'order' in one)
  );
}
