import { type Kind, whole, words } from '../kind.ts';

export const passportKind: Kind = {
  code: 'passport',
  title: { uk: 'Номер паспорта', en: 'Passport number' },
  purpose: { uk: 'Серія та номер паспорта', en: 'Series and number of a passport' },
  header: words(
    '(?:серія|номер)\\S* (?:та |і |й )?(?:номер )?паспорт',
    'паспорт(?:ні|у|а)? (?:серія|номер|дані|громадян)',
    'паспорт ',
    'passport',
  ),
  not: words('паспорт\\S* (?:набор|фасад|техн|об[єе]кт|ресурс)', 'технічн', 'енергетичн', 'містобудівн'),
  is: whole('[А-ЩЬЮЯҐЄІЇA-Z]{2} ?№? ?\\d{6}|\\d{9}'),
  form: { uk: 'дві літери й шість цифр або дев’ять цифр', en: 'two letters and six digits, or nine digits' },
  asText: true,
  personal: true,
  closed: true,
};
