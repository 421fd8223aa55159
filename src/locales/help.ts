import type { Language } from '../kernel/text.ts';

const uk = {
  link: 'Довідка',
  others: 'Інші настанови',
  guides: { clerk: 'Розпорядникові: від файлу до набору', coordinator: 'Координаторові: портал громади' },
};

/** Words around the guides shown in the product. */
export const helpTexts: Readonly<Record<Language, typeof uk>> = {
  uk,
  en: {
    link: 'Help',
    others: 'Other guides',
    guides: { clerk: 'For clerks: from a file to a dataset', coordinator: 'For coordinators: the community’s portal' },
  },
};
