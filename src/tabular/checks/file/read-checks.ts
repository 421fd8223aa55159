import { lines } from '../example.ts';
import type { ReadCheck } from '../read-check.ts';
import { PART_CHECKS } from './part-checks.ts';

/** What reading itself finds. */
export const READ_CHECKS: readonly ReadCheck[] = [
  {
    code: 'extension-letters',
    title: { uk: 'Українська літера в розширенні файлу', en: 'A Ukrainian letter in the file’s extension' },
    why: {
      uk: 'З «.сsv», де «с» українська, файл не відкриється подвійним клацанням, а програми не вважатимуть його таблицею.',
      en: 'With a Ukrainian “с” in “.сsv” the file does not open by a double click, and programs do not take it for a table.',
    },
    example: {
      before: lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2'),
      after: lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2'),
      fileName: 'заклади.сsv',
      afterName: 'заклади.csv',
      asText: true,
    },
  },
  {
    code: 'extension-differs',
    title: { uk: 'Розширення не відповідає змісту', en: 'The extension is not what the file holds' },
    why: {
      uk: 'Excel попередить, що файл пошкоджено, а програма, яка вірить назві, його не прочитає.',
      en: 'Excel warns that the file is damaged, and a program that believes the name cannot read it.',
    },
    example: {
      before: lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2'),
      after: lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2'),
      fileName: 'заклади.xlsx',
      afterName: 'заклади.csv',
      asText: true,
    },
  },
  {
    code: 'mixed-line-ends',
    title: { uk: 'Рядки закінчуються по-різному', en: 'Lines end in different ways' },
    why: {
      uk: 'Файл, склеєний із частин різних програм, деякі програми читають до першого чужого кінця рядка, а далі бачать один довгий рядок.',
      en: 'A file put together of parts from several programs is read by some only to the first foreign line end; after it they see one long line.',
    },
    example: {
      before: 'Номер,Назва\r\n1,Школа № 1\r\n2,Садок № 2\n3,Ліцей\n',
      after: lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2', '3,Ліцей'),
      asText: true,
    },
  },
  {
    code: 'no-header',
    title: { uk: 'Немає рядка з назвами стовпців', en: 'No row of column names' },
    why: {
      uk: 'Без назв ніхто не знає, що стоїть у стовпцях, а програмі немає за чим до них звернутися.',
      en: 'Without names nobody knows what the columns hold, and a program has nothing to ask for them by.',
    },
    example: {
      before: lines('1,320,2024-01-15', '2,410,2024-02-01', '3,120,2024-03-07'),
      after: lines('Номер,Місць,Дата', '1,320,2024-01-15', '2,410,2024-02-01', '3,120,2024-03-07'),
    },
  },
  {
    code: 'no-rows',
    title: { uk: 'Лише заголовок, без даних', en: 'A header and no data' },
    why: {
      uk: 'Набір без жодного рядка даних нікому нічого не скаже.',
      en: 'A dataset without a row of data tells nobody anything.',
    },
    example: { before: lines('Номер,Назва,Місць'), after: lines('Номер,Назва,Місць', '1,Школа № 1,320') },
  },
  {
    code: 'ragged-row',
    title: { uk: 'Рядки різної довжини', en: 'Rows of different length' },
    why: {
      uk: 'Якщо в рядку бракує клітинки або є зайва, значення зсуваються під чужі назви, і програма читає телефон як адресу.',
      en: 'Where a row lacks a cell or has one too many, values slip under other names, and a program reads a phone as an address.',
    },
    example: {
      before: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2', '3,Садок № 3,120'),
      after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,', '3,Садок № 3,120'),
    },
  },
  {
    code: 'rows-above-header',
    title: { uk: 'Рядки над заголовком', en: 'Rows above the header' },
    why: {
      uk: 'Назва звіту й порожні рядки зверху зручні на папері, а програма вважає назвами стовпців перший рядок файлу.',
      en: 'A title and empty rows at the top suit paper, but a program takes the first row of the file for column names.',
    },
    example: {
      before: lines(
        'Перелік шкіл станом на 01.09.2025,,',
        ',,',
        'Номер,Назва,Місць',
        '1,Школа № 1,320',
        '2,Школа № 2,410',
      ),
      after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410'),
    },
  },
  {
    code: 'broken-characters',
    title: { uk: 'Пошкоджені символи', en: 'Damaged characters' },
    why: {
      uk: 'На місці пошкодженого символу вже не видно, яка була літера: відновити її можна лише там, звідки файл.',
      en: 'A damaged character no longer tells which letter it was: only the place the file came from can restore it.',
    },
    example: {
      before: lines('Номер,Назва', '1,Шк�ла № 1', '2,Садок № 2'),
      after: lines('Номер,Назва', '1,Школа № 1', '2,Садок № 2'),
      bytes: 'damaged',
    },
  },
  {
    code: 'broken-quote',
    title: { uk: 'Лапки не за правилами', en: 'Quotes against the rules' },
    why: {
      uk: 'Незакриті лапки можуть злити кілька рядків у один: програма читає все після них як одне значення.',
      en: 'A quote that is not closed may melt several rows into one: a program reads all after it as one value.',
    },
    example: {
      before: lines('Номер,Назва,Місць', '1,"Школа "Мрія" № 1",320', '2,Школа № 2,410'),
      after: lines('Номер,Назва,Місць', '1,"Школа ""Мрія"" № 1",320', '2,Школа № 2,410'),
    },
  },
  {
    code: 'other-delimiter',
    title: { uk: 'Рядки з іншим роздільником', en: 'Rows with another delimiter' },
    why: {
      uk: 'Рядок, поділений іншим знаком, програма бере за одну довгу клітинку, і решта його стовпців лишається порожньою.',
      en: 'A row cut by another character is one long cell to a program, and the rest of its columns stay empty.',
    },
    example: {
      before: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2;Школа № 2;410', '3,Садок № 3,120'),
      after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410', '3,Садок № 3,120'),
    },
  },
  {
    code: 'notes-below',
    title: { uk: 'Примітки під таблицею', en: 'Notes below the table' },
    why: {
      uk: 'Програма бере примітку за ще один рядок даних. Їй місце в описі набору, де її прочитають.',
      en: 'A program takes a note for one more row of data. Its place is the description of the dataset, where people read it.',
    },
    example: {
      before: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410', ',,', 'Примітка. Дані на 01.09.2025,,'),
      after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410'),
    },
  },
  {
    code: 'repeated-header',
    title: { uk: 'Заголовок повторюється', en: 'The header is repeated' },
    why: {
      uk: 'Повторений заголовок потрібен на друкованих сторінках. У даних він стає рядком, у якому замість чисел стоять назви.',
      en: 'A repeated header suits printed pages. In data it becomes a row that holds names where numbers belong.',
    },
    example: {
      before: lines('Номер,Назва,Місць', '1,Школа № 1,320', 'Номер,Назва,Місць', '2,Школа № 2,410'),
      after: lines('Номер,Назва,Місць', '1,Школа № 1,320', '2,Школа № 2,410'),
    },
  },
  {
    code: 'header-joined',
    title: { uk: 'Назви стовпців у кількох рядках', en: 'Column names in several rows' },
    why: {
      uk: 'Програма читає назви з одного рядка. Складені назви бувають довгими, тож краще дати їм короткі самим.',
      en: 'A program reads names from one row. Joined names may be long, so short ones of your own are better.',
    },
    example: {
      before: lines('Номер,Місць,', ',Перша зміна,Друга зміна', '1,320,15', '2,410,20'),
      after: lines('Номер,Місць Перша зміна,Місць Друга зміна', '1,320,15', '2,410,20'),
    },
  },
  {
    code: 'nested-values',
    title: { uk: 'Списки всередині клітинок', en: 'Lists inside cells' },
    why: {
      uk: 'Список у клітинці не відібрати й не порахувати, як звичайне значення: хто бере таблицю, мусить розбирати його сам.',
      en: 'A list in a cell cannot be filtered or counted like a plain value: whoever takes the table has to take it apart.',
    },
    example: {
      before: '[{"id": 1, "phones": [["0322", "0323"]]}, {"id": 2, "phones": [["0324"]]}]\n',
      after: '[{"id": 1, "phone": "0322"}, {"id": 2, "phone": "0324"}]\n',
      fileName: 'data.json',
    },
  },
  {
    code: 'beside-list',
    title: { uk: 'Поля поруч зі списком', en: 'Fields beside the list' },
    why: {
      uk: 'Ці поля не є рядками таблиці, тож у дані не входять. Якщо вони важливі, запишіть їх у паспорт набору.',
      en: 'These fields are no rows of the table, so they are left out. If they matter, write them in the passport.',
    },
    example: {
      before: '{"updated": "2025-09-01", "items": [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}]}\n',
      after: '[{"id": 1, "name": "A"}, {"id": 2, "name": "B"}]\n',
      fileName: 'data.json',
    },
  },
  {
    code: 'value-outside',
    title: { uk: 'Значення поза дозволеними', en: 'Values that are not allowed' },
    why: {
      uk: 'Структура обіцяє, які значення бувають у стовпці. Програма, що на це покладається, на іншому значенні помилиться.',
      en: 'The structure promises what values the column has. A program that relies on it fails on any other.',
    },
  },
  ...PART_CHECKS,
];
