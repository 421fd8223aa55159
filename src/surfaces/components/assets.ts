import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface ManifestEntry {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly isEntry?: boolean;
}

type AssetManifest = Record<string, ManifestEntry>;

/** The build's list of files; found by walking up, because the bundle and the sources lie at different depths. */
function readManifest(): AssetManifest {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, 'dist/client/manifest.json');
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as AssetManifest;
    if (dirname(folder) === folder) return {};
  }
}

let manifest: AssetManifest | null = null;

/** Immutable within one build, hence read once. */
function entries(): ManifestEntry[] {
  manifest ??= readManifest();
  return Object.values(manifest);
}

/** Address of the style sheet. Without a build (tests) an address that is simply not there. */
export function styleUrl(): string {
  const entry = entries().find((one) => one.isEntry && one.src?.endsWith('components/style.css'));
  return `/assets/${entry?.file ?? 'style.css'}`;
}

/** Address of an island's script by its name, e.g. `upload`; null when the build has none by that name. */
export function islandUrl(name: string): string | null {
  const entry = entries().find((one) => one.isEntry && one.src?.match(/([a-z-]+)\.island\.tsx?$/)?.[1] === name);
  return entry ? `/assets/${entry.file}` : null;
}

/** Fonts worth fetching before the style sheet is read: the Ukrainian letters, and Latin letters with digits. */
export function preloadedFonts(): string[] {
  return ['onest-cyrillic-wght-normal.woff2', 'onest-latin-wght-normal.woff2'].flatMap((name) => {
    const entry = entries().find((one) => one.src?.endsWith(name));
    return entry ? [`/assets/${entry.file}`] : [];
  });
}
