// The walls (docs/decisions/0003-house.md). Read downward: surfaces → capabilities → (tabular, platform) → language, kernel.

/**
 * Which other capabilities a capability may use. All may use accounts, history and notices; accounts uses only history, notices stand on both.
 * A new line here is a decision: write it down in the ADR.
 */
const MAY_USE = {
  history: [],
  accounts: ['history'],
  catalog: ['accounts', 'history', 'notices'],
  tables: ['accounts', 'history'],
  ingest: ['accounts', 'history', 'notices'],
  drafts: ['accounts', 'history', 'catalog', 'ingest', 'review'],
  review: ['accounts', 'history', 'notices', 'catalog', 'ingest'],
  links: ['accounts', 'history'],
  privacy: ['accounts', 'history', 'notices', 'links', 'documents', 'catalog', 'ingest'],
  documents: ['accounts', 'history'],
  evidence: ['accounts', 'history', 'documents'],
  publishing: ['accounts', 'history', 'notices', 'catalog', 'tables', 'ingest', 'review', 'links', 'privacy'],
  community: ['accounts', 'history', 'notices'],
  exposure: ['accounts', 'history', 'notices', 'catalog', 'tables', 'publishing', 'privacy'],
  sources: ['accounts', 'history', 'notices', 'catalog', 'ingest', 'drafts', 'publishing'],
  exchange: ['accounts', 'history', 'notices', 'catalog', 'mandates', 'ingest', 'drafts', 'publishing'],
  coordination: ['accounts', 'history', 'notices', 'catalog', 'review', 'publishing'],
  dictionary: ['accounts', 'history', 'notices', 'catalog', 'tables', 'ingest', 'drafts', 'publishing', 'documents'],
  people: ['accounts', 'history', 'notices', 'catalog', 'documents', 'orders', 'links'],
  notices: ['accounts', 'history'],
  mandates: ['accounts', 'history', 'notices', 'catalog'],
  orders: ['accounts', 'history', 'notices', 'documents', 'evidence'],
  registry: [
    'accounts',
    'history',
    'notices',
    'catalog',
    'drafts',
    'ingest',
    'publishing',
    'links',
    'mandates',
    'documents',
    'privacy',
  ],
};

const LAYERS = {
  kernel: [],
  language: ['kernel'],
  tabular: ['kernel', 'language', 'platform/duckdb'],
  platform: ['kernel', 'language'],
  migrations: ['kernel', 'platform'],
  locales: ['kernel', 'language'],
  capabilities: ['kernel', 'language', 'tabular', 'platform'],
  surfaces: ['kernel', 'language', 'tabular', 'platform', 'capabilities', 'locales'],
};

const alternatives = (names) => `(${names.join('|')})`;

const layerWalls = Object.entries(LAYERS).map(([layer, below]) => ({
  name: `${layer}-reads-downward`,
  severity: 'error',
  from: { path: `^src/${layer}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src/', pathNot: `^src/${alternatives([layer, ...below])}/` },
}));

const capabilityWalls = Object.entries(MAY_USE).map(([capability, others]) => ({
  name: `${capability}-uses-only-its-list`,
  severity: 'error',
  from: { path: `^src/capabilities/${capability}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src/capabilities/', pathNot: `^src/capabilities/${alternatives([capability, ...others])}/` },
}));

export default {
  mayUse: MAY_USE,
  layers: LAYERS,
  forbidden: [
    ...layerWalls,
    ...capabilityWalls,
    {
      name: 'one-door',
      comment: 'A capability is entered by its index.ts only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/capabilities/([^/]+)/' },
      to: { path: '^src/capabilities/[^/]+/', pathNot: '^src/capabilities/[^/]+/index\\.ts$' },
    },
    {
      name: 'one-door-between-capabilities',
      severity: 'error',
      from: { path: '^src/capabilities/([^/]+)/' },
      to: { path: '^src/capabilities/[^/]+/', pathNot: '^src/capabilities/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'surfaces-do-not-mix',
      comment: 'Surfaces share only the components.',
      severity: 'error',
      from: { path: '^src/surfaces/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/surfaces/', pathNot: '^src/surfaces/($1|components)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '(^tests/|^bench/|\\.test\\.tsx?$)' },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
