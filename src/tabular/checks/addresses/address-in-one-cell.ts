import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const PARTS = '.*\\p{L}.*, ?(?:буд\\.? ?|будинок )?\\d+[ /-]?[а-яіїєА-Я]?(?:[/, ].*)?';

/** An address in one cell. */
export const addressInOneCell = kindCheck({
  code: 'address-in-one-cell',
  title: { uk: 'Адреса однією клітинкою', en: 'An address in one cell' },
  why: {
    uk: 'За складниками адреси дані поєднують з картою, реєстром адрес та іншими наборами; з однієї клітинки їх доводиться вгадувати.',
    en: 'By the parts of an address data join the map, the register of addresses and other datasets; out of one cell they have to be guessed.',
  },
  example: {
    before: lines(
      'Об’єкт,Адреса',
      'а,"м. Луцьк, вул. Волі, 3"',
      'б,"м. Луцьк, вул. Франка, 5"',
      'в,"м. Луцьк, вул. Миру, 7а"',
    ),
    after: lines(
      'Об’єкт,Населений пункт,Вулиця,Номер будинку',
      'а,м. Луцьк,вул. Волі,3',
      'б,м. Луцьк,вул. Франка,5',
      'в,м. Луцьк,вул. Миру,7а',
    ),
  },
  kinds: ['address'],
  faulty: (clean) => hasForm(clean, PARTS),
  digits: 'blind',
  guard: ', ?(?:буд\\.? ?|будинок )?\\d',
  say: () => ({
    uk: 'адреса стоїть одним текстом. Якщо маєте її за складниками, додайте стовпці: населений пункт, вулиця, номер будинку.',
    en: 'a whole address as one text. If you have it in parts, add columns: settlement, street, house number.',
  }),
  mild: true,
  when: ({ filled }, n) => n >= filled * 0.8 && n >= 3,
});
