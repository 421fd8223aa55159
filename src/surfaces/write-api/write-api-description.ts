import { z } from '@hono/zod-openapi';
import { OPERATIONS, type Operation } from './operations.ts';
import { Problem } from './problem.ts';

/** How a token is sent, for `components.securitySchemes`. */
export const WRITE_API_SECURITY = {
  token: { type: 'http', scheme: 'bearer', description: 'A token of the cabinet: `Authorization: Bearer vidkryto_…`' },
} as const;

const PLACES: Readonly<Record<string, string>> = {
  dataset: 'Id of a dataset',
  resource: 'Id of a resource',
  id: 'Id of a reading; of a resource where rows are written',
};

/** What is sent, as JSON Schema 2020-12. */
const sent = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
/** What is answered. */
const answered = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });

function parametersOf(path: string, { query, keyed }: Operation): object[] {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PLACES[name],
    schema: { type: 'string', format: 'uuid' },
  }));
  const asked = Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { $schema: _, ...rest } = sent(schema as z.ZodType);
    return { name, in: 'query', required: false, schema: rest };
  });
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'Asked again with it within two days, the first answer is given and nothing is done twice',
    schema: { type: 'string', maxLength: 200 },
  };
  return [...places, ...asked, ...(keyed ? [key] : [])];
}

function described(path: string, operation: Operation): object {
  const { id, summary, scope, body, answers } = operation;
  const content = (schemas: Readonly<Record<string, z.ZodType>>, of: (schema: z.ZodType) => object) =>
    Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { schema: of(schema) }]));
  const good = Object.entries(answers).map(([status, schema]) => [
    status,
    schema
      ? { description: summary, content: content({ 'application/json': schema }, answered) }
      : { description: summary },
  ]);
  const refused = {
    description: 'Refused, with what to do',
    content: content({ 'application/problem+json': Problem }, answered),
  };
  return {
    operationId: id,
    summary,
    description: scope === null ? 'Any token that may see the dataset.' : `Scope \`${scope}\`.`,
    tags: ['writing'],
    security: [{ token: [] }],
    parameters: parametersOf(path, operation),
    ...(body ? { requestBody: { required: id !== 'deleteRows', content: content(body, sent) } } : {}),
    responses: { ...Object.fromEntries(good), default: refused },
  };
}

/** What /api/openapi.json says of the write API: OpenAPI 3.1 `paths`, made of the schemas the routes use. */
export const WRITE_API_PATHS: Readonly<Record<string, Readonly<Record<string, object>>>> = Object.fromEntries(
  Object.entries(OPERATIONS).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, one]) => [method, described(path, one)])),
  ]),
);
