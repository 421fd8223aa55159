import type { Text } from '../../kernel/text.ts';

const NAMES: Readonly<Record<string, Text>> = {
  'community.set-up': { uk: 'Налаштовано портал', en: 'The portal was set up' },
  'community.changed': { uk: 'Змінено налаштування громади', en: 'Settings of the community changed' },
  'downloads.changed': { uk: 'Змінено налаштування файлів', en: 'Settings of files changed' },
  'unit.created': { uk: 'Додано підрозділ', en: 'Unit added' },
  'unit.changed': { uk: 'Змінено підрозділ', en: 'Unit changed' },
  'unit.removed': { uk: 'Вилучено підрозділ', en: 'Unit removed' },
  'person.created': { uk: 'Додано людину', en: 'Person added' },
  'person.changed': { uk: 'Змінено права людини', en: 'Rights of a person changed' },
  'person.switched-off': { uk: 'Вимкнено доступ людини', en: 'Access of a person switched off' },
  'person.switched-on': { uk: 'Відкрито доступ людині', en: 'Access given to a person again' },
  'person.link-given': { uk: 'Видано посилання для пароля', en: 'Password link given' },
  'person.signed-in': { uk: 'Вхід до кабінету', en: 'Signed in' },
  'person.signed-out': { uk: 'Вихід з кабінету', en: 'Signed out' },
  'person.sessions-ended': { uk: 'Завершено сеанси', en: 'Sessions ended' },
  'password.changed': { uk: 'Змінено пароль', en: 'Password changed' },
  'password.reset-asked': { uk: 'Замовлено посилання для нового пароля', en: 'Link for a new password asked' },
  'password.set': { uk: 'Задано пароль за посиланням', en: 'Password set by a link' },
  'dataset.created': { uk: 'Створено набір', en: 'Dataset created' },
  'dataset.deleted': { uk: 'Вилучено чернетку набору', en: 'Draft of a dataset removed' },
  'dataset.confirmed-unchanged': { uk: 'Підтверджено, що дані не змінились', en: 'Data confirmed as unchanged' },
  'dataset.national-id-changed': {
    uk: 'Змінено національний номер набору',
    en: 'National number of a dataset changed',
  },
  'dataset.state-changed': { uk: 'Змінено стан набору', en: 'State of a dataset changed' },
  'dataset.suspended': { uk: 'Призупинено набір', en: 'Dataset suspended' },
  'dataset.reopened': { uk: 'Знову відкрито набір', en: 'Dataset opened again' },
  'dataset.withdrawn': { uk: 'Знято набір з оприлюднення', en: 'Dataset withdrawn' },
  'passport.changed': { uk: 'Змінено паспорт набору', en: 'Passport of a dataset changed' },
  'structure.changed': { uk: 'Змінено структуру набору', en: 'Structure of a dataset changed' },
  'resource.added': { uk: 'Додано ресурс', en: 'Resource added' },
  'resource.changed': { uk: 'Змінено ресурс', en: 'Resource changed' },
  'resource.removed': { uk: 'Вилучено ресурс', en: 'Resource removed' },
  'version.published': { uk: 'Оприлюднено версію', en: 'Version published' },
  'repairs.accepted': { uk: 'Прийнято виправлення', en: 'Repairs accepted' },
  'repairs.undone': { uk: 'Скасовано виправлення', en: 'Repairs undone' },
  'file.refused': { uk: 'Файл не прийнято', en: 'File refused' },
  'file.started': { uk: 'Розпочато завантаження файла', en: 'Upload of a file started' },
  'file.received': { uk: 'Отримано файл', en: 'File received' },
  'file.cancelled': { uk: 'Скасовано завантаження файла', en: 'Upload of a file cancelled' },
  'file.original-public-changed': {
    uk: 'Змінено доступ до початкового файла',
    en: 'Access to the original file changed',
  },
};

/** A deed in words people understand; a code nobody has named yet is shown as it is. */
export function deedInWords(code: string): Text {
  return NAMES[code] ?? { uk: code, en: code };
}
