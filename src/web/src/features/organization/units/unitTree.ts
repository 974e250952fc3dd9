interface UnitNode {
  id: string;
  code: string;
  parent: { id: string } | null;
}

export interface PlacedUnit<U> {
  unit: U;
  level: number;
  position: number;
  siblings: number;
  children: number;
}

/** Units from top to bottom, each after the one it belongs to. */
export function inTreeOrder<U extends UnitNode>(units: readonly U[]): PlacedUnit<U>[] {
  const known = new Set(units.map((unit) => unit.id));
  const below = new Map<string, U[]>();
  for (const unit of [...units].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))) {
    const parent = unit.parent && known.has(unit.parent.id) ? unit.parent.id : '';
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const placed: PlacedUnit<U>[] = [];
  const add = (parent: string, level: number) => {
    const siblings = below.get(parent) ?? [];
    siblings.forEach((unit, index) => {
      placed.push({ unit, level, position: index + 1, siblings: siblings.length, children: below.get(unit.id)?.length ?? 0 });
      add(unit.id, level + 1);
    });
  };
  add('', 1);
  return placed;
}

/** A unit and all below it. */
export function unitsUnder(id: string, units: readonly UnitNode[]): Set<string> {
  const found = new Set([id]);
  for (const { unit } of inTreeOrder(units)) {
    if (unit.parent && found.has(unit.parent.id)) found.add(unit.id);
  }
  return found;
}
