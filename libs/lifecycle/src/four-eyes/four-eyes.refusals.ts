import { defineRefusal } from '../kernel/definitions.ts';
import type { ProposalStatus } from '../kernel/state/proposals.ts';

export const proposalOpen = defineRefusal<[revision: number]>({
  code: 'proposal-open',
  provision: 'Kommuneloven § 25-1',
  message: () => 'Det ligger allerede et forslag til et slikt vedtak og venter på godkjenning.',
  remedy: (revision) => `Forslaget i hendelse ${revision} må godkjennes, returneres eller trekkes først.`,
  example: [5],
});

export const noOpenProposal = defineRefusal({
  code: 'no-open-proposal',
  provision: 'Kommuneloven § 25-1',
  message: () => 'Ingen forslag til vedtak venter på godkjenning i saken.',
  remedy: () => 'Et vedtak som krever to personer, må foreslås først.',
  example: [],
});

export const proposalNotFound = defineRefusal<[revision: number]>({
  code: 'proposal-not-found',
  provision: 'Kommuneloven § 25-1',
  message: (revision) => `Hendelse ${revision} i saken er ikke et forslag til vedtak.`,
  remedy: () => 'Oppgi nummeret på hendelsen der forslaget ble registrert.',
  example: [5],
});

const SETTLED: Readonly<Record<Exclude<ProposalStatus, 'open'>, string>> = {
  approved: 'godkjent',
  returned: 'returnert',
  withdrawn: 'trukket',
};

export const proposalSettled = defineRefusal<[status: Exclude<ProposalStatus, 'open'>]>({
  code: 'proposal-settled',
  provision: 'Kommuneloven § 25-1',
  message: (status) => `Forslaget er allerede ${SETTLED[status]}.`,
  remedy: (status) =>
    status === 'approved' ? 'Vedtaket er fattet, og endres ved klage eller omgjøring.' : 'Vedtaket må foreslås på nytt.',
  example: ['approved'],
});

export const draftedByApprover = defineRefusal({
  code: 'drafted-by-approver',
  provision: 'Kommuneloven § 25-1',
  message: () => 'Den som har vært med på å lage forslaget, kan ikke godkjenne det.',
  remedy: () => 'En annen beslutter må godkjenne, eller returnere med begrunnelse.',
  example: [],
});

export const noLongerPossible = defineRefusal({
  code: 'proposal-no-longer-possible',
  provision: 'Kommuneloven § 25-1',
  message: () => 'Saken eller regelverket er endret siden forslaget, og vedtaket kan ikke fattes nå.',
  remedy: () => 'Returner forslaget. Hva som står i veien for vedtaket, er oppgitt ved siden av.',
  example: [],
});

export const outcomeDiffers = defineRefusal<[fields: readonly string[]]>({
  code: 'outcome-differs',
  provision: 'Kommuneloven § 25-1',
  message: (fields) => `Vedtaket ville ikke blitt som foreslått. Disse feltene er annerledes nå: ${fields.join(', ')}.`,
  remedy: () => 'Returner forslaget, så det kan lages på nytt slik saken står.',
  example: [['ProgrammeExtended.afterLapse']],
});

export const notTheAuthor = defineRefusal({
  code: 'not-the-author',
  provision: 'Kommuneloven § 25-1',
  message: () => 'Bare den som la fram forslaget, kan trekke det.',
  remedy: () => 'En beslutter kan returnere det med begrunnelse.',
  example: [],
});
