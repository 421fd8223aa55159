import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PictureThread } from './picture-thread.ts';

const require = createRequire(import.meta.url);
const FONTS = '@fontsource-variable/onest/files/onest-';

/** Name of the page's font as the renderer knows it; an unknown name falls back to it. */
export const PICTURE_FONT = 'Onest Variable';

let thread: Promise<PictureThread> | null = null;

/**
 * Reads the renderer (WebAssembly) and the fonts when the first picture is asked for. The fonts are the files pages use; the renderer
 * takes each letter from the first subset that has it, all in the regular weight.
 */
async function openThread(): Promise<PictureThread> {
  const [wasm, ...fonts] = await Promise.all([
    readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    ...['cyrillic', 'latin', 'cyrillic-ext', 'latin-ext'].map((subset) =>
      readFile(require.resolve(`${FONTS}${subset}-wght-normal.woff2`)),
    ),
  ]);
  const files = { script: require.resolve('@resvg/resvg-wasm'), wasm, fonts, family: PICTURE_FONT };
  return new PictureThread(files, () => {
    thread = null;
  });
}

/**
 * An SVG drawing as a PNG, drawn by a thread beside: the process goes on answering. Takes 50–250 ms for 1200 × 630, so the answer should be
 * kept.
 * @param width of the picture in pixels; the drawing's own by default
 */
export async function pngOf(svg: string, width: number | null = null): Promise<Uint8Array> {
  thread ??= openThread().catch((error: unknown) => {
    // a moment without file descriptors or memory must not cost all later pictures
    thread = null;
    throw error;
  });
  return (await thread).draw(svg, width);
}

/** Widths of letters in hundredths of the size: where SVG has no line breaks, lines are broken by them. */
const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [22, "'ilїіj.:·,;I|ІЇ’ʼ!\u2009\u202f"],
  [27, ' \u00a0'],
  [31, '()[]'],
  [37, '1"frt°²{}³*'],
  [45, 'гґ„“”-_т'],
  [48, '/\\«»7'],
  [52, '?sxзхkzкьчяv'],
  [55, '+<=>^ac~авєсуэ×JлT2LeГҐТенпё'],
  [59, 'uбц–XhnoХдоъ₴3FZbdgpqyийрEYЕУЁ'],
  [63, '5689KКР4PЗЬ#BSБВ0$RЧЯ'],
  [68, 'AАVы€&ЛCм…'],
  [72, 'ДЄСЭDGЦфHUИЙНПЪN'],
  [77, 'OQОж—юш'],
  [82, '%щmwФЫ'],
  [87, 'MЖМ'],
  [97, 'Ш@WЩЮ'],
  [107, '№‰'],
];

const WIDTH_OF = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width / 100])));

/** Width of a line in the page's font, in the units of `size`; right within a few parts of a hundred. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += WIDTH_OF.get(letter) ?? 0.6;
  return width * size;
}

const DOTS = WIDTH_OF.get('…') ?? 0.6;

/** The text cut with an ellipsis where it is wider than `most`. Looks no further than that: a cell of a table may hold a whole book. */
export function fittedText(text: string, size: number, most: number): string {
  let width = 0;
  let kept = '';
  for (const letter of text) {
    width += WIDTH_OF.get(letter) ?? 0.6;
    if (width * size > most) return `${kept.replace(/[\s,.;:–—-]+$/u, '')}…`;
    if ((width + DOTS) * size <= most) kept += letter;
  }
  return text;
}

/**
 * Words in lines no wider than `most`; a word too long for a line is cut with an ellipsis, and so is the text after the last line. The
 * lines are made about equally long, as titles read best.
 */
export function textLines(text: string, size: number, most: number, lines: number): string[] {
  const greedy = broken(text, size, most);
  if (greedy.length > lines) {
    const kept = greedy.slice(0, lines - 1);
    return [...kept, fittedText(greedy.slice(lines - 1).join(' '), size, most)];
  }
  let even = greedy;
  for (let narrower = most * 0.97; narrower > most / 2; narrower *= 0.97) {
    const tried = broken(text, size, narrower);
    if (tried.length > greedy.length) break;
    even = tried;
  }
  return even;
}

function broken(text: string, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(fittedText(word, size, most));
  }
  return lines;
}
