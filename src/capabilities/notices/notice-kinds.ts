import type { Text } from '../../kernel/text.ts';

/** One kind of notice. */
export interface NoticeKindFacts {
  /** What the person ticks: «Набір повернено на доопрацювання». */
  readonly name: Text;
  /** The sentence; `{subject}` is what it is about, `{count}` and `{unit}` are facts. */
  readonly sentence: Text;
  /** True: by letter at once; the others wait for the digest. Few. */
  readonly urgent?: boolean;
}

const kind = (name: Text, sentence: Text, urgent = false): NoticeKindFacts => ({ name, sentence, urgent });
const t = (uk: string, en: string): Text => ({ uk, en });

const OF_DATASETS = {
  'dataset.submitted': kind(
    t('Набір подано на перевірку', 'A dataset was submitted'),
    t('Набір «{subject}» чекає вашої перевірки.', 'The dataset “{subject}” waits for your review.'),
  ),
  'dataset.returned': kind(
    t('Набір повернено на доопрацювання', 'A dataset was returned'),
    t('Набір «{subject}» повернули на доопрацювання.', 'The dataset “{subject}” was returned to be mended.'),
    true,
  ),
  'dataset.approved': kind(
    t('Набір погоджено', 'A dataset was approved'),
    t('Набір «{subject}» погоджено.', 'The dataset “{subject}” was approved.'),
  ),
  'dataset.scheduled': kind(
    t('Оприлюднення заплановано', 'A publication was planned'),
    t('Оприлюднення набору «{subject}» заплановано.', 'The publication of “{subject}” is planned.'),
  ),
  'dataset.not-published': kind(
    t('Набір не вдалося оприлюднити', 'A dataset could not be published'),
    t('Набір «{subject}» не оприлюднено.', 'The dataset “{subject}” was not published.'),
    true,
  ),
  'dataset.review-closed': kind(
    t('Перевірку набору припинено', 'The review of a dataset was ended'),
    t('Перевірку набору «{subject}» припинено.', 'The review of the dataset “{subject}” was ended.'),
  ),
  'dataset.commented': kind(
    t('Коментар до набору', 'A comment on a dataset'),
    t('До набору «{subject}» залишили коментар.', 'There is a comment on the dataset “{subject}”.'),
  ),
  'dataset.due-soon': kind(
    t('Скоро строк оновлення', 'An update is due soon'),
    t('Скоро строк оновити набір «{subject}».', 'The dataset “{subject}” is due for an update soon.'),
  ),
  'dataset.overdue': kind(
    t('Строк оновлення минув', 'An update is overdue'),
    t('Строк оновлення набору «{subject}» минув.', 'The update of the dataset “{subject}” is overdue.'),
  ),
  'dataset.reminded': kind(
    t('Нагадування координатора', 'A reminder from the coordinator'),
    t('Координатор нагадує про набір «{subject}».', 'The coordinator reminds you of the dataset “{subject}”.'),
  ),
  'dataset.assigned': kind(
    t('Вам доручено набір', 'A dataset was assigned to you'),
    t('Вам доручено набір «{subject}».', 'The dataset “{subject}” was assigned to you.'),
  ),
  'original.due': kind(
    t('Початковий файл буде вилучено', 'An original file will be deleted'),
    t(
      'Скоро вилучимо початковий файл набору «{subject}»: строк зберігання персональних даних спливає.',
      'The original file of “{subject}” will be deleted soon: the term of keeping personal data ends.',
    ),
  ),
  'privacy.review-due': kind(
    t('Переглянути рішення про персональні дані', 'A decision on personal data is to be reviewed'),
    t(
      'Настав день переглянути, що в наборі «{subject}» приховано від людей.',
      'The day has come to review what of the dataset “{subject}” is withheld.',
    ),
  ),
  'privacy.security-due': kind(
    t('Переглянути безпекове рішення', 'A security decision is to be reviewed'),
    t(
      'Настав день переглянути безпекове рішення про набір «{subject}». Доки його не підтверджено, набір не оновити.',
      'The day has come to review the security decision on the dataset “{subject}”. Until it is confirmed, the dataset cannot be updated.',
    ),
  ),
  'review.late': kind(
    t('Строк перевірки минув', 'A review is overdue'),
    t('Строк перевірити набір «{subject}» минув.', 'The review of the dataset “{subject}” is overdue.'),
  ),
  'review.answered': kind(
    t('Відповідь за посиланням', 'An answer by link'),
    t('Про набір «{subject}» відповіли за посиланням.', 'There is an answer by link about the dataset “{subject}”.'),
  ),
} as const;

const OF_MESSAGES = {
  'message.received': kind(
    t('Нове повідомлення від людей', 'A new message from people'),
    t('Надійшло повідомлення: {subject}.', 'A message has come: {subject}.'),
    true,
  ),
  'message.due-soon': kind(
    t('Скоро строк відповіді', 'An answer is due soon'),
    t('Скоро строк відповісти: {subject}.', 'An answer is due soon: {subject}.'),
  ),
  'message.overdue': kind(
    t('Строк відповіді минув', 'An answer is overdue'),
    t('Строк відповіді минув: {subject}.', 'An answer is overdue: {subject}.'),
  ),
  'message.task': kind(
    t('Підтверджена помилка в даних', 'A confirmed error in the data'),
    t('У наборі «{subject}» треба виправити помилку.', 'An error in the dataset “{subject}” is to be mended.'),
  ),
} as const;

const OF_EXPOSURE = {
  'exposure.reported': kind(
    t('Повідомили про персональні дані', 'Personal data were reported'),
    t(
      'Повідомили про персональні дані в наборі «{subject}». Перевірте якнайшвидше.',
      'Personal data were reported in the dataset “{subject}”. Please look at it as soon as you can.',
    ),
    true,
  ),
  'exposure.overdue': kind(
    t('Минув строк відповіді про персональні дані', 'A report on personal data is overdue'),
    t(
      'Минув строк відповісти на повідомлення про персональні дані в наборі «{subject}».',
      'A report on personal data in the dataset “{subject}” is overdue.',
    ),
  ),
  'exposure.found': kind(
    t('В оприлюдненому знайдено ознаки персональних даних', 'Signs of personal data in what is public'),
    t(
      'В оприлюдненому наборі «{subject}» знайдено ознаки персональних даних: стовпців {count}.',
      'Signs of personal data were found in the public dataset “{subject}”: columns {count}.',
    ),
    true,
  ),
  'exposure.hidden': kind(
    t('Стовпець тимчасово приховано', 'A column was hidden for a time'),
    t(
      'У наборі «{subject}» тимчасово приховано стовпець. Вирішіть, чи лишати його закритим.',
      'A column of the dataset “{subject}” was hidden for a time. Please decide whether it stays closed.',
    ),
    true,
  ),
} as const;

const OF_LOADS = {
  'load.failed': kind(
    t('Завантаження за розкладом не вдалося', 'A scheduled load failed'),
    t('Дані для набору «{subject}» не завантажилися.', 'The data of the dataset “{subject}” did not load.'),
    true,
  ),
  'load.recovered': kind(
    t('Завантаження за розкладом відновилося', 'A scheduled load works again'),
    t('Дані для набору «{subject}» знову завантажуються.', 'The data of the dataset “{subject}” load again.'),
  ),
  'load.waits': kind(
    t('Завантажені дані чекають людини', 'Loaded data wait for a person'),
    t('Завантажені дані набору «{subject}» чекають вас.', 'Loaded data of the dataset “{subject}” wait for you.'),
  ),
  'token.expiring': kind(
    t('Ключ доступу скоро скінчиться', 'A token expires soon'),
    t('Ключ доступу «{subject}» скоро перестане діяти.', 'The token “{subject}” expires soon.'),
  ),
} as const;

const OF_PEOPLE = {
  'person.changed': kind(
    t('Змінилася відповідальна особа', 'A responsible person changed'),
    t('Зміна відповідальної особи: {subject}.', 'A change of a responsible person: {subject}.'),
  ),
  'person.absent': kind(t('Хтось відсутній', 'Somebody is away'), t('Відсутність: {subject}.', '{subject} is away.')),
  'appointment.given': kind(
    t('Вам передано роботу', 'Work was passed on to you'),
    t('Вам передано роботу, яку вів: {subject}.', 'Work was passed on to you from {subject}.'),
  ),
  'absence.begun': kind(
    t('Ви заміщаєте відсутнього', 'You stand in for somebody'),
    t('Ви заміщаєте: {subject}.', 'You stand in for {subject}.'),
    true,
  ),
  'history.broken': kind(
    t('Історія змін пошкоджена', 'The history is damaged'),
    t('Перевірка історії знайшла пошкодження: {subject}.', 'The check of the history found damage: {subject}.'),
    true,
  ),
} as const;

const OF_TRAINING = {
  'policy.review': kind(
    t('Час переглянути Положення', 'A policy is to be reviewed'),
    t('«{subject}» час переглянути.', '“{subject}” is to be reviewed.'),
  ),
  'training.due': kind(
    t('Потрібно пройти курс', 'A course is due'),
    t('Вам потрібно пройти курс «{subject}».', 'You are due to take the course “{subject}”.'),
  ),
  'training.lapses': kind(
    t('Строк дії курсу спливає', 'A course soon ceases to count'),
    t('Скоро спливає строк курсу «{subject}».', 'The course “{subject}” soon ceases to count.'),
  ),
  'training.soon': kind(
    t('Скоро навчання', 'A training is soon'),
    t('Ви записані на навчання «{subject}».', 'You are down for the training “{subject}”.'),
  ),
  'letter.received': kind(
    t('Лист координатора', 'A letter from the coordinator'),
    t('Вам лист: {subject}.', 'There is a letter for you: {subject}.'),
  ),
  'group.sitting': kind(
    t('Засідання робочої групи', 'A session of the working group'),
    t('Заплановано засідання: {subject}.', 'A session is planned: {subject}.'),
  ),
  'group.decision': kind(
    t('Рішення робочої групи для вас', 'A decision of the working group for you'),
    t('Вам доручено виконати рішення: {subject}.', 'You are to carry out a decision: {subject}.'),
  ),
  'group.decision-due': kind(
    t('Строк рішення робочої групи', 'The term of a decision'),
    t('Строк виконати рішення: {subject}.', 'A decision is due: {subject}.'),
  ),
  'guidance.changed': kind(
    t('Нова редакція прочитаного матеріалу', 'A new edition of guidance you read'),
    t('Матеріал «{subject}» має нову редакцію.', 'The guidance “{subject}” has a new edition.'),
  ),
  'guidance.adapt': kind(
    t('Першоджерело адаптації змінилося', 'The original of an adaptation changed'),
    t('Першоджерело матеріалу «{subject}» має нову редакцію.', 'The original of “{subject}” has a new edition.'),
  ),
  'training.cancelled': kind(
    t('Навчання скасовано', 'A training was cancelled'),
    t('Навчання «{subject}» скасовано.', 'The training “{subject}” was cancelled.'),
    true,
  ),
} as const;

const OF_DICTIONARY = {
  'dictionary.field-changed': kind(
    t('Змінено спільне поле', 'A shared field was changed'),
    t(
      'Змінено спільне поле, до якого прив’язано стовпці набору «{subject}». Зміна вийде з наступною версією.',
      'A shared field that columns of “{subject}” are bound to was changed. It comes with the next version.',
    ),
  ),
  'dictionary.card-outdated': kind(
    t('Набір відійшов від технічної картки', 'A dataset differs from its technical card'),
    t(
      'Набір «{subject}» змінився після затвердження технічної картки. Перегляньте її й затвердьте знову.',
      'The dataset “{subject}” changed after its technical card was approved. Look at it and approve it again.',
    ),
  ),
};

const OF_LISTS = {
  'mandates.edition-changed': kind(
    t('Змінився перелік обов’язкових наборів', 'The list of required datasets changed'),
    t(
      'Нова редакція переліку «{subject}» змінює те, за що відповідає «{unit}»: {count}.',
      'The new edition “{subject}” of the list changes what “{unit}” answers for: {count}.',
    ),
  ),
  'mandates.review-due': kind(
    t('Час переглянути відповідь, чому набору немає', 'An answer why there is no dataset is due for review'),
    t('Час переглянути відповідь за пунктом «{subject}».', 'The answer on the item “{subject}” is due for review.'),
  ),
} as const;

/** Every kind there is, in the order the person's settings list them. */
export const NOTICE_KINDS = {
  ...OF_DATASETS,
  ...OF_MESSAGES,
  ...OF_EXPOSURE,
  ...OF_LOADS,
  ...OF_PEOPLE,
  ...OF_TRAINING,
  ...OF_LISTS,
  ...OF_DICTIONARY,
} as const;

export type NoticeKind = keyof typeof NOTICE_KINDS;

/** What is known of a kind. */
export function factsOfKind(name: NoticeKind): NoticeKindFacts {
  return NOTICE_KINDS[name];
}

/** True for a kind there is. */
export function isNoticeKind(name: string): name is NoticeKind {
  return Object.hasOwn(NOTICE_KINDS, name);
}
