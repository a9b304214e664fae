import type { UseCase } from '../kernel/definitions.ts';
import { recordStatement } from './record-statement.command.ts';
import { statementRecorded } from './record-statement.events.ts';
import * as refusals from './record-statement.refusals.ts';

export const recordStatementUseCase: UseCase = {
  command: recordStatement,
  events: [statementRecorded],
  refusals: Object.values(refusals),
};
