import type { Finding, Severity } from '../../../kernel/finding.ts';
import { counted } from '../../checks/wording.ts';
import { GEOMETRY_FAULTS, type GeometryFault } from '../../geometry/geometry-fault.ts';
import { PlaceList, readingFinding } from '../reading-findings.ts';
import { refusal } from '../refusals.ts';
import { FAULT_TEXTS, type GeoFault } from './fault-texts.ts';

const ADVICE: ReadonlySet<GeoFault> = new Set<GeoFault>([
  'geometry-type-case',
  'geometry-winding',
  'geometry-single-collection',
  'geometry-nested-collection',
]);

function severityOf(fault: GeoFault): Severity {
  return ADVICE.has(fault) ? 'advice' : 'warning';
}

const isBroken = (fault: GeoFault) => GEOMETRY_FAULTS[fault as GeometryFault] === 'broken';

/** Gathers what is wrong with the objects of a map: each kind of fault once, with its first places. */
export class GeoFaults {
  private readonly lists = new Map<GeoFault, PlaceList>();

  /** @param row 1-based row of the table; 0 where it is about the whole file */
  add(fault: GeoFault, row: number, value: string | null): void {
    let list = this.lists.get(fault);
    if (!list) {
      list = new PlaceList();
      this.lists.set(fault, list);
    }
    list.add(row, value);
  }

  findings(): Finding[] {
    return [...this.lists].map(([fault, { count, places }]) => {
      const { uk, en } = FAULT_TEXTS[fault];
      const many = counted(count, ['місце', 'місця', 'місць'], ['place', 'places']);
      const message = { uk: `${uk} Таких місць: ${count}.`, en: `${en} This is so in ${many.en}.` };
      return readingFinding(fault, severityOf(fault), count, places, message);
    });
  }

  /** The first fault that leaves a place empty, as a reason to refuse the file; null where there is none. */
  refusal(): Finding | null {
    const worst = [...this.lists].find(([fault]) => isBroken(fault)) ?? [...this.lists][0];
    if (!worst) return null;
    const [fault, { places }] = worst;
    const { uk, en } = FAULT_TEXTS[fault];
    const shown = places[0]?.value ? ` («${places[0].value.slice(0, 120)}»)` : '';
    const message = {
      uk: `Жодного місця на карті у файлі не прочитано. ${uk}${shown}`,
      en: `No place on a map could be read from the file. ${en}${shown}`,
    };
    return { ...refusal(fault, message), places };
  }
}
