// The requests of each second of phases, stages and shapes.

import { expect } from 'chai';
import { phasesOf, requestsOfPhases, requestsOfShape, SHAPES } from '../../../../compiler/estimates/traffic/shapes';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('the requests of phases', () => {
  it('are the mean rate of each second', () => {
    expect(requestsOfPhases([{ seconds: 4, from: 0, to: 8 }])).to.deep.equal([1, 3, 5, 7]);
    expect(requestsOfPhases([{ seconds: 2, from: 5, to: 5 }])).to.deep.equal([5, 5]);
    expect(requestsOfPhases([])).to.deep.equal([]);
  });

  it('follow the stages of k6: from 0, each from the target before it', () => {
    const requests = requestsOfPhases(
      phasesOf([
        { seconds: 4, target: 8 },
        { seconds: 2, target: 8 },
        { seconds: 2, target: 0 },
      ]),
    );
    expect(requests).to.deep.equal([1, 3, 5, 7, 8, 8, 6, 2]);
    // The area under the line: a triangle, a rectangle and a triangle.
    expect(sum(requests)).to.equal(16 + 16 + 8);
  });
});

describe('a shape', () => {
  const parameters = { base: 10, peak: 100, seconds: 20 };

  it('has a value for each second, from the base to the peak', () => {
    for (const shape of SHAPES) {
      const requests = requestsOfShape(shape, { ...parameters, seconds: 86_400 });
      expect(requests.length, shape).to.equal(86_400);
      expect(Math.min(...requests), shape).to.be.at.least(10);
      expect(Math.max(...requests), shape).to.be.closeTo(100, 0.001);
    }
  });

  it('constant holds the peak', () => {
    expect(requestsOfShape('constant', parameters)).to.deep.equal(Array(20).fill(100));
  });

  it('step rises after a quarter of the time', () => {
    expect(requestsOfShape('step', parameters)).to.deep.equal([...Array(5).fill(10), ...Array(15).fill(100)]);
  });

  it('ramp rises at the same pace over the whole time', () => {
    const requests = requestsOfShape('ramp', parameters);
    expect([requests[0], requests[19]]).to.deep.equal([12.25, 97.75]);
    expect(sum(requests)).to.be.closeTo((20 * (10 + 100)) / 2, 1e-9);
  });

  it('spike holds the peak for the middle fifth, for at least a second', () => {
    expect(requestsOfShape('spike', parameters)).to.deep.equal([
      ...Array(8).fill(10),
      ...Array(4).fill(100),
      ...Array(8).fill(10),
    ]);
    expect(requestsOfShape('spike', { ...parameters, seconds: 1 })).to.deep.equal([100]);
  });

  it('diurnal is lowest at midnight and highest at noon of each day', () => {
    const requests = requestsOfShape('diurnal', { ...parameters, seconds: 2 * 86_400 });
    expect(requests[0]).to.be.closeTo(10, 0.001);
    expect(requests[43_200]).to.be.closeTo(100, 0.001);
    expect(requests[21_600]).to.be.closeTo(55, 0.01);
    expect(requests[86_400]).to.be.closeTo(10, 0.001);
    expect(sum(requests) / requests.length).to.be.closeTo(55, 1e-6);
  });
});
