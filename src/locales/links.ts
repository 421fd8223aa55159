import type { Language } from '../kernel/text.ts';

type Purpose = 'approve' | 'confirm-unchanged' | 'acknowledge' | 'confirm-registry';

const uk = {
  guest: {
    title: 'Одна дія за посиланням',
    forWhom: 'Для кого',
    from: 'Хто просить',
    until: 'Діє до',
    lead: {
      approve:
        'Перегляньте набір і погодьте його або поверніть із поясненням. Після погодження його буде опубліковано.',
      'confirm-unchanged':
        'Підтвердьте, що дані цього набору не змінилися. Дата, на яку дані правдиві, стане сьогоднішньою.',
      acknowledge: 'Підтвердьте, що ви ознайомилися з набором.',
      'confirm-registry':
        'Перегляньте записи реєстру вашого підрозділу й підтвердьте, що станом на сьогодні вони правдиві. Реєстр буде збережено таким, як ви його бачите.',
    } as Readonly<Record<Purpose, string>>,
    leadLetter: 'Прочитайте лист і підтвердьте, що ви ознайомилися.',
    once: 'Це можна зробити один раз. Ваше ім’я й дію буде записано в історії.',
    button: {
      approve: 'Погодити',
      'confirm-unchanged': 'Підтверджую: дані не змінилися',
      acknowledge: 'Ознайомлений, ознайомлена',
      'confirm-registry': 'Підтверджую станом на сьогодні',
    } as Readonly<Record<Purpose, string>>,
    giveBack: 'Повернути на доопрацювання',
    notYou: 'Не ви? Закрийте сторінку: нічого не станеться.',
    done: {
      approved: 'Погоджено. Дякуємо.',
      'approved-later': 'Погоджено. Набір опублікується в час, який просив той, хто подав. Дякуємо.',
      returned: 'Повернуто з вашим поясненням. Дякуємо.',
      confirmed: 'Підтверджено: дані не змінилися. Дякуємо.',
      acknowledged: 'Записано: ви ознайомилися. Дякуємо.',
      'registry-confirmed': 'Реєстр підтверджено. Дякуємо.',
    } as Readonly<Record<string, string>>,
    doneLead: 'Того, хто просив, повідомлено. Посилання більше не діє.',
    code: 'Код із паперу',
    codeTitle: 'Дія за кодом',
    codeLead: 'Введіть код, який вам дали: 16 літер і цифр.',
    codeButton: 'Далі',
    dead: 'Посилання не діє',
  },
  give: {
    title: (name: string) => `Посилання без облікового запису: ${name}`,
    link: 'Посилання без облікового запису',
    lead: 'Керівник, контролер чи експерт робить одну дію за посиланням, без облікового запису. Дію буде записано з ім’ям.',
    purpose: 'Що зробити',
    purposes: {
      approve: 'погодити або повернути подання',
      'confirm-unchanged': 'підтвердити, що дані не змінилися',
      acknowledge: 'ознайомитися',
      'confirm-registry': 'підтвердити реєстр',
    } as Readonly<Record<Purpose, string>>,
    name: 'Ім’я та прізвище',
    post: 'Посада',
    email: 'Пошта',
    emailHint: 'Порожньо: код можна надрукувати й віддати.',
    days: 'Діє днів',
    button: 'Видати посилання',
    made: 'Посилання видано',
    madeLead: 'Його показано лише зараз. Якщо загубиться, скасуйте його й видайте нове.',
    sent: (email: string) => `Лист надіслано на ${email}.`,
    code: 'Код',
    address: 'Адреса',
    list: 'Видані посилання',
    listCaption: 'Кому, що і в якому стані',
    none: 'Посилань ще не видавали.',
    columns: { who: 'Кому', what: 'Що', state: 'Стан', deed: 'Дія' },
    states: { open: 'чекає', used: 'виконано', expired: 'строк минув', revoked: 'скасовано' },
    revoke: 'Скасувати',
  },
};

const en: typeof uk = {
  guest: {
    title: 'One deed by a link',
    forWhom: 'For whom',
    from: 'Who asks',
    until: 'Works until',
    lead: {
      approve: 'Look at the dataset and approve it, or return it with the reason. Once approved, it is published.',
      'confirm-unchanged':
        'Confirm that the data of this dataset have not changed. The day they are true as of becomes today.',
      acknowledge: 'Confirm that you have read the dataset.',
      'confirm-registry':
        'Look at the registry entries of your unit and confirm that they are true as of today. The registry is kept as you see it.',
    },
    leadLetter: 'Read the letter and confirm that you have read it.',
    once: 'It can be done once. Your name and the deed are recorded in the history.',
    button: {
      approve: 'Approve',
      'confirm-unchanged': 'I confirm: the data have not changed',
      acknowledge: 'I have read it',
      'confirm-registry': 'I confirm as of today',
    },
    giveBack: 'Return to be mended',
    notYou: 'Not you? Close the page: nothing happens.',
    done: {
      approved: 'Approved. Thank you.',
      'approved-later': 'Approved. The dataset is published at the time the submitter asked for. Thank you.',
      returned: 'Returned with your words. Thank you.',
      confirmed: 'Confirmed: the data have not changed. Thank you.',
      acknowledged: 'Recorded: you have read it. Thank you.',
      'registry-confirmed': 'The registry is confirmed. Thank you.',
    },
    doneLead: 'Whoever asked has been told. The link works no more.',
    code: 'Code from paper',
    codeTitle: 'A deed by a code',
    codeLead: 'Type the code you were given: 16 letters and digits.',
    codeButton: 'Next',
    dead: 'The link does not work',
  },
  give: {
    title: (name) => `Links without an account: ${name}`,
    link: 'Links without an account',
    lead: 'A head, a controller or an expert does one deed by a link, without an account. It is recorded with the name.',
    purpose: 'What to do',
    purposes: {
      approve: 'approve or return the submission',
      'confirm-unchanged': 'confirm that the data have not changed',
      acknowledge: 'read it',
      'confirm-registry': 'confirm the registry',
    },
    name: 'Name',
    post: 'Post',
    email: 'E-mail',
    emailHint: 'Empty: the code can be printed and handed over.',
    days: 'Works for days',
    button: 'Give the link',
    made: 'The link is given',
    madeLead: 'It is shown only now. If it gets lost, revoke it and give a new one.',
    sent: (email) => `A letter was sent to ${email}.`,
    code: 'Code',
    address: 'Address',
    list: 'Links given',
    listCaption: 'To whom, what and how it stands',
    none: 'No links were given yet.',
    columns: { who: 'To whom', what: 'What', state: 'State', deed: 'Deed' },
    states: { open: 'waits', used: 'done', expired: 'term over', revoked: 'revoked' },
    revoke: 'Revoke',
  },
};

/** Words of one-time links: for who has one, and for who gives them. */
export const linksTexts: Readonly<Record<Language, typeof uk>> = { uk, en };
