import { describe, expect, it } from 'vitest';
import { xmlText } from '../../kernel/xml.ts';
import { fittedText, pngOf, textLines, textWidth } from './picture.ts';

/** Width and height as a PNG file says them. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};
const withText = (text: string, family: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><text x="4" y="50" font-size="30" font-family="${family}">${xmlText(text)}</text></svg>`;

describe('pictures', () => {
  it('are PNG files of the drawing’s size, or of the width asked for', async () => {
    const svg = withText('Зупинки', 'Onest');
    const png = await pngOf(svg);
    expect([...png.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(sizeOf(png)).toEqual([300, 80]);
    expect(sizeOf(await pngOf(svg, 600))).toEqual([600, 160]);
  });

  it('draw Ukrainian and Latin letters, whatever font the drawing names', async () => {
    const empty = (await pngOf(withText('', 'Onest'))).length;
    for (const text of ['ґєії', 'Abc 12', '₴', '№ ʼ']) {
      const one = await pngOf(withText(text, 'Onest Variable'));
      expect(one.length, text).toBeGreaterThan(empty);
      expect(await pngOf(withText(text, 'Nowhere Sans')), text).toEqual(one);
    }
  });

  it('leave the process free to answer while one is drawn', async () => {
    const circles = Array.from({ length: 3_000 }, (_, at) => `<circle cx="${at % 300}" cy="${at % 80}" r="9"/>`);
    let turns = 0;
    const counter = setInterval(() => turns++, 1);
    await pngOf(withText('Зупинки', 'Onest').replace('</svg>', `${circles.join('')}</svg>`), 1200);
    clearInterval(counter);
    // drawn by the process itself, no turn would come in between
    expect(turns).toBeGreaterThan(3);
  });

  it('go on after a drawing that cannot be read', async () => {
    await expect(pngOf('<svg')).rejects.toThrow();
    expect(sizeOf(await pngOf(withText('Зупинки', 'Onest')))).toEqual([300, 80]);
  });

  it('keep a hostile text inside its element', async () => {
    const png = await pngOf(withText('</text><image href="x"/> & \u0000 "', 'Onest'));
    expect(sizeOf(png)).toEqual([300, 80]);
  });
});

describe('lines of text', () => {
  it('are no wider than asked, about equal, and no more than asked', () => {
    const title = 'Перелік нерухомого майна комунальної власності, яке передано в оренду';
    const lines = textLines(title, 50, 900, 3);
    expect(lines.join(' ')).toBe(title);
    expect(lines.every((line) => textWidth(line, 50) <= 900)).toBe(true);
    const widths = lines.map((line) => textWidth(line, 50));
    expect(Math.max(...widths) / Math.min(...widths)).toBeLessThan(1.5);
    const cut = textLines(`${title} `.repeat(6), 50, 900, 3);
    expect(cut).toHaveLength(3);
    expect(cut[2]).toMatch(/…$/);
  });

  it('cut a word wider than the line', () => {
    expect(fittedText('Щ'.repeat(60), 20, 100)).toMatch(/^Щ{4}…$/);
    expect(textLines('', 20, 100, 2)).toEqual(['']);
    expect(fittedText('🌳'.repeat(9), 20, 60)).toBe('🌳🌳🌳…');
  });

  it('look no further into a long text than they show of it', () => {
    // cut off letter by letter from the end, it would take minutes
    expect(fittedText('щ'.repeat(1_000_000), 20, 100)).toMatch(/^щ+…$/);
  });
});
