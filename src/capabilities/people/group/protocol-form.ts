import { repeatedRow, rowsField, textField } from '../../../platform/documents/index.ts';
import type { DocumentForm } from '../../documents/index.ts';

/** Minutes of a session of the working group (протокол). */
export const protocolForm: DocumentForm = {
  code: 'people.protocol',
  title: { uk: 'Протокол засідання робочої групи', en: 'Minutes of the working group' },
  about: {
    uk: 'Порядок денний, присутні, що обговорили й вирішили на засіданні.',
    en: 'The agenda, who was present, what was discussed and decided.',
  },
  audience: 'internal',
  fields: [
    textField('group', 'група', 'Робоча група з питань відкритих даних'),
    textField('number', 'номер', '3'),
    textField('day', 'дата', '23 листопада 2026 року'),
    textField('place', 'місце', 'зала засідань'),
    rowsField('present', 'присутні', [
      textField('name', 'ім’я присутнього', 'Олег ЯВІР'),
      textField('post', 'посада присутнього', 'секретар групи'),
    ]),
    rowsField('agenda', 'порядок денний', [textField('question', 'питання', 'Про план оприлюднення на 2027 рік')]),
    rowsField('minutes', 'перебіг', [textField('paragraph', 'абзац', 'Обговорили перелік наборів, яких бракує.')]),
    rowsField('decisions', 'рішення', [
      textField('at', 'номер рішення', '1'),
      textField('text', 'текст рішення', 'Оприлюднити перелік укриттів.'),
      textField('who', 'виконавець', 'Ганна Мальва'),
      textField('due', 'строк', '1 лютого 2027'),
    ]),
    textField('head', 'голова', 'Марта КАЛИНА'),
    textField('secretary', 'секретар', 'Олег ЯВІР'),
  ],
  sketch: {
    parts: [
      { kind: 'issuer', lines: ['{група}'] },
      { kind: 'title', text: 'ПРОТОКОЛ засідання № {номер}' },
      { kind: 'requisites', date: '{дата}', place: '{місце}', number: '{номер}' },
      { kind: 'heading', text: 'Присутні' },
      {
        kind: 'repeat',
        words: 'присутні',
        parts: [{ kind: 'paragraph', text: '{ім’я присутнього}, {посада присутнього}' }],
      },
      { kind: 'heading', text: 'Порядок денний' },
      { kind: 'repeat', words: 'порядок денний', parts: [{ kind: 'paragraph', text: '{питання}' }] },
      { kind: 'heading', text: 'Перебіг' },
      { kind: 'repeat', words: 'перебіг', parts: [{ kind: 'paragraph', text: '{абзац}' }] },
      { kind: 'heading', text: 'Вирішили' },
      {
        kind: 'table',
        heading: ['№', 'Рішення', 'Виконавець', 'Строк'],
        rows: [repeatedRow('рішення', ['{номер рішення}', '{текст рішення}', '{виконавець}', '{строк}'])],
        shares: [0.4, 4, 2, 1.4],
      },
      { kind: 'signature', post: 'Голова', name: '{голова}' },
      { kind: 'signature', post: 'Секретар', name: '{секретар}' },
    ],
  },
};
