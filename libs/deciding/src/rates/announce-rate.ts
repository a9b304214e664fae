import { type AnnounceRate, type Decision, type RateWithdrawn, announcementOf, decideAnnouncement, decideWithdrawal } from '@kvp/lifecycle';
import { dayIn } from '../case/context.ts';
import type { CommandOutcome } from '../command-request.ts';
import { type RegisterRequest, type RegisterWriter, appendToRegister } from '../register/append-to-register.ts';
import { RATES_STREAM, ratesRevisionOf, rowsOf } from './rates.ts';

/** A rate to announce, to every case of the installation. */
export interface AnnounceRateRequest extends RegisterRequest {
  readonly rate: AnnounceRate;
}

/** An announcement to withdraw. */
export interface WithdrawRateRequest extends RegisterRequest {
  readonly withdrawal: RateWithdrawn['data'];
}

/** Refused when the row says otherwise than one that stands, shipped or announced. */
export const announceRate = (writer: RegisterWriter, request: AnnounceRateRequest): Promise<CommandOutcome> =>
  appendToRegister(
    writer,
    {
      ...{ stream: RATES_STREAM, name: RATES_STREAM, lawOf },
      event: { type: 'RateAnnounced', version: 1, data: announcementOf(request.rate), personal: null },
      decide: ({ rows, revision }) => decided(decideAnnouncement(rowsOf(rows), request.rate, dayIn(request.now)), revision),
    },
    request,
  );

export const withdrawRate = (writer: RegisterWriter, request: WithdrawRateRequest): Promise<CommandOutcome> =>
  appendToRegister(
    writer,
    {
      ...{ stream: RATES_STREAM, name: RATES_STREAM, lawOf },
      event: { type: 'RateWithdrawn', version: 1, data: request.withdrawal, personal: null },
      decide: ({ rows, revision }) => decided(decideWithdrawal(rowsOf(rows), request.withdrawal), revision),
    },
    request,
  );

const lawOf: Parameters<typeof appendToRegister>[1]['lawOf'] = async ({ rows }) => ({
  ratesRevision: ratesRevisionOf(rows.length),
  policyRevision: null,
});

const decided = ({ events, refusals }: Decision, revision: number) =>
  events === undefined
    ? { outcome: { kind: 'refused', caseId: RATES_STREAM, revision: revision < 0 ? null : revision, refusals } as const }
    : { events };
