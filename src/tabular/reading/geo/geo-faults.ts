import type { Finding } from '../../../kernel/finding.ts';
import type { CheckCode } from '../../checks/check-policy.ts';
import { GEOMETRY_FAULTS } from '../../geometry/geometry-fault.ts';
import { PlaceList, readingFinding } from '../reading-findings.ts';
import { refusal } from '../refusals.ts';
import { FAULT_TEXTS, type GeoFault } from './fault-texts.ts';
import { SAVE_AGAIN } from './geo-findings.ts';

type Outcome = 'broken' | 'mended' | 'told';

/** Findings of maps by what became of the fault. */
const CODES: readonly (readonly [Outcome, CheckCode])[] = [
  ['broken', 'geometry-broken'],
  ['told', 'geometry-unusual'],
  ['mended', 'geometry-mended'],
];

function outcomeOf(fault: GeoFault): Outcome {
  return fault in GEOMETRY_FAULTS ? GEOMETRY_FAULTS[fault as keyof typeof GEOMETRY_FAULTS] : 'told';
}

const PLACES = 20;

/** Gathers what is wrong with the objects of a map: a finding for each outcome, every kind of fault named in it with its number. */
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
    return CODES.flatMap(([outcome, code]) => {
      const faults = [...this.lists].filter(([fault]) => outcomeOf(fault) === outcome);
      if (faults.length === 0) return [];
      const count = faults.reduce((sum, [, list]) => sum + list.count, 0);
      const places = faults
        .flatMap(([, list]) => list.places)
        .sort((a, b) => a.row - b.row)
        .slice(0, PLACES);
      const said = (language: 'uk' | 'en') =>
        faults.map(([fault, list]) => `${FAULT_TEXTS[fault][language]} (${list.count})`).join(' ');
      const tail = outcome === 'broken' ? EMPTY : { uk: '', en: '' };
      return [readingFinding(code, count, places, { uk: `${said('uk')}${tail.uk}`, en: `${said('en')}${tail.en}` })];
    });
  }

  /** The first fault that leaves a place empty, as a reason to refuse the file; null where there is none. */
  refusal(): Finding | null {
    const worst = [...this.lists].find(([fault]) => outcomeOf(fault) === 'broken') ?? [...this.lists][0];
    if (!worst) return null;
    const [fault, { places }] = worst;
    const shown = places[0]?.value ? ` («${places[0].value.slice(0, 120)}»)` : '';
    return { ...refusedPlaces(fault, shown), places };
  }
}

const EMPTY = {
  uk: ' У таблиці місце цих об’єктів порожнє, решта полів на місці. Виправте їх у програмі, де зроблено карту, і завантажте файл ще раз.',
  en: ' In the table the place of these objects is empty, their other fields are there. Correct them in the program of the map and upload the file again.',
};

/** No place of the file could be read, for a fault of its geometries. @param shown what stands there, or '' */
export function refusedPlaces(fault: GeoFault, shown = ''): Finding {
  const { uk, en } = FAULT_TEXTS[fault];
  return refusal(fault, {
    uk: `Жодного місця на карті у файлі не прочитано. ${uk}${shown} ${SAVE_AGAIN.uk}`,
    en: `No place on a map could be read from the file. ${en}${shown} ${SAVE_AGAIN.en}`,
  });
}
