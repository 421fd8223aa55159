import { type Kind, somewhere, words } from '../kind.ts';

export const postKind: Kind = {
  code: 'post',
  title: { uk: 'Посада', en: 'Post' },
  purpose: { uk: 'Посада', en: 'Post' },
  header: words('посад[аиу]', '\\S+ посад[аи] ', 'position', 'head post', 'job title', 'post $'),
  not: words('кількіст', 'оклад', 'код', 'post code'),
  byHeader: 0.8,
  is: somewhere(
    '^(?:голова|директор|начальник|завідувач|заступник|головний|провідний|спеціаліст|інспектор|секретар|керівник|бухгалтер|радник|старший|менеджер|інженер|вчитель|вихователь|лікар|водій)',
    'iu',
  ),
  form: { uk: 'назви посад', en: 'names of posts' },
  least: 0.2,
  alone: { confidence: 0.8, share: 0.8 },
  types: ['text'],
};
