import type { Language } from '../kernel/text.ts';

export const cityPlacesUk = {
  title: 'Громада',
  lead: 'Усе, що громада веде навколо своїх наборів: хто за що відповідає, що оприлюднити обов’язково і чим це підтверджено.',
  nothing: 'У цьому розділі для вас поки нічого немає',
  groups: {
    data: 'Що оприлюднюємо',
    people: 'Хто відповідає і кому допомогти',
    grounds: 'На яких підставах',
    words: 'Спільні слова',
  },
  places: {
    required: {
      name: 'Обов’язкові набори',
      about: 'Що громада має оприлюднити за законом і власним переліком, хто за що відповідає і чого ще немає.',
    },
    orders: {
      name: 'Розпорядчі документи',
      about: 'Розпорядження й рішення: один рядок із номером, і все підготовлене стає чинним.',
    },
    policy: {
      name: 'Положення',
      about: 'Текст, за яким працює громада: версії, зауваження, строки поруч із налаштуваннями.',
    },
    norms: { name: 'Нормативна база', about: 'Закони й документи громади, перевірка цитат у текстах.' },
    exposure: {
      name: 'Вже оприлюднене',
      about: 'Повідомлення про персональні дані, знайдені ознаки, тимчасово приховані стовпці.',
    },
    exchange: {
      name: 'Перенести набори',
      about: 'Набори громади з data.gov.ua або іншого портала: паспорти, файли й дати стають чернетками тут.',
    },
    units: { name: 'Підрозділи', about: 'Дерево підрозділів, закладів і підприємств, їхні коди й контакти.' },
    persons: {
      name: 'Відповідальні особи',
      about: 'Розпорядження про визначення, повідомлення про відповідальність, листи групам.',
    },
    training: { name: 'Навчання', about: 'Хто пройшов курс, коли наступне навчання і хто на ньому був.' },
    personalData: {
      name: 'Рішення щодо персональних даних',
      about: 'Який стовпець якого набору прибрано, приховано чи оприлюднено, на якій підставі, хто й коли.',
    },
    registry: { name: 'Реєстр даних', about: 'Усі набори громади в десяти полях, зараз і на будь-яку дату.' },
    consultations: {
      name: 'Журнал консультацій',
      about: 'Кого, про що й скільки хвилин консультували; підсумки за квартал.',
    },
    materials: {
      name: 'Методичні матеріали',
      about: 'Поради й правила, які з’являються на тому кроці, де вони потрібні.',
    },
    evidence: { name: 'Докази', about: 'Що зроблено і що це підтверджує, за будь-який період.' },
    documents: { name: 'Документи', about: 'Папери, складені з даних системи, шаблони у Word і відмінки.' },
    group: { name: 'Робоча група', about: 'Склад, засідання й рішення, які стають завданнями та обіцяними наборами.' },
    technicalCards: {
      name: 'Технічні картки',
      about: 'Формати, ідентифікатори й класифікатори кожного набору: що затверджено і що відтоді змінилося.',
    },
    dictionary: {
      name: 'Словник полів',
      about: 'Спільні поля наборів: однакова назва, тип і перевірки всюди, де вони є.',
    },
    codeLists: { name: 'Довідники', about: 'Переліки кодів і значень, якими користуються набори.' },
    structures: {
      name: 'Структури громади',
      about: 'Свої структури таблиць, за якими впізнаються файли; версії, вивід з ужитку.',
    },
    searchWords: { name: 'Слова пошуку', about: 'Якими словами люди шукають і що вони знаходять.' },
  },
};

type CityPlacesTexts = typeof cityPlacesUk;

const en: CityPlacesTexts = {
  title: 'Community',
  lead: 'All that the community keeps around its datasets: who answers for what, what must be published and what proves it.',
  nothing: 'There is nothing here for you yet',
  groups: {
    data: 'What we publish',
    people: 'Who answers and whom to help',
    grounds: 'On what grounds',
    words: 'Common words',
  },
  places: {
    required: {
      name: 'Required datasets',
      about:
        'What the community must publish by law and its own list, who answers for what, and what is not there yet.',
    },
    orders: { name: 'Orders and decisions', about: 'One line with a number, and all that was prepared is in force.' },
    policy: { name: 'Policy', about: 'The text the community works by: versions, remarks, terms beside the settings.' },
    norms: { name: 'Legal base', about: 'Laws and documents of the community, a check of citations in texts.' },
    exposure: {
      name: 'Already public',
      about: 'Reports of personal data, signs that were found, columns hidden for a time.',
    },
    exchange: {
      name: 'Carry datasets over',
      about:
        'Datasets of the community on data.gov.ua or another portal: passports, files and dates become drafts here.',
    },
    units: { name: 'Units', about: 'The tree of units, institutions and enterprises, their codes and contacts.' },
    persons: {
      name: 'Responsible persons',
      about: 'The order that appoints them, notices of liability, letters to groups.',
    },
    training: { name: 'Training', about: 'Who took a course, when the next training is and who came.' },
    personalData: {
      name: 'Decisions on personal data',
      about: 'Which column of which dataset was removed, masked or published, on what ground, by whom and when.',
    },
    registry: { name: 'Data registry', about: 'All datasets of the community in ten fields, now and on any day.' },
    consultations: {
      name: 'Journal of consultations',
      about: 'Whom, on what and how long people were advised; totals of a quarter.',
    },
    materials: { name: 'Guidance', about: 'Advice and rules, shown at the step where they are needed.' },
    evidence: { name: 'Evidence', about: 'What was done and what it proves, in any period.' },
    documents: {
      name: 'Documents',
      about: 'Papers written of the system’s data, Word templates and grammatical cases.',
    },
    group: { name: 'Working group', about: 'Members, sessions and decisions that become tasks and promised datasets.' },
    technicalCards: {
      name: 'Technical cards',
      about: 'Formats, identifiers and classifiers of each dataset: what is approved and what changed since.',
    },
    dictionary: {
      name: 'Dictionary of fields',
      about: 'Fields datasets share: the same name, type and checks wherever they stand.',
    },
    codeLists: { name: 'Code lists', about: 'Lists of codes and values that datasets use.' },
    structures: {
      name: 'Structures of the community',
      about: 'Your own structures of tables that files are recognised by; versions, taking out of use.',
    },
    searchWords: { name: 'Search words', about: 'What words people search by and what they find.' },
  },
};

export const cityPlacesTexts: Record<Language, CityPlacesTexts> = { uk: cityPlacesUk, en };
