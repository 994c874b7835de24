// The cron expressions of AWS: the last valid and the first invalid value of each field.

import { expect } from 'chai';
import { cronProblems, hasDate, minutesOfHour } from '../../../../../compiler/compile/rules/system/cron';

const fields: Record<string, { at: number; fine: string[]; wrong: string[] }> = {
  minutes: {
    at: 0,
    fine: ['0', '59', '*', '0/15', '*/59', '0-30/5', '1,15,30', '5-5'],
    wrong: ['60', '-1', '?', 'L', '*/60', '*/0', '0/', '30-10', '1,,2', '1-2-3', '1/2/3', 'x', ''],
  },
  hours: { at: 1, fine: ['0', '23', '*/23', '8-18'], wrong: ['24', '?', '*/24', '18-8'] },
  'day-of-month': {
    at: 2,
    fine: ['1', '31', 'L', '3W', '31W', '1,15', '*/30'],
    wrong: ['0', '32', 'W', '0W', '32W', 'L,1', '3W,5', '3#1', 'MON', '*/31'],
  },
  month: {
    at: 3,
    fine: ['1', '12', 'JAN', 'DEC', 'JAN-MAR', '1/3', 'JAN,7'],
    wrong: ['0', '13', 'FOO', 'jan', '?', 'L'],
  },
  'day-of-week': {
    at: 4,
    fine: ['1', '7', 'SUN', 'SAT', 'MON-FRI', 'SUN,WED', 'L', '6L', 'FRIL', '3#1', '3#5', 'TUE#2'],
    wrong: ['0', '8', 'FOO', '3#0', '3#6', '8#1', '3#1,6#3', '3W', '*/2', 'SAT-MON'],
  },
  year: { at: 5, fine: ['1970', '2199', '*', '2027-2030'], wrong: ['1969', '2200', '?', '27'] },
};

/** An expression with one field replaced; the other of the two days is `?`. */
function withField(at: number, text: string): string {
  const texts = at === 4 ? ['0', '5', '?', '*', 'SUN', '*'] : ['0', '5', '*', '*', '?', '*'];
  texts[at] = text;
  return texts.join(' ');
}

describe('a cron expression', () => {
  for (const [field, { at, fine, wrong }] of Object.entries(fields)) {
    it(`accepts ${fine.join(' and ')} as ${field}, and rejects ${wrong.filter(Boolean).join(' and ')}`, () => {
      for (const text of fine) expect(cronProblems(withField(at, text)), text).to.deep.equal([]);
      for (const text of wrong.filter(Boolean))
        expect(
          cronProblems(withField(at, text)).map((problem) => [
            'field' in problem ? problem.field.name : problem.is,
            problem.found,
          ]),
          text,
        ).to.deep.equal([[field, text]]);
    });
  }

  it('must have exactly one ? in its two day fields', () => {
    for (const fine of ['0 5 1 * ? *', '0 5 ? * 1 *', '0 5 * * ? *', '0  5 ? * SUN *'])
      expect(cronProblems(fine), fine).to.deep.equal([]);
    for (const wrong of ['0 5 1 * 1 *', '0 5 * * * *'])
      expect(cronProblems(wrong).map(({ is }) => is)).to.deep.equal(['both days set']);
    expect(cronProblems('0 5 ? * ? *').map(({ is }) => is)).to.deep.equal(['both days any']);
  });

  it('must have six fields', () => {
    for (const wrong of ['0 5 * * ?', '0 5 * * ? * *', '']) expect(cronProblems(wrong)).to.have.length(1);
  });

  it('runs at each minute that its minutes field lists', () => {
    const counts = { '0': 1, '59': 1, '*': 60, '*/5': 12, '0/30': 2, '50/10': 1, '10-12': 3, '0-30/15': 3, '1,1,2': 2 };
    for (const [minutes, count] of Object.entries(counts))
      expect(minutesOfHour(`${minutes} * * * ? *`), minutes).to.equal(count);
  });

  it('has a date only if a month of its years has its day', () => {
    const today = '2026-11-23';
    for (const fine of [
      ...[
        '0 3 29 2 ? *',
        '0 3 31 10 ? 2026-2028',
        '0 3 23 11 ? 2026',
        '0 3 ? * SUN 2026',
        '0 3 L 2 ? *',
        '0 3 30W 4 ? *',
      ],
      ...['0 3 1 JAN-MAR ? 2027', '0 3 1/29 2,4 ? *', '0 3 * * ? 2020/7'],
    ])
      expect(hasDate(fine, today), fine).to.equal(true);
    for (const never of [
      ...['0 3 30 2 ? *', '0 3 31 4,6,9,11 ? *', '0 3 29 2 ? 2027', '0 3 * * ? 2025', '0 3 22 11 ? 2026'],
      ...['0 3 30W 2 ? *', '0 3 * JAN-OCT ? 2026', '0 3 29 2 ? 2100'],
    ])
      expect(hasDate(never, today), never).to.equal(false);
  });
});
