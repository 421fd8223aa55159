import { round } from './chart-bars.tsx';

const HEIGHT = 56;

/** How values are spread, as small columns; for a column's profile. `counts` from the least to the most. */
export function SpreadChart({ counts, title }: { counts: readonly number[]; title: string }) {
  const most = Math.max(1, ...counts);
  const step = 240 / Math.max(1, counts.length);
  return (
    <svg
      class="chart spread"
      viewBox={`0 0 240 ${HEIGHT}`}
      width="240"
      height={HEIGHT}
      role="img"
      aria-label={title}
      preserveAspectRatio="none"
    >
      {counts.map((count, at) => {
        const high = count === 0 ? 0 : Math.max(1.5, (count / most) * (HEIGHT - 2));
        return (
          <rect
            key={at}
            x={round(at * step + 0.5)}
            y={round(HEIGHT - 1 - high)}
            width={round(Math.max(1, step - 1))}
            height={round(high)}
            class="chart-bar chart-series-1"
          />
        );
      })}
      <line x1="0" x2="240" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} class="chart-axis" />
    </svg>
  );
}

/** A share of a whole as a thin bar beside its number. @param share 0 to 1 */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg class="share-bar" viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" class="share-bar-whole" />
      <rect width={round(Math.max(share > 0 ? 1 : 0, share * 100))} height="8" class="chart-bar chart-series-1" />
    </svg>
  );
}
