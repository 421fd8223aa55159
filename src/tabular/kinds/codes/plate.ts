import { type Kind, whole, words } from '../kind.ts';

export const plateKind: Kind = {
  code: 'plate',
  title: { uk: 'Номерний знак', en: 'Number plate' },
  purpose: { uk: 'Номерний знак транспортного засобу', en: 'Number plate of a vehicle' },
  header: words(
    'номерн\\S+ знак',
    'держ\\S* номер',
    'держ\\S* знак',
    'днз ',
    'д н з ',
    'реєстраційн\\S+ (?:номер|знак) (?:тз|транспорт|авто)',
    'номер (?:авто|тз|транспорт)',
    'plate',
    'number plate',
  ),
  is: whole('[ABCEHIKMOPTXАВСЕНІКМОРТХ]{2}[ -]?\\d{4}[ -]?[ABCEHIKMOPTXАВСЕНІКМОРТХ]{2}', 'iu'),
  form: { uk: 'дві літери, чотири цифри, дві літери', en: 'two letters, four digits, two letters' },
  least: 0.4,
  alone: { confidence: 0.95 },
  asText: true,
  personal: true,
  format: 'AA0000AA',
};
