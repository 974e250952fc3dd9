import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What happened, by clause of the method. */
export class Ledger {
  #clauses = readFileSync(join(import.meta.dirname, '../clauses.txt'), 'utf8').trim().split('\n').map((line) => line.split('\t'));

  #shown = new Map(this.#clauses.map(([id]) => [id, []]));

  /** That something was seen; the year ends here where it was not so. */
  show(clause, words, isSo) {
    if (!this.#shown.has(clause)) throw new Error(`${clause} is no clause; see eng/clauses.txt`);
    if (!isSo) throw new Error(`${clause} does not hold: ${words}`);
    this.#shown.get(clause).push(words);
  }

  print() {
    for (const [id, english, chinese] of this.#clauses) {
      console.log(`\n${id} ${english} ${chinese}`);
      for (const words of this.#shown.get(id)) console.log(`  - ${words}`);
    }
  }

  get missing() {
    return this.#clauses.map(([id]) => id).filter((id) => this.#shown.get(id).length === 0);
  }

  get size() {
    return this.#clauses.length;
  }
}
