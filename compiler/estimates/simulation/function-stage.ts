// The functions behind the routes: fails the requests whose invocations Lambda refuses, or which fail.

import type { ApiMethod } from '../../language/expand/methods';
import type { Step } from '../../model/limiter';
import type { Clients, Cohorts } from './clients';
import { FAILED_STATUS, type Functions, REFUSED_STATUS } from './functions';

/** A function with the places of its methods. */
interface Answering {
  readonly name: string;
  readonly methods: readonly number[];
}

/** The functions behind the routes. */
export class FunctionStage {
  private readonly answering: readonly Answering[];

  constructor(
    methods: readonly ApiMethod[],
    private readonly functions: Functions,
    private readonly clients: Clients,
  ) {
    const names = new Set(methods.map(({ route }) => route.function));
    this.answering = [...names].map((name) => ({
      name,
      methods: methods.flatMap(({ route }, at) => (route.function === name ? [at] : [])),
    }));
  }

  /**
   * Continues with the attempts whose invocations succeed, and fails the others.
   * @param waiting the mean time that an attempt of a method waits for tables beyond its expected duration, in seconds
   */
  pass(step: Step, cohorts: Cohorts, waiting: (method: number) => number): void {
    const { clients, functions } = this;
    for (const { name, methods } of this.answering) {
      let requests = 0;
      let waited = 0;
      for (const method of methods) {
        const own = clients.sumOf(cohorts, method);
        requests += own;
        waited += own * waiting(method);
      }
      if (requests === 0) continue;
      const { admitted, succeeded } = functions.invoke(step, name, requests, waited / requests);
      for (const method of methods) {
        clients.admit(cohorts, method, admitted / requests, REFUSED_STATUS);
        clients.admit(cohorts, method, admitted === 0 ? 0 : succeeded / admitted, FAILED_STATUS);
      }
    }
  }
}
