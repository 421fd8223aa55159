import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { lastingFolder } from './run-folder.ts';

/** Where machines keep a Chrome of their own. */
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
];

async function packageVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    const { name, version } = JSON.parse(await readFile(path, 'utf8')) as { name?: string; version: string };
    if (name === '@sparticuz/chromium') return version;
  }
}

/**
 * Unpacks the browser that comes inside the npm package, with the libraries it needs, into a folder named by its version (it
 * would otherwise take any `chromium` it finds in the temporary folder). Made aside and renamed: two test files may come at once.
 */
async function unpacked(): Promise<string> {
  const folder = join(lastingFolder(), `vidkryto-chromium-${await packageVersion()}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const fresh = await mkdtemp(`${folder}-`);
  const before = { ...process.env };
  process.env.TMPDIR = fresh;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'; // then it unpacks its own system libraries as well
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  return folder;
}

/** The package's own list of font folders names none that is here, and without any font a form field ends the browser. */
function nameFonts(folder: string): Promise<void> {
  const list = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts/cache</cachedir></fontconfig>`;
  return writeFile(join(folder, 'fonts/fonts.conf'), list);
}

/** Starts a headless browser; works as root and without any package of the machine. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const installed = process.env.CHROME_PATH ?? INSTALLED.find((path) => existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  const folder = await unpacked();
  await nameFonts(folder);
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      HOME: folder,
    },
  });
}

export interface ScreenshotOptions {
  /** CSS pixels; 1280 by default, a phone is 390. */
  readonly width?: number;
  readonly dark?: boolean;
  /** The whole page by default. */
  readonly windowOnly?: boolean;
}

/** Shows an address and keeps its picture (PNG). */
export async function screenshot(
  browser: Browser,
  url: string,
  path: string,
  options: ScreenshotOptions = {},
): Promise<void> {
  const page: Page = await browser.newPage({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  try {
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.screenshot({ path, fullPage: !options.windowOnly });
  } finally {
    await page.close();
  }
}
