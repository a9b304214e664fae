import { describe, expect, test } from '@jest/globals';
import type { IsoDate } from '@kvp/calendar';
import { applied, given, granted, recordHousehold, rejected, started } from '../testing/index.ts';
import { type HouseholdRecorded, householdRecorded } from './record-household.events.ts';
import { MARITAL_STATUS_CODE, SEX_CODE } from './household-codes.ts';

const running = [applied({ receivedOn: '2025-01-06' }), granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const today = '2025-06-02';
const alone = { maritalStatus: 'unmarried', childrenUnder18: 0 } as const;
const seen = (on: IsoDate, personal: HouseholdRecorded['personal'] = alone): HouseholdRecorded => ({
  ...householdRecorded.example,
  data: { on },
  personal,
});

describe('recordHousehold', () => {
  test('the day is in the clear, the household is sealed', () => {
    const life = given(...running).when(
      recordHousehold({ on: '2025-03-03', maritalStatus: 'cohabiting', childrenUnder18: 3, sex: 'male' }),
      {
        today,
      },
    );
    life.then({
      type: 'HouseholdRecorded',
      data: { on: '2025-03-03' },
      personal: { maritalStatus: 'cohabiting', childrenUnder18: 3, sex: 'male' },
    });
    expect(Object.keys(life.decision.events?.[0]?.data ?? {})).toEqual(['on']);
  });

  test('a later observation stands beside the first; the same again is nothing new, another of that day contradicts it', () => {
    const life = given(...running, seen('2025-03-03'));
    life.when(recordHousehold({ on: '2025-03-03', ...alone }), { today }).then();
    life.when(recordHousehold({ on: '2025-03-04', ...alone }), { today }).then({ type: 'HouseholdRecorded' });
    life.when(recordHousehold({ on: '2025-03-03', ...alone, childrenUnder18: 1 }), { today }).thenRefused('recorded-otherwise');
    expect(given(...running, seen('2025-03-03'), seen('2025-04-01')).state.circumstances.household).toMatchObject([
      { recordedIn: 3, childrenUnder18: 0, sex: null, district: null },
      { recordedIn: 4 },
    ]);
  });

  test('from the application to today', () => {
    const life = given(...running);
    life.when(recordHousehold({ on: '2025-01-06', ...alone }), { today }).then({ type: 'HouseholdRecorded' });
    life.when(recordHousehold({ on: '2025-01-05', ...alone }), { today }).thenRefused('before-application');
    life.when(recordHousehold({ on: today, ...alone }), { today }).then({ type: 'HouseholdRecorded' });
    life.when(recordHousehold({ on: '2025-06-03', ...alone }), { today }).thenRefused('date-in-future');
  });

  test('a city district is told in Oslo, and nowhere else', () => {
    const application = applied({ receivedOn: '2025-01-06' });
    const inOslo = given({ ...application, personal: { ...application.personal, municipality: '0301' } });
    inOslo.when(recordHousehold({ on: '2025-01-06', ...alone, district: '15' }), { today }).then({ type: 'HouseholdRecorded' });
    given(...running)
      .when(recordHousehold({ on: '2025-01-06', ...alone, district: '15' }), { today })
      .thenRefused('district-outside-oslo');
  });

  test('not for an application that was rejected', () => {
    given(applied(), rejected('2025-01-20'))
      .when(recordHousehold({ on: '2025-02-03', ...alone }), { today })
      .thenRefused('application-rejected');
  });

  test('every word has the code of KOSTRA 11CF: EKTSTAT 1 to 5, KJONN 1 and 2', () => {
    expect(MARITAL_STATUS_CODE).toEqual({ unmarried: '1', married: '2', cohabiting: '3', separated: '4', widowed: '5' });
    expect(SEX_CODE).toEqual({ male: '1', female: '2' });
  });
});
