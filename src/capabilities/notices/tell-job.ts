import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { isNoticeKind, type NoticeKind } from './notice-kinds.ts';
import { notify } from './notify.ts';

const Facts = z.object({
  by: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  instead: z.string().optional(),
  dueOn: z.string().optional(),
  reason: z.string().optional(),
  unit: z.string().optional(),
  count: z.number().optional(),
});

const Asked = z.object({
  to: z.union([
    z.object({ people: z.array(z.string()) }),
    z.object({
      deed: z.enum(['settings.change', 'people.manage', 'dataset.coordinate', 'token.manage']),
      place: z.string().nullable(),
    }),
  ]),
  kind: z.string().refine((name): name is NoticeKind => isNoticeKind(name), 'a kind of notice'),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  link: z.string(),
  facts: Facts.optional(),
  once: z.string().optional(),
});

/** What capabilities below this one want told (event `notice-asked`): those `accounts` works for cannot call `notify`. */
export const tellJob = defineJob({
  name: 'notices.tell',
  data: Asked,
  handle: async (ctx, asked, run) => {
    // a job done twice tells once
    await notify(ctx, { ...asked, once: asked.once ?? `job ${run.id}` });
  },
});
