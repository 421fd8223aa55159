import type { ColumnKind, ColumnProfile, ColumnType } from '../../column.ts';
import { columnNames } from '../../types/column-names.ts';

interface Content {
  readonly type: ColumnType;
  readonly kind: ColumnKind | null;
  readonly examples: readonly string[];
}

const content = (type: ColumnType, kind: ColumnKind | null, ...examples: string[]): Content => ({
  type,
  kind,
  examples,
});

/** What a clerk's column under such a heading holds. */
const CONTENTS: readonly (readonly [RegExp, Content])[] = [
  [/^дата і час/iu, content('datetime', null, '2026-01-05 10:20:00')],
  [
    /дат[аи]|^видано|чинний|діє |дійсний|^(valid|date)|Date$|Created$|початок оренди|закінчення оренди|до$/iu,
    content('date', null, '05.01.2026', '17.02.2026'),
  ],
  [/катоттг|catuttc|код населеного/iu, content('text', 'katottg', 'UA21060010010012345', 'UA21060010010054321')],
  [/єдрпоу/iu, content('text', 'edrpou', '04054321', '12345678')],
  [/^код |ідентифікатор/iu, content('text', null, '04054321', '12345678')],
  [/індекс|postcode/iu, content('text', 'postal-code', '88000', '88015')],
  [/широта|^lat$/iu, content('decimal', 'latitude', '48.6208', '48.6211')],
  [/довгота|^lon$/iu, content('decimal', 'longitude', '22.2879', '22.2901')],
  [/пошта|mail|електронна адреса/iu, content('text', 'email', 'rada@example.org')],
  [/телефон|phone/iu, content('text', 'phone', '+380312000001')],
  [/посилання|сайт|url|homepage|фото/iu, content('text', 'url', 'https://example.org/1')],
  [/^область$/iu, content('text', null, 'Закарпатська область')],
  [
    /^адреса|адреса$|місце висадки/iu,
    content('text', null, '88000, м. Зразкове, вул. Миру, 5', 'м. Зразкове, просп. Волі, 17/2'),
  ],
  [/^піб депутата|^прізвище, ім/iu, content('text', null, 'Зразко Іван Петрович', 'Приклад Олена Іванівна')],
  [
    /площа|сума|вартість|тариф|ставка|оцінка|показник$|грн|ширина|висота|quantity|area/iu,
    content('decimal', null, '12.5', '130'),
  ],
  [
    /кількість|одиниць|^за$|^проти$|утримал|не голосували|відсутні$|скликання|запитів|рік$|^\d{4}$/iu,
    content('integer', null, '3', '14'),
  ],
  [/^(№|id|identifier|номер)$|№ з\/п/iu, content('integer', 'identifier', '1', '2')],
];
const WORDS = content('text', null, 'зразок тексту', 'інший зразок');

/** Profiles of an invented table's columns, as the inspection of such a file would give them. */
export function profilesOf(headings: readonly string[]): ColumnProfile[] {
  const names = columnNames(headings);
  return headings.map((title, index) => {
    const { type, kind, examples } = CONTENTS.find(([heading]) => heading.test(title))?.[1] ?? WORDS;
    return { index, name: names[index] ?? '', title, type, kind, examples, blanks: 0, distinct: 40 };
  });
}
