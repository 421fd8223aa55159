import type { ReadOutcome } from '../../text-table.ts';
import type { Content } from '../content-kind.ts';
import type { ReadJob } from '../read-job.ts';
import { documentOfKmz, mapOfXml, readKmz, readXmlMap } from './read-kml.ts';
import { hasShapefile, readShapefile } from './read-shapefile.ts';

/** Reads what is a map by its parts or its root: a zipped shapefile, KML, KMZ, GPX. Null where it is none. */
export async function readMapFile(job: ReadJob, content: Content): Promise<ReadOutcome | null> {
  const { kind, directory } = content;
  if (kind === 'zip' && directory) {
    if (hasShapefile(directory)) return readShapefile(job, directory);
    const document = documentOfKmz(directory);
    return document && readKmz(job, document);
  }
  const format = kind === 'xml' ? mapOfXml(content.head) : null;
  return format && readXmlMap(job, content.head, format);
}
