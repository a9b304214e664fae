import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, record, shortText } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { decideTransferOffice } from './transfer-office.decide.ts';

export const TransferOffice = record({
  office: shortText(
    'The office of the same municipality that handles the case from now on, as it stands in the tokens of those who work there.',
  ),
  from: Type.Optional(isoDate('The day it took over, when that was before today.')),
});
export type TransferOffice = Static<typeof TransferOffice>;

export const transferOffice = defineCommand<TransferOffice>({
  name: 'transferOffice',
  title: 'Overfør sak til annet kontor',
  summary:
    'Moves the case to another office of the municipality; the old one sees it no more. To another municipality a case is never moved. STL § 3.',
  schema: TransferOffice,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: PHASES,
  lawOn: ({ from }) => from,
  allowed: isRegistered,
  decide: decideTransferOffice,
  example: { office: 'Nav Kristiansand sør', from: '2025-03-03' },
});
