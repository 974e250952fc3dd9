import { groupDecimal } from '../../../format/decimal';

interface TargetTextProps {
  target: string;
  /** Of what is kept within bounds, whose target is the upper one. */
  lowerBound?: string | null;
  measure: { unitOfMeasure: string; decimals: number };
}

/** A value with its unit, with as many digits after the point as the measure has. */
export function TargetText({ target, lowerBound, measure }: TargetTextProps) {
  return (
    <span className="number">
      {lowerBound && `${groupDecimal(lowerBound, measure.decimals)}–`}
      {groupDecimal(target, measure.decimals)}
      <span style={{ color: 'var(--quiet)', fontSize: '0.9em' }}> {measure.unitOfMeasure}</span>
    </span>
  );
}
