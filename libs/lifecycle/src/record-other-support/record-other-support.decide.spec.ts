import { describe, expect, test } from '@jest/globals';
import type { IsoDate } from '@kvp/calendar';
import { applied, given, granted, recordOtherSupport, rejected, started } from '../testing/index.ts';
import { type OtherSupportRecorded, otherSupportRecorded } from './record-other-support.events.ts';
import { SUPPORT_CODE, type SupportKind } from './support-kinds.ts';

const running = [applied({ receivedOn: '2025-01-06' }), granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const today = '2025-06-30';
const ask = (from: IsoDate, to: IsoDate, ...kinds: SupportKind[]) => recordOtherSupport({ on: today, from, to, kinds });
const answered = (from: IsoDate, to: IsoDate, ...kinds: SupportKind[]): OtherSupportRecorded => ({
  ...otherSupportRecorded.example,
  data: { on: today, from, to },
  personal: { kinds },
});

describe('recordOtherSupport', () => {
  test('what was received is sealed, and kept in one order', () => {
    given(...running)
      .when(ask('2025-02-01', '2025-06-30', 'socialAssistanceRegular', 'housingBankSupport'), { today })
      .then({ type: 'OtherSupportRecorded', personal: { kinds: ['housingBankSupport', 'socialAssistanceRegular'] } });
  });

  test('none is an answer', () => {
    given(...running)
      .when(ask('2025-02-01', '2025-06-30'), { today })
      .then({ type: 'OtherSupportRecorded', personal: { kinds: [] } });
    expect(given(...running, answered('2025-02-01', '2025-06-30')).state.circumstances.otherSupport).toMatchObject([
      { recordedIn: 3, kinds: [] },
    ]);
  });

  test('none and some contradict each other where they share a day, and only there', () => {
    const none = given(...running, answered('2025-02-01', '2025-04-30'));
    none.when(ask('2025-04-30', '2025-05-31', 'housingBankSupport'), { today }).thenRefused('recorded-otherwise');
    none.when(ask('2025-05-01', '2025-05-31', 'housingBankSupport'), { today }).then({ type: 'OtherSupportRecorded' });
    const some = given(...running, answered('2025-02-01', '2025-04-30', 'housingBankSupport'));
    some.when(ask('2025-01-13', '2025-02-01'), { today }).thenRefused('recorded-otherwise');
    some.when(ask('2025-01-13', '2025-01-31'), { today }).then({ type: 'OtherSupportRecorded' });
    some.when(ask('2025-04-01', '2025-06-30', 'socialAssistanceOneOff'), { today }).then({ type: 'OtherSupportRecorded' });
  });

  test('the same answer again is nothing new', () => {
    const life = given(...running, answered('2025-02-01', '2025-04-30', 'housingBankSupport', 'socialAssistanceRegular'));
    life.when(ask('2025-02-01', '2025-04-30', 'socialAssistanceRegular', 'housingBankSupport'), { today }).then();
    given(...running, answered('2025-02-01', '2025-04-30'))
      .when(ask('2025-02-01', '2025-04-30'), { today })
      .then();
  });

  test('nobody answers for days to come, nor for days before the application', () => {
    const life = given(...running);
    life.when(ask('2025-02-01', '2025-07-01'), { today }).thenRefused('answered-before-end');
    life.when(ask('2025-02-01', '2025-07-01'), { today: '2025-06-29' }).thenRefused('answered-before-end', 'date-in-future');
    life.when(ask('2024-12-01', '2025-01-06'), { today }).then({ type: 'OtherSupportRecorded' });
    life.when(ask('2024-12-01', '2025-01-05'), { today }).thenRefused('before-application');
    life.when(ask('2025-03-02', '2025-03-01'), { today }).thenRefused('ends-before-it-starts');
    given(applied(), rejected('2025-01-20')).when(ask('2025-02-01', '2025-03-01'), { today }).thenRefused('application-rejected');
  });

  test('the kinds have the codes of KVP_MED_KOMMBOS, HUSBANKBOS, SOSHJ_ENGANG, SOSHJ_PGM and SOSHJ_SUP', () => {
    expect(Object.values(SUPPORT_CODE)).toEqual(['4', '5', '9', '8', '7']);
  });
});
