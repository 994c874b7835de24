// The functions behind the routes: fails the requests whose invocations Lambda refuses, or which fail.

import type { ApiMethod } from '../../language/expand/methods';
import type { Step } from '../../model/limiter';
import type { Clients, Cohorts } from './clients';
import type { Faults } from './faults';
import { FAILED_STATUS, type Functions, REFUSED_STATUS } from './functions';
import type { Handlers } from './handlers';

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
    private readonly handlers: Handlers,
    private readonly faults: Faults,
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
      this.fail(name, methods, cohorts);
    }
  }

  /** Fails the requests that a function answers with an error. */
  private fail(name: string, methods: readonly number[], cohorts: Cohorts): void {
    for (const { status, share } of this.faults.errorResponses(name))
      for (const method of methods) {
        this.handlers.fail(name, status, method, this.clients.sumOf(cohorts, method) * share);
        this.clients.admit(cohorts, method, 1 - share, status);
      }
  }
}
