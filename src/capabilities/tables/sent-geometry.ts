import { plainGeometry } from '../../tabular/writers/index.ts';
import type { PlainValue } from './sent-value.ts';

/** The geometry of a sent row: GeoJSON as an object or as its text, kept in the form the map reads. */
export function sentGeometry(value: unknown): PlainValue {
  if (value === null || value === undefined || value === '') return null;
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  const plain = plainGeometry(text);
  if (plain !== null) return plain;
  const shown = text.slice(0, 60);
  return {
    fault: {
      uk: `Тут потрібна геометрія GeoJSON у WGS 84, наприклад {"type":"Point","coordinates":[23.5,49.35]}, а є «${shown}».`,
      en: `A GeoJSON geometry in WGS 84 is needed here, for example {"type":"Point","coordinates":[23.5,49.35]}, there is “${shown}”.`,
    },
  };
}
