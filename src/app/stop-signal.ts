/**
 * npm runs us under a shell that does not pass SIGTERM on: it dies, and we would live on unseen. So whoever was started by npm
 * ends with the one who started it.
 */
function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

/**
 * Aborted when this process is asked to stop: SIGTERM, SIGINT, or, where it was started by the supervisor, when that is gone
 * (even by kill −9: the channel between us closes), so that no process outlives the system.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const ask = () => stop.abort();
  process.once('SIGTERM', ask);
  process.once('SIGINT', ask);
  if (process.send) process.once('disconnect', ask);
  else if (process.env.npm_lifecycle_event) watchParent(ask);
  return stop.signal;
}

/** Settles when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
