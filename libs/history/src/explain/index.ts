export { type Sheet, calculationSheet } from './calculation-sheet.ts';
export type { Check } from './checks.ts';
export { type ExplainedRun, type LineExplanation, type LineName, explainLine, explainLines, lineNamed } from './explain-line.ts';
export { sheetHtml } from './sheet-html.ts';
export type { ExplainedEvent, ExplainedRate } from './sources.ts';
