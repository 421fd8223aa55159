import type { Language } from '../kernel/text.ts';

const uk = {
  title: 'Скопіювати паспорт',
  link: 'Скопіювати з іншого паспорта або зразка',
  lead: 'Виберіть, звідки взяти, подивіться, що зміниться, і позначте потрібне.',
  templates: 'Зразки громади',
  recent: 'Останні набори підрозділу',
  noTemplates: 'Зразків ще немає. Збережіть цей паспорт як зразок, щоб копіювати з нього далі.',
  noRecent: 'У підрозділі ще немає інших наборів.',
  element: 'Елемент',
  now: 'Зараз',
  becomes: 'Стане',
  copy: 'Скопіювати позначене',
  same: 'Усе збігається: копіювати нічого.',
  copied: 'Скопійовано. Перевірте паспорт.',
  saveTitle: 'Зробити зразком',
  saveName: 'Назва зразка',
  saveHint: 'Його побачать усі, хто працює в кабінеті. Зразок із такою самою назвою замінюється.',
  save: 'Зберегти зразок',
  saved: 'Зразок збережено.',
  remove: 'Вилучити зразок',
  removed: 'Зразок вилучено.',
  back: 'До паспорта',
};

const en: typeof uk = {
  title: 'Copy a passport',
  link: 'Copy from another passport or a template',
  lead: 'Choose where to take from, see what will change, and tick what you need.',
  templates: 'Templates of the community',
  recent: 'Latest datasets of the unit',
  noTemplates: 'There are no templates yet. Save this passport as a template to copy from it later.',
  noRecent: 'The unit has no other datasets yet.',
  element: 'Element',
  now: 'Now',
  becomes: 'Will be',
  copy: 'Copy what is ticked',
  same: 'Everything is the same: nothing to copy.',
  copied: 'Copied. Check the passport.',
  saveTitle: 'Make it a template',
  saveName: 'Name of the template',
  saveHint: 'Everybody who works in the cabinet will see it. A template of the same name is replaced.',
  save: 'Save the template',
  saved: 'The template is saved.',
  remove: 'Remove the template',
  removed: 'The template is removed.',
  back: 'To the passport',
};

/** Words of copying a passport. */
export const copyTexts: Readonly<Record<Language, typeof uk>> = { uk, en };
