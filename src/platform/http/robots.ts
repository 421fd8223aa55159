/** Programs that read pages for search engines, previews of links and watchers. */
const ROBOT =
  /bot\b|bot[/;-]|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegrambot|headless|lighthouse|monitor|uptime|pingdom|prerender|archive|scrapy|wget|feedfetcher|validator|scan/i;

/** Whether a program reads for itself and no person looks, by how it calls itself; who does not say what it is counts as one. */
export function isRobot(userAgent: string | null | undefined): boolean {
  return !userAgent?.trim() || ROBOT.test(userAgent);
}
