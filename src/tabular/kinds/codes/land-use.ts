import { type Kind, whole, words } from '../kind.ts';

export const landUseKind: Kind = {
  code: 'land-use',
  title: { uk: 'Призначення землі', en: 'Purpose of land' },
  purpose: {
    uk: 'Цільове призначення земельної ділянки за класифікацією (КВЦПЗ)',
    en: 'Purpose of a plot of land by the classification',
  },
  header: words('цільов\\S+ призначен', 'квцпз', 'вид використання (?:землі|земель|ділянки)'),
  is: whole('\\d{2}\\.\\d{2}(?:[ .,;].*)?'),
  form: { uk: 'дві цифри, крапка і дві цифри', en: 'two digits, a point and two digits' },
  asText: true,
  format: 'NN.NN',
};
