import type { ReadCheck } from '../read-check.ts';

/** What reading finds in workbooks only, with its pages of the guide. */
export const WORKBOOK_CHECKS: readonly ReadCheck[] = [
  {
    code: 'joined-sheets',
    title: { uk: 'Однакові аркуші прочитано разом', en: 'Sheets alike are read together' },
    why: {
      uk: 'Дані, поділені на аркуші за місяцями чи округами, неможливо відібрати або порахувати разом. Одна таблиця зі стовпцем, який каже, звідки рядок, можна.',
      en: 'Data split into sheets by month or district cannot be filtered or counted together. One table with a column that says where a row comes from can.',
    },
  },
  {
    code: 'hidden-rows',
    title: { uk: 'Приховані рядки', en: 'Hidden rows' },
    why: {
      uk: 'Рядок, якого не видно на екрані, лишається у файлі. Так найчастіше й потрапляє до всіх те, що мало лишитися всередині.',
      en: 'A row not seen on the screen stays in the file. That is how what was meant to stay inside most often gets out.',
    },
  },
  {
    code: 'hidden-columns',
    title: { uk: 'Приховані стовпці', en: 'Hidden columns' },
    why: {
      uk: 'Стовпець, якого не видно на екрані, лишається у файлі: у ньому часто телефони, коди чи службові позначки.',
      en: 'A column not seen on the screen stays in the file: it often holds phones, codes or notes of the office.',
    },
  },
  {
    code: 'formulas',
    title: { uk: 'Формули', en: 'Formulas' },
    why: {
      uk: 'У відкритих даних стоять значення, а не обчислення. Якщо формула бере числа з іншого файлу, її значення могло застаріти.',
      en: 'Open data hold values, not calculations. If a formula takes numbers from another file, its value may be out of date.',
    },
  },
  {
    code: 'formula-without-value',
    title: { uk: 'Формули без значень', en: 'Formulas without values' },
    why: {
      uk: 'Файл зробила програма, яка записала формули, але не порахувала їх: замість чисел будуть порожні клітинки.',
      en: 'The file was made by a program that wrote formulas and did not count them: instead of numbers there are empty cells.',
    },
  },
  {
    code: 'merged-cells',
    title: { uk: 'Об’єднані клітинки', en: 'Merged cells' },
    why: {
      uk: 'Об’єднана клітинка зберігає значення тільки в першому рядку. Після сортування чи відбору решта рядків лишилася б без нього.',
      en: 'A merged cell keeps its value in the first row only. Sorted or filtered, the other rows would be left without it.',
    },
  },
  {
    code: 'merged-across',
    title: { uk: 'Клітинки, об’єднані впоперек', en: 'Cells merged across columns' },
    why: {
      uk: 'Програма не знає, до котрого з цих стовпців належить значення: воно стоїть у першому, інші порожні.',
      en: 'A program cannot know to which of these columns the value belongs: it stands in the first, the others are empty.',
    },
  },
  {
    code: 'links-kept',
    title: { uk: 'Посилання за текстом', en: 'Links behind texts' },
    why: {
      uk: 'Адреса за текстом клітинки в CSV загубилася б. В окремому стовпці її прочитає і людина, і програма.',
      en: 'The address behind a cell’s text would be lost in CSV. In a column of its own both people and programs read it.',
    },
  },
  {
    code: 'links-left',
    title: { uk: 'Поодинокі посилання', en: 'Single links' },
    why: {
      uk: 'Кількох посилань замало для окремого стовпця, тож у даних лишився тільки текст.',
      en: 'A few links are too few for a column of their own, so only the text is data.',
    },
  },
  {
    code: 'shown-as-percent',
    title: { uk: 'Відсотки записано часткою', en: 'Per cents kept as shares' },
    why: {
      uk: 'На екрані 15 %, у файлі 0,15. Хто візьме дані, має знати, яка це одиниця, інакше помилиться в сто разів.',
      en: 'The screen says 15 %, the file 0.15. Whoever takes the data has to know the unit, or will be wrong a hundred times over.',
    },
  },
  {
    code: 'shown-as-currency',
    title: { uk: 'Числа зі знаком валюти', en: 'Numbers with the sign of a currency' },
    why: {
      uk: 'Знак валюти є тільки виглядом клітинки. Якщо не назвати валюту в структурі, її ніхто не дізнається.',
      en: 'The sign of a currency is only the look of a cell. Unless the structure names the currency, nobody learns it.',
    },
  },
  {
    code: 'macros',
    title: { uk: 'Макроси в книзі', en: 'Macros in the workbook' },
    why: {
      uk: 'Макрос є програмою. Публікувати файл разом із нею небезпечно для тих, хто його відкриє; дані від цього не залежать.',
      en: 'A macro is a program. To publish the file with it is unsafe for those who open it; the data do not depend on it.',
    },
  },
];
