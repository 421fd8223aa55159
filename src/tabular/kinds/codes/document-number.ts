import { type Kind, words } from '../kind.ts';

export const documentNumberKind: Kind = {
  code: 'document-number',
  title: { uk: 'Номер документа', en: 'Number of a document' },
  purpose: {
    uk: 'Номер рішення, договору чи іншого документа',
    en: 'Number of a decision, contract or another document',
  },
  header: words(
    '(?:номер|№) (?:\\S+ )?(?:рішен|наказ|догов|розпорядж|акт|дозв|ліценз|протокол|документ|паспорт|свідоц|справ|звернен)',
    '\\S+ (?:№|номер) (?:документа|договору|рішення)',
    '(?:contract|decision|act|permission|legal act|licen[cs]e|document) (?:num|number|no) ',
    '(?:номер|№) (?:та|і|й) дата',
    'реєстраційний номер',
    'інвентарний номер',
    'інв(?:ентарний)? №',
    'inventory number',
    'inv(?:entory)? no',
  ),
  byHeader: 0.78,
  types: ['text', 'integer'],
  asText: true,
};
