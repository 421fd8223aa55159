import { type Kind, whole, words } from '../kind.ts';

export const codeKind: Kind = {
  code: 'code',
  title: { uk: 'Код', en: 'Code' },
  purpose: { uk: 'Код значення', en: 'Code of a value' },
  header: words('код', 'code ', '\\S+ code ', 'шифр', 'індекс ', 'мфо ', 'мр ?№', 'kod '),
  not: words('код\\S* (?:так|ні) '),
  byHeader: 0.62,
  alone: { confidence: 0.6, is: whole('\\d+'), types: ['text'] },
  types: ['text'],
};
