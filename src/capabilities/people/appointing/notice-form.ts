import type { Context } from '../../../platform/context.ts';
import { rowsField, textField } from '../../../platform/documents/index.ts';
import { communityProfile, functionsOf, type ListedAppointment, listUnits, permit } from '../../accounts/index.ts';
import { type DocumentForm, fillForm, inCases } from '../../documents/index.ts';
import { noSuchThing } from '../refusals.ts';
import { FUNCTION_WORDS, JOB_CLAUSES, LIABILITY, orderWords } from './appointment-words.ts';
import { appointedPersons } from './prepare-order.ts';

/** The notice of appointment (повідомлення про визначення відповідальною особою), to be signed on paper by those who have no mail. */
export const appointmentNoticeForm: DocumentForm = {
  code: 'people.appointment-notice',
  title: { uk: 'Повідомлення про визначення відповідальною особою', en: 'Notice of appointment' },
  about: {
    uk: 'Отримує відповідальна особа під підпис: що робить, на якій підставі, яка відповідальність.',
    en: 'Given to a responsible person to sign: what they do, on what ground, and their liability.',
  },
  audience: 'internal',
  fields: [
    textField('community', 'громада', 'Вигадана громада'),
    textField('to', 'кому', 'Мальві Ганні, головній спеціалістці'),
    textField('unit', 'підрозділ', 'Управління освіти'),
    textField('functions', 'обов’язки', 'оновлення наборів даних, оприлюднення наборів даних'),
    textField('datasets', 'набори', 'усі набори даних підрозділу'),
    textField('order', 'підстава', 'розпорядження міського голови від 6 листопада 2026 № 728'),
    rowsField('liability', 'відповідальність', [textField('line', 'абзац', LIABILITY[0] ?? '')]),
    textField('name', 'ім’я', 'Ганна МАЛЬВА'),
  ],
  sketch: {
    parts: [
      { kind: 'issuer', lines: ['{громада}'] },
      { kind: 'addressee', lines: ['{кому}'] },
      { kind: 'title', text: 'Повідомлення про визначення відповідальною особою' },
      { kind: 'paragraph', text: 'Вас визначено відповідальною особою за роботу з відкритими даними: {підрозділ}.' },
      { kind: 'paragraph', text: 'Обов’язки: {обов’язки}. Набори: {набори}.' },
      { kind: 'paragraph', text: 'Підстава: {підстава}.' },
      { kind: 'repeat', words: 'відповідальність', parts: [{ kind: 'paragraph', text: '{абзац}' }] },
      { kind: 'signature', post: 'Ознайомлений(-а)', name: '{ім’я}' },
    ],
  },
};

/** The clause for job descriptions and the guidance note to it. */
export const jobClauseForm: DocumentForm = {
  code: 'people.job-clause',
  title: { uk: 'Пункт посадової інструкції про відкриті дані', en: 'Clause of a job description on open data' },
  about: {
    uk: 'Готовий текст для посадової інструкції за обов’язками й пояснення для служби персоналу.',
    en: 'The text for a job description by what the person does, and a note for the personnel service.',
  },
  audience: 'internal',
  fields: [
    textField('community', 'громада', 'Вигадана громада'),
    rowsField('clauses', 'обов’язки', [
      textField('name', 'функція', 'оновлення наборів даних'),
      textField('text', 'текст обов’язку', 'оновлює набори даних підрозділу у строки, встановлені паспортами наборів'),
    ]),
    rowsField('liability', 'відповідальність', [textField('line', 'абзац', LIABILITY[0] ?? '')]),
    rowsField('notes', 'пояснення', [
      textField('note', 'пояснення абзац', 'Працівника ознайомлюють зі зміною під підпис.'),
    ]),
  ],
  sketch: {
    parts: [
      { kind: 'issuer', lines: ['{громада}'] },
      { kind: 'title', text: 'Доповнення до посадової інструкції' },
      {
        kind: 'paragraph',
        text: 'Розділ «Завдання та обов’язки» доповнити пунктами (лишіть ті, що визначені розпорядженням):',
      },
      { kind: 'repeat', words: 'обов’язки', parts: [{ kind: 'paragraph', text: '{функція}: {текст обов’язку};' }] },
      { kind: 'paragraph', text: 'Розділ «Відповідальність» доповнити пунктами:' },
      { kind: 'repeat', words: 'відповідальність', parts: [{ kind: 'paragraph', text: '{абзац}' }] },
      { kind: 'heading', text: 'Пояснення для служби персоналу' },
      { kind: 'repeat', words: 'пояснення', parts: [{ kind: 'paragraph', text: '{пояснення абзац}' }] },
    ],
  },
};

const NOTES: readonly string[] = [
  'Зміни вносять наказом керівника підрозділу на підставі розпорядження про визначення відповідальних осіб.',
  'Працівника ознайомлюють зі зміненою посадовою інструкцією під підпис; дату ознайомлення записують.',
  'Коли відповідальна особа змінюється, обов’язки переходять до нової з дня, вказаного в розпорядженні; з посадової інструкції попередньої їх вилучають.',
  'Якщо одна людина відповідає за кілька закладів, достатньо одного доповнення з переліком цих закладів.',
];

/** The clause for job descriptions as DOCX, by the city's template. Needs `city.manage`. */
export async function jobClauseDocument(ctx: Context): Promise<Uint8Array<ArrayBuffer>> {
  await permit(ctx, 'city.manage', null);
  return await fillForm(ctx, jobClauseForm, {
    community: (await communityProfile(ctx))?.name ?? '',
    clauses: functionsOf('responsible').map((one) => ({ name: FUNCTION_WORDS[one], text: JOB_CLAUSES[one] })),
    liability: LIABILITY.map((line) => ({ line })),
    notes: NOTES.map((note) => ({ note })),
  });
}

/** The notice of one appointment as DOCX, names and posts in the dative. Needs `city.manage`. Throws `not-found`. */
export async function appointmentNotice(ctx: Context, appointmentId: string): Promise<Uint8Array<ArrayBuffer>> {
  const found = (await appointedPersons(ctx)).find(({ appointment }) => appointment.id === appointmentId);
  if (!found || found.appointment.personId === null) throw noSuchThing();
  const { appointment } = found;
  const unit = (await listUnits(ctx)).find(({ id }) => id === appointment.unitId)?.name ?? '';
  const name = (await inCases(ctx, 'name', appointment.personName)).dative;
  const post = appointment.post === '' ? '' : (await inCases(ctx, 'post', appointment.post)).dative;
  return await fillForm(ctx, appointmentNoticeForm, {
    community: (await communityProfile(ctx))?.name ?? '',
    to: [name, post].filter(Boolean).join(', '),
    unit,
    ...dutiesOf(appointment),
    liability: LIABILITY.map((line) => ({ line })),
    name: appointment.personName,
  });
}

/** What an appointment asks, in words of papers. */
export function dutiesOf(appointment: ListedAppointment): { functions: string; datasets: string; order: string } {
  const { functions, datasetIds, order } = appointment;
  return {
    functions: functions.map((one) => FUNCTION_WORDS[one]).join(', '),
    datasets: datasetIds === null ? 'усі набори даних підрозділу' : `визначені розпорядженням (${datasetIds.length})`,
    order: orderWords(order),
  };
}
