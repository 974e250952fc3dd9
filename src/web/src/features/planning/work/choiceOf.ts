import type { Choice } from '../../../components/RemoteSelect';

/** A person as pickers write him: written otherwise, what one types is lost when the picker's own list arrives. */
export const choiceOf = (person: { id: string; name: string; employeeNumber: string; unit: { name: string } }): Choice => ({ id: person.id, label: `${person.name} (${person.employeeNumber}) · ${person.unit.name}` });
