import { describe, expect, test } from '@jest/globals';
import { applied, given, recordIntake, rejected } from '../testing/index.ts';
import type { RecordIntake } from './record-intake.command.ts';
import { intakeRecorded } from './record-intake.events.ts';
import { SOCIAL_ASSISTANCE_CODE } from './social-assistance.ts';

const application = applied({ receivedOn: '2025-01-06' });
const today = '2025-02-03';
const none: RecordIntake = {
  on: '2025-01-13',
  ...{ socialAssistance: 'none', introductionBenefit: false, tiltakspenger: false, nationalInsurance: false },
  fromOtherMunicipality: false,
};

describe('recordIntake', () => {
  test('none of everything is an answer, and kept as one', () => {
    given(application)
      .when(recordIntake(none), { today })
      .then({ type: 'IntakeRecorded', data: { on: '2025-01-13' }, personal: { socialAssistance: 'none', nationalInsurance: false } });
  });

  test('asked once: the same is nothing new on whatever day, anything else is a correction', () => {
    const { on, personal } = { on: '2025-01-13' as const, personal: intakeRecorded.example.personal };
    const life = given(application, { ...intakeRecorded.example, data: { on } });
    life.when(recordIntake({ on, ...personal }), { today }).then();
    life.when(recordIntake({ on: '2025-01-14', ...personal }), { today }).then();
    life.when(recordIntake({ on, ...personal, socialAssistance: 'supplementary' }), { today }).thenRefused('recorded-otherwise');
    const { otherMunicipality: _, ...unknown } = personal;
    life.when(recordIntake({ on, ...unknown }), { today }).thenRefused('recorded-otherwise');
    expect(life.state.circumstances.intake).toMatchObject([{ recordedIn: 1, socialAssistance: 'main', otherMunicipality: '4003' }]);
  });

  test('a programme elsewhere may be without a number, never the other way round, and is not in the own municipality', () => {
    const life = given(application); // in 4204
    life.when(recordIntake({ ...none, fromOtherMunicipality: true }), { today }).then({ type: 'IntakeRecorded' });
    life
      .when(recordIntake({ ...none, fromOtherMunicipality: true, otherMunicipality: '4003' }), { today })
      .then({ type: 'IntakeRecorded', personal: { otherMunicipality: '4003' } });
    life.when(recordIntake({ ...none, otherMunicipality: '4003' }), { today }).thenRefused('municipality-without-programme');
    life.when(recordIntake({ ...none, fromOtherMunicipality: true, otherMunicipality: '4204' }), { today }).thenRefused('own-municipality');
  });

  test('from the application to today, unless it was rejected', () => {
    const life = given(application);
    life.when(recordIntake({ ...none, on: '2025-01-06' }), { today }).then({ type: 'IntakeRecorded' });
    life.when(recordIntake({ ...none, on: '2025-01-05' }), { today }).thenRefused('before-application');
    life.when(recordIntake({ ...none, on: '2025-02-04' }), { today }).thenRefused('date-in-future');
    given(application, rejected('2025-01-20')).when(recordIntake(none), { today }).thenRefused('application-rejected');
  });

  test('the kinds of social assistance have the codes of YTELSE_TYPE_SOSHJ: 2 main, 3 supplementary', () => {
    expect(SOCIAL_ASSISTANCE_CODE).toEqual({ none: null, main: '2', supplementary: '3' });
  });
});
