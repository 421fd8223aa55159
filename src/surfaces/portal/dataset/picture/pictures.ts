import type { Card, CardResource } from '../../../../capabilities/catalog/index.ts';
import { pngOf, type Visit } from '../../../components/index.ts';
import { RecentAnswers } from '../../recent-answers.ts';
import type { TableFacts } from '../table-facts.ts';
import { drawPicture } from './draw-picture.ts';
import { loadPictureData } from './load-picture.ts';
import type { PictureData } from './picture-data.ts';

/** Some 40 kB each. */
const KEPT = 150;

/** The resource a picture is about. */
function tableOf(card: Card): CardResource | null {
  return card.resources.find((one) => one.tableId !== null) ?? card.resources[0] ?? null;
}

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
      card.resources.map(({ hidden }) => hidden ?? []),
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
    // without its chart for this once: what failed now is tried again at the next request
    return drawn.catch((error: unknown) => {
      visit.ctx.log.warn({ datasetId: card.datasetId, error: String(error) }, 'a picture was made without its chart');
      return this.#drawOf(visit, card, { kind: 'none' });
    });
  }

  async #draw(visit: Visit, card: Card): Promise<Uint8Array> {
    const resource = tableOf(card);
    const open = card.state === 'published';
    return this.#drawOf(visit, card, open ? await loadPictureData(visit, this.#facts, resource) : { kind: 'none' });
  }

  #drawOf(visit: Visit, card: Card, data: PictureData): Promise<Uint8Array> {
    const resource = tableOf(card);
    const { profile, language } = visit;
    return pngOf(
      drawPicture({ card, resource, data, language, city: profile?.name ?? '', colour: profile?.colour ?? '' }),
    );
  }
}
