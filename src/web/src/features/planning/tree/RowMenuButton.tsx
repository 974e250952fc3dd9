import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import styles from './GoalGrid.module.css';

interface RowMenuButtonProps extends Omit<ComponentProps<'button'>, 'title'> {
  title: string;
  isActive: boolean;
  isOpen: boolean;
}

/** Opens the menu of a row. There are many of them, so they are as light as can be. */
export function RowMenuButton({ title, isActive, isOpen, ...rest }: RowMenuButtonProps) {
  const { t } = useTranslation();
  return (
    <button
      {...rest}
      type="button"
      className={styles.menuButton}
      tabIndex={isActive ? 0 : -1}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-label={t('tree.actionsOf', { title })}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon name="dots" />
    </button>
  );
}
