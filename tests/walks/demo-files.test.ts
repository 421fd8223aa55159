import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDemo } from '../../src/app/commands/demo.ts';
import { type Card, findCard, searchCards, structureAsXsd } from '../../src/capabilities/catalog/index.ts';
import { openDownload } from '../../src/capabilities/tables/index.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');
/** Datasets of the demo whose file is a table. */
const LEAST = 40;

let test: TestContext;
beforeAll(async () => {
  test = await makeTestContext();
  const settle = async () => {
    await test.runJobs();
  };
  await runDemo(test.ctx, { examples: EXAMPLES, settle, say: () => {} });
}, 300_000);
afterAll(() => test.close());

async function allCards(): Promise<Card[]> {
  const found: Card[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await searchCards(test.ctx, { page, size: 50 });
    found.push(...items);
    if (found.length >= total || items.length === 0) break;
  }
  const cards = await Promise.all(found.map(({ datasetId }) => findCard(test.ctx, datasetId)));
  return cards.filter((card) => card !== null);
}

async function fileOf(tableId: string, format: 'xml' | 'csv'): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await openDownload(test.ctx, tableId, format)).stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** What libxml2 says against the file; empty where it is valid. */
function faultsOf(xml: string, xsd: string): string {
  const schema = XmlDocument.fromString(xsd);
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    for (const one of [document, validator, schema]) one.dispose();
  }
}

it('the XML of every dataset of the demo is valid against its XSD', async () => {
  const faults: string[] = [];
  let tables = 0;
  for (const card of await allCards()) {
    for (const { tableId, fields, rows, decimalSign } of card.resources) {
      if (tableId === null) continue;
      tables += 1;
      const xml = await fileOf(tableId, 'xml');
      const xsd = structureAsXsd(fields, { title: card.passport.title, decimalSign: decimalSign ?? 'dot' });
      const said = faultsOf(xml, xsd);
      if (said !== '') faults.push(`${card.slug}: ${said}`);
      expect(xml.match(/<row>/g)?.length ?? 0).toBe(rows);
      // the validator is awake: a value of another kind, or a column more, is refused
      expect(faultsOf(xml.replace('</row>', '<odd/></row>'), xsd)).not.toBe('');
    }
  }
  expect(faults).toEqual([]);
  expect(tables).toBeGreaterThanOrEqual(LEAST);
}, 120_000);
