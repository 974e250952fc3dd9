/** Where values stand in a box from 0 to 1, the greatest at the top; a row of equal ones in its middle. */
export function placeValues(values: readonly number[]): { x: number; y: number }[] {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return values.map((value, i) => ({ x: values.length === 1 ? 0.5 : i / (values.length - 1), y: span === 0 ? 0.5 : 1 - (value - least) / span }));
}

/** Where marks stand along a line from 0 to 1 that holds them all, with some room at both ends. */
export function placeMarks<K extends string>(marks: Readonly<Record<K, number>>): Record<K, number> {
  const all = Object.values<number>(marks);
  const least = Math.min(...all);
  const span = Math.max(...all) - least;
  return Object.fromEntries(Object.entries<number>(marks).map(([name, value]) => [name, span === 0 ? 0.5 : 0.06 + (0.88 * (value - least)) / span])) as Record<K, number>;
}
