import { type Kind, whole, words } from '../kind.ts';

export const prozorroKind: Kind = {
  code: 'prozorro',
  title: { uk: 'Номер закупівлі', en: 'Procurement number' },
  purpose: {
    uk: 'Ідентифікатор закупівлі або аукціону в Прозорро',
    en: 'Identifier of a purchase or an auction in Prozorro',
  },
  header: words(
    'prozorro',
    'прозорро',
    'ocid',
    'ідентифікатор закупівл',
    'номер (?:закупівл|тендер|аукціон)',
    'tender',
  ),
  is: whole('(?:UA|SUE|SPE|LLE|LRE|RGE|BSE|CSE|LAE|CAE|PLE|LRP|LPE)[A-Z0-9]*-(?:[A-Z]+-)?\\d{4}-\\d{2}-\\d{2}-.+'),
  form: { uk: 'UA, дата і номер через дефіс', en: 'UA, a date and a number parted by hyphens' },
  alone: { confidence: 0.97 },
  asText: true,
  format: 'UA-РРРР-ММ-ДД-NNNNNN',
};
