import { randomUUID } from 'node:crypto';
import type { DevelopmentIssuer } from '@kvp/access';
import { type LifeCommand, application, attendance, caseworkers, programme } from '../../support/system/lives.ts';
import { today } from '../../support/system/today.ts';
import { type Accepted, type Sent, isAccepted, send } from './client.ts';

/** Caseworkers with work to do: each command is another one, valid, and about made-up people. */
export class Office {
  private readonly day = today();
  private readonly registrations = new Map<string, number>();
  private readonly caseIds: string[] = [];
  private people = 0;
  private turn = 0;

  private constructor(private readonly token: string) {}

  static async open(issuer: DevelopmentIssuer): Promise<Office> {
    const [caseworker] = caseworkers;
    if (caseworker === undefined) throw new Error('There are no caseworkers.');
    return new Office(await issuer.tokenFor(caseworker));
  }

  /** Opens cases and brings their programmes to today, through the door. */
  async openCases(url: string, count: number): Promise<readonly string[]> {
    this.caseIds.push(...(await Promise.all(Array.from({ length: count }, () => this.openCase(url)))));
    return this.caseIds;
  }

  apply(): Sent {
    return this.command('/cases', application(this.people++, this.day));
  }

  register(caseId: string): Sent {
    const registration = this.registrations.get(caseId) ?? 0;
    this.registrations.set(caseId, registration + 1);
    return this.command(`/cases/${caseId}/register-attendance`, attendance(registration, this.day));
  }

  /** One of ten is an application, the others register attendance on the opened cases in turn. */
  next(): Sent {
    const turn = this.turn++;
    const caseId = this.caseIds[turn % this.caseIds.length];
    return turn % 10 === 0 || caseId === undefined ? this.apply() : this.register(caseId);
  }

  private async openCase(url: string): Promise<string> {
    const { caseId, revision } = await this.accepted(url, this.apply());
    let at = revision;
    for (const command of programme(this.day)) {
      ({ revision: at } = await this.accepted(url, { ...this.command(`/cases/${caseId}/${command.name}`, command), revision: at }));
    }
    return caseId;
  }

  private command(path: string, { input }: LifeCommand): Sent {
    return { commandId: randomUUID(), path, input, token: this.token };
  }

  private async accepted(url: string, sent: Sent): Promise<Accepted> {
    const answer = await send(url, sent);
    if (!isAccepted(answer))
      throw new Error(`${sent.path} was answered ${answer?.status ?? 'not at all'}: ${JSON.stringify(answer?.body)}`);
    return answer.body;
  }
}
