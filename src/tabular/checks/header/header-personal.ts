import { isTaxNumber } from '../../kinds/check-digits.ts';
import { isPersonForSure } from '../../kinds/person-forms.ts';
import { tidyText } from '../../types/tidy-text.ts';
import type { TableCheck } from '../check.ts';
import { lines } from '../example.ts';

const CONTACT =
  /\S+@\S+\.\p{L}{2,}|\+?380[ ()-]*\d{2}[ ()-]*\d{3}[ -]?\d{2}[ -]?\d{2}|^\(?0\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}$/u;
/** A street with a house and a flat. */
const HOME = /(?:^|[\s,])(?:вул|просп|пров|бульв|бул|пл|майдан)\S*\s.*\d.*[\s,](?:кв|кім)\S*\s*\d/u;
/** So many names in one header are those of a council that votes: officials, and columns of their own. */
const COUNCIL = 3;

/** The title is the name, the number or the contact of somebody; it is quoted nowhere. */
export function isPersonalTitle(title: string): boolean {
  const name = tidyText(title);
  return CONTACT.test(name) || HOME.test(name) || isTaxNumber(name) || isPersonForSure(name);
}

/** The first record of a file without a header stands in place of the header: data of a person would be published as names of columns. */
export const headerPersonal: TableCheck = {
  code: 'header-personal',
  title: { uk: 'Дані людини на місці назви стовпця', en: 'Data of a person in place of a column’s name' },
  why: {
    uk: 'Назви стовпців бачать усі, і рішення щодо персональних даних їх не змінюють. Ім’я чи номер телефону серед назв зазвичай означає, що у файлі немає заголовка.',
    en: 'Names of columns are seen by everybody, and decisions on personal data do not change them. A name or a phone among them mostly means that the file has no header.',
  },
  example: {
    before: lines('Номер,Калинич Веселка Добромирівна,Ремесло', '1,так,гончарство', '2,ні,ткацтво', '3,так,ковальство'),
    after: lines('Номер,Має посвідчення,Ремесло', '1,так,гончарство', '2,ні,ткацтво', '3,так,ковальство'),
  },
  async find({ columns, headers }) {
    const mild = headers.filter((header) => isPersonForSure(tidyText(header))).length >= COUNCIL;
    return columns
      .filter(({ header }) => isPersonalTitle(header))
      .map(({ profile: { index } }) => ({
        code: 'header-personal' as const,
        ...(mild ? { mild } : {}),
        column: index,
        columnName: null,
        count: 1,
        places: [],
        repairable: false,
        message: {
          uk: `На місці назви стовпця ${index + 1} стоять дані людини. Скажіть на сторінці «Погляд», де у файлі заголовок (або що його немає), чи дайте стовпцю іншу назву.`,
          en: `Data of a person stand in place of the name of column ${index + 1}. Say on the page “Look” where the header of the file is (or that there is none), or name the column otherwise.`,
        },
      }));
  },
};
