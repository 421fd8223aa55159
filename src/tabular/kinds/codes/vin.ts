import { type Kind, whole, words } from '../kind.ts';

export const vinKind: Kind = {
  code: 'vin',
  title: { uk: 'VIN', en: 'VIN' },
  purpose: { uk: 'Ідентифікаційний номер транспортного засобу (VIN)', en: 'Identification number of a vehicle (VIN)' },
  header: words('vin ', 'номер кузова', 'номер шасі'),
  is: whole('(?=.*\\d)(?=.*[A-Z])[A-HJ-NPR-Z0-9]{17}'),
  form: { uk: '17 латинських літер і цифр', en: '17 Latin letters and digits' },
  alone: { confidence: 0.85, enough: 5 },
  asText: true,
  personal: true,
  format: '17 знаків',
};
