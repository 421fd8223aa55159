import { unzipSync, zipSync } from 'fflate';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { inOffice, wordsOfDocx } from '../../../tests/support/office.ts';
import { isRequestError, type RequestError } from '../../kernel/errors.ts';
import {
  type DocumentBlock,
  fillTemplate,
  openPackage,
  readDocument,
  repeatedRow,
  rowsField,
  sampleData,
  type TemplateSketch,
  tableField,
  templateFaults,
  textField,
  writeTemplate,
} from './index.ts';

const FIELDS = [
  textField('community', 'громада', 'Вербівська міська рада'),
  textField('ground', 'підстава', 'постанова № 835'),
  rowsField('people', 'особи', [
    textField('number', '№', '1'),
    textField('name', 'ім’я', 'Олена Коваль'),
    rowsField('sets', 'набори', [textField('title', 'назва', 'Дерева')]),
  ]),
  tableField('list', 'перелік', { heading: ['Набір', 'Строк'], rows: [['Дерева', '3 дні']], shares: [3, 1] }),
];

const SKETCH: TemplateSketch = {
  parts: [
    { kind: 'issuer', lines: ['{громада}'] },
    { kind: 'kind-name', text: 'РОЗПОРЯДЖЕННЯ' },
    { kind: 'requisites', date: '__.__.2026', place: 'Вербівка', number: '№ ____' },
    { kind: 'about', text: 'Про визначення відповідальних осіб' },
    { kind: 'repeat', words: 'підстава', parts: [{ kind: 'paragraph', text: 'Відповідно до {підстава}:' }] },
    { kind: 'slot', words: 'перелік' },
    { kind: 'signature', post: 'Міський голова', name: 'Ганна МАЛЬВА' },
    {
      kind: 'annex',
      lines: ['Додаток', 'до розпорядження'],
      landscape: true,
      parts: [
        {
          kind: 'table',
          heading: ['№', 'Ім’я', 'Набори'],
          rows: [repeatedRow('особи', ['{№}', '{ІМ’Я}', '{#набори}{назва}; {/набори}'])],
          shares: [1, 4, 6],
        },
      ],
    },
  ],
};

const DATA = {
  community: 'Громада <Їжаки> & «ґанок» № 5',
  ground: 'постанови\nвід 21.10.2015 № 835',
  people: [
    { number: '1', name: 'Коваленко Олена', sets: [{ title: 'Дерева' }, { title: 'Лавки' }] },
    { number: '2', name: 'Вербич Юрій', sets: [] },
  ],
  list: { heading: ['Набір', 'Скільки'], rows: [['Дерева </w:t> & дороги', '5\nрядків']] },
};

const sayingsOf = (blocks: readonly DocumentBlock[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'page-break') return '---';
      if (block.kind === 'paragraph') return block.mark + block.runs.map(({ text }) => text).join('');
      return block.rows.map((row) => row.map((cell) => sayingsOf(cell.blocks)).join(' | ')).join('\n');
    })
    .join('\n');

const template = await writeTemplate(SKETCH);

/** The template with the text of its first paragraph put in another's place, as somebody edits it in Word. */
function edited(text: string, also: Record<string, Uint8Array> = {}): Uint8Array {
  const files = unzipSync(template);
  const xml = new TextDecoder().decode(files['word/document.xml']).replace('{громада}', text);
  return zipSync({ ...files, 'word/document.xml': new TextEncoder().encode(xml), ...also });
}

const faultsIn = (text: string) => templateFaults(edited(text), FIELDS).map(({ uk }) => uk);

function refusalOf(bytes: Uint8Array): RequestError {
  try {
    openPackage(bytes);
  } catch (error) {
    if (isRequestError(error)) return error;
  }
  throw new Error('it was taken');
}

describe('a document made by a template', () => {
  it('says what the data say, rows repeated, texts kept apart from markup', async () => {
    const made = fillTemplate(template, FIELDS, DATA);
    const words = await wordsOfDocx(made);
    for (const line of [
      'Громада <Їжаки> & «ґанок» № 5',
      'від 21.10.2015 № 835:',
      'Дерева </w:t> & дороги',
      'Коваленко Олена',
      'Дерева; Лавки;',
      'Вербич Юрій',
    ])
      expect(words).toContain(line);
    expect(words).not.toMatch(/[{}]/u);
    const xml = new TextDecoder().decode(unzipSync(made)['word/document.xml']);
    const parsed = XmlDocument.fromString(xml);
    parsed.dispose();
    // ДСТУ 4163: A4, margins 30, 10, 20, 20 mm; one half of a millimetre is 28 of these units
    expect(xml).toMatch(/<w:pgSz w:w="11907" w:h="16840"/u);
    expect(xml).toMatch(/w:top="1134" w:right="567" w:bottom="1134" w:left="1701"/u);
    expect(new TextDecoder().decode(unzipSync(made)['word/styles.xml'])).toContain('Times New Roman');
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(2);
  });

  it('leaves out a place whose text is empty, and fields nothing is known of', async () => {
    const words = await wordsOfDocx(fillTemplate(template, FIELDS, { community: 'Громада' }));
    expect(words).not.toContain('Відповідно');
    expect(words).toContain('Громада');
    expect(words).not.toContain('undefined');
  });

  it('is read back for a page: paragraphs, tables, the annex on a page of its own', () => {
    const blocks = readDocument(fillTemplate(template, FIELDS, DATA));
    const said = sayingsOf(blocks);
    expect(said).toContain('РОЗПОРЯДЖЕННЯ');
    expect(said).toContain('Відповідно до постанови\nвід 21.10.2015 № 835:');
    expect(said).toContain('1 | Коваленко Олена | Дерева; Лавки; ');
    expect(said.indexOf('---')).toBeLessThan(said.indexOf('Додаток'));
    expect(blocks.filter(({ kind }) => kind === 'page-break')).toHaveLength(1);
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(tables.map(({ lines, headingRows }) => [lines, headingRows])).toEqual([
      [false, 0],
      [true, 1],
      [false, 0],
      [true, 1],
    ]);
  });

  it('numbers, breaks and changes made in Word are read as Word shows them', () => {
    const body = [
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Перше</w:t></w:r></w:p>',
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:ins><w:r><w:t>Друге</w:t></w:r></w:ins><w:del><w:r><w:delText>Зайве</w:delText></w:r></w:del></w:p>',
      '<w:p><w:r><w:br w:type="page"/></w:r><w:r><w:t>Далі</w:t></w:r></w:p>',
    ].join('');
    const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>';
    const lists = `<w:numbering><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const files = {
      'word/document.xml': new TextEncoder().encode(`<w:document><w:body>${body}</w:body></w:document>`),
      'word/numbering.xml': new TextEncoder().encode(lists),
    };
    expect(sayingsOf(readDocument(edited('', files)))).toBe('1)Перше\n2)Друге\n---\nДалі');
  });

  it('opens in LibreOffice and prints', async () => {
    const made = fillTemplate(template, FIELDS, DATA);
    const english = fillTemplate(template, FIELDS, sampleData(FIELDS), 'en');
    expect(new TextDecoder().decode(unzipSync(english)['word/styles.xml'])).toContain('en-GB');
    await inOffice({ made, english }, (name, printed) => {
      if (!printed) return;
      expect(printed.pages).toBe(2);
      expect(printed.words).toContain(name === 'made' ? 'Вербич Юрій' : 'Олена Коваль');
    });
  });
});

describe('a template edited in Word', () => {
  it('is taken when every mark is one of the form', () => {
    expect(templateFaults(template, FIELDS)).toEqual([]);
    expect(faultsIn('{Громада } та {  ГРОМАДА}')).toEqual([]);
  });

  it.each([
    [
      'Рішення {громадда} від',
      'У тексті «Рішення {громадда} від» поля {громадда} цей документ не має. Можливо, це {громада}.',
    ],
    ['{посада}', 'У тексті «{посада}» поля {посада} цей документ не має. Візьміть поле з переліку або вилучіть дужки.'],
    ['Рада {громада', 'У тексті «Рада {громада» дужку поля {громада не закрито. Допишіть } після назви поля.'],
    ['громада} рада', 'У тексті «громада} рада» є зайва дужка }. Допишіть { перед назвою поля або вилучіть її.'],
    [
      '{#особи} ім’я',
      'У тексті «{#особи} ім’я» повтор {#особи} не закрито. Допишіть {/особи} там, де він закінчується.',
    ],
    [
      '{/набори}',
      'У тексті «{/набори}» повтор {/набори} закрито, але не відкрито. Допишіть {#набори} там, де він починається.',
    ],
    [
      '{особи}',
      'У тексті «{особи}» поле {особи} має кілька рядків. Візьміть місце, що повторюється, у {#особи} і {/особи}.',
    ],
    ['{перелік}', 'У тексті «{перелік}» поле {перелік} є цілою таблицею. Напишіть {@перелік} окремим абзацом.'],
    [
      'Усе: {@перелік}',
      'У тексті «Усе: {@перелік}» таблиця {@перелік} має стояти сама в абзаці. Перенесіть інші слова в інший абзац.',
    ],
    ['{@громада}', 'У тексті «{@громада}» поле {@громада} є текстом, а не таблицею. Напишіть {громада}.'],
    ['{назва}', 'У тексті «{назва}» поля {назва} цей документ не має. Візьміть поле з переліку або вилучіть дужки.'],
  ])('%s is told', (text, told) => {
    expect(faultsIn(text)).toContain(told);
  });

  it('faults in headers are told as such', () => {
    const header =
      '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{печатка}</w:t></w:r></w:p></w:hdr>';
    const bytes = edited('{громада}', { 'word/header1.xml': new TextEncoder().encode(header) });
    expect(templateFaults(bytes, FIELDS)[0]?.uk).toContain('У верхньому колонтитулі «{печатка}»');
  });
});

describe('a file somebody gives', () => {
  const text = (content: string) => new TextEncoder().encode(content);

  it('with macros, things of other programs or links to other files is refused', () => {
    expect(refusalOf(edited('', { 'word/vbaProject.bin': text('x') })).code).toBe('document-macros');
    const types = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    expect(refusalOf(edited('', { '[Content_Types].xml': text(types) })).code).toBe('document-macros');
    expect(refusalOf(edited('', { 'word/embeddings/one.xlsx': text('x') })).code).toBe('document-foreign');
    const link = (type: string, target: string) =>
      text(
        `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
      );
    const rels = 'word/_rels/settings.xml.rels';
    expect(refusalOf(edited('', { [rels]: link('attachedTemplate', 'https://x.example/a.dotm') })).code).toBe(
      'document-outside',
    );
    expect(refusalOf(edited('', { [rels]: link('image', 'https://x.example/a.png') })).code).toBe('document-outside');
    expect(refusalOf(edited('', { [rels]: link('hyperlink', 'file:///etc/passwd') })).code).toBe('document-outside');
    expect(openPackage(edited('', { [rels]: link('hyperlink', 'https://x.example') })).size).toBeGreaterThan(5);
  });

  it('that is no document, is closed, or unpacks to more than it says is refused', () => {
    expect(refusalOf(text('not a zip')).code).toBe('document-not-word');
    expect(refusalOf(zipSync({ 'a.txt': text('x') })).code).toBe('document-not-word');
    expect(refusalOf(edited('', { 'word/styles.xml': text('<!DOCTYPE a [<!ENTITY b "c">]><a/>') })).code).toBe(
      'document-not-word',
    );
    expect(refusalOf(new Uint8Array(11 * 1024 * 1024)).code).toBe('document-large');
    const bomb = Buffer.from(zipSync({ 'word/document.xml': [new Uint8Array(80 * 1024 * 1024), { level: 9 }] }));
    expect(bomb.length).toBeLessThan(200_000);
    expect(refusalOf(bomb).code).toBe('document-large');
    bomb.writeUInt32LE(100, bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24); // a directory that lies
    expect(refusalOf(bomb).code).toBe('document-large');
  });
});
