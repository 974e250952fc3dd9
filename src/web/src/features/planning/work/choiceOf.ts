import type { Choice } from '../../../components/RemoteSelect';

export const choiceOf = (person: { id: string; name: string; employeeNumber: string }): Choice => ({ id: person.id, label: `${person.name} (${person.employeeNumber})` });
