/** The demo company as its people's own tools see it: each call is made by somebody, over HTTP, with his rights. */
export class House {
  #tokens = new Map();

  constructor(url) {
    this.url = url;
  }

  /** What somebody may read. */
  async ask(number, query, variables = {}) {
    const { data, errors } = await this.#send(number, query, variables);
    if (errors) throw new Error(`${number} asked and was answered ${JSON.stringify(errors)}: ${query}`);
    return data;
  }

  /** Somebody does something, which must be done: what it made. */
  async tell(number, mutation, input, selection = '') {
    const payload = await this.#command(number, mutation, input, selection);
    if (payload.userErrors.length > 0) throw new Error(`${mutation} of ${number} was refused: ${JSON.stringify(payload.userErrors)}; ${JSON.stringify(input)}`);
    return payload;
  }

  /** Somebody tries something that must be refused: the first error. */
  async refused(number, mutation, input) {
    const payload = await this.#command(number, mutation, input, '', true);
    if (payload.userErrors.length === 0) throw new Error(`${mutation} of ${number} was done, though it must be refused: ${JSON.stringify(input)}`);
    return payload.userErrors[0];
  }

  /** All nodes of a list that is paged. */
  async all(number, field, args, selection) {
    const nodes = [];
    for (let after = null; ; ) {
      const given = Object.entries({ ...args, first: [200, 'Int'], after: [after, 'String'] });
      const query = `query(${given.map(([name, [, type]]) => `$${name}: ${type}`)}) { ${field}(${given.map(([name]) => `${name}: $${name}`)}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
      const page = (await this.ask(number, query, Object.fromEntries(given.map(([name, [value]]) => [name, value]))))[field];
      nodes.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return nodes;
      after = page.pageInfo.endCursor;
    }
  }

  /** The business clock goes on to nine in the morning of a day, and what falls due until then is done. */
  async goOnTo(day) {
    const answer = await fetch(`${this.url}/demo/clock`, { method: 'POST', headers: await this.#headers('E0004'), body: JSON.stringify({ now: `${day}T09:00:00+08:00` }) });
    if (!answer.ok) throw new Error(`The clock did not go on to ${day}: ${await answer.text()}`);
  }

  async #command(number, mutation, input, selection, mayBeForbidden = false) {
    const type = typeOf[mutation] ?? `${mutation[0].toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await this.#send(number, `mutation($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code path message } } }`, { input });
    if (mayBeForbidden && errors?.[0].extensions.code === 'FORBIDDEN') return { userErrors: [{ code: 'FORBIDDEN', message: errors[0].message }] };
    if (errors) throw new Error(`${mutation} of ${number} was answered ${JSON.stringify(errors)}; ${JSON.stringify(input)}`);
    return data[mutation];
  }

  async #send(number, query, variables) {
    const answer = await fetch(`${this.url}/graphql`, { method: 'POST', headers: await this.#headers(number), body: JSON.stringify({ query, variables }) });
    return answer.json();
  }

  async #headers(number) {
    return { 'Content-Type': 'application/json', 'Accept-Language': 'en', Authorization: `Bearer ${await this.#token(number)}` };
  }

  #token(number) {
    if (!this.#tokens.has(number)) {
      const asked = fetch(`${this.url}/auth/demo`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ employeeNumber: number }) });
      this.#tokens.set(number, asked.then((answer) => answer.json()).then(({ token }) => token));
    }
    return this.#tokens.get(number);
  }
}

/** The input types that several commands share. */
const typeOf = {
  activateScorecard: 'ScorecardInput', signAppraisal: 'ScorecardInput', applyAllocation: 'AllocationInput', reopenPeriod: 'ClosePeriodInput', undoTargetRevision: 'WithdrawTargetRevisionInput',
};

/** Does something for each, a few at a time, in the order given. */
export async function each(list, act, atOnce = 8) {
  const left = [...list].entries();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (const [index, one] of left) await act(one, index);
  }));
}

/** Numbers from 0 to 1 that are the same in each year that is played. */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** What is read, once it is there: notifications, deviations and rebalances follow soon after what causes them. */
export async function eventually(what, read) {
  for (let tries = 0; tries < 150; tries++) {
    const found = await read();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`It did not come: ${what}`);
}

/** The title of the notification of a kind that somebody got about something. */
export const toldOf = ({ house }, number, kind, subjectId) =>
  eventually(`${number} is told ${kind}`, async () => {
    const { viewer } = await house.ask(number, '{ viewer { notifications(first: 100) { nodes { kind title subject { id } } } } }');
    return viewer.notifications.nodes.find((one) => one.kind === kind && one.subject?.id === subjectId)?.title;
  });
