import type { Encoding, ReadOutcome } from '../../text-table.ts';
import type { ReadJob } from '../read-job.ts';
import { besideRecords } from '../reading-findings.ts';
import { XML_RDF, XML_REFUSALS } from '../refusals.ts';
import { readTree } from '../tree/read-tree.ts';
import { isSpreadsheetXml, readSpreadsheetXml } from './spreadsheet-xml.ts';
import { walkXml, XmlFault } from './walk-xml.ts';
import { recordPlaces, XmlCensus, type XmlPlace } from './xml-census.ts';
import { XmlRecords } from './xml-records.ts';
import { markupEncoding } from './xml-text.ts';

/** Names of parts: the element's own, its whole path where two lists share a name. */
function namesOf(places: readonly XmlPlace[]): Map<XmlPlace, string> {
  const names = places.map(({ name }) => name);
  return new Map(
    places.map((place) => [place, names.filter((name) => name === place.name).length > 1 ? place.path : place.name]),
  );
}

/**
 * Reads an XML document: the element that repeats is a row; its attributes and the elements inside are columns with dotted names, those that repeat
 * inside it are tables of their own. Entities are never declared by the file; two walks, memory flat.
 */
export async function readXmlFile(job: ReadJob, head: Buffer): Promise<ReadOutcome> {
  const encoding = job.choices?.encoding ?? markupEncoding(head);
  if (isSpreadsheetXml(head)) return readSpreadsheetXml(job, encoding);
  try {
    return await readRecords(job, encoding);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return { kind: 'refused', reason: XML_REFUSALS[error.reason] };
  }
}

async function readRecords(job: ReadJob, encoding: Encoding): Promise<ReadOutcome> {
  const census = new XmlCensus();
  await walkXml(job, encoding, census);
  if (census.root.children.has('RDF')) return { kind: 'refused', reason: XML_RDF };
  const names = namesOf(recordPlaces(census));
  if (names.size === 0) return { kind: 'refused', reason: XML_REFUSALS['no-records'] };
  let beside: readonly (readonly [string, string])[] = [];
  const outcome = await readTree(job, {
    format: 'xml',
    encoding,
    findings: [],
    source: {
      tops: [...names].map(([{ count }, name]) => ({ name, records: count })),
      async walk(take) {
        const records = new XmlRecords(census.root, names, take);
        await walkXml(job, encoding, records);
        beside = records.beside;
      },
    },
  });
  if (outcome.kind === 'refused' || beside.length === 0) return outcome;
  const { table } = outcome;
  return { kind: 'table', table: { ...table, findings: [besideRecords(beside), ...table.findings] } };
}
