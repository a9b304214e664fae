import type { UseCase } from '../kernel/definitions.ts';
import { giveNotice } from './give-notice.command.ts';
import { noticeGiven } from './give-notice.events.ts';
import * as refusals from './give-notice.refusals.ts';

export const giveNoticeUseCase: UseCase = {
  command: giveNotice,
  events: [noticeGiven],
  refusals: Object.values(refusals),
};
