import { unzipSync } from 'fflate';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { writeDocx } from './write-docx.ts';

async function partsOf(document: Parameters<typeof writeDocx>[0]) {
  const files = unzipSync(await writeDocx(document));
  return (name: string) => new TextDecoder().decode(files[name]);
}

describe('a document an office files', () => {
  it('has its words in Ukrainian letters, its tables with a repeated heading, its signature and A4', async () => {
    const part = await partsOf({
      title: 'Паспорт набору даних',
      above: 'Вербівська територіальна громада',
      language: 'uk',
      addressee: ['Голові громади', 'Ганні МАЛЬВІ'],
      parts: [
        { kind: 'heading', text: 'Об’єкт: ґанок, їжак, Єва № 5' },
        { kind: 'paragraph', text: 'Перший.\n\nДругий <абзац> & «лапки».' },
        {
          kind: 'key-values',
          rows: [
            ['Найменування', 'Дерева'],
            ['Структура', ['перша', 'друга']],
          ],
        },
        { kind: 'table', heading: ['Стовпець', 'Тип'], rows: [['Порода', 'текст']], shares: [3, 1] },
        { kind: 'signature', post: 'Начальник відділу', name: 'Олена КОВАЛЬ' },
      ],
    });
    const xml = part('word/document.xml');
    const parsed = XmlDocument.fromString(xml);
    parsed.dispose();
    const words = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
    for (const line of [
      'Об’єкт: ґанок, їжак, Єва № 5',
      'Перший.',
      'Другий &lt;абзац&gt; &amp; «лапки».',
      'Олена КОВАЛЬ',
    ])
      expect(words).toContain(line);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toMatch(/<w:pgSz w:w="11907" w:h="16840"/);
    expect(part('word/styles.xml')).toContain('w:val="uk-UA"');
    expect(part('word/footer1.xml')).toContain('PAGE');
  });

  it('signs XML cannot hold do not break the file', async () => {
    const part = await partsOf({
      title: 'А\u0000Б\uffff',
      language: 'uk',
      parts: [{ kind: 'paragraph', text: '\u0007дзвін' }],
    });
    const parsed = XmlDocument.fromString(part('word/document.xml'));
    expect(parsed.toString()).toContain('А Б');
    parsed.dispose();
  });
});
