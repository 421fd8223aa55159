import { type Kind, whole, words } from '../kind.ts';

export const kvedKind: Kind = {
  code: 'kved',
  title: { uk: 'КВЕД', en: 'Economic activity (KVED)' },
  purpose: {
    uk: 'Вид економічної діяльності за КВЕД (ДК 009:2010)',
    en: 'Kind of economic activity by KVED (DK 009:2010)',
  },
  header: words('квед', 'kved', 'вид(?:у|и)? економічної діяльності', 'nace '),
  is: whole('(?:[A-UА-Я][ .]?)?\\d{2}\\.\\d{1,2}(?:[ ,;].*)?|\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}\\.\\d{1,2}\\.\\d{4}'),
  form: { uk: 'дві цифри, крапка і ще одна-дві', en: 'two digits, a point and one or two more' },
  least: 0.4,
  asText: true,
  format: 'NN.NN',
};
