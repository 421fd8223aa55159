import { type Kind, words } from '../kind.ts';

export const identifierKind: Kind = {
  code: 'identifier',
  title: { uk: 'Номер запису', en: 'Identifier of a row' },
  purpose: {
    uk: 'Ідентифікатор запису: за ним рядок відрізняють від інших',
    en: 'Identifier of a record: tells the row from the others',
  },
  header: words(
    '№ ',
    'номер ',
    'id ',
    '\\S+ id $',
    'uid ',
    'ідентифікатор',
    '\\S+ ідентифікатор $',
    'identifier',
    '\\S+ identifier $',
    'код запису',
  ),
  not: words('(?:номер|№) (?:телефон|рахунк)'),
  byHeader: 0.7,
  types: ['text', 'integer'],
  unique: true,
};
