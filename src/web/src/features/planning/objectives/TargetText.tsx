import { groupDecimal } from '../../../format/decimal';

interface TargetTextProps {
  target: string;
  measure: { unitOfMeasure: string; decimals: number };
}

/** A value with its unit, with as many digits after the point as the measure has. */
export function TargetText({ target, measure }: TargetTextProps) {
  return (
    <span className="number">
      {groupDecimal(target, measure.decimals)}
      <span style={{ color: 'var(--quiet)', fontSize: '0.9em' }}> {measure.unitOfMeasure}</span>
    </span>
  );
}
