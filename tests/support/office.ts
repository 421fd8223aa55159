import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import mammoth from 'mammoth';
import { expect } from 'vitest';

const run = promisify(execFile);

/** What a DOCX says as a reader we have not written understands it; paragraphs are lines. */
export async function wordsOfDocx(bytes: Uint8Array): Promise<string> {
  const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return value;
}

/**
 * Opens the documents in LibreOffice, all by one start of it, and hands each to the check: pages and words of the PDF it prints.
 * Where the machine has no LibreOffice, `check` gets null and what else the test says of the document must suffice.
 */
export async function inOffice(
  documents: Readonly<Record<string, Uint8Array>>,
  check: (name: string, printed: { readonly pages: number; readonly words: string } | null) => void,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-office-'));
  try {
    const names = Object.keys(documents);
    for (const name of names) await writeFile(join(folder, `${name}.docx`), documents[name] ?? new Uint8Array());
    const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const files = names.map((name) => join(folder, `${name}.docx`));
    const args = [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
    const there = await run('soffice', args, { timeout: 120_000 }).then(
      () => true,
      (error: { code?: unknown }) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
    for (const name of names) check(name, there ? await printed(join(folder, `${name}.pdf`)) : null);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function printed(path: string): Promise<{ pages: number; words: string }> {
  const pdf = await readFile(path);
  const pages = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page(?![a-z])/gu)].length;
  const words = await run('pdftotext', ['-layout', path, '-']).then(
    ({ stdout }) => stdout,
    () => '',
  );
  return { pages, words };
}
