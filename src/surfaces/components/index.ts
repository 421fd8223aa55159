/*
 * The visual system: page frames and parts, all rendered on the server. Classes only, no inline styles or scripts (CSP).
 * Look of everything: style.css and styles/. Tokens of the city's colour come by /theme.css (portal).
 */
export { styleUrl } from './assets.ts';
export { Badge } from './badge.tsx';
export { type Breadcrumb, Breadcrumbs } from './breadcrumbs.tsx';
export { Button, type ButtonKind, LinkButton } from './button.tsx';
export { CabinetPage } from './cabinet-page.tsx';
export { type Chip, Chips } from './chips.tsx';
export { CodeSearch, CodesTable } from './code-list-parts.tsx';
export { DataTable, type TableColumn } from './data-table.tsx';
export { Empty } from './empty.tsx';
export { ErrorSummary, faultOf } from './error-summary.tsx';
export { Choice, ChoiceGroup, Field, type FieldOption, type FieldProps, fieldId } from './field.tsx';
export { Icon, type IconName, MARK_PATH } from './icons.tsx';
export { type KeyValue, KeyValues } from './key-values.tsx';
export { Markdown, markdownWords } from './markdown.tsx';
export { Notice, type StateKind } from './notice.tsx';
export { ownFile } from './own-file.ts';
export { Page } from './page.tsx';
export { Pager } from './pager.tsx';
export { type PassportFacts, passportDocument } from './passport-document.ts';
export { passportForm } from './passport-form.ts';
export { PHONE_BEGINNING, PhoneMore } from './phone-more.tsx';
export { fittedText, PICTURE_FONT, pngOf, textLines, textWidth } from './picture.ts';
export { Progress, type Stage } from './progress.tsx';
export { pageText, renderPage } from './render.tsx';
export { ScrollRegion } from './scroll-region.tsx';
export { SearchBox } from './search-box.tsx';
export { Snippet } from './snippet.tsx';
export { type Step, Stepper } from './stepper.tsx';
export { type Tab, Tabs } from './tabs.tsx';
export { href, type SurfaceEnv, type Visit } from './visit.ts';
