import { useTranslation } from 'react-i18next';
import type { CompetencyData } from './competencies';
import { kindOf, type MatrixRowData, type Standing } from './matrix';

/** What a cell says to those who do not see it. */
export function useStandingName() {
  const { t } = useTranslation();
  return ({ person }: MatrixRowData, competency: CompetencyData, standing: Standing | null): string => {
    const of = { person: person.name, competency: competency.name };
    if (!standing) return t('competencies.cellNone', of);
    if (standing.required === 0) return t('competencies.cellHeld', { ...of, held: standing.held });
    return `${t('competencies.cell', { ...of, held: standing.held, required: standing.required })} ${t(`competencies.cellKinds.${kindOf(standing)}`)}`.trim();
  };
}
