/** The programs of this folder, each run in a process of its own. */
const at = (path: string): URL => new URL(`../${path}.ts`, import.meta.url);

export const parties = {
  seed: at('own/seed'),
  httpLoad: at('own/http-load'),
  rawAppend: at('own/raw-append'),
  bareRead: at('own/bare-read'),
  rebuild: at('own/rebuild'),
  replay: at('own/replay'),
  tickSeed: at('own/tick-seed'),
  worklistSeed: at('own/worklist-seed'),
  worklistLoad: at('own/worklist-load'),
  history: at('own/history'),
  scheduleSeed: at('own/schedule-seed'),
  scheduleLoad: at('own/schedule-load'),
  paymentSeed: at('own/payment-seed'),
  paymentLoad: at('own/payment-load'),
  barePayable: at('own/bare-payable'),
  kostraFile: at('own/kostra-file'),
  reportRebuild: at('own/report-rebuild'),
  publishing: at('own/publishing'),
  verifyLog: at('own/verify-log'),
  largeTree: at('own/large-tree'),
  appealFile: at('own/appeal-file'),
  emmettSeed: at('emmett/seed'),
  emmettCommands: at('emmett/commands'),
  emmettProjection: at('emmett/projection'),
};
