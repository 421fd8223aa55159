import { describe, expect, it, test } from 'vitest';
import type { NewMessage } from './message.ts';
import { heldReasons, looksLikeRequest, textHash } from './spam-rules.ts';

const message = (text: string, change: Partial<NewMessage> = {}): NewMessage => ({
  kind: 'question',
  dataset: null,
  text,
  consent: true,
  language: 'uk',
  origin: 'http://x',
  ...change,
});
const reasons = (text: string, change: Partial<NewMessage> = {}) =>
  heldReasons(message(text, change), { repeats: 0, tookMs: 60_000 });

/** What people write; invented. */
const HONEST = [
  'Чому в зупинки «Ринок» немає адреси?',
  'У рядку 14 дата договору 31.02.2025, такого дня немає.',
  'Коли оновите перелік укриттів? Востаннє було в березні.',
  'Дякую за дані! Чи буде стовпець із координатами?',
  'Де взяти дані за 2019 рік?',
  'Не відкривається файл, браузер пише помилку 404: https://data.example.ua/file/12',
  'Порівняйте з https://www.drs.gov.ua/open і https://data.gov.ua/dataset/1, там інші числа.',
  'ДОБРИЙ ДЕНЬ',
  'ПРОШУ ВИПРАВИТИ НАЗВУ ВУЛИЦІ ЛЕСІ УКРАЇНКИ В РЯДКУ 5',
  'Please add an English description of the columns, I use the data in a student project.',
  'Could you tell me how often the timetable is updated? Thank you.',
  'Скільки коштує оренда приміщення на площі Ринок, 3? У таблиці порожньо.',
  'У наборі про кредити громади сума кредиту записана в тисячах, а підписано гривні.',
  'Хто купив ділянку? У стовпці «Покупець» порожньо, а в протоколі аукціону прізвище є.',
  'Знижка для пенсіонерів на проїзд у таблиці тарифів не вказана.',
  'В бюджеті за жовтень сума видатків не сходиться: 1 234 567 і 1 234 576.',
  'чому так довго',
  'Зробіть, будь ласка, API для черг у садочки',
  'Файл у кодуванні 1251, літери ієї псуються.',
  'На карті школа № 7 стоїть у річці.',
  'Номер телефону амбулаторії неправильний, там відповідає магазин.',
  'Лічильник показує 10 000 рядків, а у файлі 9 998.',
  'Дані про інвестиції за 2024 рік коли будуть?',
  'Чи можна отримати дані у форматі GeoJSON?',
  'Автобус 12 уже не їздить через міст, а в розкладі їздить.',
  'Пишу втретє: де дані про закупівлі лікарні',
  'Стовпець «ЄДРПОУ» втратив нулі на початку.',
  'Перевірте e-mail відповідальної особи, лист повернувся.',
  'Набір «Вирубка дерев» не оновлювали 400 днів, а обіцяли щомісяця.',
  'Підкажіть, чи входять у перелік сходи біля ринку.',
];

/** What robots and advertisers send; invented. */
const SPAM = [
  'Купити дешево бонус казино https://kazyno.example',
  'Best casino bonus 2026! Play now https://casino.example',
  'Заробіток в інтернеті від 50000 грн, пишіть t.me/zarobitok_example',
  'Кредит онлайн без відмови, позика за 5 хвилин https://kredyt.example',
  'Просування сайтів, SEO, зворотні посилання backlinks недорого',
  'We offer SEO and backlinks for your website, guest post available, cheap prices',
  'Купить диплом с занесением, дешево, скидки',
  'Buy viagra cialis online pharmacy discount',
  '[url=http://spam.example]click here[/url] great site',
  '<a href="http://spam.example">Сайт</a> найкращі ціни',
  'Invest now in crypto and earn money every day, subscribe to our telegram channel',
  'Пасивний дохід на біткоін, інвестуйте сьогодні, підписуйтесь',
  'Знайомства без реєстрації, ескорт escort, dating https://date.example',
  'Репліки годинників, знижки до 90%, замовляйте https://watch.example www.watch2.example',
  'Схуднення без дієт! Купити зі знижкою',
  'xkcjvbn qwrtpsdfg zxcvbnm hjklpqw https://a.example b.shop',
  'Hello, I can increase traffic of your site, promo code inside, www.traffic.example',
  'ПРОМОКОД НА СТАВКИ НА СПОРТ! БОНУС НОВИМ ГРАВЦЯМ',
  'Ворожка Марія зніме порчу, приворот, whatsapp, дешево',
  'Hi, do you want cheap discount pills? buy now',
  'Заработок на дому, продвижение в соцсетях',
  'Crypto signals, forex robot, earn money',
  'Ліцензійні ключі Windows дешево, купити',
  'Слоти і бонуси, казино онлайн',
  'loan loan loan bonus get fast money today https://loan.example',
];

describe('messages held back', () => {
  it('are none of what people write', () => {
    const wrong = HONEST.map((text) => [text, reasons(text)] as const).filter(([, why]) => why.length > 0);
    expect(wrong).toEqual([]);
  });

  it('are nearly all of what robots and advertisers send', () => {
    const passed = SPAM.filter((text) => reasons(text).length === 0);
    expect(passed.length, passed.join('\n')).toBeLessThanOrEqual(Math.floor(SPAM.length / 20));
  });

  it('come with the reasons; a pasted text, a foreign one, capitals alone are none', () => {
    expect(reasons('Купити дешево бонус казино https://kazyno.example')).toEqual(['links', 'advertising']);
    const long = 'Перелік зупинок містить помилки в назвах вулиць. '.repeat(20);
    expect(heldReasons(message(long), { repeats: 0, tookMs: 3000 })).toEqual([]);
    expect(heldReasons(message(long), { repeats: 3, tookMs: 60_000 })).toEqual(['repeat']);
  });

  it('the same words are known however they are spaced and written', () => {
    const one = textHash({ text: 'Оновіть розклад!' });
    expect(textHash({ text: '  ОНОВІТЬ\n розклад ' })).toBe(one);
    expect(textHash({ text: 'Оновіть розклади' })).not.toBe(one);
  });
});

test.each([
  ['Прошу надати копії рішень виконкому за 2025 рік.', true],
  ['Запит на інформацію: скільки коштував ремонт?', true],
  ['Відповідно до статті 13 Закону України прошу повідомити витрати.', true],
  ['Надішліть мені, будь ласка, усі договори оренди.', true],
  ['Please provide copies of all contracts for 2025.', true],
  ['Чому в зупинки «Ринок» немає адреси?', false],
  ['Коли оновите набір?', false],
  ['Надайте, будь ласка, доступ до API.', false],
])('«%s» looks like a request under the Law: %s', (text, expected) => {
  expect(looksLikeRequest(text)).toBe(expected);
});
