/** The course is done, the level raised, and the effort encouraged. */
export async function develop(year) {
  const { house, ledger } = year;
  const { competencyId, items, level } = year.development;
  for (const { id } of items) {
    await house.tell('E0112', 'startDevelopmentItem', { itemId: id });
    await house.tell('E0002', 'completeDevelopmentItem', { itemId: id, passed: true, result: '通过 Passed' });
    await house.tell('E0111', 'recognise', { toId: year.member('E0112').id, kind: 'LEARNING', text: '学以致用 What was learned is used', developmentItemId: id });
  }
  const { person } = await house.ask('E0112', 'query($id: ID!, $cycleId: ID!) { person(id: $id) { competencies { competency { id name } level } competencyGaps(cycleId: $cycleId) { competency { id } } developmentPlan(cycleId: $cycleId) { items { status encouragement { text } } } } }', { id: year.member('E0112').id, cycleId: year.cycleId });
  const now = person.competencies.find((one) => one.competency.id === competencyId);
  ledger.show('S5.4', `The training is done: ${now.competency.name} is at ${now.level}, the gap closed, encouragement on record`,
    now.level >= level && person.competencyGaps.every((one) => one.competency.id !== competencyId) && person.developmentPlan.items.some((one) => one.encouragement.length > 0));
}
