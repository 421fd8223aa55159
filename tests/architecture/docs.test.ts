import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/app/commands/list.ts';
import { OF_COMMANDS } from '../../src/platform/config/read-config.ts';
import { SETTINGS } from '../../src/platform/config/settings.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCS = [
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'],
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path)),
];
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
/** A file without its code blocks: what looks like a link in code is none. */
const prose = (path: string) => text(path).replace(/^```[\s\S]*?^```/gm, '');

/** The address GitHub and GitLab give a heading. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

const anchors = (path: string) =>
  [...prose(path).matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading = '']) => slug(heading));

/** Links of a file that lead nowhere. */
function brokenLinks(path: string): string[] {
  return [...prose(path).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    const [file = '', anchor] = decodeURI(link).split('#');
    const target = file === '' ? path : relative(ROOT, join(ROOT, dirname(path), file));
    // pictures are looked at by the walk that makes them
    if (target.startsWith('docs/pictures/')) return [];
    if (!existsSync(join(ROOT, target))) return [`${path}: ${link}`];
    return anchor === undefined || anchors(target).includes(anchor) ? [] : [`${path}: ${link}`];
  });
}

describe('documents', () => {
  it('every link leads to a file and a heading that exist', () => {
    expect(DOCS.flatMap(brokenLinks)).toEqual([]);
  });

  it('every command they name exists', () => {
    const commands = new Set(COMMANDS.map(({ name }) => name));
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const wrong = DOCS.flatMap((path) => [
      ...[...text(path).matchAll(/(?:npm run -s vidkryto --|dist\/server\/main\.js) ([a-z]+)/g)]
        .filter(([, name = '']) => !commands.has(name))
        .map(([found]) => `${path}: ${found}`),
      ...[...text(path).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)]
        .filter(([, name = '']) => !(name in scripts))
        .map(([found]) => `${path}: ${found}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it('every setting they name exists, and the operator is told of every one', () => {
    const names = new Set(Object.values(SETTINGS).map(({ name }) => name));
    const known = new Set([...names, ...OF_COMMANDS]);
    const wrong = DOCS.flatMap((path) =>
      [...text(path).matchAll(/\bVIDKRYTO_[A-Z_]+\b/g)]
        .filter(([name]) => !known.has(name))
        .map(([name]) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
    const reference = text('docs/reference/settings.md');
    expect([...names].filter((name) => !reference.includes(`\`${name}\``))).toEqual([]);
  });

  it('every guide has its twin in the other language, with the same parts, pictures and commands', () => {
    const guides = readdirSync(join(ROOT, 'docs/guides')).filter((name) => !name.endsWith('.en.md'));
    expect(guides.length).toBeGreaterThan(3);
    for (const name of guides) {
      const [uk, en] = [join('docs/guides', name), join('docs/guides', name.replace(/\.md$/, '.en.md'))];
      expect(existsSync(join(ROOT, en)), en).toBe(true);
      expect(anchors(en).length, en).toBe(anchors(uk).length);
      const pictures = (path: string) => [...text(path).matchAll(/\]\((\.\.\/pictures\/[^)]+)\)/g)].map(([, p]) => p);
      expect(pictures(en), en).toEqual(pictures(uk));
      const named = (path: string) => [...text(path).matchAll(/vidkryto -- ([a-z]+)/g)].map(([, command]) => command);
      expect(named(en).sort(), en).toEqual(named(uk).sort());
    }
  });
});
