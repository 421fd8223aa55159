import { type Kind, whole, words } from '../kind.ts';

export const cadastralKind: Kind = {
  code: 'cadastral',
  title: { uk: 'Кадастровий номер', en: 'Cadastral number' },
  purpose: { uk: 'Кадастровий номер земельної ділянки', en: 'Cadastral number of a plot of land' },
  header: words('кадастров', 'cadastr', 'cad num'),
  is: whole('\\d{10}:\\d{2}:\\d{3}:\\d{4}(?:[,; ]+\\d{10}:\\d{2}:\\d{3}:\\d{4})*'),
  form: { uk: 'цифри через двокрапку: 10, 2, 3 і 4', en: 'digits parted by colons: 10, 2, 3 and 4' },
  least: 0.3,
  alone: { confidence: 0.98 },
  asText: true,
  format: '10:2:3:4 цифри',
};
