import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevelopmentIssuer, startDevelopmentIssuer } from '@kvp/access';
import { openKeyFile } from '@kvp/people';
import { verifyReadModels } from '@kvp/projections';
import { ChildDouble } from '../../support/eventstore-double/index.ts';
import { type ApiProcess, startApi } from '../../support/system/api-process.ts';
import { ControlledPostgres } from '../../support/system/controlled-postgres.ts';
import { freePort } from '../../support/system/free-port.ts';
import { type Installation, openInstallation } from '../../support/system/installation.ts';
import { until } from '../../support/until.ts';
import type { Audit, Ledger } from './ledger.ts';

/** Which store keeps the log; read models and keys are in PostgreSQL either way. */
export type HouseStore = 'postgres' | 'eventstore-double';

const CATCH_UP_MS = 60_000;

/**
 * An installation as it is distributed: API, PostgreSQL, store and issuer are apart, so that each can be taken away from the others.
 * Everything lies in a folder that `dispose` removes.
 */
export class House {
  private readonly apis: ApiProcess[] = [];

  private constructor(
    private readonly folder: string,
    private readonly databaseUrl: string,
    readonly postgres: ControlledPostgres,
    /** The stand-in for EventStoreDB, when that keeps the log. */
    readonly double: ChildDouble | undefined,
    readonly issuer: DevelopmentIssuer,
  ) {}

  static async open(store: HouseStore = 'postgres'): Promise<House> {
    const folder = mkdtempSync(join(tmpdir(), 'kvp-faults-'));
    openKeyFile(join(folder, 'keys.json'), { create: true });
    const postgres = await ControlledPostgres.start(folder);
    const double = store === 'postgres' ? undefined : await ChildDouble.start();
    const issuer = await startDevelopmentIssuer({ port: 0, lifetime: 86_400 });
    return new House(folder, await postgres.database('kvp'), postgres, double, issuer);
  }

  /** Starts an API. The same port gives the same address to a process that takes the place of another. */
  async startApi(port?: number): Promise<ApiProcess> {
    const api = await startApi({
      env: {
        DATABASE_URL: this.databaseUrl,
        ...(this.double === undefined ? {} : { EVENTSTORE_URL: this.double.connectionString }),
        KVP_KEY_FILE: join(this.folder, 'keys.json'),
        OIDC_ISSUERS: JSON.stringify([this.issuer.settings]),
      },
      logFile: join(this.folder, 'api.log'),
      port: port ?? (await freePort()),
    });
    this.apis.push(api);
    return api;
  }

  /** Holds what clients were told against the log. */
  audit(ledger: Ledger): Promise<Audit> {
    return this.pastTheDoor(({ store }) => ledger.audit(store));
  }

  /** How many events a case has. */
  lengthOf(caseId: string): Promise<number> {
    return this.pastTheDoor(async ({ store }) => ((await store.head(`case-${caseId}`)) ?? -1) + 1);
  }

  /** Waits until the read models that an API keeps stand at the head of the log. */
  async caughtUp({ url }: ApiProcess): Promise<void> {
    await until('the read models have caught up', CATCH_UP_MS, async () => {
      const ready = (await (await fetch(`${url}/health/ready`)).json()) as Readiness;
      const { head } = ready.eventStore.details;
      return ready.readModels.details.lines.every(({ position }) => position === head) ? true : undefined;
    });
  }

  /** The read models whose rows are not what a rebuild makes of the log. */
  readModelsUnlike(): Promise<readonly string[]> {
    return this.pastTheDoor(async (installation) => {
      const reports = await verifyReadModels({ ...installation, codeVersion: 'faults' });
      return reports.filter(({ outcome }) => outcome !== 'equal').map(({ readModel, outcome }) => `${readModel}: ${outcome}`);
    });
  }

  async dispose(): Promise<void> {
    await Promise.all(this.apis.map((api) => api.end('SIGKILL')));
    await this.issuer.close();
    await this.double?.dispose();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async pastTheDoor<Result>(work: (installation: Installation) => Promise<Result>): Promise<Result> {
    const installation = await openInstallation({
      connectionString: this.databaseUrl,
      keyFile: join(this.folder, 'keys.json'),
      ...(this.double === undefined ? {} : { eventStoreUrl: this.double.connectionString }),
    });
    try {
      return await work(installation);
    } finally {
      await installation.close();
    }
  }
}

interface Readiness {
  readonly eventStore: { readonly details: { readonly head: string | null } };
  readonly readModels: { readonly details: { readonly lines: readonly { readonly position: string | null }[] } };
}
