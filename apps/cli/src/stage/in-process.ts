import { type ApiPorts, type CaseReads, createApi } from '@kvp/api';
import { type CommandService, type PaymentService, casesInLog, createCommandService, createPaymentService } from '@kvp/deciding';
import { type Documents, createDocuments, createFiles, createInMemoryFiles } from '@kvp/documents';
import { type EventStore, createInMemoryEventStore } from '@kvp/event-store';
import { type Actor, type Role, commands as catalogue } from '@kvp/lifecycle';
import { WITHOUT_TREE } from '@kvp/notary';
import { type KeyRing, createInMemoryKeyStore, createKeyRing, ephemeralKeyFile } from '@kvp/people';
import { type Door, type DoorRequest, answer, headersOf } from './door.ts';

/** A log of its own, and who opens what is sealed in it. */
export interface Stage {
  readonly door: Door;
  readonly store: EventStore;
  readonly keys: KeyRing;
}

export interface Theatre {
  /** An empty system for one life; the one before it is gone. */
  newStage(): Stage;
  close(): Promise<void>;
}

/**
 * The API's own app without a network, on a log in memory that is thrown away after each life. It is started once, however many lives
 * are played; whoever asks is believed to be whom they say they are.
 */
export async function openTheatre(): Promise<Theatre> {
  const keyFile = ephemeralKeyFile();
  let current: Played | undefined;
  const app = await createApi(
    portsAround(() => {
      if (current === undefined) throw new TypeError('Nothing is played yet.');
      return current;
    }),
    { version: 'play' },
  );

  const door: Door = {
    async send(request) {
      const { method, path, body } = request;
      const { statusCode, payload } = await app.inject({
        method,
        url: path,
        headers: headersOf(request, tokenOf(request)),
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      return answer(statusCode, payload);
    },
  };

  return {
    newStage() {
      const store = createInMemoryEventStore();
      const keys = createKeyRing({ keyStore: createInMemoryKeyStore(), keyFile });
      const documents = createDocuments(createFiles({ store: createInMemoryFiles(), keys }));
      const { supply } = documents;
      current = {
        documents,
        commands: createCommandService({ store, keys, keyFile, codeVersion: 'play', keptCases: 16, supply }),
        payments: createPaymentService({ store, keys, codeVersion: 'play', cases: casesInLog(store, keys) }),
      };
      return { door, store, keys };
    },
    close: () => app.close(),
  };
}

/** What belongs to the life that is played now. */
type Played = Pick<ApiPorts, 'commands' | 'documents' | 'payments'>;

function portsAround(played: () => Played): ApiPorts {
  return {
    definitions: Object.values(catalogue),
    get commands(): CommandService {
      return played().commands;
    },
    get payments(): PaymentService {
      return played().payments;
    },
    get documents(): Documents {
      return played().documents;
    },
    queries: noReadModels,
    reports: noReports,
    appealFiles: { make: async () => Promise.reject(new TypeError('No appeal file is made in a theatre.')) },
    log: { store: createInMemoryEventStore(), proofs: WITHOUT_TREE, publicKeys: () => [] },
    tokens: { verify: async (token) => actorOf(token) },
    accessLog: { write: async () => undefined },
    accessReader: { of: async () => [] },
    probes: [],
    requestsMaySetTime: true,
    clock: () => Temporal.Now.instant(),
    // Told to the player too, as an answer that it cannot go on with.
    reportFault: ({ name, stack }) => process.stderr.write(`${[name, ...stack].join('\n  ')}\n`),
    logRequest: () => undefined,
  };
}

/** Offices are told in any letters, and a token has few. */
const tokenOf = ({ role, municipality, office = `${municipality}-1` }: DoorRequest): string =>
  [role, municipality, Buffer.from(office).toString('base64url')].join('.');

function actorOf(token: string): Actor {
  const [role = '', municipality = '', office = ''] = token.split('.');
  return { id: `${role}-${municipality}`, role: role as Role, municipality, office: Buffer.from(office, 'base64url').toString() };
}

/** A life is read straight from its log: see `views.ts`. */
const noReadModels: CaseReads = new Proxy({} as CaseReads, {
  get: () => async () => Promise.reject(new TypeError('There are no read models in a theatre.')),
});

/** Nobody reports on a life that is played. */
const noReports: ApiPorts['reports'] = new Proxy({} as ApiPorts['reports'], {
  get: () => {
    throw new TypeError('There are no reports in a theatre.');
  },
});
