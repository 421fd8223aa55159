import type { Card } from '../../../../capabilities/catalog/index.ts';
import { pngOf, type Visit } from '../../../components/index.ts';
import { RecentAnswers } from '../recent-answers.ts';
import type { TableFacts } from '../table-facts.ts';
import { drawPicture } from './draw-picture.ts';
import { loadPictureData } from './load-picture.ts';

/** Some 40 kB each. */
const KEPT = 150;

/** Pictures of datasets, each drawn once while it is remembered, and one at a time. */
export class DatasetPictures {
  readonly #facts: TableFacts;
  readonly #known = new RecentAnswers<Uint8Array>(KEPT);
  #last: Promise<unknown> = Promise.resolve();

  constructor(facts: TableFacts) {
    this.#facts = facts;
  }

  /** PNG of 1200 × 630. */
  of(visit: Visit, card: Card): Promise<Uint8Array> {
    const { profile, language } = visit;
    const name = JSON.stringify([
      card.versionId,
      card.state,
      card.unit.name,
      card.dataAsOf,
      profile?.name,
      profile?.colour,
      language,
    ]);
    const known = this.#known.known(name);
    if (known) return Promise.resolve(known);
    const drawn = this.#last.then(() => this.#known.answer(name, () => this.#draw(visit, card)));
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }

  async #draw(visit: Visit, card: Card): Promise<Uint8Array> {
    const resource = card.resources.find((one) => one.tableId !== null) ?? card.resources[0] ?? null;
    const open = card.state === 'published';
    const data = open ? await loadPictureData(visit, this.#facts, resource) : ({ kind: 'none' } as const);
    const { profile, language } = visit;
    return pngOf(
      drawPicture({ card, resource, data, language, city: profile?.name ?? '', colour: profile?.colour ?? '' }),
    );
  }
}
