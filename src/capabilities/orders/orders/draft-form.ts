import { rowsField, tableField, textField } from '../../../platform/documents/index.ts';
import type { DocumentForm, MadeOf } from '../../documents/index.ts';

/** The draft of an order, as it goes to be signed; its template is the city's to edit. */
export const orderDraftForm: DocumentForm = {
  code: 'orders.draft',
  title: { uk: 'Проєкт розпорядчого документа', en: 'Draft of an order' },
  about: {
    uk: 'Розпорядження, рішення чи наказ із пунктами про все підготовлене й додатками. Дату й номер дає ваша система документообігу.',
    en: 'An order or a decision with a clause for all that was prepared, and its annexes. Date and number are given by your document system.',
  },
  audience: 'internal',
  fields: [
    textField('community', 'громада', 'Вербівська територіальна громада'),
    textField('kind', 'вид документа', 'РОЗПОРЯДЖЕННЯ'),
    textField('date', 'дата', '____________'),
    textField('number', 'номер', '________'),
    textField('title', 'назва', 'Про визначення відповідальних осіб'),
    textField('grounds', 'підстави', 'Закону України «Про доступ до публічної інформації»'),
    rowsField('clauses', 'пункти', [
      textField('n', 'номер пункту', '1'),
      textField('text', 'текст пункту', 'Визначити відповідальних осіб згідно з додатком.'),
    ]),
    textField('post', 'посада', 'Міський голова'),
    textField('name', 'ім’я', 'Ганна МАЛЬВА'),
    rowsField('agreed', 'погоджують', [
      textField('post', 'посада погоджувача', 'Начальник відділу'),
      textField('name', 'ім’я погоджувача', 'Олег ЯВІР'),
    ]),
    textField('executor', 'виконавець', 'Остап Клен, 2-22-22'),
    rowsField('annexes', 'додатки', [
      textField('name', 'назва додатка', 'Додаток'),
      textField('to', 'до чого додаток', 'до розпорядження «Про визначення відповідальних осіб»'),
      textField('title', 'заголовок додатка', 'Перелік відповідальних осіб'),
      tableField('table', 'перелік', {
        heading: ['№', 'Підрозділ', 'Прізвище та ім’я'],
        rows: [['1', 'Відділ освіти', 'Софія Липа']],
        shares: [1, 4, 4],
      }),
    ]),
  ],
  sketch: {
    parts: [
      { kind: 'issuer', lines: ['{громада}'] },
      { kind: 'kind-name', text: '{вид документа}' },
      { kind: 'requisites', date: 'від {дата}', place: '', number: '№ {номер}' },
      { kind: 'about', text: '{назва}' },
      { kind: 'repeat', words: 'підстави', parts: [{ kind: 'paragraph', text: 'Відповідно до {підстави}:' }] },
      { kind: 'repeat', words: 'пункти', parts: [{ kind: 'paragraph', text: '{номер пункту}. {текст пункту}' }] },
      { kind: 'signature', post: '{посада}', name: '{ім’я}' },
      {
        kind: 'repeat',
        words: 'погоджують',
        parts: [
          { kind: 'paragraph', text: 'ПОГОДЖЕНО', flush: true },
          { kind: 'signature', post: '{посада погоджувача}', name: '{ім’я погоджувача}' },
        ],
      },
      { kind: 'note', text: '{виконавець}' },
      {
        kind: 'repeat',
        words: 'додатки',
        parts: [
          { kind: 'addressee', lines: ['{назва додатка}', '{до чого додаток}'], newPage: true },
          { kind: 'title', text: '{заголовок додатка}' },
          { kind: 'slot', words: 'перелік' },
        ],
      },
    ],
  },
};

/** Documents that were made as drafts of an order: signed with it, drafts again with it. */
export function draftsOf(orderId: string): MadeOf {
  return { form: orderDraftForm.code, params: { orderId } };
}

/** The order a made document is a draft of; null: of none. */
export function orderOfDraft(form: string, params: unknown): string | null {
  const asked = params as { readonly orderId?: unknown } | null;
  return form === orderDraftForm.code && typeof asked?.orderId === 'string' ? asked.orderId : null;
}
