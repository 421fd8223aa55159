import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers of the web process for Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<'method' | 'status'>;
  readonly #seconds: Histogram<'kind'>;
  readonly #jobs: Gauge<'name' | 'state'>;
  readonly #waiting: Gauge;

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: 'http_requests_total',
      help: 'Requests answered',
      labelNames: ['method', 'status'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'http_request_seconds',
      help: 'Time to the answer',
      labelNames: ['kind'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.#jobs = new Gauge({ name: 'jobs', help: 'Jobs by name and state', labelNames: ['name', 'state'], registers });
    this.#waiting = new Gauge({
      name: 'queries_waiting',
      help: 'Public row queries waiting for their turn',
      registers,
    });
  }

  /** Counts one answered request. @param kind `page`, `api` or `asset` */
  count(method: string, status: number, kind: string, milliseconds: number): void {
    this.#requests.inc({ method, status: String(status) });
    this.#seconds.observe({ kind }, milliseconds / 1000);
  }

  async text(jobs: readonly { name: string; state: string; count: number }[], waiting: number): Promise<string> {
    this.#jobs.reset();
    for (const { name, state, count } of jobs) this.#jobs.set({ name, state }, count);
    this.#waiting.set(waiting);
    return this.#registry.metrics();
  }
}
