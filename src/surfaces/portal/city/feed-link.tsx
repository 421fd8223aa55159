import { href, Icon, type Visit } from '../../components/index.ts';

/** A link to a feed, at the end of what it follows. `path` without the language. */
export function FeedLink({ visit, path, label }: { visit: Visit; path: string; label: string }) {
  return (
    <p class="feed-link no-print">
      <a href={href(visit, path)}>
        <Icon name="feed" />
        {label}
      </a>
    </p>
  );
}
