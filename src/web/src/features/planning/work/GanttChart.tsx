import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { useLanguage } from '../../../i18n/useLanguage';
import { useList } from '../../../i18n/useList';
import { barOf, dayNumber, everyNth, monthsOf, place, spanOf, tiesOf } from './gantt';
import styles from './Gantt.module.css';
import { useShortDay } from './useShortDay';
import { stateOf } from './stateOf';
import type { MilestoneData } from './work';

const rows = { height: 46, bar: 32, half: 6 };

interface GanttChartProps {
  name: string;
  milestones: readonly MilestoneData[];
  today: string;
  mayOpen: (milestone: MilestoneData) => boolean;
  onOpen: (milestone: MilestoneData) => void;
}

/**
 * Milestones along time, one a row, with what waits for what. What the bars show is said in words beside them; up and down go from one milestone to the next.
 */
export function GanttChart({ name, milestones, today, mayOpen, onOpen }: GanttChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList();
  const shortDay = useShortDay();
  const rowList = useRef<HTMLOListElement>(null);
  const span = spanOf(milestones);
  const months = monthsOf(span);
  const nth = everyNth(months.length);
  const ties = tiesOf(milestones, span, rows);
  const height = milestones.length * rows.height;
  const now = place(dayNumber(today) + 0.5, span);
  const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  const monthName = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const share = (of: number) => `${of * 100}%`;

  function move(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(rowList.current?.querySelectorAll('button') ?? [])];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <>
      <div className={styles.chart}>
        <div className={styles.months} aria-hidden>
          {months.map(({ month, at }, index) => index % nth === 0 && (
            <span key={month} style={{ left: share(at) }}>
              {index > 0 && month.endsWith('-01') ? month.slice(0, 4) : monthName.format(new Date(`${month}-01T12:00:00Z`))}
            </span>
          ))}
        </div>
        <div className={styles.plot}>
          <div className={styles.grid} aria-hidden>
            {months.map(({ month, at }) => (
              <span key={month} style={{ left: share(at) }} />
            ))}
          </div>
          <svg className={styles.ties} viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" aria-hidden>
            {ties.map((tie) => (
              <polyline key={`${tie.from} ${tie.to}`} className={styles.tie} data-overlaps={tie.overlaps || undefined} points={tie.points.map(({ x, y }) => `${x * 1000},${y}`).join(' ')} />
            ))}
          </svg>
          {now >= 0 && now <= 1 && (
            <div className={styles.today} data-right={now > 0.8 || undefined} style={{ left: share(now) }} aria-hidden>
              <span>{t('work.today')}</span>
            </div>
          )}
          <ol ref={rowList} className={styles.rows} aria-label={t('work.milestonesOf', { name })} onKeyDown={move}>
            {milestones.map((milestone) => {
              const { left, width } = barOf(milestone, span);
              const state = stateOf(milestone);
              const before = milestone.dependsOn.map((id) => byId.get(id)?.name).filter((one) => one !== undefined);
              return (
                <li key={milestone.id} className={styles.row}>
                  <div className={styles.label}>
                    {mayOpen(milestone) ? (
                      <button type="button" className={styles.name} title={milestone.name} onClick={() => onOpen(milestone)}>
                        {milestone.name}
                      </button>
                    ) : (
                      <span className={styles.name} title={milestone.name}>
                        {milestone.name}
                      </span>
                    )}
                    <span className={styles.meta}>
                      {milestone.owner.name} · {shortDay(milestone.start)} – {shortDay(milestone.due)}
                    </span>
                    {state !== 'OPEN' && (
                      <span className={styles.state} data-state={state}>
                        <Icon name={state === 'LATE' ? 'warning' : 'check'} size={13} />
                        {t(`work.state.${state}`)}
                      </span>
                    )}
                    <span className={styles.percent}>{t('common.percent', { percent: milestone.percentComplete })}</span>
                    {before.length > 0 && <span className="visually-hidden">{t('work.after', { names: list.format(before) })}</span>}
                  </div>
                  <div className={styles.bar} data-state={state} style={{ left: share(left), width: share(width) }} aria-hidden>
                    <span style={{ width: `${milestone.percentComplete}%` }} />
                  </div>
                </li>
              );
            })}
          </ol>
          {ties.map((tie) => (
            <span key={`${tie.from} ${tie.to}`} className={styles.head} data-overlaps={tie.overlaps || undefined} data-up={tie.head.up || undefined} style={{ left: share(tie.head.x), top: tie.head.y }} aria-hidden />
          ))}
        </div>
      </div>
      <div className={styles.key} aria-hidden>
        <span>
          <span className={styles.bar} data-state="OPEN">
            <span style={{ width: '45%' }} />
          </span>
          {t('work.key.open')}
        </span>
        <span>
          <span className={styles.bar} data-state="COMPLETE">
            <span style={{ width: '100%' }} />
          </span>
          {t('work.state.COMPLETE')}
        </span>
        <span>
          <span className={styles.bar} data-state="LATE">
            <span style={{ width: '30%' }} />
          </span>
          {t('work.state.LATE')}
        </span>
        {ties.some((tie) => tie.overlaps) && (
          <span>
            <svg width="22" height="4">
              <line className={styles.tie} data-overlaps x1="0" x2="22" y1="2" y2="2" />
            </svg>
            {t('work.key.overlaps')}
          </span>
        )}
      </div>
    </>
  );
}
