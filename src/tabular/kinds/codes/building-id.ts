import { type Kind, whole, words } from '../kind.ts';

export const buildingIdKind: Kind = {
  code: 'building-id',
  title: { uk: 'Номер будівлі в реєстрі', en: 'Identifier of a building' },
  purpose: {
    uk: 'Ідентифікатор будівлі: код балансоутримувача та інвентарний номер',
    en: 'Identifier of a building: code of its holder and inventory number',
  },
  header: words('building id', 'ідентифікатор (?:будівл|будинк|об[єе]кта нерухом)', 'єдессб'),
  is: whole('\\d{8}-\\S+|\\d{2}:\\d{4}-\\d{4}-\\d{4}-\\d{4}'),
  form: { uk: 'код із вісьмох цифр, дефіс і номер', en: 'eight digits, a hyphen and a number' },
  asText: true,
};
