import type { Finding } from '../../../kernel/finding.ts';
import { readingFinding } from '../reading-findings.ts';
import { refusal } from '../refusals.ts';

/** What is not as it should be with the parts of a shapefile; the map is read all the same. */
export interface PartsFacts {
  readonly name: string;
  /** Parts that are not there: `.dbf`, `.prj`. */
  readonly missing: readonly string[];
  /** Shapes without a record of fields, or records without a shape. */
  readonly unpaired: number;
  /** Records the program has marked as deleted. */
  readonly deleted: number;
}

const MISSING: Readonly<Record<string, { uk: string; en: string }>> = {
  '.dbf': {
    uk: 'немає .dbf, тож в об’єктів немає полів',
    en: 'there is no .dbf, so the objects have no fields',
  },
  '.prj': {
    uk: 'немає .prj, тож координати ми прочитали як градуси WGS 84',
    en: 'there is no .prj, so the coordinates were read as degrees of WGS 84',
  },
};

/** Null where all is there. */
export function shapefileParts({ name, missing, unpaired, deleted }: PartsFacts): Finding | null {
  const said = missing.flatMap((part) => MISSING[part] ?? []);
  if (unpaired > 0)
    said.push({
      uk: `місць і записів полів не однаково: без пари ${unpaired}`,
      en: `places and records of fields differ in number: ${unpaired} without a pair`,
    });
  if (deleted > 0)
    said.push({
      uk: `об’єктів, позначених як вилучені: ${deleted}; до таблиці вони не входять`,
      en: `objects marked as deleted: ${deleted}; they are no part of the table`,
    });
  if (said.length === 0) return null;
  return readingFinding('shapefile-parts', missing.length + unpaired + deleted, [], {
    uk: `Карта «${name}»: ${said.map(({ uk }) => uk).join('; ')}. Якщо це не те, збережіть усі частини (.shp, .shx, .dbf, .prj, .cpg) в один архів і завантажте ще раз.`,
    en: `The map “${name}”: ${said.map(({ en }) => en).join('; ')}. If that is not right, put all parts (.shp, .shx, .dbf, .prj, .cpg) into one archive and upload it once more.`,
  });
}

/** Metres without their projection: it cannot be told where on earth the places are. */
export function noProjection(name: string): Finding {
  return refusal('shapefile-no-projection', {
    uk: `В архіві немає файла ${name}.prj, а координати не в градусах, тож не видно, де на землі ці місця. Додайте .prj до архіву (QGIS зберігає його поруч із .shp) і завантажте ще раз.`,
    en: `The archive has no ${name}.prj, and the coordinates are not degrees, so it cannot be told where on earth the places are. Add the .prj to the archive (QGIS saves it beside the .shp) and upload it once more.`,
  });
}

export const SHP_MULTIPATCH = refusal('shapefile-multipatch', {
  uk: 'Це тривимірні поверхні (MultiPatch), а карта відкритих даних знає точки, лінії й полігони. Збережіть контури на площині (QGIS: Експорт → тип геометрії Polygon) і завантажте ще раз.',
  en: 'These are surfaces in three dimensions (MultiPatch); a map of open data knows points, lines and polygons. Save the outlines on the plane (QGIS: Export → geometry type Polygon) and upload it once more.',
});

/** @param name of the map, without its ending */
export function shpBroken(name: string): Finding {
  return refusal('shapefile-broken', {
    uk: `Файл ${name}.shp пошкоджений або обірваний. Збережіть карту заново у своїй програмі, складіть усі частини в архів ZIP і завантажте ще раз.`,
    en: `The file ${name}.shp is damaged or cut short. Save the map again in your program, put all parts into a ZIP archive and upload it once more.`,
  });
}
