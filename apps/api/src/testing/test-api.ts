import { randomBytes, randomUUID } from 'node:crypto';
import { type AccessEntry, type AccessLog, type AccessLogReader, TokenRefused } from '@kvp/access';
import { casesInLog, createCommandService, createPaymentService, paymentsInLog } from '@kvp/deciding';
import { createAppealFiles, withDocuments } from '@kvp/appeal-file';
import { createDocuments, createFiles, createInMemoryFiles } from '@kvp/documents';
import { createInMemoryEventStore, type EventStore } from '@kvp/event-store';
import { type Actor, commands as catalogue } from '@kvp/lifecycle';
import { WITHOUT_TREE } from '@kvp/notary';
import { createInMemoryKeyStore, createKeyRing, type KeyFile } from '@kvp/people';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../create-api.ts';
import type { ApiPorts, RequestLine } from '../ports.ts';
import { inMemoryIndex } from './in-memory-index.ts';
import { inMemoryReads } from './in-memory-reads.ts';

export const actors = {
  kari: { id: 'kari', role: 'caseworker', municipality: '4204', office: '1001' },
  bo: { id: 'bo', role: 'approver', municipality: '4204', office: '1001' },
  kim: { id: 'kim', role: 'appealHandler', municipality: '4204', office: '1001' },
  drift: { id: 'drift', role: 'operations', municipality: '4204', office: '1001' },
  stine: { id: 'stine', role: 'statistics', municipality: '4204', office: '1001' },
  lars: { id: 'lars', role: 'payments', municipality: '4204', office: '1001' },
  eli: { id: 'eli', role: 'caseworker', municipality: '4204', office: '1002' },
  pia: { id: 'pia', role: 'payments', municipality: '4204', office: '1001' },
  per: { id: 'per', role: 'payments', municipality: '4204', office: '1001' },
  fia: { id: 'fia', role: 'statsforvalter', municipality: '4203', office: 'Statsforvalteren i Agder' },
  siv: { id: 'siv', role: 'statsforvalter', municipality: '0301', office: 'Statsforvalteren i Oslo' },
  vera: { id: 'vera', role: 'privacyOfficer', municipality: '4204', office: '1001' },
  siri: { id: 'siri', role: 'caseworker', municipality: '4204', office: '1001', seesProtected: true },
  ola: { id: 'ola', role: 'caseworker', municipality: '0301', office: '0315' },
} as const satisfies Readonly<Record<string, Actor>>;

export type ActorName = keyof typeof actors;

/** Somebody at the first office whose role is let in; the caseworker when nobody's is. */
export const whoMay = (roles: readonly string[]): ActorName =>
  (['kari', 'bo', 'kim'] as const).find((name) => roles.includes(actors[name].role)) ?? 'kari';

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly as?: ActorName | null;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** The answer read as JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly store: EventStore;
  /** Sealed files by name. */
  readonly stored: Map<string, Uint8Array>;
  readonly entries: AccessEntry[];
  readonly lines: RequestLine[];
  readonly faults: unknown[];
  send(path: string, sent?: Sent): Promise<Answered>;
  close(): Promise<void>;
}

const readerOf = (entries: readonly AccessEntry[]): AccessLogReader => ({
  of: async (asked) =>
    entries.flatMap(({ caseId, personId: _, ...entry }) => (caseId === asked ? [{ ...entry, at: '2025-03-01T10:00:00.000000Z' }] : [])),
});

/** The whole HTTP app on a log in memory, with names for tokens: what the doors do, without a server. Any port can be replaced. */
export async function startTestApi(
  replace: (ports: ApiPorts) => Partial<ApiPorts> = () => ({}),
  furtherControllers: readonly Type[] = [],
): Promise<TestApi> {
  const store = createInMemoryEventStore();
  const keyFile: KeyFile = { masterId: 'test', master: randomBytes(32), lookup: randomBytes(32) };
  const keys = createKeyRing({ keyStore: createInMemoryKeyStore(), keyFile });
  const stored = new Map<string, Uint8Array>();
  const documents = createDocuments(createFiles({ store: createInMemoryFiles(stored), keys }));
  const commands = createCommandService({ store, keys, keyFile, codeVersion: 'test', supply: documents.supply });
  const entries: AccessEntry[] = [];
  const lines: RequestLine[] = [];
  const faults: unknown[] = [];
  const opened = (): string[] => entries.flatMap(({ action, caseId }) => (action === 'apply' && caseId !== null ? [caseId] : []));
  const accessLog: AccessLog = { write: async (written) => void entries.push(...written) };

  const ports: ApiPorts = {
    definitions: Object.values(catalogue),
    commands,
    documents,
    queries: inMemoryReads(commands, opened, paymentsInLog(store, keys)),
    reports: { store, keys, index: inMemoryIndex(commands, opened) },
    payments: createPaymentService({ store, keys, codeVersion: 'test', cases: casesInLog(store, keys) }),
    appealFiles: createAppealFiles({ store, sources: withDocuments(documents.files) }),
    tokens: {
      async verify(token) {
        if (token in actors) return actors[token as ActorName];
        throw new TokenRefused('signature', 'Not one of ours.');
      },
    },
    log: { store, proofs: WITHOUT_TREE, publicKeys: () => [] },
    accessLog,
    accessReader: readerOf(entries),
    probes: [],
    requestsMaySetTime: true,
    clock: () => Temporal.Now.instant(),
    reportFault: (fault) => void faults.push(fault),
    logRequest: (line) => void lines.push(line),
  };
  const app = await createApi({ ...ports, ...replace(ports) }, { version: 'test', furtherControllers });
  return { app, store, stored, entries, lines, faults, send: (path, sent) => send(app, path, sent), close: () => app.close() };
}

async function send(
  app: NestFastifyApplication,
  path: string,
  { method, as = 'kari', body, raw, headers = {} }: Sent = {},
): Promise<Answered> {
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const answer = await app.inject({
    method: method ?? (payload === undefined ? 'GET' : 'POST'),
    url: path,
    headers: {
      ...(as === null ? {} : { authorization: `Bearer ${as}` }),
      ...(payload === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson = /json/.test(String(answer.headers['content-type']));
  return {
    status: answer.statusCode,
    headers: answer.headers as Readonly<Record<string, string | undefined>>,
    text: answer.payload,
    body: (isJson ? JSON.parse(answer.payload) : {}) as Readonly<Record<string, unknown>>,
  };
}
