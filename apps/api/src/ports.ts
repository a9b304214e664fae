import type { AccessLog, AccessLogReader, TokenVerifier } from '@kvp/access';
import type { CommandService, PaymentService } from '@kvp/deciding';
import type { AppealFiles } from '@kvp/appeal-file';
import type { Documents } from '@kvp/documents';
import type { AnyCommand } from '@kvp/lifecycle';
import type { Desk } from '@kvp/report-desk';
import type { CaseReads } from './cases/case-reads.ts';
import type { LogDoor } from './log/log-door.ts';
import type { ReportFault } from './http/problem.filter.ts';

/** One thing that the system cannot do without, and how it is. */
export interface Probe {
  readonly name: string;
  /** Throws, or says what is wrong; undefined when all is well. */
  readonly check: () => Promise<{ readonly problem?: string; readonly details?: Readonly<Record<string, unknown>> }>;
}

export interface RequestLine {
  readonly method: string;
  /** The pattern, never the address itself: an address may hold anything that someone typed. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly correlationId: string;
  readonly problem?: string;
  readonly actor?: string;
}

/** Everything that the HTTP app is made from. It opens nothing and closes nothing itself. */
export interface ApiPorts {
  /** The catalogue: each command of it becomes a route. */
  readonly definitions: readonly AnyCommand[];
  readonly commands: CommandService;
  readonly documents: Documents;
  readonly payments: PaymentService;
  readonly queries: CaseReads;
  /** The log, and an index of its cases, for reports. */
  readonly reports: Desk;
  readonly appealFiles: AppealFiles;
  readonly log: LogDoor;
  readonly tokens: TokenVerifier;
  readonly accessLog: AccessLog;
  readonly accessReader: AccessLogReader;
  readonly probes: readonly Probe[];
  /** `X-Time` is honoured: only where the tokens come from the development issuer. */
  readonly requestsMaySetTime: boolean;
  readonly clock: () => Temporal.Instant;
  readonly reportFault: ReportFault;
  readonly logRequest: (line: RequestLine) => void;
}

/** Where Nest finds the ports: they are interfaces, and leave nothing behind that it could inject by. */
export const PORTS = Symbol('ApiPorts');
