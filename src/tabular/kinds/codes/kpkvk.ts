import { type Kind, whole, words } from '../kind.ts';

export const kpkvkKind: Kind = {
  code: 'kpkvk',
  title: { uk: 'КПКВК', en: 'Programme classification (KPKVK)' },
  purpose: {
    uk: 'Код програмної класифікації видатків місцевого бюджету',
    en: 'Code of the programme classification of local budget expenses',
  },
  header: words('т?п?кпк ?вк', 'кпкв', 'тпквк', 'kpkv', 'програмн\\S+ класифікац', 'код бюджетної програми'),
  is: whole('\\d{6,7}'),
  form: { uk: 'сім цифр', en: 'seven digits' },
  asText: true,
  format: '7 цифр',
};
