import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSharedTexts, SharedTexts } from './shared-texts.ts';
import { walkXml } from './xml.ts';

const folder = mkdtempSync(join(tmpdir(), 'vidkryto-texts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What a walk hands over, texts joined. */
async function walked(xml: string, size: number): Promise<string[]> {
  const parts: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push(text);
    text = '';
  };
  await walkXml(pieces(xml, size), {
    open: (name, attributes) => {
      flush();
      parts.push(`<${name}${attributes}>`);
    },
    close: (name) => {
      flush();
      parts.push(`</${name}>`);
    },
    text: (piece) => {
      text += piece;
    },
  });
  return parts;
}

describe('XML in pieces', () => {
  it('leaves an entity nobody declared as it stands', async () => {
    expect(await walked('<a>&constructor;&toString;&unknown;&amp;</a>', 100)).toEqual([
      '<a>',
      '&constructor;&toString;&unknown;&',
      '</a>',
    ]);
  });

  const xml = `<?xml version="1.0"?><!-- > < --><x:a b="1 > 0" c='"'><b/>Ґанок &amp; &#1111;&#x457; &lt;<![CDATA[<c>&amp;]]>🌳</x:a>`;
  const whole = [`<a b="1 > 0" c='"'>`, '<b>', '</b>', 'Ґанок & її <<c>&amp;🌳', '</a>'];

  it('is the same whatever place it is cut at', async () => {
    for (const size of [1, 2, 3, 5, 7, 11, 64, 1000])
      expect(await walked(xml, size), `pieces of ${size}`).toEqual(whole);
  });

  it('cut short is a fault, and so is a tag without end', async () => {
    await expect(walked('<a><b', 10)).rejects.toThrow('cut short');
    await expect(walked(`<a ${'x'.repeat(5_000_000)}`, 100_000)).rejects.toThrow('endless');
  });

  it('never expands entities a file brings along', async () => {
    expect(await walked('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&lol;</a>', 100)).toEqual(['<a>', '&lol;', '</a>']);
  });
});

describe('the list of texts', () => {
  it('joins runs, leaves out how they are read aloud, keeps spaces, undoes the escapes of Excel', async () => {
    const texts = new SharedTexts(join(folder, 'runs'));
    const xml = `<sst><si><t xml:space="preserve"> а б </t></si><si><r><rPr><b/></rPr><t>Верб</t></r><r><t>івка</t></r><rPh><t>ні</t></rPh></si>
      <si><t/></si><si/><si><t>рядок_x000D_
другий</t></si></sst>`;
    await readSharedTexts(pieces(xml, 7), texts);
    expect([0, 1, 2, 3, 4, 5, -1, Number.NaN].map((index) => texts.get(index))).toEqual([
      ' а б ',
      'Вербівка',
      '',
      '',
      'рядок\r\nдругий',
      null,
      null,
      null,
    ]);
    texts.close();
  });

  it('gives every text back when memory holds only a part of them, in any order, and leaves no file', () => {
    const path = join(folder, 'many');
    const texts = new SharedTexts(path);
    const count = 700_000;
    const text = (index: number) =>
      index % 50_000 === 7
        ? `${index} `.repeat(20_000)
        : `вулиця Верболозова, будинок ${index}, квартира ${index % 97}`;
    for (let index = 0; index < count; index++) texts.add(text(index));
    texts.settle();
    expect(existsSync(path)).toBe(true);
    for (let step = 0; step < 5_000; step++) {
      const index = (step * 7_919_777) % count;
      expect(texts.get(index)).toBe(text(index));
    }
    for (const index of [0, 7, count - 1, 50_007]) expect(texts.get(index)).toBe(text(index));
    expect(texts.get(count)).toBeNull();
    texts.close();
    expect(existsSync(path)).toBe(false);
  });
});
