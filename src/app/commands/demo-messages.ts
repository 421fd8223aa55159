import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Unit } from '../../capabilities/accounts/index.ts';
import type { Dataset } from '../../capabilities/catalog/index.ts';
import {
  answerMessage,
  changeCommunitySettings,
  communitySettings,
  confirmError,
  decideProposal,
  listMessages,
  sendMessage,
  voteForProposal,
} from '../../capabilities/community/index.ts';
import { addDays, dayOf } from '../../kernel/dates.ts';
import type { Context } from '../../platform/context.ts';

/** examples/demo-messages.json: invented questions and proposals, some of them answered. */
const DemoMessages = z.object({
  channel: z.object({ address: z.string(), email: z.string(), phone: z.string(), form: z.string() }),
  messages: z.array(
    z.object({
      kind: z.enum(['question', 'error', 'proposal']),
      /** The dataset it is about, by its file. */
      file: z.string().optional(),
      unit: z.string().optional(),
      row: z.string().optional(),
      column: z.string().optional(),
      subject: z.string().optional(),
      text: z.string(),
      name: z.string().optional(),
      email: z.string().optional(),
      language: z.enum(['uk', 'en']).default('uk'),
      /** Answered ones are shown to all. */
      answer: z.string().optional(),
      confirmed: z.boolean().optional(),
      votes: z.number().default(0),
      state: z.enum(['considering', 'planned', 'published', 'refused']).optional(),
      plannedInDays: z.number().optional(),
      /** The dataset it became, by its file. */
      result: z.string().optional(),
    }),
  ),
});
type DemoMessage = z.infer<typeof DemoMessages>['messages'][number];

/** What messages may be about. */
export interface DemoPlaces {
  /** By the name of the file. */
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** By their key in the demo. */
  readonly units: ReadonlyMap<string, Unit>;
}

/** Nobody is written to from an invented community. */
const ORIGIN = 'http://localhost';

/** Sends the invented messages and answers some, by the deeds of a visitor and a clerk. Gives how many were sent. */
export async function fillMessages(ctx: Context, examples: string, places: DemoPlaces): Promise<number> {
  const demo = DemoMessages.parse(JSON.parse(await readFile(join(examples, 'demo-messages.json'), 'utf8')));
  await changeCommunitySettings(ctx, { ...(await communitySettings(ctx)), channel: demo.channel });
  for (const message of demo.messages) await fillMessage(ctx, message, places);
  return demo.messages.length;
}

async function fillMessage(ctx: Context, wanted: DemoMessage, { datasets, units }: DemoPlaces): Promise<void> {
  const about = wanted.file === undefined ? null : (datasets.get(wanted.file) ?? null);
  const { number } = await sendMessage(ctx, {
    ...wanted,
    dataset: about && { id: about.id, slug: about.slug, title: about.passport.title, unitId: about.unitId },
    unitId: units.get(wanted.unit ?? '')?.id ?? null,
    consent: true,
    origin: ORIGIN,
  });
  const sent = await listMessages(ctx, {}, { page: 1, size: 1000 });
  const id = sent.items.find((message) => message.number === number)?.id ?? '';
  const show = { subject: wanted.subject ?? '', text: wanted.text, confirmed: false };
  if (wanted.kind !== 'proposal') {
    if (wanted.answer) await answerMessage(ctx, id, { text: wanted.answer, show, origin: ORIGIN });
    if (wanted.confirmed) await confirmError(ctx, id, true);
    return;
  }
  if (!wanted.state) return;
  await decideProposal(ctx, id, { state: 'considering', text: '', show, origin: ORIGIN });
  for (let voter = 0; voter < wanted.votes; voter += 1) await voteForProposal(ctx, number, `demo ${voter}`);
  if (wanted.state === 'considering') return;
  const result = datasets.get(wanted.result ?? '');
  await decideProposal(ctx, id, {
    state: wanted.state,
    text: wanted.answer ?? '',
    plannedOn: wanted.plannedInDays ? addDays(dayOf(ctx.clock.now()), wanted.plannedInDays) : null,
    result: result ? { slug: result.slug, title: result.passport.title } : null,
    show: null,
    origin: ORIGIN,
  });
}
