import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allSources, productSources } from './sources.ts';

const ROOT = join(import.meta.dirname, '../..');
const product = productSources();

/** Paths that break a rule; a test expects none and so prints them all. */
function breaches(rule: (path: string, text: string) => boolean): string[] {
  return product.filter(({ path, text }) => rule(path, text)).map(({ path }) => path);
}

describe('the house', () => {
  it('is read at all', () => {
    expect(product.length).toBeGreaterThan(50);
  });

  it('keeps the walls of .dependency-cruiser.mjs, and the cruiser sees the modules', () => {
    const output = execFileSync(process.execPath, ['tools/walls.mjs'], { cwd: ROOT, encoding: 'utf8' });
    expect(output).toMatch(/^\d{2,} modules, \d{2,} imports, 0 breaches/);
  });

  it('has no drawer without a name of its own', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc|lib|shared)(\/|\.tsx?$)/;
    expect(
      allSources()
        .filter(({ path }) => drawer.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('has files a person reads in one sitting', () => {
    expect(breaches((_, text) => text.split('\n').length > 301)).toEqual([]);
  });

  it('has functions a person sees whole; steps of the database are long lists', () => {
    const long = product
      .filter(({ path }) => !path.startsWith('src/migrations/'))
      .flatMap(({ path, text }) => functionLengths(path, text).filter(({ lines }) => lines > 60))
      .map(({ name, path, lines }) => `${path} ${name}: ${lines} lines`);
    expect(long).toEqual([]);
    const made = `function long() {\n${'  work();\n'.repeat(60)}}`;
    expect(functionLengths('made.ts', made)).toEqual([{ path: 'made.ts', name: 'long', lines: 62 }]);
  });

  it('switches neither types nor lint off', () => {
    const off = /:\s*any\b|\bas any\b|@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable|oxlint-disable/;
    expect(breaches((_, text) => off.test(text))).toEqual([]);
  });

  it('names no schema and no other table than its own', () => {
    const tables = tableOwners();
    expect(tables.size).toBeGreaterThan(5);
    const foreign = product.flatMap(({ path, text }) => {
      const capability = path.match(/^src\/capabilities\/([a-z]+)\//)?.[1];
      if (path.startsWith('src/migrations/')) return [];
      return [...tables]
        .filter(([, owner]) => owner !== capability && !(owner === 'platform' && /^src\/(platform|app)\//.test(path)))
        .filter(([table]) => new RegExp(`['"\`\\s]${table}['"\`\\s.]`).test(text))
        .map(([table]) => `${path} names ${table}`);
    });
    expect(foreign).toEqual([]);
  });

  it('lets only publishing write the published pointer and cards', () => {
    const writers = breaches(
      (path, text) => /publishing_pointer/.test(text) && !/^src\/(capabilities\/publishing|migrations)\//.test(path),
    );
    expect(writers).toEqual([]);
    const cardWriters = breaches(
      (path, text) => /\bwriteCard\(/.test(text) && !/^src\/capabilities\/(publishing|catalog)\//.test(path),
    );
    expect(cardWriters).toEqual([]);
  });

  it('keeps SQL and transactions out of surfaces: writes that belong together are a use case', () => {
    const sql = /\btransaction\(|\bsql`|\.selectFrom\(|\.insertInto\(|\.updateTable\(|\.deleteFrom\(|from 'kysely'/;
    expect(breaches((path, text) => path.startsWith('src/surfaces/') && sql.test(text))).toEqual([]);
  });

  it('writes the apostrophe of sentences one way: ’', () => {
    const typed = ['src/capabilities/accounts/signing-in/keyboard-layout.ts']; // what a key gives
    const others = allSources()
      .filter(
        ({ path, text }) =>
          !/\.test\.tsx?$|\/testing\//.test(path) && /\p{Script=Cyrillic}ʼ\p{Script=Cyrillic}/u.test(text),
      )
      .map(({ path }) => path);
    expect(others).toEqual(typed);
  });

  it('writes no style attribute: the content security policy would drop it', () => {
    expect(breaches((path, text) => path.endsWith('.tsx') && /\sstyle=[{"]/.test(text))).toEqual([]);
  });

  it('gives each check a ground of the one list, never a citation of its own', () => {
    const inChecks = (path: string) => path.startsWith('src/tabular/checks/') && !path.endsWith('/grounds.ts');
    const policy = product.find(({ path }) => path.endsWith('/check-policy.ts'))?.text ?? '';
    expect([...policy.matchAll(/: (?:error|warning|advice)\([A-Z_]+[,)]/g)].length).toBeGreaterThan(15);
    expect(breaches((path, text) => inChecks(path) && /clause:\s*['"`]|ПКМУ|ДСТУ/.test(text))).toEqual([]);
  });

  it('imports without effects: no store or surface keeps a timer or a connection at module level', () => {
    const effect = /^(setInterval|setTimeout|await )/m;
    expect(
      breaches(
        (path, text) =>
          /^src\/(kernel|language|tabular|capabilities|surfaces)\//.test(path) &&
          !path.includes('/islands/') &&
          effect.test(text),
      ),
    ).toEqual([]);
  });
});

/** Every function of a file with the lines it takes, the first and the last among them. */
function functionLengths(path: string, text: string): { path: string; name: string; lines: number }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: { path: string; name: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = (at: number) => source.getLineAndCharacterOfPosition(at).line;
      const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
      const lines = line(node.end) - line(node.getStart(source)) + 1;
      found.push({ path, name: named?.getText(source) ?? 'a function without a name', lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Table → capability, from the migrations: `0004-catalog-….ts` makes `catalog_…`. */
function tableOwners(): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { path, text } of product) {
    const owner = path.match(/^src\/migrations\/\d{4}-([a-z]+)-/)?.[1];
    if (owner === undefined) continue;
    for (const match of text.matchAll(/createTable\('([a-z_0-9]+)'\)|create table (?:if not exists )?([a-z_0-9]+)/gi)) {
      const table = match[1] ?? match[2] ?? '';
      expect(table, `${path} makes a table outside its name`).toMatch(new RegExp(`^${owner}_`));
      owners.set(table, owner);
    }
  }
  return owners;
}
