import { readGeometry } from '../../geometry/read-geometry.ts';
import { type Spot, spotsOf } from '../../geometry/shape.ts';
import { isInUkraine, isSwapped } from '../../geometry/ukraine.ts';
import { rawMembers } from '../json-record.ts';

/** So many objects tell whether latitude comes first in a file. */
const ENOUGH = 500;
/** And so many positions of each. */
const SPOTS = 50;

/** Looks at the first objects of a map: would they lie in Ukraine if longitude and latitude changed places, and do none lie there now? */
export class AxesSample {
  private objects = 0;
  private swappedSpots = 0;
  private spots = 0;
  private home = 0;

  /** Takes the text of a feature; what is wrong with it is told by whoever reads it. */
  take(text: string): void {
    if (this.objects >= ENOUGH || text[0] !== '{') return;
    this.objects += 1;
    try {
      const geometry = new Map(rawMembers(text)).get('geometry');
      const shape = geometry === undefined || geometry === 'null' ? null : readGeometry(geometry, () => {});
      if (shape) this.see(spotsOf(shape));
    } catch {
      // broken JSON: the reading itself refuses it
    }
  }

  see(spots: Iterable<Spot>): void {
    let seen = 0;
    for (const spot of spots) {
      if (seen >= SPOTS) break;
      seen += 1;
      this.spots += 1;
      if (isSwapped(spot)) this.swappedSpots += 1;
      if (isInUkraine(spot)) this.home += 1;
    }
  }

  /** True where there is no doubt: nearly all places lie in Ukraine the other way round, and none as written. */
  get swapped(): boolean {
    return this.spots > 0 && this.home === 0 && this.swappedSpots >= this.spots * 0.95;
  }
}

/** The position with its first two coordinates changed over, digits kept. */
export function swappedSpot({ text, x, y, z }: Spot): Spot {
  const [first = '', second = '', ...rest] = text.slice(1, -1).split(',');
  return { text: `[${[second, first, ...rest].join(',')}]`, x: y, y: x, ...(z === undefined ? {} : { z }) };
}
