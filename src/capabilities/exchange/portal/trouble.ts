import { RequestError } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { NoAnswer, type OutsideFault } from '../../../platform/http/ask-outside.ts';

/** What went wrong, in words and with what to do. */
export interface Trouble {
  /** Stable, e.g. `not-found`. */
  readonly code: string;
  readonly text: Text;
}

const t = (uk: string, en: string): Text => ({ uk, en });

const NO_ANSWER: Readonly<Record<OutsideFault, Text>> = {
  'too-slow': t(
    'Портал відповідав надто довго. Спробуйте ще раз згодом.',
    'The portal took too long to answer. Try again later.',
  ),
  'name-unknown': t('Такого портала не знайдено. Перевірте адресу.', 'There is no such portal. Check the address.'),
  'no-connection': t(
    'З порталом не вдалося з’єднатися. Перевірте адресу або спробуйте згодом.',
    'The portal could not be connected to. Check the address or try later.',
  ),
  certificate: t(
    'Сертифікат портала не підтверджено, тому ми нічого з нього не взяли. Напишіть його адміністраторам.',
    'The portal’s certificate is not confirmed, so nothing was taken. Write to its administrators.',
  ),
  redirects: t(
    'Портал пересилає з адреси на адресу без кінця. Спробуйте згодом.',
    'The portal sends us from address to address without end. Try later.',
  ),
  address: t('Портал переслав на адресу, якої ми не відкриваємо.', 'The portal sent us to an address we do not open.'),
  packed: t('Портал запакував відповідь невідомим способом.', 'The portal packed its answer in an unknown way.'),
  'too-large': t(
    'Файл більший за дозволений. Завантажте його частинами або попросіть адміністратора збільшити межу.',
    'The file is larger than allowed. Upload it in parts or ask the administrator to raise the limit.',
  ),
  'cut-short': t(
    'Портал обірвав відповідь посередині. Спробуйте ще раз згодом.',
    'The portal broke its answer off in the middle. Try again later.',
  ),
};

const TROUBLES = {
  'inside-address': t(
    'Адреса веде у внутрішню мережу, тому ми її не відкриваємо. Якщо так і треба, попросіть адміністратора дозволити цей сервер у налаштуваннях «Внутрішні джерела».',
    'The address leads into an internal network, so it is not opened. If that is meant, ask the administrator to allow this server in the settings “Internal sources”.',
  ),
  'not-ckan': t(
    'За цією адресою не відповідає портал на CKAN. Вкажіть адресу головної сторінки портала, наприклад https://data.gov.ua',
    'No CKAN portal answers at this address. Give the address of the portal’s front page, for example https://data.gov.ua',
  ),
  'broken-answer': t(
    'Портал відповів незрозуміло: можливо, його лагодять. Спробуйте ще раз згодом.',
    'The portal answered with something unreadable; it may be under repair. Try again later.',
  ),
  'server-error': t(
    'Портал відповів помилкою. Спробуйте ще раз згодом.',
    'The portal answered with an error. Try again later.',
  ),
  busy: t(
    'Портал просить не питати так часто. Спробуйте ще раз за кілька хвилин.',
    'The portal asks not to be asked so often. Try again in a few minutes.',
  ),
  refused: t('Портал не дає цього без входу.', 'The portal does not give this without a sign-in.'),
  'not-found': t(
    'За адресою з портала файлу вже немає. Завантажте його в чернетку самі, якщо він у вас є.',
    'There is no file at the portal’s address any more. Upload it to the draft yourself if you have it.',
  ),
  'bad-address': t(
    'Адресу файлу на порталі записано неправильно, тож узяти його не можна. Завантажте файл у чернетку самі, якщо він у вас є.',
    'The address of the file is written wrong on the portal, so it cannot be fetched. Upload the file to the draft yourself if you have it.',
  ),
  'page-instead': t(
    'Замість файлу портал віддав сторінку. Завантажте файл у чернетку самі, якщо він у вас є.',
    'The portal gave a page instead of the file. Upload the file to the draft yourself if you have it.',
  ),
  'no-organization': t(
    'Такого розпорядника на порталі не знайдено. Відкрийте його сторінку на порталі й вставте її адресу сюди.',
    'No such holder was found on the portal. Open its page on the portal and paste the address here.',
  ),
  'nothing-there': t('У цього розпорядника на порталі немає наборів.', 'This holder has no datasets on the portal.'),
  'too-many': t(
    'Наборів понад 5 000. Вкажіть адресу сторінки свого розпорядника, а не всього портала.',
    'There are more than 5,000 datasets. Give the address of your holder’s page, not of the whole portal.',
  ),
  'going-in-circles': t(
    'Портал удруге віддав ту саму сторінку списку, тож весь список прочитати не можна. Напишіть його адміністраторам.',
    'The portal gave the same page of the list twice, so the whole list cannot be read. Write to its administrators.',
  ),
  'no-person': t(
    'Людина, яка почала перенесення, більше не веде набори. Почніть його від свого імені ще раз: перенесене не повториться.',
    'The person who began this keeps datasets no more. Begin it again in your own name: what was carried over is not repeated.',
  ),
  interrupted: t(
    'Роботу над цим тричі перервано через помилку на нашому боці. Спробуйте ще раз; адміністратор бачить причину.',
    'The work on this was interrupted three times by a fault on our side. Try again; the administrator sees the reason.',
  ),
  'repairs-wanted': t(
    'У файлі є місця, які варто виправити. Перегляньте їх у чернетці.',
    'The file has places worth repairing. Look at them in the draft.',
  ),
  'no-file-kept': t(
    'Файл цього ресурсу не дочекався обробки: його скасували або замінили. Перевірте чернетку.',
    'The file of this resource was cancelled or replaced before it was read. Look at the draft.',
  ),
} as const satisfies Readonly<Record<string, Text>>;

export type TroubleCode = keyof typeof TROUBLES;

/** A trouble of the list. */
export function trouble(code: TroubleCode): Trouble {
  return { code, text: TROUBLES[code] };
}

/** The portal gave nothing of use; `again`: a while later it may. */
export class PortalTrouble extends Error {
  readonly trouble: Trouble;
  readonly again: boolean;

  constructor(told: Trouble, again = false) {
    super(told.code);
    this.trouble = told;
    this.again = again;
  }
}

const PASSES = ['too-slow', 'no-connection', 'cut-short'];

/** What an error of asking means for people; what is no such error is thrown on. */
export function portalTroubleOf(error: unknown): PortalTrouble {
  if (error instanceof PortalTrouble) return error;
  if (error instanceof NoAnswer) {
    return new PortalTrouble({ code: error.why, text: NO_ANSWER[error.why] }, PASSES.includes(error.why));
  }
  if (!(error instanceof RequestError)) throw error;
  if (error.code === 'inside-address') return new PortalTrouble(trouble('inside-address'));
  return new PortalTrouble({ code: error.code, text: error.text });
}

/** What a status of HTTP that is no success means; `file`: of a file, not of the portal itself. */
export function troubleOfStatus(status: number, file: boolean): PortalTrouble {
  if (status === 429) return new PortalTrouble(trouble('busy'), true);
  if (status >= 500 || status === 408) return new PortalTrouble(trouble('server-error'), true);
  if (status === 401 || status === 403) return new PortalTrouble(trouble('refused'));
  return new PortalTrouble(trouble(file ? 'not-found' : 'not-ckan'));
}
