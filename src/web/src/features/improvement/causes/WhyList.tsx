import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import type { CauseData, CountermeasureData } from '../cases/cases';
import styles from '../Improvement.module.css';
import { mostWhys, type Why } from './causes';
import { anchorOf } from './focusCause';
import own from './WhyList.module.css';

/** A cause that is being reworded; or, without one, what is written under `parent`, or as a chain's first. */
export interface Writing {
  parent: CauseData | null;
  cause: CauseData | null;
}

interface WhyListProps {
  chains: readonly Why[];
  numbers: ReadonlyMap<string, string>;
  countermeasures: readonly CountermeasureData[];
  may: boolean;
  writing: Writing | null;
  /** Where the writing is done. */
  form: ReactNode;
  onWrite: (writing: Writing) => void;
  onConfirm: (cause: CauseData) => void;
  onRemove: (cause: CauseData) => void;
}

/** Chains of whys, each under what it explains. */
export function WhyList(props: WhyListProps) {
  const { t } = useTranslation();
  return (
    <ol className={own.chain} aria-label={t('improvement.whys')}>
      {props.chains.map((why) => (
        <WhyItem key={why.cause.id} why={why} {...props} />
      ))}
    </ol>
  );
}

function WhyItem({ why, ...props }: WhyListProps & { why: Why }) {
  const { t } = useTranslation();
  const { numbers, writing, form, may, countermeasures } = props;
  const { cause, below } = why;
  const isReworded = writing?.cause?.id === cause.id;
  const isExtended = writing?.cause === null && writing.parent?.id === cause.id;
  const isDealtWith = countermeasures.some((measure) => measure.addresses.includes(cause.id));
  return (
    <li className={own.why} data-cause={cause.id}>
      {isReworded ? (
        form
      ) : (
        <div className={own.said} id={anchorOf(cause.id)} tabIndex={-1} data-root={cause.confirmedRoot || undefined}>
          <div>
            <span className={own.number}>{numbers.get(cause.id)}</span> <span className={own.words}>{cause.text}</span>
          </div>
          <div className={styles.line}>
            <span className={styles.badge}>{t(`enums.CauseCategory.${cause.category}`)}</span>
            {cause.confirmedRoot && (
              <span className={styles.badge} data-kind="root">
                <Icon name="check" size={12} />
                {t('improvement.rootCause')}
              </span>
            )}
            {cause.evidence && <span>{t('improvement.evidenceIs', { evidence: cause.evidence })}</span>}
          </div>
          {may && (
            <Group gap={6} mt={2}>
              {!cause.confirmedRoot && why.depth < mostWhys && (
                <Button size="compact-xs" variant="light" disabled={isExtended} onClick={() => props.onWrite({ parent: cause, cause: null })} aria-label={t('improvement.askWhyOf', { cause: cause.text })}>
                  {t('improvement.askWhy')}
                </Button>
              )}
              {!cause.confirmedRoot && below.length === 0 && (
                <Button size="compact-xs" variant="default" onClick={() => props.onConfirm(cause)} aria-label={t('improvement.confirmOf', { cause: cause.text })}>
                  {t('improvement.confirm')}
                </Button>
              )}
              {!cause.confirmedRoot && (
                <Button size="compact-xs" variant="default" onClick={() => props.onWrite({ parent: null, cause })} aria-label={t('improvement.rewordOf', { cause: cause.text })}>
                  {t('improvement.reword')}
                </Button>
              )}
              {below.length === 0 && !isDealtWith && (
                <Button size="compact-xs" variant="default" onClick={() => props.onRemove(cause)} aria-label={t('improvement.removeOf', { cause: cause.text })}>
                  {t('improvement.remove')}
                </Button>
              )}
            </Group>
          )}
        </div>
      )}
      {(below.length > 0 || isExtended) && (
        <ol className={own.chain}>
          {below.map((deeper) => (
            <WhyItem key={deeper.cause.id} {...props} why={deeper} />
          ))}
          {isExtended && <li className={own.why}>{form}</li>}
        </ol>
      )}
    </li>
  );
}
