import type { CommandDefinition, Role } from '@kvp/lifecycle';

/** `METHOD /path/with/:parameters`, as the router writes it. */
export type Route = string;

/**
 * What an actor sees through a route: all of their own municipality, only their own office, those cases of their own county of which an appeal is with
 * them, or nothing of any case.
 */
export type Scope = 'municipality' | 'office' | 'appealed' | 'none';

/** Who may use a route, how far they see through it, and what the access log calls it. */
export interface PolicyRow {
  readonly route: Route;
  readonly action: string;
  /** One scope a role; a role that is not named may not. `public` needs no token and shows nothing about anyone. */
  readonly access: 'public' | Partial<Readonly<Record<Role, Scope>>>;
}

export type PolicyTable = ReadonlyMap<Route, PolicyRow>;

/** What the table needs to know of a command of the catalogue. */
export type CommandRoles = Pick<CommandDefinition<unknown, unknown>, 'name' | 'roles'>;

/**
 * How far each role sees when it may use a route of cases. A caseworker works on the cases of their own office; approvers and appeal
 * handlers serve the whole municipality. Operations sees no case (data minimisation).
 */
const reach: Readonly<Record<Role, Scope>> = {
  caseworker: 'office',
  approver: 'municipality',
  appealHandler: 'municipality',
  statsforvalter: 'none',
  statistics: 'none',
  payments: 'none',
  operations: 'none',
  privacyOfficer: 'none',
};

/** Throws when a role is given a route of cases and sees none: that needs a decision here first. */
const within = (roles: readonly Role[]): Exclude<PolicyRow['access'], 'public'> => {
  const blind = roles.filter((role) => reach[role] === 'none');
  if (blind.length > 0) throw new Error(`How far does ${blind.join(', ')} see among cases? The policy table does not say.`);
  return Object.fromEntries(roles.map((role) => [role, reach[role]]));
};

const caseReaders = within(['caseworker', 'approver', 'appealHandler']);

/** What an appeal is decided on: one case, while an appeal of it is with statsforvalteren. Every other door is closed to them. */
const appealReaders = { ...caseReaders, statsforvalter: 'appealed' } as const;

/** Who has looked at whom is told to those who answer for it, and to nobody who may be among them. */
const accessReaders = { appealHandler: 'municipality', privacyOfficer: 'municipality' } as const;

/** Payment runs hold lines of all offices of a municipality, and nothing of a case but its id and amounts. */
const payers = { payments: 'municipality' } as const;
const payersAndApprovers = { ...payers, approver: 'municipality' } as const;

/** For what is about nobody. */
const everyone = {
  ...{ caseworker: 'none', approver: 'none', appealHandler: 'none', statsforvalter: 'none' },
  ...{ statistics: 'none', payments: 'none', operations: 'none', privacyOfficer: 'none' },
} as const satisfies Readonly<Record<Role, Scope>>;

/** Who works with figures. */
const figureReaders = { approver: 'municipality', statistics: 'municipality', operations: 'municipality' } as const;

const fixedRows: readonly PolicyRow[] = [
  { route: 'GET /cases', action: 'list-cases', access: caseReaders },
  { route: 'GET /cases/:caseId', action: 'read-case', access: caseReaders },
  { route: 'GET /cases/:caseId/schedule', action: 'read-schedule', access: caseReaders },
  { route: 'GET /cases/:caseId/audit-trail', action: 'read-audit-trail', access: caseReaders },
  { route: 'GET /cases/:caseId/history', action: 'read-history', access: appealReaders },
  { route: 'GET /cases/:caseId/explain/:paymentLine', action: 'explain-payment-line', access: caseReaders },
  { route: 'POST /cases/:caseId/what-if', action: 'what-if', access: caseReaders },
  { route: 'GET /cases/:caseId/history/diff', action: 'read-history-diff', access: appealReaders },
  { route: 'GET /cases/:caseId/appeals/:appeal/file', action: 'read-appeal-file', access: appealReaders },
  { route: 'GET /cases/:caseId/access-log', action: 'read-access-log', access: accessReaders },
  { route: 'POST /what-if/portfolio', action: 'what-if-portfolio', access: { ...within(['caseworker', 'approver']), ...payers } },
  { route: 'GET /cases/:caseId/proof', action: 'read-proof', access: caseReaders },
  { route: 'GET /cases/:caseId/replay', action: 'read-replay', access: appealReaders },
  { route: 'GET /cases/:caseId/proposals', action: 'read-proposals', access: caseReaders },
  { route: 'GET /cases/:caseId/commands', action: 'read-available-commands', access: caseReaders },
  { route: 'GET /cases/:caseId/documents', action: 'list-documents', access: appealReaders },
  { route: 'GET /cases/:caseId/documents/:sha256', action: 'read-document', access: appealReaders },
  { route: 'POST /cases/:caseId/files', action: 'upload-file', access: caseReaders },
  { route: 'POST /cases/:caseId/letters/preview', action: 'preview-letter', access: caseReaders },
  { route: 'GET /worklist', action: 'read-worklist', access: caseReaders },
  { route: 'POST /people/search', action: 'search-person', access: caseReaders },
  // Neither those who draft nor those who approve may turn the control of themselves off, or on: ADR 0013.
  { route: 'PUT /municipalities/:municipality/policy', action: 'set-policy', access: { operations: 'municipality' } },
  {
    route: 'GET /municipalities/:municipality/policy',
    action: 'read-policy',
    access: { ...caseReaders, operations: 'municipality' },
  },
  // Figures tell of nobody alone; outside the own municipality small counts are hidden. The yearly file says who people are.
  {
    route: 'GET /reports/kostra-11cf/:area/:period',
    action: 'read-kostra',
    access: { approver: 'municipality', payments: 'municipality' },
  },
  {
    route: 'GET /reports/kostra-11cf/:area/:period/submissions',
    action: 'read-kostra-submissions',
    access: { approver: 'municipality', payments: 'municipality' },
  },
  {
    route: 'POST /reports/kostra-11cf/:area/:period/submissions',
    action: 'submit-kostra',
    access: { approver: 'municipality', payments: 'municipality' },
  },
  { route: 'GET /reports/:kind/:area/:period', action: 'read-report', access: figureReaders },
  { route: 'GET /reports/:kind/:area/:period/submissions', action: 'read-submissions', access: figureReaders },
  {
    route: 'POST /reports/:kind/:area/:period/submissions',
    action: 'submit-report',
    access: { approver: 'municipality', statistics: 'municipality' },
  },
  { route: 'POST /payment-runs', action: 'run-payments', access: payers },
  { route: 'GET /payment-runs', action: 'list-payment-runs', access: payersAndApprovers },
  { route: 'GET /payment-runs/:run', action: 'read-payment-run', access: payersAndApprovers },
  { route: 'POST /payment-runs/:run/resume', action: 'resume-payment-run', access: payers },
  // The service refuses whoever opened it: it may be any of them who approves.
  { route: 'POST /payment-runs/:run/approve', action: 'approve-payment-run', access: payersAndApprovers },
  { route: 'POST /payment-runs/:run/return', action: 'return-payment-run', access: payersAndApprovers },
  { route: 'POST /payment-runs/:run/answers', action: 'take-payroll-answers', access: payers },
  { route: 'GET /payment-runs/:run/payroll-file.json', action: 'read-payroll-file', access: payers },
  { route: 'GET /payment-runs/:run/payroll-file.csv', action: 'read-payroll-file', access: payers },
  { route: 'POST /payment-runs/:run/payment-file', action: 'make-payment-file', access: payers },
  { route: 'GET /payment-runs/:run/payment-file.xml', action: 'read-payment-file', access: payers },
  { route: 'GET /payment-runs/:run/reconciliation', action: 'reconcile-payment-run', access: payersAndApprovers },
  // Hashes and signatures, for whoever verifies the log: nothing of any case, and so nothing that its owner could hide.
  { route: 'GET /log/checkpoint', action: 'read-checkpoint', access: everyone },
  { route: 'GET /log/proof', action: 'read-log-proof', access: everyone },
  // A rate counts in every municipality of the installation, and shows nothing of any case.
  { route: 'GET /rates', action: 'read-rates', access: everyone },
  { route: 'POST /rates', action: 'announce-rate', access: { operations: 'none' } },
  { route: 'POST /rates/:announcement/withdraw', action: 'withdraw-rate', access: { operations: 'none' } },
  ...['/health/live', '/health/ready', '/openapi.json', '/api', '/api/:file', '/problems', '/problems/:code'].map((path): PolicyRow => ({
    route: `GET ${path}`,
    action: 'read-public',
    access: 'public',
  })),
];

/** `registerAttendance` is reached at `register-attendance`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Where a command is sent: a case begins with `apply`, every other one is about a case. */
export const commandPath = (name: string): string => (name === 'apply' ? '/cases' : `/cases/:caseId/${kebab(name)}`);

/** The whole policy: the fixed rows, and one for each command of the catalogue with the roles that its definition names. */
export function policyTable(commands: readonly CommandRoles[]): PolicyTable {
  const derived = commands.map(({ name, roles }): PolicyRow => ({
    route: `POST ${commandPath(name)}`,
    action: kebab(name),
    access: within(roles),
  }));
  const rows = [...fixedRows, ...derived];
  const table = new Map(rows.map((row) => [row.route, row]));
  if (table.size !== rows.length) throw new Error('The policy table has two rows for one route.');
  return table;
}

/** The routes that nothing was decided about. A system with one must not start. */
export const routesWithoutRow = (routes: readonly Route[], table: PolicyTable): readonly Route[] =>
  routes.filter((route) => !table.has(route));

/** The scope in which a role may use a route; undefined when it may not. */
export const scopeOf = ({ access }: PolicyRow, role: Role): Scope | undefined => (access === 'public' ? 'none' : access[role]);
