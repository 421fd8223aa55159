import type { RequestError } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';
import { NoAnswer, type OutsideFault } from '../../platform/http/ask-outside.ts';
import { SftpError, type SftpFault } from '../../platform/sftp/sftp.ts';
import type { Trouble } from './source.ts';

const t = (uk: string, en: string): Text => ({ uk, en });

const NO_ANSWER: Readonly<Record<OutsideFault, Text>> = {
  'too-slow': t(
    'Сервер відповідав надто довго. Ми спробуємо ще раз; якщо так буде й далі, попросіть його власника перевірити, чи він не перевантажений.',
    'The server took too long. We will try again; if it goes on, ask its owner whether it is overloaded.',
  ),
  'name-unknown': t(
    'Такого сервера не знайдено. Перевірте, чи правильно записано адресу.',
    'There is no such server. Check that the address is written right.',
  ),
  'no-connection': t(
    'Із сервером не вдалося з’єднатися. Перевірте, чи він працює і чи відкритий для нас порт.',
    'The server could not be connected to. Check that it works and that its port is open to us.',
  ),
  certificate: t(
    'Сертифікат сервера не підтверджено, тому даних ми не взяли. Попросіть власника сервера оновити сертифікат.',
    'The server’s certificate is not confirmed, so nothing was taken. Ask the server’s owner to renew the certificate.',
  ),
  redirects: t(
    'Сервер пересилає з адреси на адресу без кінця. Вкажіть адресу, за якою файл лежить насправді.',
    'The server sends us from address to address without end. Give the address where the file really is.',
  ),
  address: t(
    'Сервер переслав на адресу, якої ми не відкриваємо. Вкажіть адресу, за якою файл лежить насправді.',
    'The server sent us to an address we do not open. Give the address where the file really is.',
  ),
  packed: t(
    'Сервер надіслав файл, запакований невідомим способом. Попросіть його власника віддавати файл як є.',
    'The server sent the file packed in an unknown way. Ask its owner to give the file as it is.',
  ),
  'too-large': t(
    'Файл більший за дозволений. Зменшіть його, поділіть на частини або попросіть адміністратора збільшити межу.',
    'The file is larger than allowed. Make it smaller, split it, or ask the administrator to raise the limit.',
  ),
  'cut-short': t(
    'З’єднання обірвалося посеред файлу. Ми спробуємо ще раз.',
    'The connection broke in the middle of the file. We will try again.',
  ),
};

const SFTP: Readonly<Record<SftpFault, Text>> = {
  'host-key': t(
    'Ключ сервера змінився. Це буває після переустановлення, але може бути й чужий сервер. Запитайте його адміністратора і, якщо ключ справжній, прийміть його.',
    'The server’s key has changed. It happens after a new installation, but it may be a stranger’s server. Ask its administrator and, if the key is right, accept it.',
  ),
  login: t(
    'Сервер не прийняв імені, пароля або ключа. Перевірте їх і введіть ще раз.',
    'The server did not accept the name, the password or the key. Check them and type them again.',
  ),
  'no-file': t('За цим шляхом файлу немає. Перевірте шлях.', 'There is no file at this path. Check the path.'),
  'not-a-file': t(
    'За цим шляхом не файл. Вкажіть шлях до самого файлу.',
    'There is no plain file at this path. Give the path of the file itself.',
  ),
};

/** Names for people and programs of all that can go wrong besides. */
export const TROUBLES = {
  'inside-address': t(
    'Адреса веде у внутрішню мережу, тому ми її не відкриваємо. Якщо так і треба, попросіть адміністратора дозволити цей сервер у налаштуваннях «Внутрішні джерела».',
    'The address leads into an internal network, so it is not opened. If that is meant, ask the administrator to allow this server in the settings “Internal sources”.',
  ),
  refused: t(
    'Сервер не дав файлу: потрібен вхід або права. Перевірте ім’я і пароль чи ключ.',
    'The server did not give the file: it asks for a sign-in or rights. Check the name and the password or key.',
  ),
  'not-found': t(
    'За цією адресою файлу немає. Перевірте адресу.',
    'There is no file at this address. Check the address.',
  ),
  'server-error': t(
    'Сервер відповів помилкою. Ми спробуємо ще раз; якщо так буде й далі, напишіть його власнику.',
    'The server answered with an error. We will try again; if it goes on, write to its owner.',
  ),
  'page-instead': t(
    'Замість файлу прийшла сторінка. Для таблиці Google відкрийте доступ «Усі, хто має посилання»; для іншого джерела вкажіть адресу самого файлу.',
    'A page came instead of a file. For a Google sheet open the access to “Anyone with the link”; for another source give the address of the file itself.',
  ),
  'secret-lost': t(
    'Пароль або ключ до джерела не прочитати: систему перенесено без її ключа. Введіть його ще раз.',
    'The password or key of the source cannot be read: the system was moved without its own key. Type it again.',
  ),
  'no-person': t(
    'Людина, від чийого імені забирали дані, більше не публікує цей набір. Хто публікує його тепер, нехай відкриє джерело й збереже від свого імені.',
    'The person in whose name the data were fetched publishes this dataset no more. Who publishes it now should open the source and save it in their own name.',
  ),
  closed: t(
    'Доступ до набору закрито, тому даних ми не забираємо. Відкрийте набір або приберіть джерело.',
    'The dataset is closed, so nothing is fetched. Open the dataset or remove the source.',
  ),
  'draft-in-hand': t(
    'У наборі є неопублікований файл, який завантажила людина. Щоб його не замінити, ми зупинилися. Опублікуйте або приберіть його.',
    'The dataset has an unpublished file that a person uploaded. So as not to replace it, we stopped. Publish it or remove it.',
  ),
  'unpublished-changes': t(
    'У паспорті або структурі є неопубліковані зміни. Щоб не опублікувати їх без вас, ми зупинилися. Опублікуйте або скасуйте їх.',
    'The passport or the structure has unpublished changes. So as not to publish them without you, we stopped. Publish or undo them.',
  ),
  'first-file': t(
    'Перший файл отримано. Перегляньте його, заповніть паспорт і структуру та опублікуйте: наступні підуть самі.',
    'The first file has come. Look at it, fill in the passport and the structure and publish: the next ones will go by themselves.',
  ),
  'review-wanted': t(
    'Файл готовий, але набір публікують лише після перевірки. Відкрийте чернетку, дайте відповідь про людей у даних і надішліть на перевірку: наступні файли надішлемо самі.',
    'The file is ready, but the dataset is published only after a review. Open the draft, answer about people in the data and submit it: the next files we submit ourselves.',
  ),
  'repairs-wanted': t(
    'У файлі є місця, про які ще ніхто не вирішив. Перегляньте виправлення й опублікуйте.',
    'The file has places nobody has decided about yet. Look at the repairs and publish.',
  ),
  interrupted: t(
    'Роботу тричі перервано через помилку на нашому боці. Ми спробуємо ще раз; адміністратор бачить причину.',
    'The work was interrupted three times by a fault on our side. We will try again; the administrator sees the reason.',
  ),
} as const satisfies Readonly<Record<string, Text>>;

/** A trouble of the list. */
export function trouble(code: keyof typeof TROUBLES): Trouble {
  return { code, text: TROUBLES[code] };
}

/** Why nothing could be got, in words. `code` of a refusal nobody thought of stays its own. */
export function troubleOfError(error: RequestError): Trouble {
  if (error instanceof NoAnswer) return { code: error.why, text: NO_ANSWER[error.why] };
  if (error instanceof SftpError) {
    const { why, fingerprint } = error;
    const words = SFTP[why];
    if (why !== 'host-key') return { code: `sftp-${why}`, text: words };
    return {
      code: `sftp-${why}`,
      text: { uk: `${words.uk} Тепер: ${fingerprint}`, en: `${words.en} Now: ${fingerprint}` },
    };
  }
  return error.code === 'inside-address' ? trouble('inside-address') : { code: error.code, text: error.text };
}

/** What a status of HTTP other than 200 and 304 means here. */
export function troubleOfStatus(status: number): Trouble {
  if (status === 401 || status === 403 || status === 407) return trouble('refused');
  if (status === 404 || status === 410) return trouble('not-found');
  const { uk, en } = TROUBLES['server-error'];
  return { code: 'server-error', text: { uk: `${uk} (${status})`, en: `${en} (${status})` } };
}

/**
 * The file has other columns than the structure.
 * @param renamed sentences on columns that seem only to have got another name
 */
export function otherColumns(
  { added, missing }: { readonly added: readonly string[]; readonly missing: readonly string[] },
  renamed: readonly Text[] = [],
): Trouble {
  const list = (names: readonly string[]) => names.map((name) => `«${name}»`).join(', ');
  const uk = [
    added.length > 0 ? `нові стовпці ${list(added)}` : '',
    missing.length > 0 ? `немає стовпців ${list(missing)}` : '',
  ];
  const en = [
    added.length > 0 ? `new columns ${list(added)}` : '',
    missing.length > 0 ? `no columns ${list(missing)}` : '',
  ];
  return {
    code: 'other-columns',
    text: {
      uk: `Стовпці файлу змінилися: ${uk.filter(Boolean).join('; ')}. ${renamed.map((one) => `${one.uk} `).join('')}Перегляньте чернетку, узгодьте структуру й опублікуйте або виправте файл у джерелі.`,
      en: `The file’s columns changed: ${en.filter(Boolean).join('; ')}. ${renamed.map((one) => `${one.en} `).join('')}Look at the draft, settle the structure and publish, or mend the file at its source.`,
    },
  };
}

/** What was found in the file that was not there, or not accepted, before. */
export function newInFile(messages: readonly Text[]): Trouble {
  const rest = messages.length - 3;
  const some = messages.slice(0, 3);
  return {
    code: 'new-findings',
    text: {
      uk: `У файлі є нове, на що має глянути людина. ${some.map(({ uk }) => uk).join(' ')}${rest > 0 ? ` І ще ${rest}.` : ''} Перегляньте чернетку.`,
      en: `There is something new in the file that a person should see. ${some.map(({ en }) => en).join(' ')}${rest > 0 ? ` And ${rest} more.` : ''} Look at the draft.`,
    },
  };
}
